import type { Bytes, Vdev } from "./model.ts";
import { raidzOrDraid } from "./redundancy.ts";
import type { DevicePlace } from "./redundancy.ts";

/** Two labels and the boot area in front, two labels behind: on every device. vdev_impl.h */
export const LABELS = 4_718_592n;

/**
 * Bytes below which a disk cannot take the place of a device, or stand beside it; 0 when that is not known. A disk
 * that is hardly larger may be too small all the same, for the alignment of its partition: ZFS will say so.
 * vdev_get_min_asize() in vdev.c.
 */
export function leastSize({ vdev, above }: DevicePlace): Bytes {
    const top = above[0] ?? vdev;
    const size = top.space?.size;
    return size === undefined ? 0n : size / shares(top) + LABELS;
}

/** Bytes that are written to a disk that takes the place of a device, or stands beside it: about its share of the used. */
export function resilverSize({ vdev, above }: DevicePlace): Bytes | undefined {
    const top = above[0] ?? vdev;
    const allocated = top.space?.allocated;
    return allocated === undefined ? undefined : allocated / shares(top);
}

/** Over how many devices the space of a vdev, with its parity, is spread. */
const shares = (top: Vdev): bigint => (raidzOrDraid(top) ? BigInt(top.children.length) : 1n);
