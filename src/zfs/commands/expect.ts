// What a person saw who decided on a change: it goes to the helper with the command, in these words.
import type { Checkpoint, UnixTime, Vdev } from "../model.ts";
import type { Property } from "../property.ts";
import type { DevicePlace } from "../redundancy.ts";
import { leavesOf, shortName } from "../vdevs.ts";

/** What the person saw. All of it must still hold, or nothing runs. */
export interface Expect {
    readonly pools?: readonly Identity[];
    /** Datasets, snapshots and bookmarks. */
    readonly datasets?: readonly Identity[];
    /** All filesystems and volumes from the one named `of` downwards: none may have come or gone. */
    readonly contents?: {
        readonly of: string;
        readonly datasets: readonly Identity[];
        /** The same of all their snapshots. */
        readonly snapshots?: readonly Identity[];
    };
    /** Nothing may have come or gone in these vdevs, or be in another state. */
    readonly vdevs?: readonly SeenVdev[];
    readonly disks?: readonly SeenDisk[];
    /** A dry run, and the lines that it gave, in whatever order. */
    readonly dryRun?: { readonly argv: readonly string[]; readonly lines: readonly string[] };
    readonly properties?: readonly SeenProperty[];
    readonly checkpoints?: readonly SeenCheckpoint[];
}

/** What a property of the dataset `name` held, as `zfs get -p` prints it; null where nothing was set. */
export interface SeenProperty {
    readonly name: string;
    readonly property: string;
    readonly value: string | null;
}

/** When the checkpoint of a pool was taken, by which it is told from another one. */
export interface SeenCheckpoint {
    readonly pool: string;
    readonly time: UnixTime;
}

/** A top-level vdev, or a spare, with the devices that it is made of: itself, if it is one. */
export interface SeenVdev extends Identity {
    readonly pool: string;
    readonly devices: readonly (Identity & { readonly state: string })[];
}

/** A device, and the top-level vdev in which it stands as the person saw it; undefined if not all of that is known. */
export interface PlacedDevice extends Identity {
    readonly within?: SeenVdev | undefined;
}

/**
 * A disk as `zfsadmin disks` describes it; `size` is in bytes. `signatures` are what udev found on the disk, and then on
 * each of its parts.
 */
export interface SeenDisk {
    readonly path: string;
    readonly serial: string | null;
    readonly size: number;
    readonly signatures: readonly (string | null)[];
}

/** Something that has a name and a guid, a decimal string. Another of the same name has another guid. */
export interface Identity {
    readonly name: string;
    readonly guid: string;
}

/** The same of what has more to it. */
export const identity = ({ name, guid }: Identity): Identity => ({ name, guid });

/** What was seen of a property of a dataset. */
export const seenProperty = (dataset: Identity, { name, value }: Property): SeenProperty => ({
    name: dataset.name,
    property: name,
    value: value ?? null,
});

/** That a pool still has this checkpoint; nothing where it is not known when that was taken. */
export const seenCheckpoint = (
    { name }: Identity,
    checkpoint: Checkpoint | undefined,
): Pick<Expect, "checkpoints"> =>
    checkpoint?.created === undefined ? {} : { checkpoints: [{ pool: name, time: checkpoint.created }] };

/**
 * The top-level vdev in which a device stands, as it is now: what a person sees who decides on the device.
 *
 * @returns undefined if a guid or a state is not known
 */
export function seenVdev(pool: Identity, { vdev, above }: DevicePlace): SeenVdev | undefined {
    const top = above[0] ?? vdev;
    const devices = leavesOf(top).flatMap(seenLeaf);
    if (top.guid === undefined || devices.length < leavesOf(top).length) return undefined;
    return { pool: pool.name, name: shortName(top), guid: top.guid, devices };
}

const seenLeaf = (vdev: Vdev): SeenVdev["devices"] => {
    const { guid, state } = vdev;
    return guid === undefined || state === undefined ? [] : [{ guid, name: shortName(vdev), state }];
};
