// How datasets are used and kept: mounted, shared, rewritten, brought up to date, given to a container.
import type { Command, Danger } from "./command.ts";
import { ofDataset, operand } from "./command.ts";
import type { DatasetChange } from "./dataset-purpose.ts";
import type { Identity } from "./expect.ts";

const plainly = (
    kind: DatasetChange,
    words: readonly string[],
    dataset: Identity,
    danger: Danger = "none",
): Command => ({
    argv: ["zfs", ...words, operand(dataset.name)],
    danger,
    purpose: { kind, dataset: dataset.name },
    ...ofDataset(dataset),
});

/** Mounts a filesystem where its property `mountpoint` says. zfs-mount(8). */
export const mountDataset = (dataset: Identity): Command => plainly("mountDataset", ["mount"], dataset);

/**
 * Unmounts a filesystem and those that are mounted in it. zfs-unmount(8).
 *
 * @param unloadsKey forgets the keys of what is unmounted, too
 */
export const unmountDataset = (dataset: Identity, unloadsKey = false): Command =>
    plainly("unmountDataset", ["unmount", ...(unloadsKey ? ["-u"] : [])], dataset, "disruptive");

/** Shares a mounted filesystem as its properties `sharenfs` and `sharesmb` say. zfs-share(8). */
export const shareDataset = (dataset: Identity): Command => ({
    ...plainly("shareDataset", ["share"], dataset),
    already: "filesystem already shared",
});

/** Ends the shares of a filesystem until it is shared or mounted again. zfs-unshare(8). */
export const unshareDataset = (dataset: Identity): Command => ({
    ...plainly("unshareDataset", ["unshare"], dataset, "disruptive"),
    already: "not currently shared",
});

/** What is rewritten, and how. */
export interface RewriteOptions {
    /** Where the filesystem is mounted. */
    readonly place: string;
    /** Also in the filesystems that are mounted in it. */
    readonly crosses: boolean;
    /** Leaves the time at which a block was born as it was. It needs 2.4. */
    readonly isPhysical: boolean;
}

/**
 * Writes all files of a filesystem anew, as its properties and the pool are now. It may take days, and holds no lock.
 * zfs-rewrite(8); it needs 2.3.4.
 */
export const rewriteDataset = (
    dataset: Identity,
    { place, crosses, isPhysical }: RewriteOptions,
): Command => ({
    argv: ["zfs", "rewrite", ...(isPhysical ? ["-P"] : []), "-r", ...(crosses ? [] : ["-x"]), operand(place)],
    danger: "disruptive",
    isLong: true,
    purpose: { kind: "rewriteDataset", dataset: dataset.name },
    ...ofDataset(dataset),
});

/** Brings a filesystem to the newest on-disk version, for good. zfs-upgrade(8). */
export const upgradeDataset = (dataset: Identity, withDescendants: boolean): Command =>
    plainly("upgradeDataset", ["upgrade", ...(withDescendants ? ["-r"] : [])], dataset, "destructive");

/** Lets a user namespace manage a filesystem, or no more. zfs-zone(8); it needs 2.2, and Linux. */
const zoning = (kind: DatasetChange, verb: string, dataset: Identity, file: string): Command => ({
    argv: ["zfs", verb, operand(file), operand(dataset.name)],
    danger: "disruptive",
    purpose: { kind, dataset: dataset.name, other: file },
    ...ofDataset(dataset),
});

/** @param file of the namespace: /proc/4711/ns/user */
export const zoneDataset = (dataset: Identity, file: string): Command =>
    zoning("zoneDataset", "zone", dataset, file);
export const unzoneDataset = (dataset: Identity, file: string): Command =>
    zoning("unzoneDataset", "unzone", dataset, file);
