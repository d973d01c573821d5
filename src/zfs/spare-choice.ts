/*
 * Which hot spares of a pool can take the place of one of its devices. ZFS knows a spare by its label, so that nothing
 * has to be forced, and there is nothing on it that is lost. zpoolconcepts(7)
 */
import { isWholeDisk } from "./beside.ts";
import type { SpareDevice } from "./commands/device.ts";
import { seenDiskAs } from "./disk-choice.ts";
import type { DiskObstacle } from "./disk-choice.ts";
import type { BlockDevice, Disk, DiskPlace } from "./disk.ts";
import { diskFinder } from "./find-disk.ts";
import type { Bytes, Pool, Vdev } from "./model.ts";
import type { DevicePlace } from "./redundancy.ts";
import { wholePath } from "./vdevs.ts";

/** A hot spare as it is offered. */
export interface SpareOffer extends SpareDevice {
    readonly vdev: Vdev;
    /** Undefined for a file, and for the spare of a draid, which is spread over its disks. */
    readonly disk?: Disk | undefined;
    /** Undefined when it can be chosen. */
    readonly obstacle?: DiskObstacle | undefined;
}

/**
 * The spares of a pool that could take the place of a device now, but for those whose disk is not known.
 *
 * @param disks all of the host
 * @param least bytes that a disk must have
 */
export function spareOffers(
    pool: Pool,
    place: DevicePlace,
    disks: readonly Disk[],
    least: Bytes,
): readonly SpareOffer[] {
    const findDisk = diskFinder(disks);
    return freeSpares(pool, place).flatMap((vdev): readonly SpareOffer[] => {
        if (vdev.kind === "dspare") return [{ vdev, path: vdev.name }];
        const found = findDisk(vdev);
        if (found) return [diskSpare(vdev, found, least)];
        const path = vdev.path ?? vdev.name;
        return vdev.kind === "file" ? [{ vdev, path }] : [];
    });
}

/** What ZFS lets step in: spa_vdev_attach() in spa.c. */
function freeSpares(pool: Pool, { vdev, above, section }: DevicePlace): readonly Vdev[] {
    if (section === "logs" || above.at(-1)?.kind === "spare") return [];
    const top = above[0] ?? vdev;
    return pool.sections
        .filter(({ kind }) => kind === "spares")
        .flatMap(({ vdevs }) => vdevs)
        .filter(({ state }) => state === "AVAIL")
        .filter((spare) => spare.kind !== "dspare" || draidOf(spare) === draidOf(top));
}

/** Number of the draid that a spread spare belongs to, or that a draid has: the 0 of `draid2-0-1` and `draid2:4d:7c:2s-0`. */
const draidOf = ({ name }: Vdev): string | undefined => /^draid[^-]*-(\d+)/.exec(name)?.[1];

/** ZFS is given the whole disk if it was given the whole disk before: then it takes the partition that it made there. */
function diskSpare(vdev: Vdev, place: DiskPlace, least: Bytes): SpareOffer {
    const isWhole = isWholeDisk(place);
    const device = isWhole ? place.disk : place.device;
    const path = pathOf(device, isWhole ? wholePath(vdev) : (vdev.path ?? vdev.name));
    const isSmall = device.size !== undefined && device.size < least;
    return {
        ...{ vdev, path, disk: place.disk, seen: seenDiskAs(path, place.disk, device) },
        obstacle: isSmall ? { kind: "tooSmall", least } : undefined,
    };
}

/** The name by which ZFS has a device, if it is still its name. */
function pathOf({ byId, byVdev, byPath, path }: BlockDevice, known: string): string {
    const names = [...byId, ...byVdev, ...byPath, path];
    return names.find((name) => name === known) ?? names[0] ?? path;
}
