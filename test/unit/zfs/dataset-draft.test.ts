import {
    checkDraftValue,
    checkNewName,
    checkParent,
    checkVolumeSize,
    draftOptions,
    nearestAbove,
    propertiesFor,
} from "../../../src/zfs/dataset-draft.ts";
import type { DatasetDraft, DraftProblem } from "../../../src/zfs/dataset-draft.ts";
import { checkCloneName, checkMove } from "../../../src/zfs/dataset-move.ts";
import {
    draftProperties,
    draftWords,
    inheritedOf,
    inheritedPlace,
} from "../../../src/zfs/draft-properties.ts";
import { emptyKey, encryptionSettings } from "../../../src/zfs/new-key.ts";
import { parseModule } from "../../../src/zfs/parse/module.ts";

import { filesystem, volume } from "./dataset-samples.ts";
import { fixture } from "./fixtures.ts";

const tree = [
    filesystem("tank"),
    filesystem("tank/home"),
    filesystem("tank/home/anna"),
    volume("tank/vol"),
    filesystem("other"),
];

const draft: DatasetDraft = {
    ...{ kind: "filesystem", parent: "tank", name: "new", values: {} },
    ...{ size: "", isSparse: false, withParents: false },
};
const noKey = { settings: [], hasSecret: false };
const property = (name: string) => {
    const found = draftProperties.find((one) => one.name === name);
    if (!found) throw new Error(`no ${name}`);
    return found;
};

test.each([
    ["tank/new", false, undefined],
    ["tank/home", false, { kind: "taken" }],
    ["tank/a/b", false, { kind: "parentMissing", parent: "tank/a" }],
    ["tank/a/b", true, undefined],
    ["tank/", false, { kind: "emptyComponent" }],
    ["tank/ü", false, { kind: "invalidCharacter", character: "ü" }],
    [`tank/${"x".repeat(251)}`, false, { kind: "tooLong", limit: 255 }],
    [`tank/${"x".repeat(250)}`, false, undefined],
    [`tank${"/x".repeat(50)}`, true, { kind: "tooDeep", limit: 49 }],
    [`tank${"/x".repeat(49)}`, true, undefined],
])("the new name %s (with parents: %s)", (name, withParents, problem) => {
    expect(checkNewName(name, tree, withParents)).toEqual(problem);
});

test("something new lies in a filesystem whose key is loaded", () => {
    expect(checkParent(nearestAbove("tank/a/b", tree))).toBeUndefined();
    expect(checkParent(nearestAbove("tank/vol/b", tree))).toBe("isVolume");
    expect(checkParent(nearestAbove("gone/b", tree))).toBe("noPool");
    expect(checkParent(filesystem("tank", { keyStatus: "unavailable" }))).toBe("isLocked");
});

test("nothing is set that is not in the form, and nothing of another kind of dataset", () => {
    const values = { compression: "zstd", quota: "10G", recordsize: "", volblocksize: "16K" };
    const [above, options] = draftOptions(
        { ...draft, values, isSparse: true },
        { name: "tank", guid: "1" },
        noKey,
    );
    expect(above.name).toBe("tank");
    expect(options).toEqual({
        name: "tank/new",
        settings: [
            ["compression", "zstd"],
            ["quota", "10737418240"],
        ],
        size: undefined,
        isSparse: true,
        withParents: false,
        hasSecret: false,
    });
    const [, ofVolume] = draftOptions(
        { ...draft, kind: "volume", size: "1G", values },
        { name: "tank", guid: "1" },
        noKey,
    );
    expect(ofVolume).toMatchObject({
        size: 1n << 30n,
        settings: [
            ["volblocksize", "16384"],
            ["compression", "zstd"],
        ],
    });
});

test("parents are created only where they are missing", () => {
    const deep = { ...draft, name: "a/b", withParents: true };
    expect(draftOptions(deep, { name: "tank", guid: "1" }, noKey)[1].withParents).toBe(true);
    expect(draftOptions({ ...deep, name: "b" }, { name: "tank", guid: "1" }, noKey)[1].withParents).toBe(
        false,
    );
});

test.each<[string, string, DraftProblem | undefined]>([
    ["mountpoint", "", undefined],
    ["mountpoint", "/srv/<img src=x onerror=1>", undefined],
    ["mountpoint", "none", undefined],
    ["mountpoint", "legacy", undefined],
    ["mountpoint", "srv", { kind: "noPath" }],
    ["mountpoint", "/a\nb", { kind: "noPath" }],
    ["quota", "10 GiB", undefined],
    ["quota", "0", { kind: "noSize" }],
    ["quota", "ten", { kind: "noSize" }],
    ["recordsize", "128K", undefined],
    ["recordsize", "100K", { kind: "noBlockSize" }],
    ["recordsize", "256", { kind: "noBlockSize" }],
    ["volblocksize", "16K", undefined],
    ["sync", "disabled", undefined],
    ["sharenfs", "rw=@10.0.0.0/8,no_root_squash", undefined],
])("%s=%s", (name, value, problem) => {
    expect(checkDraftValue(property(name), value)).toEqual(problem);
});

test.each<[string, boolean, DraftProblem | undefined]>([
    ["1G", false, undefined],
    ["1G", true, undefined],
    ["", false, { kind: "noSize" }],
    ["-1G", false, { kind: "noSize" }],
    ["1000000", false, { kind: "noMultiple", block: 16384n, next: 1015808n }],
    ["3G", false, { kind: "noRoom", available: 2n << 30n }],
    ["3G", true, undefined],
])("a volume of %s, sparse: %s", (size, isSparse, problem) => {
    expect(checkVolumeSize(size, { block: 16384n, available: 2n << 30n, isSparse })).toEqual(problem);
});

