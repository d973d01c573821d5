import { limits } from "./commands/limit.ts";
import { isPowerOf2 } from "./dataset-settable.ts";
import type { Dataset } from "./dataset.ts";
import { checkLimitSize } from "./limits.ts";
import type { LimitSizeProblem } from "./limits.ts";
import type { Bytes } from "./model.ts";
import type { PropertyRule } from "./module.ts";
import { checkValue } from "./settable.ts";
import type { Settable, ValueProblem } from "./settable.ts";
import { parseSize } from "./size.ts";

/** Why a value of a dataset cannot be set. */
export type DatasetValueProblem =
    | ValueProblem
    | { readonly kind: "noPowerOf2"; readonly least: Bytes; readonly most: Bytes }
    | { readonly kind: "noMultiple"; readonly block: Bytes }
    | LimitSizeProblem
    /** "onePlace": several would be mounted over each other. */
    | { readonly kind: "noMountpoint" | "onePlace" | "noKeyLocation" | "noValue" };

/** Sizes of blocks, in bytes, as dmu.h has them. The usage texts call less than what ZFS takes. */
export const [leastBlock, mostBlock] = [512n, 2n ** 24n];

/**
 * Checks a value that a person types before ZFS would. What was read a while ago may have changed since: whatever is
 * let through here, ZFS may still refuse.
 *
 * @param datasets all for which it is to be set
 */
export const checkDatasetValue = (
    settable: Settable,
    rule: PropertyRule | undefined,
    datasets: readonly Dataset[],
    value: string,
): DatasetValueProblem | undefined =>
    checkValue(settable, value) ??
    (settable.values.kind === "number" && settable.values.isSize
        ? checkSize(settable, rule, datasets, value)
        : checkWords(settable.name, value));

function checkSize(
    { name, values }: Settable,
    rule: PropertyRule | undefined,
    datasets: readonly Dataset[],
    value: string,
): DatasetValueProblem | undefined {
    const bytes = parseSize(value);
    const isWord = values.kind === "number" && values.words.includes(value);
    if (isWord || bytes === undefined) return undefined;
    if (rule && isPowerOf2(rule.values) && !isBlockSize(bytes))
        return { kind: "noPowerOf2", least: leastBlock, most: mostBlock };
    for (const dataset of datasets) {
        const problem = checks[name]?.(bytes, dataset);
        if (problem) return problem;
    }
    return undefined;
}

const isBlockSize = (bytes: Bytes): boolean =>
    bytes >= leastBlock && bytes <= mostBlock && (bytes & (bytes - 1n)) === 0n;

type Check = (bytes: Bytes, dataset: Dataset) => DatasetValueProblem | undefined;

/** What else holds of a size, by the name of its property. */
const checks: Readonly<Record<string, Check>> = {
    ...Object.fromEntries(
        limits.map((limit) => [limit, (bytes, dataset) => checkLimitSize(dataset, limit, bytes)]),
    ),
    volsize: (bytes, { volblocksize }) =>
        volblocksize !== undefined && volblocksize > 0n && bytes % volblocksize !== 0n
            ? { kind: "noMultiple", block: volblocksize }
            : undefined,
};

function checkWords(name: string, value: string): DatasetValueProblem | undefined {
    switch (name) {
        case "mountpoint":
            return /^(\/|none$|legacy$)/.test(value) ? undefined : { kind: "noMountpoint" };
        case "keylocation":
            return /^(prompt$|file:\/\/\/|https?:\/\/)/.test(value) ? undefined : { kind: "noKeyLocation" };
        default:
            return undefined;
    }
}

/**
 * Whether a volume would lose its end.
 *
 * @param volsize its size; it has to be the one that the command expects
 */
export const cutsVolume = (name: string, value: string, volsize: Bytes | undefined): boolean =>
    name === "volsize" && volsize !== undefined && (parseSize(value) ?? volsize) < volsize;
