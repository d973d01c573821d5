import type { Limit, LimitValue } from "./commands/limit.ts";
import type { Dataset } from "./dataset.ts";
import type { Bytes } from "./model.ts";
import { parseSize } from "./size.ts";

/** What a limit of a dataset is measured by, and what it may be. */
export interface LimitRoom {
    /** What it is compared with: all that lies there, or what the dataset itself holds. */
    readonly used: Bytes;
    /** What ZFS takes at least; and at most, undefined where it may be anything. */
    readonly least: Bytes;
    readonly most?: Bytes | undefined;
    /** Beyond it a limit means nothing: more cannot be there. */
    readonly sensible: Bytes;
    /** The limit that makes the least or the most what it is, if another one does. */
    readonly bound?: Limit | undefined;
}

/** Why a limit cannot be set. */
export type LimitProblem =
    | { readonly kind: "noSize" }
    | { readonly kind: "belowUsed"; readonly least: Bytes }
    | { readonly kind: "belowReservation" | "aboveQuota"; readonly limit: Limit; readonly bytes: Bytes }
    | { readonly kind: "aboveAvailable"; readonly most: Bytes };

/** The limits that a dataset has: a volume is as large as it is. */
export const limitsOf = ({ type }: Dataset): readonly Limit[] =>
    type === "volume"
        ? ["reservation", "refreservation"]
        : ["quota", "refquota", "reservation", "refreservation"];

/**
 * What a limit may be, by the checks of dsl_dir.c and dsl_dataset.c; undefined while the sizes are not known. What is
 * available to a dataset already holds what is reserved for it.
 */
export function roomOf(dataset: Dataset, limit: Limit): LimitRoom | undefined {
    const isOwn = limit.startsWith("ref");
    const { available, reservation = 0n, refreservation = 0n, quota, refquota } = dataset;
    const used = isOwn ? dataset.referenced : dataset.used;
    if (used === undefined || available === undefined) return undefined;
    const sensible = used + available;
    switch (limit) {
        case "quota":
        case "refquota": {
            const reserved = isOwn ? refreservation : reservation;
            const bound = isOwn ? "refreservation" : "reservation";
            return reserved > used
                ? { used, least: reserved, sensible, bound }
                : { used, least: used, sensible };
        }
        case "reservation":
        case "refreservation": {
            // snapshots hold what they share with it: only what is its alone counts
            const own = isOwn ? (dataset.usedByDataset ?? used) : used;
            const free = own + available;
            const ceiling = isOwn ? refquota : quota;
            return ceiling !== undefined && ceiling < free
                ? {
                      used: own,
                      least: 0n,
                      most: ceiling,
                      sensible: ceiling,
                      bound: isOwn ? "refquota" : "quota",
                  }
                : { used: own, least: 0n, most: free, sensible: free };
        }
    }
}

/** The value that a person typed: a size, "none", or "auto" where that is taken; undefined for anything else. */
export function parseLimit(text: string, { takesAuto = false } = {}): LimitValue | undefined {
    const word = text.trim().toLowerCase();
    if (word === "none" || (word === "auto" && takesAuto)) return word;
    const bytes = parseSize(text);
    return bytes === 0n ? "none" : bytes;
}

/** Whether ZFS takes "auto": it does for what it reserves for a volume. */
export const takesAuto = ({ type }: Dataset, limit: Limit): boolean =>
    type === "volume" && limit === "refreservation";

/** Checks a limit before ZFS would refuse it. */
export function checkLimit(
    dataset: Dataset,
    limit: Limit,
    value: LimitValue | undefined,
): LimitProblem | undefined {
    if (value === undefined) return { kind: "noSize" };
    const room = roomOf(dataset, limit);
    if (typeof value !== "bigint" || room === undefined) return undefined;
    const { least, most, bound } = room;
    if (value < least)
        return bound
            ? { kind: "belowReservation", limit: bound, bytes: least }
            : { kind: "belowUsed", least };
    if (most === undefined || value <= most) return undefined;
    return bound ? { kind: "aboveQuota", limit: bound, bytes: most } : { kind: "aboveAvailable", most };
}

/** The places of a slider. */
export const SLIDER_STEPS = 1000;

/** Where a size stands between what is least and what is sensible. */
export function sliderPlace({ least, sensible }: LimitRoom, bytes: Bytes): number {
    if (sensible <= least || bytes <= least) return 0;
    if (bytes >= sensible) return SLIDER_STEPS;
    return Number(((bytes - least) * BigInt(SLIDER_STEPS)) / (sensible - least));
}

/**
 * The size at a place of the slider, with three digits: nobody wants 10737418237 bytes. It is never less than what is
 * least, nor more than what is sensible.
 */
export function sizeAtPlace({ least, sensible }: LimitRoom, place: number): Bytes {
    if (place <= 0) return least;
    if (place >= SLIDER_STEPS) return sensible;
    const exact = least + ((sensible - least) * BigInt(Math.round(place))) / BigInt(SLIDER_STEPS);
    const unit = 1n << BigInt(Math.max(0, exact.toString(2).length - 10));
    const rounded = (exact / unit) * unit;
    return rounded < least ? least : rounded;
}
