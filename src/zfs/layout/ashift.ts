import type { Disk } from "../disk.ts";

import type { PlannedVdev } from "./plan.ts";
import { autoAshift } from "./space.ts";

/** 4 KiB, the least for a new pool: nearly all disks write as much at once, also those that tell of 512 bytes. */
export const LEAST_ASHIFT = 12;

/** The block size that is right for a new pool of some disks, also if they tell of smaller sectors than they have. */
export const newAshift = (disks: readonly Disk[]): number => Math.max(LEAST_ASHIFT, autoAshift(disks));

/** The block size that most vdevs of a pool have, of two the larger; undefined if that is not known. */
export function commonAshift(present: readonly number[]): number | undefined {
    const countOf = (ashift: number) => present.filter((one) => one === ashift).length;
    return present.toSorted((one, other) => countOf(other) - countOf(one) || other - one)[0];
}

/**
 * The block sizes that ZFS takes for vdevs if none is asked for, each once; undefined for one of which a disk does not
 * tell its sectors. Caches and spares have none of their own.
 */
export const autoAshifts = (vdevs: readonly PlannedVdev[]): readonly (number | undefined)[] => [
    ...new Set(
        vdevs
            .filter(hasAshift)
            .map(({ disks }) =>
                disks.every(({ physicalBlock }) => physicalBlock !== undefined)
                    ? autoAshift(disks)
                    : undefined,
            ),
    ),
];

const hasAshift = (vdev: PlannedVdev): boolean => vdev.class !== "cache" && vdev.class !== "spare";

/**
 * The first block size of new vdevs, logs too, that is not that of a vdev of the pool; undefined where all are alike, or
 * nothing is known of the pool. spa_vdev_add() in spa.c
 *
 * @param ashift the exponent that is asked for; undefined leaves it to ZFS
 */
export const otherAshift = (
    vdevs: readonly PlannedVdev[],
    present: readonly number[],
    ashift: number | undefined,
): number | undefined =>
    vdevs
        .filter(hasAshift)
        .map(({ disks }) => ashift ?? autoAshift(disks))
        .find((planned) => present.some((one) => one !== planned));
