import type { Bytes, Vdev } from "./model.ts";
import { raidzOrDraid } from "./redundancy.ts";
import type { DevicePlace } from "./redundancy.ts";

/** Two labels and the boot area in front, two labels behind: on every device. vdev_impl.h */
export const LABELS = 4_718_592n;

/** What a draid keeps free at the end of each disk. VDEV_DRAID_REFLOW_RESERVE in vdev_draid.h */
const DRAID_RESERVE = 32n << 20n;

/**
 * Bytes below which a disk cannot take the place of a device, or stand beside it; 0 when that is not known. A disk
 * that is hardly larger may be too small all the same, for the alignment of its partition: ZFS will say so.
 * vdev_get_min_asize() in vdev.c; vdev_draid_min_asize() in vdev_draid.c, where the room of the distributed spares is
 * on the disks, but not in the size of the vdev.
 */
export function leastSize({ vdev, above }: DevicePlace): Bytes {
    const top = above[0] ?? vdev;
    const size = top.space?.size;
    if (size === undefined) return 0n;
    const spares = spreadSpares(top);
    if (spares === undefined) return size / shares(top) + LABELS;
    return size / (shares(top) - spares) + DRAID_RESERVE + LABELS;
}

/** Bytes that are written to a disk that takes the place of a device, or stands beside it: about its share of the used. */
export function resilverSize({ vdev, above }: DevicePlace): Bytes | undefined {
    const top = above[0] ?? vdev;
    const allocated = top.space?.allocated;
    return allocated === undefined ? undefined : allocated / shares(top);
}

/** Over how many devices the space of a vdev, with its parity, is spread. */
const shares = (top: Vdev): bigint => (raidzOrDraid(top) ? BigInt(top.children.length) : 1n);

/** How many spares are spread over the disks of a draid: the 1 of `draid2:4d:9c:1s-0`; undefined for all else. */
function spreadSpares({ kind, name }: Vdev): bigint | undefined {
    if (kind !== "draid") return undefined;
    return BigInt(/:(\d+)s/.exec(name)?.[1] ?? 0);
}
