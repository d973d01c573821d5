import { diskName, diskOffers, diskPath } from "../../../src/zfs/disk-choice.ts";
import type { ImportedPool } from "../../../src/zfs/disk-choice.ts";
import type { Vdev } from "../../../src/zfs/model.ts";
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

/** The pool, whose only device is in this state. */
const tankWith = (vdev: Partial<Vdev>): ImportedPool => {
    const device = { name: "/dev/disk/by-id/ata-sda1", guid: "17", notes: [], children: [], ...vdev };
    const status = tank.status && { ...tank.status, root: { ...tank.status.root, children: [device] } };
    return { name: "tank", status };
};
const member = (memberUuid?: string) => ({ type: "zfs_member", label: "tank", memberUuid });
const holding = (content?: object) => disk("sda", { children: [part("sda1", { content })] });

test.each<[string, Partial<Vdev>, object | undefined, boolean]>([
    ["what a healthy device is on", { state: "ONLINE" }, undefined, false],
    ["what a faulted device is on", { state: "FAULTED", aux: "too many errors" }, undefined, false],
    ["what an offline device is on", { state: "OFFLINE" }, member("18"), false],
    ["what has the label of a missing device", { state: "REMOVED" }, member("17"), false],
    ["what may have the label of a missing device", { state: "UNAVAIL" }, member(), false],
    ["what is where a device of no known guid was", { state: "UNAVAIL", guid: undefined }, undefined, false],
    ["what lost the label of a missing device", { state: "UNAVAIL" }, undefined, true],
    ["another disk in its place", { state: "REMOVED" }, { type: "ext4" }, true],
    ["another pool's disk in its place", { state: "FAULTED", aux: "corrupted data" }, member("18"), true],
])("whether this can be chosen: %s", (_what, vdev, content, canBeChosen) => {
    const [offer] = offersOf([holding(content)], [tankWith(vdev)]);
    expect(offer?.obstacle).toEqual(canBeChosen ? undefined : { kind: "inPool", pool: "tank" });
});

test("the disk of a missing device keeps it wherever it is plugged in, and that in its place does not", () => {
    const moved = disk("sdb", { children: [part("sdb1", { content: member("17") })] });
    const offers = offersOf([holding({ type: "ext4" }), moved], [tankWith({ state: "UNAVAIL" })]);
    expect(offers.map((offer) => [offer.disk.name, offer.obstacle?.kind])).toEqual([
        ["sda", undefined],
        ["sdb", "inPool"],
    ]);
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
