// Disks for tests of layouts.
import type { Disk } from "../../../src/zfs/disk.ts";
import { arrange } from "../../../src/zfs/layout/plan.ts";
import type { PlannedVdev, Shape, VdevClass } from "../../../src/zfs/layout/plan.ts";

export const TIB = 1n << 40n;
/** Of a disk, if nothing else is said: in bytes. */
export const SIZE = TIB / 2n;

/** A disk with sectors of 4 KiB, if nothing else is said. */
export const disk = (name: string, more: Partial<Disk> = {}): Disk => ({
    ...{ name, path: `/dev/${name}`, byId: [`/dev/disk/by-id/ata-${name}`], byPath: [], byVdev: [] },
    ...{ size: SIZE, mounts: [], children: [], serial: `S-${name}`, physicalBlock: 4096 },
    ...more,
});

/** So many disks with names of one letter, from `first` on. */
export const disks = (count: number, more: Partial<Disk> = {}, first = "a"): readonly Disk[] =>
    Array.from({ length: count }, (_unused, index) =>
        disk(String.fromCharCode(first.charCodeAt(0) + index), more),
    );

/** The vdevs that come of some disks. */
export const vdevs = (vdevClass: VdevClass, of: readonly Disk[], shape: Shape): readonly PlannedVdev[] =>
    arrange(of, vdevClass, shape).vdevs;
