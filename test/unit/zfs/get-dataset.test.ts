import { effectBelow, topmost } from "../../../src/zfs/inheritance.ts";
import { parseMany, parseOneValue, parseSources, parseValues } from "../../../src/zfs/parse/get-dataset.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { wasSet } from "../../../src/zfs/property.ts";

import { fixture } from "./fixtures.ts";

/** What another choice of columns would have printed, made of a recording of all of them. */
function columns(name: string, choose: (property: string, value: string, source: string) => string): string {
    return fixture("zfs-get", name)
        .replace("line1\nline2", "line1\\nline2")
        .trimEnd()
        .split("\n")
        .map((line) => {
            const [, property = "", ...rest] = line.split("\t");
            return `${choose(property, rest.slice(0, -1).join("\t"), rest.at(-1) ?? "")}\n`;
        })
        .join("")
        .replace("line1\\nline2", "line1\nline2");
}

const sources = (name: string) => columns(name, (property, _value, source) => `${property}\t${source}`);
const values = (name: string) => columns(name, (property, value) => `${property}\t${value}\t-`);

test.each([
    ["2.1.11-filesystem.txt", 75],
    ["2.3.9-filesystem.txt", 79],
    ["2.3.9-volume.txt", 46],
])("reads which properties there are: %s", (name, count) => {
    const properties = parseSources(sources(name));
    expect(properties).toHaveLength(count);
    expect(properties[0]).toEqual({ name: "type", source: undefined });
    expect(properties.find((one) => one.name === "checksum")?.source).toBe("default");
});

test("says from which dataset a value is inherited", () => {
    const [quota, compression, atime] = parseSources(
        "quota\treceived\ncompression\tinherited from tank/my data\natime\ttemporary\n",
    );
    expect(quota).toEqual({ name: "quota", source: "received" });
    expect(compression).toEqual({
        name: "compression",
        source: "inherited",
        inheritedFrom: "tank/my data",
    });
    expect([quota, compression, atime].map((one) => one && wasSet(one))).toEqual([true, false, true]);
});

test.each(["quota", "quota\ta\tb", ""])("%j is no property with its source", (line) => {
    expect(() => parseSources(`${line}\n`)).toThrow(ParseError);
});

test("values of a volume without notes are all told", () => {
    const names = parseSources(sources("2.3.9-volume.txt")).map(({ name }) => name);
    const found = parseValues(values("2.3.9-volume.txt"), names);
    expect(found.size).toBe(names.length);
    expect(found.get("volsize")).toEqual({ value: "33554432", received: undefined });
});

test.each(["2.1.11-filesystem.txt", "2.3.9-filesystem.txt"])(
    "with a TAB and a line end in notes, only ZFS's own values are told: %s",
    (name) => {
        const names = parseSources(sources(name)).map((one) => one.name);
        const found = parseValues(values(name), names);
        expect([...found.keys()]).toEqual(names.filter((one) => !one.includes(":")));
        expect(found.get("recordsize")?.value).toBe("131072");
    },
);

test("what was received is told beside what counts", () => {
    const found = parseValues("quota\t0\t-\natime\ton\toff\n", ["quota", "atime"]);
    expect(found.get("atime")).toEqual({ value: "on", received: "off" });
    expect(found.get("quota")).toEqual({ value: "0", received: undefined });
});

test.each([
    ["a:b\tx\ny\t-\na:c\tz\t-\n", []],
    ["a:b\tx\t-\na:c\tz\t-\na:c\tforged\t-\n", []],
    ["quota\t1\t-\na:b\tx\ty\t-\na:c\tz\t-\n", ["quota"]],
    ["a:b\tx\t-\na:c\t\t-\n", ["a:b", "a:c"]],
])("of %j the values of %j are told for certain", (text, told) => {
    const names = [...new Set(text.match(/^(quota|a:[bc])/gm))];
    expect([...parseValues(text, names).keys()]).toEqual(told);
});

test("one value by itself may hold anything", () => {
    expect(parseOneValue("line1\nline2\ttab 🦈\n")).toBe("line1\nline2\ttab 🦈");
    expect(parseOneValue("ends in a line end\n\n")).toBe("ends in a line end\n");
    expect(parseOneValue("-\n")).toBeUndefined();
});

const below = (text: string) =>
    parseMany(text, ["compression"], (name) => name === "tank" || name.startsWith("tank/"));

test("one property of many datasets", () => {
    expect(
        below("tank\tcompression\tlocal\tlz4\ntank/my data\tcompression\tinherited from tank\tlz4\n"),
    ).toEqual([
        { dataset: "tank", name: "compression", source: "local", value: "lz4" },
        {
            dataset: "tank/my data",
            name: "compression",
            source: "inherited",
            inheritedFrom: "tank",
            value: "lz4",
        },
    ]);
    expect(below("")).toEqual([]);
    expect(() => below("dozer\tcompression\tlocal\tlz4\n")).toThrow(ParseError);
});

test("values of many lines belong to the dataset before", () => {
    const found = parseMany("tank\ta:b\tlocal\tone\ntwo\tthree\ntank\ta:b\tx\ty\n", ["a:b"], () => true);
    expect(found).toEqual([
        { dataset: "tank", name: "a:b", source: "local", value: "one\ntwo\tthree\ntank\ta:b\tx\ty" },
    ]);
});

test("what lies below follows, but for those that have a value of their own, and what lies in these", () => {
    const all = below(
        [
            "tank\tcompression\tdefault\ton",
            "tank/a\tcompression\tdefault\ton",
            "tank/a/b\tcompression\tdefault\ton",
            "tank/c\tcompression\tlocal\tzstd",
            "tank/c/d\tcompression\tinherited from tank/c\tzstd",
            "tank/e\tcompression\treceived\toff",
            "tank/v\tcompression\t-\t-",
            "",
        ].join("\n"),
    );
    const { followers, keepers } = effectBelow(["tank"], "compression", all);
    expect(followers).toEqual(["tank/a", "tank/a/b"]);
    expect(keepers.map(({ dataset }) => dataset)).toEqual(["tank/c", "tank/e"]);
    expect(effectBelow(["tank/c"], "compression", all).followers).toEqual(["tank/c/d"]);
    expect(effectBelow(["tank/a"], "compression", all)).toEqual({ followers: ["tank/a/b"], keepers: [] });
    expect(effectBelow(["tank"], "quota", all)).toEqual({ followers: [], keepers: [] });
    const both = effectBelow(["tank", "tank/c"], "compression", all);
    expect(both.followers).toEqual(["tank/a", "tank/a/b", "tank/c/d"]);
    expect(both.keepers.map(({ dataset }) => dataset)).toEqual(["tank/e"]);
});

test("a note that nobody has yet goes down to all, and of many datasets the topmost tell of the rest", () => {
    const all = parseMany("tank\ta:b\t-\t-\ntank/v\ta:b\t-\t-\ntank/w\ta:b\tlocal\t1\n", ["a:b"], () => true);
    expect(effectBelow(["tank"], "a:b", all).followers).toEqual(["tank/v"]);
    expect(topmost(["tank/a", "tank/a/b/c", "tank/ab", "dozer"])).toEqual(["tank/a", "tank/ab", "dozer"]);
});
