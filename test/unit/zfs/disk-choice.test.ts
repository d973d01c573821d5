import { diskName, diskOffers, diskPath } from "../../../src/zfs/disk-choice.ts";
import type { ImportedPool } from "../../../src/zfs/disk-choice.ts";
import { isAgreed, maybeInUse, overridable } from "../../../src/zfs/overwrite.ts";
import { parseDisks } from "../../../src/zfs/parse/disks.ts";

const disk = (name: string, more: object = {}) => ({
    ...{ name, path: `/dev/${name}`, kind: "disk", size: 1000, mounts: [], swap: false, children: [] },
    byId: [`/dev/disk/by-id/ata-${name}`],
    ...more,
});
const part = (name: string, more: object = {}) => ({ ...disk(name), kind: "partition", ...more });

const tank: ImportedPool = {
    name: "tank",
    status: {
        ...{ name: "tank", state: "ONLINE", rebuilds: [], sections: [], unknown: [] },
        root: {
            ...{ name: "tank", notes: [] },
            children: [{ name: "/dev/disk/by-id/ata-sda1", state: "ONLINE", notes: [], children: [] }],
        },
    },
};

const offersOf = (disks: readonly object[], pools: readonly ImportedPool[] = [tank], least = 0n) =>
    diskOffers(parseDisks(JSON.stringify({ disks })), pools, least);

test.each<[string, object, object]>([
    ["a pool has it", disk("sda", { children: [part("sda1")] }), { kind: "inPool", pool: "tank" }],
    ["the system is on it", disk("sdb", { apart: "system" }), { kind: "system" }],
    ["it is swapped to", disk("sdb", { children: [part("sdb1", { swap: true })] }), { kind: "system" }],
    [
        "it is mounted",
        disk("sdb", { children: [part("sdb1", { mounts: ["/data"] })] }),
        { kind: "mounted", place: "/data" },
    ],
    [
        "something stands on it",
        disk("sdb", { children: [part("sdb1", { children: [{ ...part("dm-0"), kind: "crypt" }] })] }),
        { kind: "built", device: "/dev/dm-0" },
    ],
    ["it cannot be written to", disk("sdb", { readOnly: true }), { kind: "readOnly" }],
    ["it is too small", disk("sdb", { size: 999 }), { kind: "tooSmall", least: 1000n }],
])("a disk cannot be chosen when %s", (_what, one, obstacle) => {
    expect(offersOf([one], [tank], 1000n)).toMatchObject([{ obstacle }]);
});

test("free disks come before used ones, and these before what cannot be chosen; what is no disk is left out", () => {
    const offers = offersOf([
        disk("sda", { children: [part("sda1")] }),
        disk("sdb", { content: { type: "ext4", label: "data" } }),
        disk("sd10"),
        disk("sd9"),
        { ...disk("zd0"), apart: "zvol" },
    ]);
    expect(offers.map((offer) => diskName(offer.disk))).toEqual([
        "ata-sd9",
        "ata-sd10",
        "ata-sdb",
        "ata-sda",
    ]);
    expect(offers[2]?.holdings).toMatchObject([{ type: "ext4", label: "data" }]);
});

test("of a pool that does not answer the disks are those with its label", () => {
    const labelled = disk("sdb", { content: { type: "zfs_member", label: "tank" } });
    expect(offersOf([labelled], [{ name: "tank" }])[0]?.obstacle).toEqual({ kind: "inPool", pool: "tank" });
    expect(offersOf([labelled])[0]?.obstacle).toBeUndefined();
});

test("a disk is given by a name that lasts, if it has one", () => {
    const [named, bare] = parseDisks(JSON.stringify({ disks: [disk("sda"), disk("sdb", { byId: [] })] }));
    expect(named && diskPath(named)).toBe("/dev/disk/by-id/ata-sda");
    expect(bare && diskPath(bare)).toBe("/dev/sdb");
});

const refusal = (...reasons: string[]) =>
    `invalid vdev specification\nuse '-f' to override the following errors:\n${reasons.join("\n")}\n`;
const ext4 = "/dev/disk/by-id/ata-sdb contains a filesystem of type 'ext4'";
const exported = "/dev/sdb1 is part of exported pool 'old tank'";

test("what -f would override is read from zpool's words, and from nothing else", () => {
    expect(overridable(refusal(ext4, exported))).toEqual([ext4, exported]);
    expect(overridable("invalid vdev specification\nthe following errors must be manually repaired:\n")).toBe(
        undefined,
    );
    expect(overridable("cannot attach: device is too small\n")).toBeUndefined();
});

test.each([
    [[ext4], true],
    [[ext4, exported], true],
    [["/dev/disk/by-id/ata-sdb contains a filesystem of type 'xfs'"], false],
    [["/dev/sdc contains a filesystem of type 'ext4'"], false],
    [["/dev/sdb1 is part of exported pool 'other'"], false],
    [["/dev/sdb1 is part of potentially active pool 'old tank'"], true],
    [["/dev/sdb1 is part of active pool 'old tank'"], false],
    [["/dev/sdb1 is part of unknown pool 'old tank'"], false],
    [["/dev/sdb2 is part of exported pool 'photos'"], false],
    [["/dev/sdb contains a corrupt primary EFI label."], false],
    [[], false],
])("%j is what the person has agreed to: %s", (reasons, expected) => {
    const [offer] = offersOf([
        disk("sdb", {
            content: { type: "ext4" },
            children: [
                part("sdb1", { content: { type: "zfs_member", label: "old tank" } }),
                part("sdb2", { content: { type: "ext4", label: "photos" } }),
            ],
        }),
    ]);
    expect(isAgreed(reasons, offer?.holdings ?? [])).toBe(expected);
});

test.each<[string, readonly string[], readonly string[]]>([
    ["it was exported", [exported], []],
    ["a part of the disk was exported", ["/dev/disk/by-id/ata-sdc-part1 is part of exported pool 'bay'"], []],
    ["it was not", ["/dev/sdb1 is part of potentially active pool 'old tank'"], ["old tank"]],
    ["another one was exported", ["/dev/sdb1 is part of exported pool 'bay'"], ["old tank"]],
    ["one on another disk was exported", ["/dev/sdba1 is part of exported pool 'old tank'"], ["old tank"]],
    ["nothing, since something else was in the way before", [ext4], ["old tank"]],
])("of a pool on a disk zpool says that %s", (_what, reasons, pools) => {
    const named = reasons[0]?.includes("sdc") ? "sdc" : "sdb";
    const offers = offersOf([
        disk("sdb", {
            children: [
                part("sdb1", { content: { type: "zfs_member", label: "old tank" } }),
                part("sdb2", { content: { type: "ext4" } }),
            ],
        }),
        disk("sdc", { content: { type: "zfs_member", label: "bay" } }),
    ]);
    const holdings = offers.find((offer) => offer.disk.name === named)?.holdings ?? [];
    expect(maybeInUse(reasons, holdings).map(({ label }) => label)).toEqual(pools);
});
