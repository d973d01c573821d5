import type { Identity } from "./commands/expect.ts";
import { isInUse } from "./contents.ts";
import type { PoolUses } from "./contents.ts";
import { parentOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";
import { groupBy } from "./group-by.ts";
import type { Difference } from "./outcome.ts";

/** One dataset that is to go, with all that lies in it. */
export interface DestroyTarget {
    readonly dataset: Identity;
    /** The filesystems and volumes that lie in it. */
    readonly others: readonly Identity[];
    /** The snapshots of all these. */
    readonly snapshots: readonly Identity[];
    /** All that goes by name: as the dry run says, or as listed where it says nothing before its clones are gone. */
    readonly names: readonly string[];
}

/** A snapshot that somebody holds, and under which tags. */
export interface HeldSnapshot {
    readonly name: string;
    /** None when they could not be read. */
    readonly tags: readonly string[];
}

/** All that is known before datasets are destroyed. */
export interface DestroyPlan {
    /** In the order in which they can be destroyed. */
    readonly targets: readonly DestroyTarget[];
    /** The targets and what lies in them. */
    readonly contents: readonly Dataset[];
    readonly held: readonly HeldSnapshot[];
    /** What is in use of it; undefined when that could not be found out. */
    readonly uses?: PoolUses | undefined;
}

/** Why datasets cannot be destroyed now: ZFS would refuse, and have destroyed a part by then. */
export interface DestroyStops {
    readonly held: readonly HeldSnapshot[];
    /** Datasets that began as snapshots of what goes, and stay, or go too late. */
    readonly clones: readonly Dataset[];
    readonly uses: PoolUses | undefined;
}

/** How the targets of a plan differ from the datasets that a person wants to destroy: others may have their names now. */
export function strangers(wanted: readonly Identity[], { targets }: DestroyPlan): readonly Difference[] {
    const found = new Map(targets.map(({ dataset }) => [dataset.name, dataset.guid]));
    return wanted
        .filter(({ name, guid }) => found.get(name) !== guid)
        .map(({ name, guid }) => ({ what: "dataset", name, expected: guid, found: found.get(name) }));
}

/** Those of several datasets that lie in no other one of them. */
export function outermost<D extends { readonly name: string }>(datasets: readonly D[]): readonly D[] {
    const names = new Set(datasets.map(({ name }) => name));
    const liesInOne = (name: string): boolean => {
        const parent = parentOf(name);
        return parent !== undefined && (names.has(parent) || liesInOne(parent));
    };
    return datasets.filter(({ name }) => !liesInOne(name));
}

/** What goes with each of `names`, of which none lies in another one; nothing of one that is not there. */
export function destroyGroups(
    names: readonly string[],
    contents: readonly Dataset[],
    snapshots: readonly Identity[],
): ReadonlyMap<string, Omit<DestroyTarget, "names">> {
    const targetOf = targetFinder(names);
    const datasetsOf = groupBy(contents, ({ name }) => targetOf(name));
    const snapshotsOf = groupBy(snapshots, ({ name }) => targetOf(snapshotOwner(name)));
    const groups = new Map<string, Omit<DestroyTarget, "names">>();
    for (const name of names) {
        const datasets = datasetsOf.get(name) ?? [];
        const dataset = datasets.find((one) => one.name === name);
        const others = datasets.filter((one) => one !== dataset);
        if (dataset) groups.set(name, { dataset, others, snapshots: snapshotsOf.get(name) ?? [] });
    }
    return groups;
}

/** Finds the one of `names` that a dataset is, or in which it lies. */
function targetFinder(names: readonly string[]): (name: string) => string | undefined {
    const known = new Set(names);
    const find = (name: string | undefined): string | undefined =>
        name === undefined || known.has(name) ? name : find(parentOf(name));
    return find;
}

/** The order in which several datasets can be destroyed. */
export interface DestroyOrder {
    /** Each after all those in which clones of its snapshots lie. */
    readonly names: readonly string[];
    /** Those that hold clones of each other's snapshots, and those that wait for them: none can be the first. */
    readonly knotted: readonly string[];
    /** Those of which the snapshots have clones in others of them: ZFS refuses them as long as these are there. */
    readonly cloned: ReadonlySet<string>;
}

/** Brings datasets, of which none lies in another one, into the order in which ZFS destroys them. */
export function destroyOrder(names: readonly string[], datasets: readonly Dataset[]): DestroyOrder {
    const targetOf = targetFinder(names);
    const waits = new Map<string, Set<string>>();
    for (const { name, origin } of datasets) {
        const cloned = origin === undefined ? undefined : targetOf(snapshotOwner(origin));
        const holder = cloned === undefined ? undefined : targetOf(name);
        if (cloned === undefined || holder === undefined || cloned === holder) continue;
        waits.set(cloned, (waits.get(cloned) ?? new Set()).add(holder));
    }
    const gone = new Set<string>();
    const isNext = (name: string) => [...(waits.get(name) ?? [])].every((holder) => gone.has(holder));
    let next: readonly string[];
    do {
        next = names.filter((name) => !gone.has(name) && isNext(name));
        next.forEach((name) => gone.add(name));
    } while (next.length > 0);
    return {
        names: [...gone],
        knotted: names.filter((name) => !gone.has(name)),
        cloned: new Set(waits.keys()),
    };
}

/** The clones that stand in the way when `names` and all in them go: each has to be destroyed or promoted before. */
export function clonesElsewhere(names: readonly string[], datasets: readonly Dataset[]): readonly Dataset[] {
    const targetOf = targetFinder(names);
    const knotted = new Set(destroyOrder(names, datasets).knotted);
    return datasets.filter(({ name, origin }) => {
        const cloned = origin === undefined ? undefined : targetOf(snapshotOwner(origin));
        if (cloned === undefined) return false;
        const holder = targetOf(name);
        return holder === undefined || (holder !== cloned && knotted.has(holder) && knotted.has(cloned));
    });
}

/** The dataset of a snapshot. */
export const snapshotOwner = (snapshot: string): string => snapshot.replace(/@.*$/, "");

/** Whether nothing is known that stands in the way. */
export const isFree = ({ held, clones, uses }: DestroyStops): boolean =>
    held.length + clones.length === 0 && !isInUse(uses);
