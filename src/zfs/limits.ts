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

/** Why a size is no limit that ZFS takes. */
export type LimitSizeProblem =
    | { readonly kind: "belowUsed"; readonly least: Bytes }
    | { readonly kind: "belowReservation" | "aboveQuota"; readonly limit: Limit; readonly bytes: Bytes }
    | { readonly kind: "aboveAvailable"; readonly most: Bytes };

/** Why a limit cannot be set. */
export type LimitProblem = LimitSizeProblem | { readonly kind: "noSize" };

/** The limits that a dataset has: a volume is as large as it is. */
export const limitsOf = ({ type }: Dataset): readonly Limit[] =>
    type === "volume"
        ? ["reservation", "refreservation"]
        : ["quota", "refquota", "reservation", "refreservation"];

/**
 * What a limit may be, by the checks of dsl_dir.c and dsl_dataset.c; undefined while it is not known how much is used.
 *
 * @param parent the dataset in which it lies: it says what is free where the limits of the dataset hide that
 */
export function roomOf(dataset: Dataset, limit: Limit, parent?: Dataset): LimitRoom | undefined {
    const isOwn = limit.startsWith("ref");
    const { available = 0n, reservation = 0n, refreservation = 0n, quota, refquota } = dataset;
    const used = isOwn ? dataset.referenced : dataset.used;
    if (used === undefined) return undefined;
    const free = (isOwn ? freeForItself : freeForAll)(dataset, parent);
    switch (limit) {
        case "quota":
        case "refquota": {
            const sensible = used + (free ?? available);
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
            const most = free === undefined ? undefined : own + free;
            const ceiling = isOwn ? refquota : quota;
            if (ceiling === undefined || (most !== undefined && most <= ceiling))
                return { used: own, least: 0n, most, sensible: most ?? own + available };
            const bound = isOwn ? "refquota" : "quota";
            return { used: own, least: 0n, most: ceiling, sensible: ceiling, bound };
        }
    }
}

/**
 * What may still be taken in a dataset, with all that lies in it: dsl_dir_space_available() in dsl_dir.c. What is
 * `available` is that and what is reserved for its own data, but no more than its refquota leaves: where that may be
 * what one sees, the rest is not known.
 */
function spaceIn({ available, referenced, refquota, usedByRefreservation = 0n }: Dataset): Bytes | undefined {
    if (available === undefined) return undefined;
    const isHidden =
        refquota !== undefined && (referenced === undefined || referenced + available >= refquota);
    return isHidden ? undefined : available - usedByRefreservation;
}

/** What a dataset could grow by, with all that lies in it, if it had no limits of its own; undefined if not known. */
function freeForAll(dataset: Dataset, parent: Dataset | undefined): Bytes | undefined {
    const { used = 0n, quota, reservation = 0n } = dataset;
    const above = parent && spaceIn(parent);
    if (above !== undefined) return above + (reservation > used ? reservation - used : 0n);
    const space = spaceIn(dataset);
    return space === undefined || (quota !== undefined && used + space >= quota) ? undefined : space;
}

/** The same of its own data, if it had no refquota. */
function freeForItself(dataset: Dataset, parent: Dataset | undefined): Bytes | undefined {
    const { used = 0n, quota, usedByRefreservation = 0n } = dataset;
    const inQuota = quota === undefined ? undefined : quota > used ? quota - used : 0n;
    const free = freeForAll(dataset, parent);
    const least = inQuota !== undefined && (free === undefined || inQuota < free) ? inQuota : free;
    const space = spaceIn(dataset) ?? least;
    return space === undefined ? undefined : space + usedByRefreservation;
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
    parent?: Dataset,
): LimitProblem | undefined {
    if (value === undefined) return { kind: "noSize" };
    return typeof value === "bigint" ? checkLimitSize(dataset, limit, value, parent) : undefined;
}

/** Checks a size as a limit before ZFS would refuse it. */
export function checkLimitSize(
    dataset: Dataset,
    limit: Limit,
    size: Bytes,
    parent?: Dataset,
): LimitSizeProblem | undefined {
    const room = roomOf(dataset, limit, parent);
    if (room === undefined) return undefined;
    const { least, most, bound } = room;
    if (size < least)
        return bound
            ? { kind: "belowReservation", limit: bound, bytes: least }
            : { kind: "belowUsed", least };
    if (most === undefined || size <= most) return undefined;
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
 * Where what is no size stands: to reserve nothing is least, to have no quota is most, and "auto" reserves all of a
 * volume. What cannot be read stands where nothing is set.
 */
export const wordPlace = (limit: Limit, value: "none" | "auto" | undefined): number =>
    value !== "auto" && (limit === "reservation" || limit === "refreservation") ? 0 : SLIDER_STEPS;

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
