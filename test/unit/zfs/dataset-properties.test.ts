import {
    allProperties,
    datasetFixedReason,
    datasetSettable,
    hasProperty,
    isInheritable,
    isMounting,
    isRevertible,
    plainValue,
    typedValue,
} from "../../../src/zfs/dataset-settable.ts";
import { checkDatasetValue, cutsVolume } from "../../../src/zfs/dataset-values.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";
import { newestVersion } from "../../../src/zfs/module.ts";
import { parseSources } from "../../../src/zfs/parse/get-dataset.ts";
import { parseModule } from "../../../src/zfs/parse/module.ts";
import { valueToSet } from "../../../src/zfs/settable.ts";

import { fixture } from "./fixtures.ts";

const rulesOf = (version: string) => parseModule(fixture("zfs-module", `${version}.txt`)).datasetProperties;
const rules = rulesOf("2.3.9");

const MiB = 2n ** 20n;
const home: Dataset = { name: "tank/home", type: "filesystem", guid: "1" };
const disk: Dataset = { name: "tank/disk", type: "volume", guid: "2" };

const settable = (name: string, dataset: Dataset = home) => datasetSettable(name, rules.get(name), dataset);
const check = (name: string, value: string, dataset: Dataset = home) => {
    const found = settable(name, dataset);
    if (!found) throw new Error(`${name} cannot be set`);
    return checkDatasetValue(found, rules.get(name), [dataset], value);
};

test("the module says of which types a property is, and what is set only once", () => {
    expect(rules.get("volblocksize")).toEqual({
        type: "number",
        isReadOnly: false,
        isSetOnce: true,
        isVisible: true,
        datasets: ["volume"],
        values: "512 to 128k, power of 2",
        default: "16384",
    });
    expect(rules.get("inconsistent")?.isVisible).toBe(false);
    expect(hasProperty(rules, "recordsize", "volume")).toBe(false);
    expect(hasProperty(rules, "recordsize", "filesystem")).toBe(true);
    expect(hasProperty(rules, "org.example:a", "volume")).toBe(true);
    expect(rulesOf("2.1.11").has("direct")).toBe(false);
});

test.each([
    ["atime", { kind: "choice", words: ["on", "off"] }, "on"],
    ["dedup", expect.objectContaining({ words: expect.arrayContaining(["sha256", "sha256,verify"]) }), "off"],
    ["quota", { kind: "number", words: ["none"], isSize: true }, "none"],
    ["recordsize", { kind: "number", words: [], isSize: true }, "128 KiB"],
    ["special_small_blocks", { kind: "number", words: ["0"], isSize: true }, "0"],
    ["snapshot_limit", { kind: "number", words: ["none"], isSize: false }, "none"],
    ["mountpoint", { kind: "text", limit: 4095, characters: "line" }, "/"],
    ["org.example:note", { kind: "text", limit: 8191, characters: "any" }, ""],
])("%s is set as the module says", (name, values, reset) => {
    expect(settable(name)).toEqual({ name, owner: "dataset", values, reset });
});

test("words of a pattern are all there", () => {
    const { words = [] } = settable("compression")?.values as { readonly words?: readonly string[] };
    expect(words).toEqual(expect.arrayContaining(["gzip-9", "zstd-19", "zstd-fast-1000", "lz4"]));
    expect(words).toHaveLength(4 + 9 + 3 + 19 + 1 + 21);
    expect(words.filter((word) => /[[\]]/.test(word))).toEqual([]);
});

test.each([
    ["casesensitivity", "creationOnly"],
    ["encryption", "creationOnly"],
    ["keyformat", "keyOnly"],
    ["pbkdf2iters", "keyOnly"],
    ["version", "upgradeOnly"],
    ["keylocation", "encryptionRootOnly"],
    ["used", undefined],
    ["nosuch", undefined],
] as const)("%s cannot be set: %s", (name, reason) => {
    expect(datasetFixedReason(name, rules.get(name), home)).toBe(reason);
    expect(settable(name)).toBeUndefined();
});

test("an encryption root says where its key is", () => {
    const root = { ...home, encryptionRoot: "tank/home" };
    expect(settable("keylocation", root)?.values.kind).toBe("text");
    expect(check("keylocation", "nowhere", root)).toEqual({ kind: "noKeyLocation" });
    for (const place of ["prompt", "file:///root/key", "https://example.org/key"])
        expect(check("keylocation", place, root)).toBeUndefined();
});

test("what goes down, what comes back, what mounts", () => {
    expect(["compression", "mountpoint", "org.example:a", "later"].map(isInheritable)).toEqual(
        Array.from({ length: 4 }, () => true),
    );
    expect(["quota", "canmount", "volsize", "keylocation"].map(isInheritable)).not.toContain(true);
    expect(["quota", "volsize", "version"].map(isRevertible)).toEqual([true, false, false]);
    expect(["mountpoint", "sharenfs", "sharesmb", "canmount"].map(isMounting)).toEqual([
        true,
        true,
        true,
        false,
    ]);
});

