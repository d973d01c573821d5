import type { Pool, Vdev } from "../../../src/zfs/model.ts";
import { paddingOf } from "../../../src/zfs/raidz-padding.ts";

const vdev = (name: string, kind: string, disks: number): Vdev => ({
    ...{ name, kind, notes: [] },
    children: Array.from({ length: disks }, (_, index) => ({ name: `d${index}`, notes: [], children: [] })),
});
const poolOf = (...children: readonly Vdev[]): Pool => ({
    ...{ name: "tank", state: "ONLINE", rebuilds: [], sections: [], unknown: [] },
    root: { name: "tank", notes: [], children },
});

const [kib, mirror] = [1024n, vdev("mirror-0", "mirror", 2)];

test("raidz2 of 6 disks takes six sectors for two, where it reckons with half as much again", () => {
    expect(paddingOf(poolOf(vdev("raidz2-0", "raidz", 6)), 8n * kib)).toEqual({
        ...{ vdev: "raidz2-0", disks: 6, factor: 2, better: 16n * kib },
    });
});

test.each<[string, Vdev, bigint, number | undefined]>([
    // 2 sectors and their parity: 3, padded to 4; reckoned 42 for 32
    ["raidz1 of 4, 8 KiB", vdev("raidz1-0", "raidz", 4), 8n, 1.45],
    ["raidz1 of 3, 16 KiB", vdev("raidz1-0", "raidz", 3), 16n, undefined],
    ["raidz1 of 3, 4 KiB", vdev("raidz1-0", "raidz", 3), 4n, 1.33],
    ["raidz3 of 11, 16 KiB", vdev("raidz3-0", "raidz", 11), 16n, 1.45],
    ["raidz2 of 6, 128 KiB", vdev("raidz2-0", "raidz", 6), 128n, undefined],
    // a row of 4 sectors and their parity is filled for a single one
    ["draid, 4 KiB", vdev("draid1:4d:6c:1s-0", "draid", 6), 4n, 4],
    ["mirror, 4 KiB", mirror, 4n, undefined],
])("%s", (_name, child, block, factor) => {
    const padding = paddingOf(poolOf(child), block * kib);
    if (factor === undefined) expect(padding).toBeUndefined();
    else expect(padding?.factor).toBeCloseTo(factor, 1);
});

test("the worst vdev is told", () => {
    const pool = poolOf(mirror, vdev("raidz1-1", "raidz", 3), vdev("raidz2-2", "raidz", 8));
    expect(paddingOf(pool, 4n * kib)?.vdev).toBe("raidz2-2");
});
