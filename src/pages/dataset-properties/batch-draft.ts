// What a person wants of many datasets, while it is being filled in.
import type { PropertyEdit } from "../../zfs/batch-steps.ts";
import { datasetSettable, hasProperty, isInheritable } from "../../zfs/dataset-settable.ts";
import { checkDatasetValue } from "../../zfs/dataset-values.ts";
import type { DatasetValueProblem } from "../../zfs/dataset-values.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import { checkUserPropertyName } from "../../zfs/names.ts";
import type { Way } from "../../zfs/property-ways.ts";
import { userProperty, valueToSet } from "../../zfs/settable.ts";
import type { Settable } from "../../zfs/settable.ts";

import { inGroups } from "./catalog.ts";

type Rules = ModuleFacts["datasetProperties"];

/** One property, as far as it is filled in. */
export interface EditDraft {
    /** Tells it from the others. */
    readonly key: number;
    /** "" before one is chosen. */
    readonly name: string;
    /** The person gives the name. */
    readonly isUser: boolean;
    readonly way: Way;
    readonly value: string;
}

export const emptyDraft = (key: number): EditDraft => ({
    ...{ key, name: "", isUser: false, way: "set", value: "" },
});

/** The ways in which a property can come to its value, whatever each dataset has now. zfs-inherit(8). */
export const waysOfMany = (name: string): readonly Way[] =>
    isInheritable(name) ? ["set", "inherit", "received"] : ["set"];

/** How a property is set of those datasets that have it; undefined where none has, or it cannot be. */
export function batchSettable(
    name: string,
    datasets: readonly Dataset[],
    rules: Rules,
): Settable | undefined {
    if (name.includes(":")) return userProperty("dataset", name);
    const some = datasets.filter(({ type }) => hasProperty(rules, name, type));
    const found = some.map((dataset) => datasetSettable(name, rules.get(name), dataset));
    // what one of them cannot take, all would be asked for in vain
    return found.every((settable) => settable !== undefined) ? found[0] : undefined;
}

/** A group of properties among which a person chooses. */
export interface NameGroup {
    readonly id: string;
    readonly title: string;
    readonly names: readonly string[];
}

/** The properties that can be set of these datasets, in groups. */
export function settableGroups(datasets: readonly Dataset[], rules: Rules): readonly NameGroup[] {
    const kinds = [...new Map(datasets.map((dataset) => [dataset.type, dataset])).values()];
    const names = [...rules]
        .filter(([name, { isVisible }]) => isVisible && batchSettable(name, kinds, rules) !== undefined)
        .map(([name]) => ({ name }));
    return inGroups(names).map(({ id, title, properties }) => ({
        id,
        title,
        names: properties.map(({ name }) => name),
    }));
}

/** What is wrong with a value, and of which dataset, where it is right for others. */
export interface DraftProblem {
    readonly problem: DatasetValueProblem;
    readonly dataset?: string | undefined;
}

/** What is wrong with the value that all those would get that have the property. */
export function draftProblem(
    { name, way, value }: EditDraft,
    datasets: readonly Dataset[],
    rules: Rules,
): DraftProblem | undefined {
    const settable = batchSettable(name, datasets, rules);
    if (!settable || way !== "set") return undefined;
    if (value === "") return { problem: { kind: "noValue" } };
    const having = datasets.filter(({ type }) => hasProperty(rules, name, type));
    if (name === "mountpoint" && value.startsWith("/") && having.length > 1)
        return { problem: { kind: "onePlace" } };
    const check = (some: readonly Dataset[]) => checkDatasetValue(settable, rules.get(name), some, value);
    const problem = check([]);
    if (problem) return { problem };
    for (const dataset of having) {
        const own = check([dataset]);
        if (own) return { problem: own, dataset: dataset.name };
    }
    return undefined;
}

/** What is to be done, if all is filled in rightly. */
export function editsOf(
    drafts: readonly EditDraft[],
    datasets: readonly Dataset[],
    rules: Rules,
): readonly PropertyEdit[] | undefined {
    const edits = drafts.flatMap((draft): readonly PropertyEdit[] => {
        const { name, isUser, way, value } = draft;
        const settable = batchSettable(name, datasets, rules);
        if (!settable || draftProblem(draft, datasets, rules)) return [];
        if (isUser && (name === ":" || checkUserPropertyName(name) !== undefined)) return [];
        if (way !== "set") return [{ name, value: undefined, isReceived: way === "received" }];
        return [{ name, value: valueToSet(settable, value) }];
    });
    const isWhole =
        edits.length === drafts.length && new Set(edits.map(({ name }) => name)).size === edits.length;
    return isWhole ? edits : undefined;
}
