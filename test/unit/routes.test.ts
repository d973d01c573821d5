import fc from "fast-check";

import { datasetTabs, formatRoute, parseRoute } from "../../src/routes.ts";

/** What `cockpit.location.path` gives for an address. */
const decode = (address: string): string[] =>
    address
        .replace(/^#\//, "")
        .replace(/\?.*/, "")
        .split("/")
        .filter((segment) => segment !== "")
        .map(decodeURIComponent);

test("the address of a pool leads back to it, whatever its name", () => {
    fc.assert(
        fc.property(fc.string({ minLength: 1 }), (pool) => {
            expect(parseRoute(decode(formatRoute({ screen: "pool", pool })))).toEqual({
                screen: "pool",
                pool,
            });
        }),
    );
});

test("each tab of a pool has an address", () => {
    const route = { screen: "pool", pool: "my pool", tab: "properties" } as const;
    expect(formatRoute(route)).toBe("#/pools/my%20pool/properties");
    expect(parseRoute(decode(formatRoute(route)))).toEqual(route);
});

test("the tree of datasets has an address", () => {
    expect(formatRoute({ screen: "datasets" })).toBe("#/datasets");
    expect(parseRoute(["datasets"])).toEqual({ screen: "datasets" });
});

test("a dataset and its tabs have addresses, whatever the name", () => {
    const component = fc.string({ minLength: 1 }).filter((text) => !text.includes("/"));
    const route = fc.record({
        screen: fc.constant("datasets" as const),
        dataset: fc.array(component, { minLength: 1 }).map((components) => components.join("/")),
        tab: fc.constantFrom(undefined, ...datasetTabs),
    });
    const snapshot = fc.record({
        screen: fc.constant("datasets" as const),
        dataset: component,
        tab: fc.constant("snapshots" as const),
        snapshot: fc.string({ minLength: 1 }),
    });
    fc.assert(
        fc.property(fc.oneof(route, snapshot), (wanted) => {
            const address = formatRoute(wanted);
            expect(parseRoute(decode(address), optionsOf(address))).toEqual(wanted);
        }),
    );
    expect(parseRoute(["datasets", "tank"], { tab: "keys", snapshot: "a" })).toEqual({
        screen: "datasets",
        dataset: "tank",
        tab: "keys",
    });
});

/** What `cockpit.location.options` gives for an address. */
const optionsOf = (address: string): Record<string, string> =>
    Object.fromEntries(new URLSearchParams(address.split("?")[1] ?? ""));

test("a filter of changes, and the one that is open, are in the address", () => {
    const text = fc.option(fc.string({ minLength: 1 }), { nil: undefined });
    const route = fc.record({
        screen: fc.constant("activity" as const),
        filter: fc.record({ text, person: text, state: text, pool: text }),
        change: fc.option(fc.nat(), { nil: undefined }),
    });
    fc.assert(
        fc.property(route, (wanted) => {
            const address = formatRoute(wanted);
            expect(parseRoute(decode(address), optionsOf(address))).toEqual(wanted);
        }),
    );
});

test("what the address of the changes should not have is left out", () => {
    const options = { change: "x", text: "", person: ["anna", "bert"], nonsense: "1" };
    expect(parseRoute(["activity"], options)).toEqual(parseRoute(["activity"]));
    expect(formatRoute({ screen: "activity", filter: {} })).toBe("#/activity");
});

test.each([
    [{ screen: "create" }, "#/create"],
    [{ screen: "import" }, "#/import"],
    [{ screen: "add", pool: "my pool" }, "#/pools/my%20pool/add"],
] as const)("%j has an address", (route, address) => {
    expect(formatRoute(route)).toBe(address);
    expect(parseRoute(decode(address))).toEqual(route);
    expect(parseRoute([...decode(address), "x"])).toBeUndefined();
});

test("an empty address is the overview", () => {
    expect(parseRoute([])).toEqual({ screen: "overview" });
    expect(parseRoute(decode(formatRoute({ screen: "overview" })))).toEqual({ screen: "overview" });
});

test.each([
    [["nowhere"]],
    [["pools"]],
    [["activity", "more"]],
    [["pools", "tank", "more"]],
    [["pools", "tank", "properties", "more"]],
])("%j is no screen", (path) => {
    expect(parseRoute(path)).toBeUndefined();
});
