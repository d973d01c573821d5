import type { Identity } from "./commands/command.ts";
import type { PoolUses } from "./contents.ts";
import { isBelow, parentOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";

/** One dataset that is to go, with all that lies in it. */
export interface DestroyTarget {
    readonly dataset: Identity;
    /** The filesystems and volumes that lie in it. */
    readonly others: readonly Identity[];
    /** What the dry run printed, a line each: the datasets and snapshots that go. */
    readonly lines: readonly string[];
}

/** A snapshot that somebody holds, and under which tags. */
export interface HeldSnapshot {
    readonly name: string;
    /** None when they could not be read. */
    readonly tags: readonly string[];
}

/** All that is known before datasets are destroyed. */
export interface DestroyPlan {
    readonly targets: readonly DestroyTarget[];
    /** The targets and what lies in them. */
    readonly contents: readonly Dataset[];
    /** The names of the snapshots that go. */
    readonly snapshots: readonly string[];
    readonly held: readonly HeldSnapshot[];
    /** What is in use of it; undefined when that could not be found out. */
    readonly uses?: PoolUses | undefined;
}

/** Why datasets cannot be destroyed now: ZFS would refuse, and have destroyed a part by then. */
export interface DestroyStops {
    readonly held: readonly HeldSnapshot[];
    /** Datasets that stay, and began as snapshots of what goes. */
    readonly clones: readonly Dataset[];
    readonly uses: PoolUses | undefined;
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

/** The clones that stay when `names` and all in them go: each has to be destroyed or promoted before. */
export function clonesElsewhere(names: readonly string[], datasets: readonly Dataset[]): readonly Dataset[] {
    const isDoomed = (name: string) => names.some((doomed) => name === doomed || isBelow(name, doomed));
    return datasets.filter(
        ({ name, origin }) => origin !== undefined && isDoomed(snapshotOwner(origin)) && !isDoomed(name),
    );
}

/** The dataset of a snapshot. */
export const snapshotOwner = (snapshot: string): string => snapshot.replace(/@.*$/, "");

/** Whether nothing is known that stands in the way. */
export const isFree = ({ held, clones, uses }: DestroyStops): boolean =>
    held.length + clones.length + (uses?.processes.length ?? 0) + (uses?.volumes.length ?? 0) === 0;
