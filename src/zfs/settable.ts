import type { PropertyRule } from "./module.ts";
import { looksLikeNumber, parseSize } from "./size.ts";

/** Whose property it is: some have the same name and other rules. */
export type PropertyOwner = "pool" | "vdev" | "dataset";

/** A property that can be set, and what it may hold. */
export interface Settable {
    readonly name: string;
    readonly owner: PropertyOwner;
    readonly values: SettableValues;
    /** The value that sets it back to its default. */
    readonly reset: string;
}

/** What a property may hold. `words` are what it may hold besides a number; limits are in bytes. */
export type SettableValues =
    | { readonly kind: "choice"; readonly words: readonly string[] }
    | { readonly kind: "number"; readonly words: readonly string[]; readonly isSize: boolean }
    | { readonly kind: "text"; readonly limit: number; readonly characters: Characters };

/** What a text may be of: one line of ASCII, one line, or anything. */
export type Characters = "ascii" | "line" | "any";

/** Why a value cannot be set. */
export type ValueProblem =
    | { readonly kind: "tooLong"; readonly limit: number; readonly length: number }
    | { readonly kind: "invalidCharacter"; readonly character: string }
    | { readonly kind: "noNumber" | "noSize"; readonly words: readonly string[] }
    | { readonly kind: "noDevicePath" };

/** Why ZFS takes no `zpool set` of a property that its module does not call read-only. */
export type FixedReason = "importOnly" | "upgradeOnly";

/** What `zpool set` would refuse, or do worse than another command. zpoolprops(7). */
const fixed: Readonly<Record<string, FixedReason>> = {
    altroot: "importOnly",
    readonly: "importOnly",
    version: "upgradeOnly",
};

/** Where ZFS's own checks are narrower than what the module says. zpoolprops(7). */
const narrower: Readonly<Record<string, SettableValues>> = {
    comment: { kind: "text", limit: 32, characters: "ascii" },
    ashift: { kind: "choice", words: ["0", "9", "10", "11", "12", "13", "14", "15", "16"] },
    // any other is a file that zpool would write as root: the helper does not run that
    cachefile: { kind: "choice", words: ["", "none"] },
    dedup_table_quota: { kind: "number", words: ["auto", "none"], isSize: true },
};

/** Bytes of a text of ZFS's own: PATH_MAX with the zero at its end. */
export const TEXT_LIMIT = 4095;
/** Bytes of a user property's value. */
const USER_TEXT_LIMIT = 8191;
/** The default of numbers that stand for none. */
export const UNSET = String(2n ** 64n - 1n);

/** Why a property of a pool cannot be set although its module would let it be; undefined for all others. */
export const fixedReason = (owner: PropertyOwner, name: string): FixedReason | undefined =>
    owner === "pool" ? fixed[name] : undefined;

/**
 * How a property is set.
 *
 * @param value what it is now: a device that cannot have some property has no value for it
 * @param rule what the module knows of it
 * @returns undefined for one that cannot be set
 */
export function settableOf(
    owner: PropertyOwner,
    { name, value }: { readonly name: string; readonly value?: string | undefined },
    rule: PropertyRule | undefined,
): Settable | undefined {
    if (name.includes(":")) return userProperty(owner, name);
    if (rule === undefined || rule.isReadOnly || fixedReason(owner, name)) return undefined;
    const values = (owner === "pool" ? narrower[name] : undefined) ?? valuesOf(rule);
    const isOfOthers =
        owner === "vdev" && value === undefined && (values.kind === "choice" || name === "path");
    return isOfOthers ? undefined : { name, owner, values, reset: resetOf(values, rule) };
}

/** How a user property is set: to any text; of pools and vdevs, "" takes it away. */
export const userProperty = (owner: PropertyOwner, name: string): Settable => ({
    name,
    owner,
    values: { kind: "text", limit: USER_TEXT_LIMIT, characters: owner === "dataset" ? "any" : "line" },
    reset: "",
});

function valuesOf({ type, values, default: standard }: PropertyRule): SettableValues {
    if (type === "index") return { kind: "choice", words: values.split(" | ") };
    if (type === "string") return { kind: "text", limit: TEXT_LIMIT, characters: "line" };
    return { kind: "number", words: standard === UNSET ? ["none"] : [], isSize: values === "<size>" };
}

const resetOf = (values: SettableValues, { default: standard }: PropertyRule): string =>
    values.kind === "number" && standard === UNSET ? (values.words[0] ?? "") : standard;

/** Checks a value that a person types before ZFS would. */
export function checkValue({ owner, name, values }: Settable, value: string): ValueProblem | undefined {
    switch (values.kind) {
        case "choice":
            return undefined;
        case "number":
            return checkNumber(values, value);
        case "text":
            if (owner === "vdev" && name === "path" && !value.startsWith("/dev/"))
                return { kind: "noDevicePath" };
            return checkText(values, value);
    }
}

function checkNumber(
    { words, isSize }: SettableValues & { readonly kind: "number" },
    value: string,
): ValueProblem | undefined {
    if (words.includes(value)) return undefined;
    if (isSize) return (parseSize(value) ?? 0n) > 0n ? undefined : { kind: "noSize", words };
    return looksLikeNumber(value) ? undefined : { kind: "noNumber", words };
}

/** What a text may not hold. */
const wrong: Readonly<Record<Characters, RegExp>> = { ascii: /[^ -~]/u, line: /\p{Cc}/u, any: /\0/u };

function checkText(
    { limit, characters }: SettableValues & { readonly kind: "text" },
    value: string,
): ValueProblem | undefined {
    const character = wrong[characters].exec(value)?.[0];
    if (character !== undefined) return { kind: "invalidCharacter", character };
    const { length } = new TextEncoder().encode(value);
    return length > limit ? { kind: "tooLong", limit, length } : undefined;
}

/** A value as `zpool set` takes it: sizes in bytes, so that nothing is rounded twice. */
export function valueToSet({ values }: Settable, value: string): string {
    const isSize = values.kind === "number" && values.isSize;
    return (isSize ? parseSize(value)?.toString() : undefined) ?? value;
}
