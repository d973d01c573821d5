import { diskPath, mayOverwrite } from "../disk-choice.ts";
import type { DiskOffer, Holding } from "../disk-choice.ts";
import type { Disk } from "../disk.ts";

/** A disk that a person ticked. */
export interface Tick {
    readonly path: string;
    /** What was on it (`contentOf`) when the person said that it may be overwritten. */
    readonly overwrites?: string | undefined;
}

/** What has become of the disks that were ticked. */
export interface Selection {
    readonly disks: readonly Disk[];
    /** All that would be overwritten on them. */
    readonly holdings: readonly Holding[];
    /** Paths of disks that were ticked and cannot be had any more: gone, or in use by now. */
    readonly lost: readonly string[];
    /** All of them can be had, and what is on them was ticked. */
    readonly isAgreed: boolean;
}

/** Holds what was ticked against the disks as they are now. */
export function selectionOf(offers: readonly DiskOffer[], ticks: readonly Tick[]): Selection {
    const free = new Map(
        offers.filter(({ obstacle }) => obstacle === undefined).map((offer) => [diskPath(offer.disk), offer]),
    );
    const found = ticks.flatMap(({ path }) => free.get(path) ?? []);
    const lost = ticks.map(({ path }) => path).filter((path) => !free.has(path));
    return {
        disks: found.map(({ disk }) => disk),
        holdings: found.flatMap(({ holdings }) => holdings),
        lost,
        isAgreed: ticks.every(({ path, overwrites }) => {
            const offer = free.get(path);
            return offer !== undefined && mayOverwrite(offer, overwrites);
        }),
    };
}

/** The ticks with a disk ticked or not; what is on it is to be agreed to anew. */
export const withTick = (ticks: readonly Tick[], path: string, isTicked: boolean): readonly Tick[] => [
    ...ticks.filter((tick) => tick.path !== path),
    ...(isTicked ? [{ path }] : []),
];

/** The ticks with all empty disks ticked. */
export const withAllEmpty = (ticks: readonly Tick[], offers: readonly DiskOffer[]): readonly Tick[] =>
    emptyDisks(offers).reduce(
        (all, disk) =>
            all.some(({ path }) => path === diskPath(disk)) ? all : withTick(all, diskPath(disk), true),
        ticks,
    );

/** The disks that can be had with nothing on them. */
export const emptyDisks = (offers: readonly DiskOffer[]): readonly Disk[] =>
    offers
        .filter(({ obstacle, holdings }) => obstacle === undefined && holdings.length === 0)
        .map(({ disk }) => disk);
