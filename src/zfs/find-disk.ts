import { devicesOf } from "./disk.ts";
import type { Disk, DiskPlace } from "./disk.ts";
import type { Vdev } from "./model.ts";

/** Finds the disk of a vdev. */
export type FindDisk = (vdev: Vdev) => DiskPlace | undefined;

/** States of a device that is not there: what has its name in /dev now is another. */
const ABSENT: readonly (string | undefined)[] = ["UNAVAIL", "REMOVED"];

/**
 * Says which disk a vdev is. A lasting name counts most, then the guid in the vdev's label; a name that the kernel
 * gives anew at each boot (`sda`) counts only while the device is there.
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
    return ({ name, path = name, guid = "", state, children }) => {
        if (children.length > 0) return undefined;
        const lasting = byLink.get(path) ?? byGuid.get(guid);
        return lasting ?? (ABSENT.includes(state) ? undefined : byNode.get(path));
    };
}
