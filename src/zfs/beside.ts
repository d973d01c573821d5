import type { BlockDevice, DiskPlace } from "./disk.ts";
import type { Vdev } from "./model.ts";
import { wholePath } from "./vdevs.ts";

/** Bytes up to which the last partition is what ZFS itself leaves free at the end of a disk: 8 MiB and alignment. */
const RESERVED = 16n << 20n;

/**
 * What else is on the disk of a vdev, and goes with it: the partitions besides that of the vdev, such as those that
 * the system starts from. ZFS copies none of them.
 */
export const besideVdev = ({ disk, device }: DiskPlace): readonly BlockDevice[] =>
    disk.children.filter((part) => part.kind === "partition" && part !== device && !isReserved(part));

/** Whether the disk of a vdev was given to ZFS whole, which then made partitions on it. */
export const isWholeDisk = ({ disk, device }: DiskPlace): boolean =>
    disk === device || (disk.children.some(isReserved) && besideVdev({ disk, device }).length === 0);

/** The ninth partition of a disk that was given to ZFS whole. efi_label.c */
const isReserved = ({ name, size, content }: BlockDevice): boolean =>
    content === undefined && /(?:\D|\dp)9$/.test(name) && size !== undefined && size <= RESERVED;

/**
 * By which path `zpool split` knows a device: that of the whole disk if ZFS made the partition on it, otherwise that of
 * the partition. find_vdev_entry() in libzfs_pool.c
 *
 * @param place its disk; undefined where that is not known: then the first partition is taken for one of ZFS's making
 */
export function splitPath(vdev: Vdev, place: DiskPlace | undefined): string {
    const isWhole = place ? isWholeDisk(place) : /(?:-part|\dp|\D)1$/.test(vdev.name);
    return isWhole ? wholePath(vdev) : vdev.name;
}
