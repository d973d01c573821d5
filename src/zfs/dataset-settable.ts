import { isEncryptionRoot } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";
import type { ModuleFacts, PropertyRule } from "./module.ts";
import type { Property } from "./property.ts";
import { TEXT_LIMIT, UNSET, userProperty } from "./settable.ts";
import type { Settable, SettableValues } from "./settable.ts";
import { exactBytes, formatSize, parseSize } from "./size.ts";

/** Why ZFS takes no `zfs set` of a property of a dataset that its module does not call read-only. zfsprops(7). */
export type DatasetFixedReason = "creationOnly" | "keyOnly" | "upgradeOnly" | "encryptionRootOnly";

const ofKey: ReadonlySet<string> = new Set(["keyformat", "pbkdf2iters"]);

/** Those that a dataset has for itself: what lies in it does not inherit them, and they cannot be inherited. */
const ownOnly: ReadonlySet<string> = new Set([
    ...["quota", "refquota", "reservation", "refreservation", "filesystem_limit", "snapshot_limit"],
    ...["defaultuserquota", "defaultgroupquota", "defaultprojectquota"],
    ...["defaultuserobjquota", "defaultgroupobjquota", "defaultprojectobjquota"],
    ...["canmount", "volsize", "volthreading", "version", "keylocation", "keyformat", "pbkdf2iters"],
    ...["context", "fscontext", "defcontext", "rootcontext"],
]);

/** What `zfs inherit -S` refuses. */
const notReceivable: ReadonlySet<string> = new Set(["volsize", "version"]);

/** Setting one of these mounts or shares anew; `zfs set -u` does not (2.2). */
const mounting: ReadonlySet<string> = new Set(["mountpoint", "sharenfs", "sharesmb"]);

/** Whether a property goes down to what lies below. One that no release of today has is taken for such. */
export const isInheritable = (name: string): boolean => !ownOnly.has(name);

/** Whether a property can be set back to what a stream brought. */
export const isRevertible = (name: string): boolean => !notReceivable.has(name);

/** Whether setting a property mounts or shares anew, unless `-u` is given. */
export const isMounting = (name: string): boolean => mounting.has(name);

/** Whether a dataset of a type has a property. A user property can be given to any. */
export const hasProperty = (rules: ModuleFacts["datasetProperties"], name: string, type: string): boolean =>
    name.includes(":") || (rules.get(name)?.datasets.includes(type) ?? false);

/** Why a property of a dataset cannot be set although its module would let it be; undefined for all others. */
export function datasetFixedReason(
    name: string,
    rule: PropertyRule | undefined,
    dataset: Dataset,
): DatasetFixedReason | undefined {
    if (rule === undefined || rule.isReadOnly) return undefined;
    if (ofKey.has(name)) return "keyOnly";
    if (rule.isSetOnce) return "creationOnly";
    if (name === "version") return "upgradeOnly";
    return name === "keylocation" && !isEncryptionRoot(dataset) ? "encryptionRootOnly" : undefined;
}

/**
 * How a property of a dataset is set, by what the module says of it.
 *
 * @param dataset one of its type, where there are several
 * @returns undefined for one that cannot be set
 */
export function datasetSettable(
    name: string,
    rule: PropertyRule | undefined,
    dataset: Dataset,
): Settable | undefined {
    if (name.includes(":")) return userProperty("dataset", name);
    if (rule === undefined || rule.isReadOnly || datasetFixedReason(name, rule, dataset)) return undefined;
    const values = valuesOf(name, rule, dataset.type);
    return { name, owner: "dataset", values, reset: typedValue(rule, rule.default) };
}

/** The words of a property that holds one of some: "gzip", "gzip-1", … */
export const ruleWords = ({ values }: PropertyRule): readonly string[] =>
    values.split(" | ").flatMap(expandWord);

function valuesOf(name: string, rule: PropertyRule, of: string): SettableValues {
    const { type, values } = rule;
    const words = values.split(" | ");
    if (type === "index") return { kind: "choice", words: ruleWords(rule) };
    if (type === "string") return { kind: "text", limit: TEXT_LIMIT, characters: "line" };
    const plain = words.filter((word) => /^[a-z]+$/.test(word));
    return {
        kind: "number",
        words: [
            ...plain,
            ...(name === "refreservation" && of === "volume" ? ["auto"] : []),
            ...(values.startsWith("zero") ? ["0"] : []),
        ],
        isSize: countsBytes(values),
    };
}

/** Whether the words of the usage text are those of a size: "<size> | none", "512 to 1M, power of 2". */
export const countsBytes = (values: string): boolean => /<size>|^(zero|\d+) .*to \d+[kM]/.test(values);

/** Whether only a power of two is taken. */
export const isPowerOf2 = (values: string): boolean => values.includes("power of 2");

/** The words that stand for a pattern of the usage text: "gzip-[1-9]", "sha256[,verify]". */
function expandWord(word: string): readonly string[] {
    const [, before = "", inside, after = ""] = /^([^[]*)\[([^\]]+)\](.*)$/.exec(word) ?? [];
    if (inside === undefined) return [word];
    if (!/^[\d,-]+$/.test(inside)) return [`${before}${after}`, `${before}${inside}${after}`];
    return inside.split(",").flatMap((part) => {
        const [first = 0, last = first] = part.split("-").map(Number);
        return Array.from({ length: last - first + 1 }, (_one, index) => `${before}${first + index}${after}`);
    });
}

/** A value as a person would type it: "none" for the number that stands for it. */
export const plainValue = ({ type, values }: PropertyRule, value: string): string =>
    type === "number" && values.split(" | ").includes("none") && (value === "0" || value === UNSET)
        ? "none"
        : value;

/** The same for a field: a size in its unit, where nothing is lost by that. */
export function typedValue(rule: PropertyRule, value: string): string {
    const plain = plainValue(rule, value);
    const bytes = rule.type === "number" && countsBytes(rule.values) ? exactBytes(plain) : undefined;
    const text = bytes ? formatSize(bytes) : plain;
    return bytes && parseSize(text) !== bytes ? plain : text;
}

/**
 * All properties that people care about of a dataset: those that it has, and those that it could have, without a value.
 *
 * @param properties what `zfs get all` gave, which leaves out what is not set
 */
export function allProperties(
    properties: readonly Property[],
    rules: ModuleFacts["datasetProperties"],
    type: string,
): readonly Property[] {
    const given = new Set(properties.map(({ name }) => name));
    const missing = [...rules]
        .filter(([name, rule]) => rule.isVisible && rule.datasets.includes(type) && !given.has(name))
        .map(([name]) => ({ name }));
    return [...properties, ...missing];
}