test("numbers that stand for none are none, and sizes are typed in their unit where that is exact", () => {
    const plain = (name: string, value: string) => plainValue(rules.get(name)!, value);
    expect(plain("quota", "0")).toBe("none");
    expect(plain("snapshot_limit", String(2n ** 64n - 1n))).toBe("none");
    expect(plain("special_small_blocks", "0")).toBe("0");
    expect(plain("quota", "12")).toBe("12");
    const typed = (name: string, value: string) => typedValue(rules.get(name)!, value);
    expect(typed("quota", "10737418240")).toBe("10 GiB");
    expect(typed("quota", "10737418241")).toBe("10737418241");
    expect(typed("quota", "0")).toBe("none");
    expect(typed("copies", "2")).toBe("2");
    const quota = settable("quota");
    expect(quota && valueToSet(quota, "10 GiB")).toBe("10737418240");
});

const full: Dataset = {
    ...home,
    used: 100n * MiB,
    available: 50n * MiB,
    referenced: 60n * MiB,
    quota: 150n * MiB,
    reservation: 120n * MiB,
    refquota: 80n * MiB,
};
const plain: Dataset = { ...full, quota: undefined, reservation: undefined, refquota: undefined };

test.each([
    ["quota", "none", full, undefined],
    ["quota", "120M", full, undefined],
    ["quota", "110M", full, { kind: "belowReservation", limit: "reservation", bytes: 120n * MiB }],
    ["quota", "99M", { ...full, reservation: 0n }, { kind: "belowUsed", least: 100n * MiB }],
    ["quota", "1", home, undefined],
    ["quota", "much", full, { kind: "noSize", words: ["none"] }],
    ["refquota", "59M", full, { kind: "belowUsed", least: 60n * MiB }],
    ["refquota", "60M", full, undefined],
    ["reservation", "151M", full, { kind: "aboveQuota", limit: "quota", bytes: 150n * MiB }],
    ["reservation", "151M", plain, { kind: "aboveAvailable", most: 150n * MiB }],
    ["reservation", "50G", { ...plain, available: 20n * MiB, refquota: 80n * MiB }, undefined],
    ["refreservation", "81M", full, { kind: "aboveQuota", limit: "refquota", bytes: 80n * MiB }],
    ["recordsize", "3000", home, { kind: "noPowerOf2", least: 512n, most: 16n * MiB }],
    ["recordsize", "256", home, { kind: "noPowerOf2", least: 512n, most: 16n * MiB }],
    ["recordsize", "32M", home, { kind: "noPowerOf2", least: 512n, most: 16n * MiB }],
    ["recordsize", "16M", home, undefined],
    ["special_small_blocks", "0", home, undefined],
    ["special_small_blocks", "48K", home, { kind: "noPowerOf2", least: 512n, most: 16n * MiB }],
    ["filesystem_limit", "10G", home, { kind: "noNumber", words: ["none"] }],
    ["mountpoint", "/srv/<img onerror>", home, undefined],
    ["mountpoint", "legacy", home, undefined],
    ["mountpoint", "srv", home, { kind: "noMountpoint" }],
    ["mountpoint", "", home, { kind: "noMountpoint" }],
    ["mountpoint", "/a\nb", home, { kind: "invalidCharacter", character: "\n" }],
    ["sharenfs", "rw=@192.168.1.0/24", home, undefined],
    ["org.example:note", 'a\nb\t"$()"', home, undefined],
    ["org.example:note", "x".repeat(8192), home, { kind: "tooLong", limit: 8191, length: 8192 }],
    ["org.example:note", "a\0", home, { kind: "invalidCharacter", character: "\0" }],
] as const)("%s may be %j or not", (name, value, dataset, problem) => {
    expect(check(name, value, dataset)).toEqual(problem);
});

test("a volume is as large as whole blocks, and loses its end when it becomes smaller", () => {
    const volume = { ...disk, volsize: 64n * MiB, volblocksize: 16384n };
    expect(check("volsize", "40000000", volume)).toEqual({ kind: "noMultiple", block: 16384n });
    expect(check("volsize", "32M", volume)).toBeUndefined();
    expect(check("volsize", "0", volume)).toEqual({ kind: "noSize", words: [] });
    expect(check("refreservation", "auto", volume)).toBeUndefined();
    expect(check("refreservation", "auto", home)).toEqual({ kind: "noSize", words: ["none"] });
    expect(cutsVolume("volsize", "32M", 64n * MiB)).toBe(true);
    expect(cutsVolume("volsize", "64M", 64n * MiB)).toBe(false);
    expect(cutsVolume("quota", "32M", 64n * MiB)).toBe(false);
});

test("what a dataset could have stands there, too", () => {
    const given = parseSources("type\t-\ncompression\tlocal\n");
    const names = allProperties(given, rules, "volume").map(({ name }) => name);
    expect(names.slice(0, 2)).toEqual(["type", "compression"]);
    expect(names).toEqual(expect.arrayContaining(["volsize", "origin"]));
    expect(names).not.toContain("recordsize");
    expect(names).not.toContain("inconsistent");
    expect(names).not.toContain("userrefs");
    expect(new Set(names).size).toBe(names.length);
});

test.each(["2.1.11", "2.3.9"])("the newest version of filesystems is what the module says: %s", (version) => {
    const facts = parseModule(fixture("zfs-module", `${version}.txt`));
    expect(newestVersion(facts)).toBe("5");
    const rule = facts.datasetProperties.get("version");
    const later = rule && { ...rule, values: "1 | 2 | 3 | 4 | 5 | 6 | current" };
    const datasetProperties = new Map(later && [["version", later]]);
    expect(newestVersion({ ...facts, datasetProperties })).toBe("6");
    expect(newestVersion(undefined)).toBe("5");
});
