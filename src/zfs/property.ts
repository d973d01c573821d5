import type { Word } from "./model.ts";

/** A property of a pool or vdev, as `zpool get -p` gives it. */
export interface Property {
    readonly name: string;
    /** Bytes where it is a size; undefined when nothing is set. */
    readonly value?: string | undefined;
    /** Undefined for what cannot be set; `default`, `local` or a word of a later version otherwise. */
    readonly source?: Word<"default" | "local"> | undefined;
}

/** A feature flag (zpool-features(7)), a property that a person made up (with a colon), or one of ZFS's own. */
export type PropertyKind = "feature" | "user" | "own";

/** What the number in a value counts. `power` is an exponent of 2 that stands for bytes. */
export type Unit = "bytes" | "percent" | "ratio" | "power";

const FEATURE = /^(feature|unsupported)@/;

const UNITS: Readonly<Record<string, Unit>> = {
    capacity: "percent",
    fragmentation: "percent",
    dedupratio: "ratio",
    bcloneratio: "ratio",
    ashift: "power",
};

const SIZES: ReadonlySet<string> = new Set([
    "size",
    "asize",
    "psize",
    "free",
    "allocated",
    "freeing",
    "leaked",
    "expandsize",
    "checkpoint",
    "bootsize",
    "bcloneused",
    "bclonesaved",
    "dedup_table_size",
    "dedup_table_quota",
    "dedupused",
    "dedupsaved",
]);

/** What kind of property has this name. */
export function propertyKind(name: string): PropertyKind {
    if (FEATURE.test(name)) return "feature";
    return name.includes(":") ? "user" : "own";
}

/** What the number in a property of this name counts; undefined for words and plain numbers. zpoolprops(7). */
export const propertyUnit = (name: string): Unit | undefined =>
    SIZES.has(name) || name.endsWith("_bytes") ? "bytes" : UNITS[name];

/** Name of a feature without what marks it as one: `raidz_expansion`. */
export const featureName = (name: string): string => name.replace(FEATURE, "");
