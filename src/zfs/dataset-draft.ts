// A dataset that is to be created, as a person fills in the form, and what is wrong with it.
import type { NewDataset } from "./commands/dataset-life.ts";
import type { Identity } from "./commands/expect.ts";
import { isLocked, parentOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";
import { draftProperties } from "./draft-properties.ts";
import type { DatasetKind, DraftProperty } from "./draft-properties.ts";
import { checkDatasetName } from "./names.ts";
import type { NameProblem } from "./names.ts";
import type { Setting } from "./pool-options.ts";
import { parseSize } from "./size.ts";

/** What stands in the form. */
export interface DatasetDraft {
    readonly kind: DatasetKind;
    /** The dataset in which it will lie. */
    readonly parent: string;
    /** What follows behind the parent's name and a slash. */
    readonly name: string;
    /** What was set, by property; what is missing or "" is not set. */
    readonly values: Readonly<Record<string, string>>;
    /** Of a volume. */
    readonly size: string;
    readonly isSparse: boolean;
    readonly withParents: boolean;
}

/** Why a dataset cannot be created, at the field of its name. */
export type NewNameProblem =
    | NameProblem
    | { readonly kind: "taken" }
    /** There is no dataset of this name; it could be created, too. */
    | { readonly kind: "parentMissing"; readonly parent: string };

/** Why nothing can be created in a dataset. */
export type ParentProblem = "noPool" | "isVolume" | "isLocked";

/** Why a value is not taken. */
export type DraftProblem =
    | { readonly kind: "noSize" }
    | { readonly kind: "noPath" }
    | { readonly kind: "noBlockSize" }
    /** In bytes. */
    | { readonly kind: "noMultiple"; readonly block: bigint; readonly next: bigint }
    | { readonly kind: "noRoom"; readonly available: bigint };

/** Its name in full. */
export const draftName = ({ parent, name }: DatasetDraft): string => `${parent}/${name}`;

/** The nearest dataset above `name` that is there. */
export function nearestAbove(name: string, datasets: readonly Dataset[]): Dataset | undefined {
    for (let above = parentOf(name); above !== undefined; above = parentOf(above)) {
        const found = datasets.find((dataset) => dataset.name === above);
        if (found) return found;
    }
    return undefined;
}

/** Checks the full name of something new. */
export function checkNewName(
    name: string,
    datasets: readonly Dataset[],
    withParents: boolean,
): NewNameProblem | undefined {
    const problem = checkDatasetName(name);
    if (problem) return problem;
    if (datasets.some((dataset) => dataset.name === name)) return { kind: "taken" };
    const parent = parentOf(name) ?? "";
    const isThere = datasets.some((dataset) => dataset.name === parent);
    return isThere || withParents ? undefined : { kind: "parentMissing", parent };
}

/** Checks the dataset in which something new will lie: the nearest that is there. */
export function checkParent(above: Dataset | undefined): ParentProblem | undefined {
    if (above === undefined) return "noPool";
    if (above.type === "volume") return "isVolume";
    return isLocked(above) ? "isLocked" : undefined;
}

/** The properties that a dataset of this kind can be given. */
export const propertiesFor = (kind: DatasetKind): readonly DraftProperty[] =>
    draftProperties.filter(({ kinds }) => kinds.includes(kind));

/** Blocks are a power of 2, from 512 bytes on. */
const isBlockSize = (bytes: bigint): boolean => bytes >= 512n && (bytes & (bytes - 1n)) === 0n;

/** Checks a value that was set; "" sets nothing. */
export function checkDraftValue({ name, values }: DraftProperty, value: string): DraftProblem | undefined {
    if (value === "" || values.kind === "choice") return undefined;
    if (name === "mountpoint")
        return ["none", "legacy"].includes(value) || (value.startsWith("/") && !/\p{Cc}/u.test(value))
            ? undefined
            : { kind: "noPath" };
    if (values.kind === "text") return undefined;
    const bytes = parseSize(value);
    if (bytes === undefined || bytes === 0n) return { kind: "noSize" };
    const isBlock = name === "recordsize" || name === "volblocksize";
    return isBlock && !isBlockSize(bytes) ? { kind: "noBlockSize" } : undefined;
}

/**
 * Checks the size of a volume.
 *
 * @param block bytes of its blocks
 * @param available bytes that are free where it will lie
 */
export function checkVolumeSize(
    text: string,
    {
        block,
        available,
        isSparse,
    }: { readonly block: bigint; readonly available?: bigint | undefined; readonly isSparse: boolean },
): DraftProblem | undefined {
    const bytes = parseSize(text);
    if (bytes === undefined || bytes === 0n) return { kind: "noSize" };
    const rest = bytes % block;
    if (rest !== 0n) return { kind: "noMultiple", block, next: bytes + block - rest };
    return !isSparse && available !== undefined && bytes > available
        ? { kind: "noRoom", available }
        : undefined;
}

/** What of a draft is set, and nothing else, as `zfs create` takes it: sizes in bytes. */
const draftSettings = ({ kind, values }: DatasetDraft): readonly Setting[] =>
    propertiesFor(kind).flatMap(({ name, values: { kind: form } }) => {
        const value = values[name] ?? "";
        if (value === "") return [];
        return [[name, (form === "size" ? parseSize(value)?.toString() : undefined) ?? value] as const];
    });

/** How a key comes to the new dataset. */
interface KeyOptions {
    readonly settings: readonly Setting[];
    readonly hasSecret: boolean;
}

/** What `createDataset` is told: the dataset above, and the rest. */
export const draftOptions = (
    draft: DatasetDraft,
    above: Identity,
    key: KeyOptions,
): readonly [Identity, NewDataset] => [
    above,
    {
        name: draftName(draft),
        settings: [...key.settings, ...draftSettings(draft)],
        size: draft.kind === "volume" ? parseSize(draft.size) : undefined,
        isSparse: draft.isSparse,
        withParents: draft.withParents && above.name !== parentOf(draftName(draft)),
        hasSecret: key.hasSecret,
    },
];
