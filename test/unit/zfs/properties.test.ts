import { parseModule } from "../../../src/zfs/parse/module.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { checkValue, fixedReason, settableOf, userProperty, valueToSet } from "../../../src/zfs/settable.ts";
import type { PropertyOwner } from "../../../src/zfs/settable.ts";

import { moduleFiles } from "../../module-files.ts";

const facts = parseModule(moduleFiles);

const settable = (owner: PropertyOwner, name: string, value?: string) =>
    settableOf(
        owner,
        { name, value },
        (owner === "pool" ? facts.poolProperties : facts.vdevProperties).get(name),
    );

test("what the module knows is in its folders, features without their domain", () => {
    expect(facts.features.get("encryption")).toEqual({
        description: "Support for dataset level encryption",
        isReadOnlyCompatible: false,
        isActiveOnceEnabled: false,
    });
    expect(facts.poolProperties.get("failmode")).toEqual({
        type: "index",
        isReadOnly: false,
        isSetOnce: false,
        isVisible: true,
        datasets: [],
        values: "wait | continue | panic",
        default: "wait",
    });
    expect([...facts.datasetProperties.keys()]).toEqual(["direct"]);
    expect(parseModule("").vdevProperties.size).toBe(0);
    expect(() => parseModule(moduleFiles.slice(5))).toThrow(ParseError);
});

test.each([
    ["pool", "failmode", "wait", { kind: "choice", words: ["wait", "continue", "panic"] }, "wait"],
    ["pool", "autotrim", "off", { kind: "choice", words: ["on", "off"] }, "off"],
    ["pool", "cachefile", undefined, { kind: "choice", words: ["", "none"] }, ""],
    ["pool", "compatibility", "off", { kind: "text", limit: 4095, characters: "line" }, "off"],
    ["pool", "dedup_table_quota", "auto", { kind: "number", words: ["auto", "none"], isSize: true }, "auto"],
    ["vdev", "checksum_n", undefined, { kind: "number", words: ["none"], isSize: false }, "none"],
    ["vdev", "failfast", "on", { kind: "choice", words: ["on", "off", "inherit"] }, "on"],
    ["vdev", "comment", undefined, { kind: "text", limit: 4095, characters: "line" }, ""],
    ["vdev", "org.example:bay", "3", { kind: "text", limit: 8191, characters: "line" }, ""],
] as const)("%s property %s, now %s", (owner, name, value, values, reset) => {
    expect(settable(owner, name, value)).toEqual({ name, owner, values, reset });
});

test.each([
    ["pool", "size", "1"],
    ["pool", "guid", "1"],
    ["pool", "altroot", undefined],
    ["pool", "readonly", "off"],
    ["pool", "version", undefined],
    ["pool", "unheard", "of"],
    ["vdev", "allocating", undefined],
    ["vdev", "path", undefined],
] as const)("%s property %s, now %s, cannot be set", (owner, name, value) => {
    expect(settable(owner, name, value)).toBeUndefined();
});

test("what only an import or an upgrade sets", () => {
    expect(["altroot", "readonly", "version", "size"].map((name) => fixedReason("pool", name))).toEqual([
        ...["importOnly", "importOnly", "upgradeOnly", undefined],
    ]);
    expect(fixedReason("vdev", "version")).toBeUndefined();
});

test.each([
    ["pool", "comment", "", undefined],
    ["pool", "comment", "x".repeat(32), undefined],
    ["pool", "comment", "x".repeat(33), { kind: "tooLong", limit: 32, length: 33 }],
    ["pool", "comment", "schön", { kind: "invalidCharacter", character: "ö" }],
    ["pool", "comment", "a\tb", { kind: "invalidCharacter", character: "\t" }],
    ["pool", "autotrim", "on", undefined],
    ["pool", "dedup_table_quota", "10G", undefined],
    ["pool", "dedup_table_quota", "none", undefined],
    ["pool", "dedup_table_quota", "0", { kind: "noSize", words: ["auto", "none"] }],
    ["pool", "dedup_table_quota", "much", { kind: "noSize", words: ["auto", "none"] }],
    ["vdev", "io_n", "20", undefined],
    ["vdev", "io_n", "none", undefined],
    ["vdev", "io_n", "-1", { kind: "noNumber", words: ["none"] }],
    ["vdev", "io_n", "99999999999999999999", { kind: "noNumber", words: ["none"] }],
    ["vdev", "comment", "bay 3, größer", undefined],
    ["vdev", "comment", "a\nb", { kind: "invalidCharacter", character: "\n" }],
    ["vdev", "path", "/dev/disk/by-id/ata-B-part1", undefined],
    ["vdev", "path", "/mnt/file", { kind: "noDevicePath" }],
] as const)("%s property %s may be %j or not", (owner, name, value, problem) => {
    const found = settable(owner, name, "now");
    expect(found && checkValue(found, value)).toEqual(problem);
    expect(found).toBeDefined();
});

test("a text is measured in bytes", () => {
    const note = userProperty("pool", "org.example:note");
    expect(checkValue(note, "ö".repeat(4095))).toBeUndefined();
    expect(checkValue(note, "ö".repeat(4096))).toEqual({ kind: "tooLong", limit: 8191, length: 8192 });
});

test("a size is set in bytes, and all else as it was typed", () => {
    const quota = settable("pool", "dedup_table_quota", "auto");
    const comment = settable("pool", "comment");
    expect(quota && valueToSet(quota, "1.5 GiB")).toBe("1610612736");
    expect(quota && valueToSet(quota, "none")).toBe("none");
    expect(comment && valueToSet(comment, "10G")).toBe("10G");
});
