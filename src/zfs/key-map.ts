// Which datasets are read by which key. Only an encryption root takes a key; what inherits it is read by it, too.
import { isBelow, isEncryptionRoot, isLocked, mountedAt } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";

/** An encryption root, and what hangs on its key. */
export interface KeyRoot {
    readonly dataset: Dataset;
    /** What else is read by this key, by name. */
    readonly members: readonly Dataset[];
    /** The roots that lie in this one, each with a key of its own. */
    readonly below: readonly KeyRoot[];
}

/**
 * The encryption roots of a dataset and of all that lies in it: the one whose key it uses, wherever that is, and those
 * below. A tree, as they lie in each other.
 *
 * @param datasets all, parents before what lies in them
 */
export function keyMap(
    datasets: readonly Dataset[],
    at: Pick<Dataset, "name" | "encryptionRoot">,
): readonly KeyRoot[] {
    const members = new Map<string, Dataset[]>();
    for (const dataset of datasets) {
        const { encryptionRoot } = dataset;
        if (encryptionRoot === undefined || isEncryptionRoot(dataset)) continue;
        const known = members.get(encryptionRoot);
        if (known) known.push(dataset);
        else members.set(encryptionRoot, [dataset]);
    }
    const roots = datasets.filter(
        (one) =>
            isEncryptionRoot(one) &&
            (one.name === at.name || one.name === at.encryptionRoot || isBelow(one.name, at.name)),
    );
    const treeOf = (own: readonly Dataset[]): readonly KeyRoot[] =>
        own
            .filter((one) => !own.some(({ name }) => isBelow(one.name, name)))
            .map((one) => ({
                dataset: one,
                members: members.get(one.name) ?? [],
                below: treeOf(own.filter(({ name }) => isBelow(name, one.name))),
            }));
    return treeOf(roots);
}

/** All roots of a tree, each before those that lie in it. */
export const allRoots = (roots: readonly KeyRoot[]): readonly KeyRoot[] =>
    roots.flatMap((root) => [root, ...allRoots(root.below)]);

/** The roots of a tree whose keys are not loaded, in the order in which they can be mounted. */
export const lockedRoots = (roots: readonly KeyRoot[]): readonly KeyRoot[] =>
    allRoots(roots).filter(({ dataset }) => isLocked(dataset));

/**
 * The roots at and below a dataset whose keys are loaded and can be forgotten together: each after those that lie in
 * it, and none on which the running system lies.
 */
export const unloadableRoots = (roots: readonly KeyRoot[], at: string): readonly KeyRoot[] =>
    allRoots(roots)
        .filter(
            (root) =>
                (root.dataset.name === at || isBelow(root.dataset.name, at)) &&
                !isLocked(root.dataset) &&
                !holdsSystem(root),
        )
        .reverse();

/** All that is read by the key of a root, itself first. */
export const openedBy = ({ dataset, members }: KeyRoot): readonly Dataset[] => [dataset, ...members];

/** What of it is mounted now. */
export const mountedOf = (root: KeyRoot): readonly Dataset[] =>
    openedBy(root).filter(({ mounted }) => mounted);

/** Whether the running system lies on it. */
export const holdsSystem = (root: KeyRoot): boolean =>
    mountedOf(root).some((dataset) => mountedAt(dataset) === "/");

/** What of it ZFS would mount by itself and is not mounted, parents before what lies in them. */
export const mountableOf = (root: KeyRoot): readonly Dataset[] =>
    openedBy(root).filter(
        ({ type, mounted, canmount, mountpoint, zoned }) =>
            type === "filesystem" &&
            mounted === false &&
            canmount === "on" &&
            mountpoint?.startsWith("/") &&
            !zoned,
    );

/** What of it is mounted and ZFS does not unmount: that is left to umount(8). */
export const legacyOf = (root: KeyRoot): readonly Dataset[] =>
    mountedOf(root).filter(({ mountpoint }) => mountpoint === "legacy");

/**
 * What ZFS has to unmount before the keys of roots can be forgotten, in that order: what is mounted of them, and
 * whatever else is mounted below these places.
 */
export function toUnmount(roots: readonly KeyRoot[], datasets: readonly Dataset[]): readonly Dataset[] {
    const opened = roots.flatMap(mountedOf);
    const places = opened.map(mountedAt);
    const own = new Set(opened.map(({ guid }) => guid));
    const isUnder = (path = "") =>
        places.some((place) => place !== undefined && path.startsWith(place === "/" ? place : `${place}/`));
    return datasets
        .filter(
            (one) =>
                one.mounted && one.mountpoint !== "legacy" && (own.has(one.guid) || isUnder(mountedAt(one))),
        )
        .toSorted((one, other) => depth(other) - depth(one) || (one.name < other.name ? 1 : -1));
}

/** How deep the place lies; what is not known lies nowhere below another. */
const depth = (dataset: Dataset): number =>
    (mountedAt(dataset) ?? "").split("/").filter((part) => part !== "").length;
