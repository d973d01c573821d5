import { devicesOf } from "./disk.ts";
import type { Disk, DiskPlace } from "./disk.ts";
import type { Vdev } from "./model.ts";

/** Finds the disk of a vdev. */
export type FindDisk = (vdev: Vdev) => DiskPlace | undefined;

/**
 * Whether a device is not there: what has its name in /dev now may be another. Faulted by corrupted data is one in whose
 * place ZFS found the label of another device: vdev_validate() in vdev.c.
 */
export const isAbsent = ({ state, aux }: Vdev): boolean =>
    state === "UNAVAIL" || state === "REMOVED" || (state === "FAULTED" && aux === "corrupted data");

/**
 * Says which disk a vdev is. A lasting name counts most, then the guid in the vdev's label; of a device that is not there
 * the guid counts most, and a name that the kernel gives anew at each boot (`sda`) does not count.
 */
export function diskFinder(disks: readonly Disk[]): FindDisk {
    const byLink = new Map<string, DiskPlace>();
    const byGuid = new Map<string, DiskPlace>();
    const byNode = new Map<string, DiskPlace>();
    const places = disks.flatMap((disk) => devicesOf(disk).map((device) => ({ disk, device })));
    for (const place of places) {
        const { byId, byPath, byVdev, path, vdevGuid } = place.device;
        for (const link of [...byId, ...byPath, ...byVdev]) byLink.set(link, place);
        byNode.set(path, place);
        if (vdevGuid !== undefined) byGuid.set(vdevGuid, place);
    }
    return (vdev) => {
        const { name, path = name, guid = "", children } = vdev;
        if (children.length > 0) return undefined;
        const [linked, labelled] = [byLink.get(path), byGuid.get(guid)];
        if (!isAbsent(vdev)) return linked ?? labelled ?? byNode.get(path);
        return linked?.device.vdevGuid === guid ? linked : (labelled ?? linked);
    };
}
