import { parseGet, parseGetJson } from "../../../src/zfs/parse/get.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import type { Property } from "../../../src/zfs/property.ts";
import { featureName, propertyKind, propertyUnit } from "../../../src/zfs/property.ts";
import { fixture, jsonFixture } from "./fixtures.ts";

const FOLDER = "zpool-get";

const named = (properties: readonly Property[], name: string) =>
    properties.find((property) => property.name === name);

test.each(["2.1.11-pool.txt", "2.3.9-pool.txt"])("reads all properties of a pool: %s", (name) => {
    const text = fixture(FOLDER, name);
    const properties = parseGet(text);
    expect(properties).toHaveLength(text.trimEnd().split("\n").length);
    expect(named(properties, "size")).toEqual({ name: "size", value: "754974720", source: undefined });
    expect(named(properties, "ashift")).toEqual({ name: "ashift", value: "12", source: "local" });
    expect(named(properties, "comment")).toEqual({ name: "comment", value: undefined, source: "default" });
    expect(named(properties, "feature@async_destroy")?.value).toBe("enabled");
});

test("JSON says the same as text, but that this recording has no -p", () => {
    const text = parseGet(fixture(FOLDER, "2.3.9-pool.txt"));
    const json = parseGetJson(jsonFixture(FOLDER, "2.3.9-pool.json"));
    expect(json.map(({ name, source }) => ({ name, source }))).toEqual(
        text.map(({ name, source }) => ({ name, source })),
    );
    expect(named(json, "ashift")?.value).toBe("12");
});

test("both forms give the same properties of a vdev", () => {
    expect(parseGetJson(jsonFixture(FOLDER, "2.3.9-vdev.json"))).toEqual(
        parseGet(fixture(FOLDER, "2.3.9-vdev.txt")).map((property) =>
            // the two recordings are not of the same moment
            expect.objectContaining({ name: property.name, source: property.source }),
        ),
    );
    expect(named(parseGet(fixture(FOLDER, "2.3.9-vdev.txt")), "parent")?.value).toBe("mirror-0");
});

test("a user property keeps its TABs and newlines", () => {
    const text = "my pool\tsize\t1\t-\nmy pool\torg:note\ta\tb\nmy pool\nc\tlocal\n";
    expect(parseGet(text)).toEqual([
        { name: "size", value: "1", source: undefined },
        { name: "org:note", value: "a\tb\nmy pool\nc", source: "local" },
    ]);
});

test.each(["a\ntank\tsize\t2\t-", "a\tb\ntank\tsize\t2\t-"])(
    "the value %j cannot stand for another",
    (value) => {
        const properties = parseGet(`tank\tsize\t1\t-\ntank\torg:note\t${value}\tlocal\n`);
        expect(properties.map(({ name }) => name)).toEqual(["size", "org:note"]);
        expect(named(properties, "size")?.value).toBe("1");
    },
);

test.each(["tank\tsize\n", "tank\n", "tank\tsize\t1\n"])("%j is no property", (text) => {
    expect(() => parseGet(text)).toThrow(ParseError);
});

test.each([
    "",
    "{",
    "[]",
    "{}",
    '{"pools":{}}',
    '{"pools":{"tank":{}}}',
    '{"vdevs":{"sda":{"properties":{"size":1}}}}',
])("%j is no JSON of properties", (text) => {
    expect(() => parseGetJson(text)).toThrow(ParseError);
});

test("nothing printed is no property", () => {
    expect(parseGet("")).toEqual([]);
});

test("names say what kind of property it is and what it counts", () => {
    expect(["feature@draid", "unsupported@a:b", "org:note", "ashift"].map(propertyKind)).toEqual([
        "feature",
        "feature",
        "user",
        "own",
    ]);
    expect(["size", "read_bytes", "capacity", "dedupratio", "ashift", "guid"].map(propertyUnit)).toEqual([
        "bytes",
        "bytes",
        "percent",
        "ratio",
        "power",
        undefined,
    ]);
    expect(featureName("feature@draid")).toBe("draid");
});