test("volumes have no place, filesystems no blocks of a volume", () => {
    const names = (kind: "filesystem" | "volume") => propertiesFor(kind).map(({ name }) => name);
    expect(names("volume")).toEqual([
        ...["volblocksize", "compression", "reservation", "readonly", "sync", "logbias"],
        ...["copies", "checksum", "dedup"],
    ]);
    expect(names("filesystem")).not.toContain("volblocksize");
    expect(names("filesystem")).toContain("casesensitivity");
});

test("words are those of the module, the usual ones first", () => {
    const words = (version: string, name: string) => {
        const rules = parseModule(fixture("zfs-module", `${version}.txt`)).datasetProperties;
        return draftWords(property(name), rules.get(name));
    };
    expect(words("2.3.9", "compression").slice(0, 9)).toEqual([
        ...["lz4", "zstd", "zstd-fast", "gzip", "zle", "on", "off", "lzjb", "gzip-1"],
    ]);
    expect(words("2.3.9", "compression")).toContain("zstd-19");
    expect(words("2.3.9", "checksum")).toContain("blake3");
    expect(words("2.1.11", "checksum")).not.toContain("blake3");
    expect(words("2.3.9", "snapdir")).toEqual(["hidden", "visible", "disabled"]);
    expect(words("2.3.9", "xattr")).toEqual(["sa", "on", "off"]);
    expect(draftWords(property("dedup"), undefined)).toEqual(["off", "on", "verify"]);
});

test.each(["2.1.11", "2.3.9"])("what ZFS %s sets only once can be set at creation", (version) => {
    const rules = [...parseModule(fixture("zfs-module", `${version}.txt`)).datasetProperties];
    const once = rules.filter(([, { isSetOnce, isReadOnly }]) => isSetOnce && !isReadOnly);
    const ofKey = encryptionSettings(emptyKey).map(([name]) => name);
    expect(once.length).toBeGreaterThan(4);
    for (const [name, { datasets, values }] of once.filter(([one]) => !ofKey.includes(one))) {
        const drafted = property(name);
        expect(drafted).toMatchObject({ isOnce: true, kinds: datasets.filter((one) => one !== "snapshot") });
        if (drafted.values.kind === "choice")
            expect(drafted.values.words.toSorted()).toEqual(values.split(" | ").toSorted());
    }
});

test("what is not set comes from above, by name, or from ZFS", () => {
    const above = [
        { name: "compression", value: "lz4", source: "local" },
        { name: "atime", value: "off", source: "inherited from tank" },
        { name: "sync", value: "standard", source: "default" },
        { name: "quota", value: "100", source: "local" },
        { name: "casesensitivity", value: "mixed" },
    ];
    const of = (name: string) => inheritedOf(property(name), above, "tank/home");
    expect(of("compression")).toEqual({ value: "lz4", from: "tank/home" });
    expect(of("atime")).toEqual({ value: "off", from: "tank" });
    expect(of("sync")).toEqual({ value: "standard", from: undefined });
    expect(of("casesensitivity")).toEqual({ value: "mixed", from: "tank/home" });
    expect(of("quota")).toBeUndefined();
    expect(of("readonly")).toBeUndefined();
});

test.each([
    ["/tank", "/tank/a/b"],
    ["/", "/a/b"],
    ["none", "none"],
    [undefined, undefined],
])("below %s it is mounted at %s", (above, place) => {
    expect(inheritedPlace("tank/a/b", "tank", above)).toBe(place);
});

const home = filesystem("tank/home");
const encrypted = [
    ...tree,
    filesystem("tank/enc", { encryptionRoot: "tank/enc", keyStatus: "available" }),
    filesystem("tank/enc/a", { encryptionRoot: "tank/enc", keyStatus: "available" }),
    filesystem("tank/locked", { encryptionRoot: "tank/locked", keyStatus: "unavailable" }),
];

test.each([
    ["tank/home", false, { kind: "same" }],
    ["other/home", false, { kind: "otherPool", pool: "tank" }],
    ["tank/home/x", false, { kind: "intoItself" }],
    ["tank/homes", false, undefined],
    ["tank/vol", false, { kind: "taken" }],
    ["tank/vol/x", false, { kind: "parentIsVolume" }],
    ["tank/a/x", false, { kind: "parentMissing", parent: "tank/a" }],
    ["tank/a/x", true, undefined],
    [`tank/${"x".repeat(248)}`, false, { kind: "descendantTooLong", name: "tank/home/anna", limit: 255 }],
    [`tank${"/x".repeat(49)}`, true, { kind: "descendantTooDeep", name: "tank/home/anna", limit: 49 }],
])("tank/home becomes %s (with parents: %s)", (name, withParents, problem) => {
    expect(checkMove(home, name, encrypted, withParents)).toEqual(problem);
});

test("what uses the key of another dataset stays in it", () => {
    const [inner, root] = [encrypted[6], encrypted[5]].map((one) => one ?? home);
    if (!inner || !root) throw new Error("no datasets");
    expect(checkMove(inner, "tank/a", encrypted, false)).toEqual({
        kind: "leavesEncryptionRoot",
        root: "tank/enc",
    });
    expect(checkMove(inner, "tank/enc/b", encrypted, false)).toBeUndefined();
    expect(checkMove(root, "tank/home/enc", encrypted, false)).toBeUndefined();
});

test.each([
    ["tank/new", undefined],
    ["tank", { kind: "taken" }],
    ["other/new", { kind: "otherPool", pool: "tank" }],
    ["tank/vol/new", { kind: "parentIsVolume" }],
    ["tank/locked/new", { kind: "parentIsLocked", parent: "tank/locked" }],
])("a clone called %s", (name, problem) => {
    expect(checkCloneName(name, { pool: "tank", datasets: encrypted, withParents: false })).toEqual(problem);
});
