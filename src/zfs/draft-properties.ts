// The properties that people set when they create a dataset. The others can be set afterwards, once it is there.
import { ruleWords } from "./dataset-settable.ts";
import type { PropertyRule } from "./module.ts";
import type { Property } from "./property.ts";

export type DatasetKind = "filesystem" | "volume";

/** A property that a new dataset can be given. */
export interface DraftProperty {
    readonly name: string;
    readonly kinds: readonly DatasetKind[];
    /** What it may hold: one of some words, or a size, or a text. */
    readonly values:
        | { readonly kind: "choice"; readonly words: readonly string[] }
        | { readonly kind: "size" | "text" };
    /** From where comes what is not set: from what lies above, or from ZFS itself. */
    readonly isInherited: boolean;
    /** It cannot be changed later. */
    readonly isOnce: boolean;
    /** Few people set it. */
    readonly isRare: boolean;
    /** The module knows more words for it, or others by its release: they are offered, too. */
    readonly hasMore?: true;
}

const both: readonly DatasetKind[] = ["filesystem", "volume"];
const filesystems: readonly DatasetKind[] = ["filesystem"];

const choice = (words: string) => ({ kind: "choice", words: words.split(" ") }) as const;
const onOff = choice("on off");
const size = { kind: "size" } as const;

const usual = { isInherited: true, isOnce: false, isRare: false } as const;
const rare = { ...usual, isRare: true } as const;
const rareOnce = { ...rare, isOnce: true } as const;

/** In the order of the form. zfsprops(7) */
export const draftProperties: readonly DraftProperty[] = [
    { ...usual, name: "volblocksize", kinds: ["volume"], values: size, isInherited: false, isOnce: true },
    { ...usual, name: "mountpoint", kinds: filesystems, values: { kind: "text" } },
    {
        ...usual,
        name: "compression",
        kinds: both,
        values: choice("lz4 zstd zstd-fast gzip zle on off"),
        hasMore: true,
    },
    { ...usual, name: "recordsize", kinds: filesystems, values: size },
    { ...usual, name: "quota", kinds: filesystems, values: size, isInherited: false },
    { ...rare, name: "refquota", kinds: filesystems, values: size, isInherited: false },
    { ...rare, name: "reservation", kinds: both, values: size, isInherited: false },
    { ...rare, name: "refreservation", kinds: filesystems, values: size, isInherited: false },
    { ...rare, name: "atime", kinds: filesystems, values: onOff },
    { ...rare, name: "canmount", kinds: filesystems, values: choice("on off noauto"), isInherited: false },
    { ...rare, name: "readonly", kinds: both, values: onOff },
    { ...rare, name: "sync", kinds: both, values: choice("standard always disabled") },
    { ...rare, name: "logbias", kinds: both, values: choice("latency throughput") },
    { ...rare, name: "sharenfs", kinds: filesystems, values: { kind: "text" } },
    { ...rare, name: "sharesmb", kinds: filesystems, values: { kind: "text" } },
    { ...rare, name: "snapdir", kinds: filesystems, values: choice("hidden visible"), hasMore: true },
    { ...rare, name: "copies", kinds: both, values: choice("1 2 3") },
    { ...rare, name: "checksum", kinds: both, values: choice("on sha256 sha512 skein off"), hasMore: true },
    { ...rare, name: "dedup", kinds: both, values: choice("off on verify"), hasMore: true },
    { ...rare, name: "xattr", kinds: filesystems, values: choice("sa on off") },
    { ...rare, name: "acltype", kinds: filesystems, values: choice("off posix") },
    {
        ...rareOnce,
        name: "casesensitivity",
        kinds: filesystems,
        values: choice("sensitive insensitive mixed"),
    },
    {
        ...rareOnce,
        name: "normalization",
        kinds: filesystems,
        values: choice("none formC formD formKC formKD"),
    },
    { ...rareOnce, name: "utf8only", kinds: filesystems, values: onOff },
];

/**
 * The words among which one is chosen, ours first: those that the module knows, where that is known.
 *
 * @param rule what the module says of the property
 */
export function draftWords(
    { values, hasMore }: DraftProperty,
    rule: PropertyRule | undefined,
): readonly string[] {
    const own = values.kind === "choice" ? values.words : [];
    const known = hasMore && rule ? ruleWords(rule) : own;
    return [...own.filter((word) => known.includes(word)), ...known.filter((word) => !own.includes(word))];
}

/** What a dataset has that it does not set itself, and whence: a dataset above it, or ZFS. */
export interface Inherited {
    readonly value: string | undefined;
    /** Undefined for a default. */
    readonly from?: string | undefined;
}

/**
 * What a property will be if it is not set.
 *
 * @param above what the dataset above has, as `zfs get` gives it
 * @param parent its name
 */
export function inheritedOf(
    property: DraftProperty,
    above: readonly Property[] | undefined,
    parent: string,
): Inherited | undefined {
    if (!property.isInherited) return undefined;
    const found = above?.find(({ name }) => name === property.name);
    if (!found) return undefined;
    const from = /^inherited from (.+)$/.exec(found.source ?? "")?.[1];
    if (property.isOnce) return { value: found.value, from: parent };
    return { value: found.value, from: from ?? (found.source === "default" ? undefined : parent) };
}

/**
 * Where a filesystem will be mounted if nothing else is set: below the place of what lies above, by its own name.
 *
 * @param above the place of the dataset `parent`; undefined while that is not known
 */
export function inheritedPlace(name: string, parent: string, above: string | undefined): string | undefined {
    if (above === undefined || !above.startsWith("/")) return above;
    return `${above.replace(/\/$/, "")}/${name.slice(parent.length + 1)}`;
}
