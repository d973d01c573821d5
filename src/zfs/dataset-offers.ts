// What can be done with a dataset, and why not now.
import type { Capabilities } from "./capabilities.ts";
import { isShared } from "./dataset-traits.ts";
import { isBelow, isLocked, mountedAt, parentOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";
import { datasetAt } from "./mounts.ts";

/** What can be done with a dataset, the gravest last. */
export const datasetActions = [
    "create",
    "mount",
    "unmount",
    "share",
    "unshare",
    "clone",
    "promote",
    "rename",
    "rewrite",
    "upgrade",
    "zone",
    "destroy",
] as const;

export type DatasetAction = (typeof datasetActions)[number];

/** What can be done to many at once. */
export const batchActions = ["mount", "unmount", "share", "unshare", "destroy"] as const;

export type BatchAction = (typeof batchActions)[number];

/** Why it cannot be done now; ZFS would refuse it for the same reason, or the system would not survive it. */
export type DatasetObstacle =
    /** It is the root of a pool, and lives and dies with it. */
    | "poolRoot"
    | "holdsRoot"
    | "holdsBoot"
    | "readOnly"
    | "mounted"
    | "notMounted"
    | "cannotMount"
    | "noMountpoint"
    | "legacy"
    | "locked"
    | "notShared"
    | "noClone"
    | "needs22"
    | "needs234"
    | "unknown";

/** A dataset as far as it is known. */
export interface OfferSubject {
    readonly dataset: Dataset;
    /** The pool is imported read-only. */
    readonly isPoolReadOnly: boolean;
    /** /proc/self/mounts; undefined while it is not known where the system lives. */
    readonly mounts: string | undefined;
    /** Undefined while they are not known. */
    readonly capabilities: Capabilities | undefined;
}

/** What volumes have not: a place where they are mounted. */
const ofFilesystems: ReadonlySet<DatasetAction> = new Set([
    "create",
    "mount",
    "unmount",
    "share",
    "unshare",
    "rewrite",
    "upgrade",
    "zone",
]);

/** What a pool that is imported read-only still allows. */
const ofReaders: ReadonlySet<DatasetAction> = new Set(["mount", "unmount", "share", "unshare"]);

/** Whether it can be done at all with a dataset of this kind, in this state: the others are not offered. */
export function isOffered(action: DatasetAction, dataset: Dataset): boolean {
    if (dataset.type !== "filesystem" && ofFilesystems.has(action)) return false;
    if (action === "mount") return dataset.mounted !== true;
    if (action === "unmount") return dataset.mounted === true;
    return true;
}

/** What stands in the way of `action`; undefined when it is possible. */
export function datasetObstacle(action: DatasetAction, subject: OfferSubject): DatasetObstacle | undefined {
    const { dataset, isPoolReadOnly, capabilities } = subject;
    if (isPoolReadOnly && !ofReaders.has(action)) return "readOnly";
    switch (action) {
        case "create":
            return isLocked(dataset) ? "locked" : undefined;
        case "clone":
        case "upgrade":
            return undefined;
        case "mount":
            return mountObstacle(dataset);
        case "unmount":
            if (!dataset.mounted) return "notMounted";
            // unshare_unmount() in zfs_main.c
            return dataset.mountpoint === "legacy" ? "legacy" : systemObstacle(subject);
        case "share":
        case "unshare":
            return shareObstacle(dataset);
        case "promote":
            return dataset.origin === undefined ? "noClone" : undefined;
        case "rewrite":
            if (capabilities && !capabilities.rewrite) return "needs234";
            return dataset.mounted ? undefined : "notMounted";
        case "zone":
            return capabilities && !capabilities.zones ? "needs22" : undefined;
        case "rename":
        case "destroy":
            return parentOf(dataset.name) === undefined ? "poolRoot" : systemObstacle(subject);
    }
}

/** zfs_mount_at() in libzfs_mount.c */
function mountObstacle(dataset: Dataset): DatasetObstacle | undefined {
    if (dataset.mounted) return "mounted";
    if (dataset.canmount === "off") return "cannotMount";
    if (dataset.mountpoint === "none") return "noMountpoint";
    if (dataset.mountpoint === "legacy") return "legacy";
    return isLocked(dataset) ? "locked" : undefined;
}

function shareObstacle({ sharenfs, sharesmb, mounted }: Dataset): DatasetObstacle | undefined {
    if (!isShared(sharenfs) && !isShared(sharesmb)) return "notShared";
    return mounted ? undefined : "notMounted";
}

/** The running system lives on it, or on something in it. */
function systemObstacle({ dataset, mounts }: OfferSubject): DatasetObstacle | undefined {
    if (mounts === undefined) return "unknown";
    const holds = (place: "/" | "/boot") => {
        const found = datasetAt(place, mounts);
        return found === dataset.name || (found !== undefined && isBelow(found, dataset.name));
    };
    if (holds("/")) return "holdsRoot";
    return holds("/boot") ? "holdsBoot" : undefined;
}

/** What else ZFS unmounts with datasets: what lies in them, and is mounted in their places. */
export function unmountedWith(datasets: readonly Dataset[], all: readonly Dataset[]): readonly Dataset[] {
    const places = new Map(datasets.map((dataset) => [dataset.name, mountedAt(dataset)]));
    const goes = (name: string, place: string): boolean => {
        const parent = parentOf(name);
        if (parent === undefined) return false;
        const above = places.get(parent);
        return (above !== undefined && place.startsWith(`${above}/`)) || goes(parent, place);
    };
    return all.filter((one) => {
        const place = places.has(one.name) ? undefined : mountedAt(one);
        return place !== undefined && goes(one.name, place);
    });
}
