/*
 * HOW DISKS BECOME A POOL.
 *
 * A plan is a list of vdevs, each with its class, its kind and its disks: plain data, made here from "these disks, this
 * kind, so many in each vdev". `draft.ts` keeps what a person chooses and makes the plan of it; `space.ts`,
 * `survival.ts` and `warnings.ts` judge a plan: what it holds, which disks may fail, what is unwise about it and why.
 * `commands/create.ts` turns it into words of `zpool create` and `zpool add`. So what the page draws, what it says
 * about it and what is run have one source. The terms are those of zpoolconcepts(7).
 */
import type { Disk } from "../disk.ts";

/** What a vdev is for, in the order in which the command line has them. */
export const vdevClasses = ["data", "special", "dedup", "log", "cache", "spare"] as const;
export type VdevClass = (typeof vdevClasses)[number];

/** How the disks of a vdev are put together; the number is how many of them may fail. A stripe has one disk a vdev. */
export type LayoutKind =
    | "stripe"
    | "mirror"
    | "raidz1"
    | "raidz2"
    | "raidz3"
    | "draid1"
    | "draid2"
    | "draid3";

/** What else a draid is told. */
export interface DraidShape {
    /** Disks with data in each of its groups, beside those with parity. */
    readonly data: number;
    /** Spares whose space is spread over all disks. */
    readonly spares: number;
}

/** How disks are put together. */
export interface Shape {
    readonly kind: LayoutKind;
    /** Disks in each vdev. */
    readonly width: number;
    /** Of a draid, and of nothing else. */
    readonly draid?: DraidShape | undefined;
}

/** A vdev that is to be made. */
export interface PlannedVdev {
    readonly class: VdevClass;
    readonly kind: LayoutKind;
    readonly draid?: DraidShape | undefined;
    readonly disks: readonly Disk[];
}

/** Some disks in vdevs. */
export interface Arrangement {
    readonly vdevs: readonly PlannedVdev[];
    /** Too few for one vdev more. */
    readonly leftover: readonly Disk[];
}

/**
 * As many vdevs of one shape as the disks are enough for. Large disks come together, then smaller ones: a vdev uses of
 * each disk as much as its smallest has.
 */
export function arrange(
    disks: readonly Disk[],
    vdevClass: VdevClass,
    { kind, width, draid }: Shape,
): Arrangement {
    const sorted = disks.toSorted((one, other) => Number((other.size ?? 0n) - (one.size ?? 0n)));
    const count = Math.floor(sorted.length / width);
    return {
        vdevs: Array.from({ length: count }, (_unused, index) => ({
            class: vdevClass,
            kind,
            draid,
            disks: sorted.slice(index * width, (index + 1) * width),
        })),
        leftover: sorted.slice(count * width),
    };
}

const grouped = ["mirror", "raidz1", "raidz2", "raidz3"] as const;

/** The kinds that ZFS takes for a class; construct_spec() in zpool_vdev.c. */
export const kindsOf: Readonly<Record<VdevClass, readonly LayoutKind[]>> = {
    data: ["stripe", ...grouped, "draid1", "draid2", "draid3"],
    special: ["stripe", ...grouped],
    dedup: ["stripe", ...grouped],
    log: ["stripe", "mirror"],
    cache: ["stripe"],
    spare: ["stripe"],
};

/** How many disks have parity: the 2 of raidz2 and draid2; 0 of the others. */
export const parityOfKind = (kind: LayoutKind): number => Number(/\d$/.exec(kind)?.[0] ?? 0);

/** Whether it keeps parity, not copies. */
export const isRaidz = (kind: LayoutKind): boolean => kind.startsWith("raidz");
export const isDraid = (kind: LayoutKind): boolean => kind.startsWith("draid");

/** The fewest disks of which ZFS makes a vdev. */
export const leastDisks = (kind: LayoutKind): number => (kind === "mirror" ? 2 : parityOfKind(kind) + 1);

/** Disks in a raidz or draid at most. */
const WIDEST = 255;

/** The numbers of disks that each vdev of a kind can have when there are so many. A draid takes all. */
export function widthsOf(kind: LayoutKind, count: number): readonly number[] {
    if (kind === "stripe") return [1];
    const least = isDraid(kind) ? count : leastDisks(kind);
    const most = Math.min(count, WIDEST);
    return Array.from({ length: Math.max(most - least + 1, 0) }, (_unused, index) => least + index);
}

/** Disks of a raidz from which on it is called wide: resilvering takes long, and all of it does the work of one disk. */
export const WIDE = 12;

/** What is offered first for so many disks of data: two may fail wherever they are enough for that. */
export function suggestedKind(count: number): LayoutKind {
    if (count < 2) return "stripe";
    return count < 4 ? "mirror" : "raidz2";
}

/** How wide vdevs of a kind are if nothing else is said: mirrors of two, raidz of all disks or, of many, in equal parts. */
export function suggestedWidth(kind: LayoutKind, count: number): number {
    if (kind === "stripe") return 1;
    if (kind === "mirror") return Math.min(count, count === 3 ? 3 : 2);
    return isDraid(kind) || count <= WIDE ? count : Math.floor(count / Math.ceil(count / WIDE));
}

/** The draid that is offered first: one spare, and as much data in a group as there is, at most the usual 8. */
export function suggestedDraid(kind: LayoutKind, count: number): DraidShape {
    const spares = count > leastDisks(kind) + 1 ? 1 : 0;
    return { data: Math.max(1, Math.min(8, count - parityOfKind(kind) - spares)), spares };
}

/** Whether there can be so many disks with data in each group of a draid, and so many spares in it. */
export const isGroupData = (data: number): boolean => Number.isInteger(data) && data >= 1;
export const isSpareCount = (spares: number): boolean => Number.isInteger(spares) && spares >= 0;

/** Whether the groups of a draid fit on so many disks. zpoolconcepts(7) */
export const draidFits = (kind: LayoutKind, { data, spares }: DraidShape, count: number): boolean =>
    data + parityOfKind(kind) + spares <= count;
