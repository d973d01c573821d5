import type { Disk } from "../disk.ts";
import { LABELS } from "../least-size.ts";
import type { Bytes } from "../model.ts";

import { isRaidz, parityOfKind } from "./plan.ts";
import type { PlannedVdev } from "./plan.ts";

/** The size of the blocks by which ZFS itself reckons what parity costs, and tells free space. vdev_deflate_ratio */
const BLOCK = 1n << 17n;
/** What the partition table on a whole disk and the part behind the data take, generously. efi_use_whole_disk() */
const PARTITIONS = 10n << 20n;
/** What ZFS keeps back for itself: 1/32, but at least and at most so much. spa_get_slop_space() in spa_misc.c. */
const SLOP_SHIFT = 5n;
const [LEAST_SLOP, MOST_SLOP] = [1n << 27n, 1n << 37n];

/**
 * Bytes that can be used, as `zfs list` would tell them for the empty pool: an estimate, to a few hundredths. Of each
 * disk counts what the smallest of its vdev has; parity and the padding that comes with it are reckoned for blocks of
 * 128 KiB, as ZFS does. With smaller blocks raidz holds less. Log, cache, spare, special and dedup add nothing.
 *
 * The formulas are those of vdev_raidz_asize(), vdev_draid_asize() and spa_get_slop_space().
 *
 * @param ashift the exponent of the sector size, if it is not left to ZFS
 */
export function usableSpace(vdevs: readonly PlannedVdev[], ashift?: number): Bytes {
    const space = sum(vdevs.filter((vdev) => vdev.class === "data").map((vdev) => spaceOf(vdev, ashift)));
    return space - atMost(atLeast(space >> SLOP_SHIFT, atMost(space / 2n, LEAST_SLOP)), MOST_SLOP);
}

/** Bytes of the smallest disk of a vdev, which count of each. */
export const smallest = (disks: readonly Disk[]): Bytes =>
    disks.map(({ size = 0n }) => size).reduce((least, size) => atMost(least, size));

function spaceOf(vdev: PlannedVdev, ashift = autoAshift(vdev.disks)): Bytes {
    const { kind, disks, draid } = vdev;
    const each = atLeast(smallest(disks) - LABELS - PARTITIONS, 0n);
    const all = BigInt(disks.length);
    const parity = BigInt(parityOfKind(kind));
    if (isRaidz(kind)) return (each * all * BLOCK) / raidzBlock(all, parity, BigInt(ashift));
    if (draid) {
        const data = BigInt(draid.data);
        return (each * (all - BigInt(draid.spares)) * BLOCK) / draidBlock(data, parity, BigInt(ashift));
    }
    return each;
}

/** Bytes that a block takes on a raidz: with its parity, in whole sectors, padded to parity + 1 of them. */
export function raidzBlock(width: bigint, parity: bigint, ashift: bigint, block = BLOCK): Bytes {
    const data = ceil(block, 1n << ashift);
    const sectors = data + parity * ceil(data, width - parity);
    return (ceil(sectors, parity + 1n) * (parity + 1n)) << ashift;
}

/** The same on a draid, which fills whole rows of a group. */
export const draidBlock = (data: bigint, parity: bigint, ashift: bigint, block = BLOCK): Bytes =>
    (ceil(block, data << ashift) * (data + parity)) << ashift;

/** What ZFS takes for a vdev: the largest sector of its disks, from 512 bytes to 16 KiB. vdev_ashift_optimize() */
export function autoAshift(disks: readonly Disk[]): number {
    const largest = Math.max(512, ...disks.map(({ physicalBlock = 512 }) => physicalBlock));
    return Math.min(Math.ceil(Math.log2(largest)), 14);
}

const ceil = (value: bigint, divisor: bigint): bigint => (value + divisor - 1n) / divisor;
const atMost = (value: Bytes, limit: Bytes): Bytes => (value < limit ? value : limit);
const atLeast = (value: Bytes, limit: Bytes): Bytes => (value > limit ? value : limit);
const sum = (values: readonly Bytes[]): Bytes => values.reduce((total, value) => total + value, 0n);
