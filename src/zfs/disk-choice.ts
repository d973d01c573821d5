/*
 * Which disks can be given to a pool. Three kinds: free ones; those with something on them, which a person may say
 * is to be overwritten; and those that nobody may choose, because a pool has them or the system uses them. ZFS knows
 * which disks its pools have; what udev says of that may be old.
 */
import type { SeenDisk } from "./commands/expect.ts";
import { devicesOf } from "./disk.ts";
import type { BlockDevice, DeviceContent, Disk, DiskPlace } from "./disk.ts";
import { diskFinder, isAbsent } from "./find-disk.ts";
import type { Bytes, Pool, Vdev } from "./model.ts";
import { leaves } from "./vdevs.ts";

/** Why a disk cannot be chosen. */
export type DiskObstacle =
    | { readonly kind: "inPool"; readonly pool: string }
    /** It holds the running system or is swapped to. */
    | { readonly kind: "system" }
    | { readonly kind: "mounted"; readonly place: string }
    /** The kernel built something on it: an open LUKS, LVM, RAID. */
    | { readonly kind: "built"; readonly device: string }
    | { readonly kind: "readOnly" }
    /** Bytes that it would need. */
    | { readonly kind: "tooSmall"; readonly least: Bytes };

/** Something on a disk that would be overwritten. */
export interface Holding extends DeviceContent {
    /** The names of the disk or of the part of it: nodes in /dev and links to them. */
    readonly paths: readonly string[];
}

/** A disk as it is offered. */
export interface DiskOffer {
    readonly disk: Disk;
    /** Undefined when it can be chosen. */
    readonly obstacle?: DiskObstacle | undefined;
    /** What would be overwritten; none on a free disk. */
    readonly holdings: readonly Holding[];
}

/** All that is on a disk, in words that change with it. */
export const contentOf = ({ holdings }: Pick<DiskOffer, "holdings">): string => JSON.stringify(holdings);

/**
 * Whether all that is on a disk may be overwritten.
 *
 * @param agreed what was on it (`contentOf`) when the person said so: that, and nothing that has come since
 */
export const mayOverwrite = (offer: DiskOffer, agreed: string | undefined): boolean =>
    offer.holdings.length === 0 || contentOf(offer) === agreed;

/** An imported pool, and its devices if it told them. */
export interface ImportedPool {
    readonly name: string;
    readonly status?: Pool | undefined;
}

/**
 * All disks, those that can be chosen first: the free before the used, each in the order of their names.
 *
 * @param pools all that are imported
 * @param least bytes that a disk must have
 */
export function diskOffers(
    disks: readonly Disk[],
    pools: readonly ImportedPool[],
    least: Bytes = 0n,
): readonly DiskOffer[] {
    const owners = ownersOf(disks, pools);
    const offers = disks
        .filter(({ apart }) => apart === undefined || apart === "system")
        .map((disk) => ({ disk, obstacle: obstacleOf(disk, owners, least), holdings: holdingsOf(disk) }));
    return offers.sort(
        (one, other) =>
            rank(one) - rank(other) ||
            diskName(one.disk).localeCompare(diskName(other.disk), undefined, { numeric: true }),
    );
}

const rank = ({ obstacle, holdings }: DiskOffer): number => (obstacle ? 2 : holdings.length > 0 ? 1 : 0);

/** By which name a disk is given to ZFS: one that lasts, if it has one. */
export const diskPath = ({ byId, byVdev, byPath, path }: Disk): string =>
    byId[0] ?? byVdev[0] ?? byPath[0] ?? path;

/** A disk as it was seen when it was chosen. */
export const seenDisk = (disk: Disk): SeenDisk => seenDiskAs(diskPath(disk), disk, disk);

/** A disk, or a device on it, as it was seen under one of its names. */
export const seenDiskAs = (path: string, { serial }: Disk, device: BlockDevice): SeenDisk => ({
    path,
    serial: serial ?? null,
    size: Number(device.size ?? 0n),
    signatures: devicesOf(device).map(({ content }) => content?.type ?? content?.table ?? null),
});

/** What a person calls a disk: `ata-WDC_WD40…`. */
export function diskName(disk: Disk): string {
    const path = diskPath(disk);
    return path.slice(path.lastIndexOf("/") + 1);
}

/** The pool of each disk that has one; of a pool that does not answer the disks are those that have its label. */
function ownersOf(disks: readonly Disk[], pools: readonly ImportedPool[]): ReadonlyMap<Disk, string> {
    const findDisk = diskFinder(disks);
    return new Map(
        pools.flatMap(({ name, status }) => {
            const own = status
                ? leaves(status).map((vdev) => ownDisk(vdev, findDisk(vdev)))
                : disks.filter((disk) => hasLabel(disk, name));
            return own.flatMap((disk) => (disk ? [[disk, name] as const] : []));
        }),
    );
}

/**
 * The disk that nobody else may have. A device that is not there has only one with its label, as far as that can be
 * told: what else has its name was wiped, or is another disk. ZFS looks at the labels again before it takes a disk.
 */
function ownDisk(vdev: Vdev, place: DiskPlace | undefined): Disk | undefined {
    if (!place || vdev.guid === undefined || !isAbsent(vdev)) return place?.disk;
    const { content, vdevGuid } = place.device;
    const isOther = vdevGuid === undefined ? content?.type !== "zfs_member" : vdevGuid !== vdev.guid;
    return isOther ? undefined : place.disk;
}

const hasLabel = (disk: Disk, pool: string): boolean =>
    devicesOf(disk).some(({ content }) => content?.type === "zfs_member" && content.label === pool);

function obstacleOf(disk: Disk, owners: ReadonlyMap<Disk, string>, least: Bytes): DiskObstacle | undefined {
    const devices = devicesOf(disk);
    const pool = owners.get(disk);
    if (pool !== undefined) return { kind: "inPool", pool };
    if (disk.apart !== undefined || devices.some(({ swap }) => swap)) return { kind: "system" };
    const place = devices.flatMap(({ mounts }) => mounts)[0];
    if (place !== undefined) return { kind: "mounted", place };
    const built = devices.slice(1).find(({ kind }) => kind !== "partition");
    if (built) return { kind: "built", device: built.path };
    if (disk.readOnly) return { kind: "readOnly" };
    return disk.size !== undefined && disk.size < least ? { kind: "tooSmall", least } : undefined;
}

const holdingsOf = (disk: Disk): readonly Holding[] =>
    devicesOf(disk).flatMap(({ content, path, byId, byPath, byVdev }) =>
        content ? [{ ...content, paths: [path, ...byId, ...byPath, ...byVdev] }] : [],
    );
