import { quotaUses, spaceParts, tightQuota } from "../../../src/zfs/dataset-space.ts";
import { datasetTest, hasTrait, isUnmounted } from "../../../src/zfs/dataset-traits.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";

const dataset = (more: Partial<Dataset> = {}): Dataset => ({
    name: "tank/a",
    type: "filesystem",
    guid: "1",
    mounted: true,
    mountpoint: "/tank/a",
    canmount: "on",
    encryption: "off",
    ...more,
});

test.each([
    ["mounted", {}, true],
    ["notMounted", { mounted: undefined }, false],
    ["encrypted", {}, false],
    ["encrypted", { encryption: undefined }, false],
    ["encrypted", { encryption: "aes-256-gcm" }, true],
    ["locked", { keyStatus: "unavailable" }, true],
    ["shared", { sharenfs: "off", sharesmb: undefined }, false],
    ["shared", { sharenfs: "rw=@10.0.0.0/8" }, true],
    ["shared", { sharesmb: "on" }, true],
    ["readonly", { readonly: undefined }, false],
    ["clone", { origin: "tank/b@s" }, true],
] as const)("%s: %j is %j", (trait, more, expected) => {
    expect(hasTrait(dataset(more), trait)).toBe(expected);
});

test("traits that exclude each other widen what is looked for, others narrow it", () => {
    const is = (traits: Parameters<typeof datasetTest>[0]["traits"], more: Partial<Dataset> = {}) =>
        datasetTest({ text: "", traits })(dataset(more));
    expect(is(["filesystem", "volume"])).toBe(true);
    expect(is(["volume"])).toBe(false);
    expect(is(["mounted", "readonly"])).toBe(false);
    expect(is(["mounted", "notMounted", "readonly"], { readonly: true })).toBe(true);
});

test.each([
    [{ mounted: false }, true],
    [{ mounted: false, canmount: "noauto" }, false],
    [{ mounted: false, mountpoint: "none" }, false],
    [{ mounted: false, mountpoint: "legacy" }, false],
    [{ mounted: false, keyStatus: "unavailable" }, false],
    [{ mounted: false, zoned: true }, false],
    [{ mounted: undefined }, false],
    [{}, false],
] as const)("whether %j should be mounted and is not", (more, expected) => {
    expect(isUnmounted(dataset(more))).toBe(expected);
});

test("quotas count what they limit", () => {
    const full = dataset({ quota: 100n, used: 89n, refquota: 50n, referenced: 48n });
    expect(quotaUses(full)).toEqual([
        { property: "quota", limit: 100n, used: 89n, percent: 89 },
        { property: "refquota", limit: 50n, used: 48n, percent: 96 },
    ]);
    expect(tightQuota(full)?.property).toBe("refquota");
    expect(tightQuota({ ...full, referenced: 0n })).toBeUndefined();
    expect(quotaUses(dataset({ quota: 100n }))).toEqual([]);
    expect(quotaUses(dataset({ used: 1n }))).toEqual([]);
});

test("parts of the space that ZFS does not tell are not there", () => {
    expect(spaceParts(dataset({ usedByDataset: 1n, usedByChildren: 0n }))).toEqual([
        { kind: "data", bytes: 1n },
        { kind: "children", bytes: 0n },
    ]);
});
