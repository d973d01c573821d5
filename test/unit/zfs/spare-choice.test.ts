import type { Pool, Vdev } from "../../../src/zfs/model.ts";
import { parseDisks } from "../../../src/zfs/parse/disks.ts";
import { spareOffers } from "../../../src/zfs/spare-choice.ts";

const vdev = (name: string, more: Partial<Vdev> = {}): Vdev => ({
    ...{ name, guid: `1${name}`, kind: "disk", state: "ONLINE", notes: [], children: [] },
    ...more,
});
const spare = (name: string, more: Partial<Vdev> = {}) => vdev(name, { state: "AVAIL", ...more });

const [a, b] = [vdev("a"), vdev("b")];
const mirror = vdev("mirror-0", { kind: "mirror", children: [a, b] });
const inMirror = { vdev: a, above: [mirror] };

const pool = (...spares: readonly Vdev[]): Pool => ({
    ...{ name: "tank", state: "ONLINE", rebuilds: [], unknown: [] },
    root: vdev("tank", { kind: "root", children: [mirror] }),
    sections: [{ kind: "spares", vdevs: spares }],
});

const part = (name: string, more: object = {}) => ({
    ...{ name, path: `/dev/${name}`, kind: "partition", size: 900, mounts: [], swap: false, children: [] },
    byId: [`/dev/disk/by-id/ata-${name.replace(/(\d+)$/, "-part$1")}`],
    ...more,
});
const disk = (name: string, ...children: readonly object[]) => ({
    ...{ name, path: `/dev/${name}`, kind: "disk", size: 1000, mounts: [], swap: false, serial: `S-${name}` },
    ...{ byId: [`/dev/disk/by-id/ata-${name}`], content: { table: "gpt" }, children },
});

const hostDisks = parseDisks(
    JSON.stringify({
        disks: [
            disk("sds", part("sds1", { content: { type: "zfs_member" } }), part("sds9", { size: 8 << 20 })),
            disk("sdt", part("sdt1"), part("sdt2", { content: { type: "zfs_member" } })),
        ],
    }),
);
const whole = spare("/dev/disk/by-id/ata-sds-part1");

const offersOf = (of: Pool, place: Parameters<typeof spareOffers>[1] = inMirror, least = 0n) =>
    spareOffers(of, place, hostDisks, least);
const paths = (...args: Parameters<typeof offersOf>) => offersOf(...args).map(({ path }) => path);

test("a spare that ZFS was given whole is given whole again, as it was seen", () => {
    expect(offersOf(pool(whole))).toMatchObject([
        {
            path: "/dev/disk/by-id/ata-sds",
            disk: { name: "sds" },
            seen: {
                path: "/dev/disk/by-id/ata-sds",
                serial: "S-sds",
                size: 1000,
                signatures: ["gpt", "zfs_member", null],
            },
            obstacle: undefined,
        },
    ]);
});

test("a spare on a partition is given by that partition, whatever stands beside it", () => {
    expect(offersOf(pool(spare("/dev/disk/by-id/ata-sdt-part2")))).toMatchObject([
        {
            path: "/dev/disk/by-id/ata-sdt-part2",
            seen: { path: "/dev/disk/by-id/ata-sdt-part2", size: 900, signatures: ["zfs_member"] },
        },
    ]);
});

test("a name that is another disk's now is not given", () => {
    const moved = spare("/dev/sdz1", { guid: "77" });
    const content = { type: "zfs_member", memberUuid: "77" };
    const now = parseDisks(
        JSON.stringify({ disks: [disk("sdu", part("sdu1", { content }), part("sdu9", { size: 9 }))] }),
    );
    expect(spareOffers(pool(moved), inMirror, now, 0n)).toMatchObject([{ path: "/dev/disk/by-id/ata-sdu" }]);
});

test("only what is available is offered, and no disk that is not known", () => {
    const inUse = { ...whole, state: "INUSE" };
    expect(offersOf(pool(inUse, spare("/dev/disk/by-id/ata-gone-part1")))).toEqual([]);
    expect(paths(pool(spare("/mnt/sp1", { kind: "file" })))).toEqual(["/mnt/sp1"]);
});

test("a spare that is too small says so", () => {
    expect(offersOf(pool(whole), inMirror, 2000n)).toMatchObject([
        { obstacle: { kind: "tooSmall", least: 2000n } },
    ]);
});

test("no spare steps in for a log, or where one has", () => {
    expect(offersOf(pool(whole), { vdev: a, above: [], section: "logs" })).toEqual([]);
    expect(offersOf(pool(whole), { vdev: a, above: [], section: "special" })).toHaveLength(1);
    const spared = vdev("spare-0", { kind: "spare", children: [a, b] });
    expect(offersOf(pool(whole), { vdev: a, above: [mirror, spared] })).toEqual([]);
});

test("the spread spare of a draid is for the disks of that draid alone", () => {
    const spread = spare("draid2-3-0", { kind: "dspare" });
    const draid = (name: string) => ({ vdev: a, above: [vdev(name, { kind: "draid", children: [a] })] });
    expect(paths(pool(spread), draid("draid2:4d:7c:1s-3"))).toEqual(["draid2-3-0"]);
    expect(paths(pool(spread), draid("draid2:4d:7c:1s-1"))).toEqual([]);
    expect(paths(pool(spread))).toEqual([]);
});
