import fc from "fast-check";

import { formatRoute, parseRoute } from "../../src/routes.ts";

/** What `cockpit.location.path` gives for an address. */
const decode = (address: string): string[] =>
    address
        .replace(/^#\//, "")
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

test("an empty address is the overview", () => {
    expect(parseRoute([])).toEqual({ screen: "overview" });
    expect(parseRoute(decode(formatRoute({ screen: "overview" })))).toEqual({ screen: "overview" });
});

test.each([
    [["nowhere"]],
    [["pools"]],
    [["pools", "tank", "more"]],
    [["pools", "tank", "properties", "more"]],
])("%j is no screen", (path) => {
    expect(parseRoute(path)).toBeUndefined();
});
