import type { Word } from "./model.ts";

/** A property of a pool, vdev or dataset, as `zpool get -p` and `zfs get -p` give it. */
export interface Property {
    readonly name: string;
    /** Bytes where it is a size; undefined when nothing is set. */
    readonly value?: string | undefined;
    /** Where the value is from, or a word of a later version; undefined for what cannot be set. */
    readonly source?: Word<"default" | "local" | "inherited" | "received" | "temporary"> | undefined;
    /** The dataset that has the value, of one that is inherited. */
    readonly inheritedFrom?: string | undefined;
    /** What a stream brought (zfs-receive(8)), whether it counts now or not. */
    readonly received?: string | undefined;
}

/** Whether it was given to this very pool, vdev or dataset, by a person or by a stream. */
export const wasSet = ({ source }: Property): boolean =>
    source !== undefined && source !== "default" && source !== "inherited";

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
