/*
 * The same properties for many datasets at once. `zfs set` and `zfs inherit` take any number of datasets and go on when
 * one of them fails, so there is one process for each command line that differs: by the pool, as one that hangs must
 * not hold up another; by the type, as a property that a type does not have fails the whole dataset; by the length
 * that a command line may have; and by how many datasets one changes before the person sees how far it is, and may
 * stop it. `zfs inherit` takes one property at a time.
 */
import type { Command } from "./commands/command.ts";
import type { SeenProperty } from "./commands/expect.ts";
import { seenProperty } from "./commands/expect.ts";
import { inheritProperty, setProperties } from "./commands/properties.ts";
import type { Assignment } from "./commands/properties.ts";
import { hasProperty } from "./dataset-settable.ts";
import { poolOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";
import { groupBy } from "./group-by.ts";
import { inParts } from "./in-parts.ts";
import type { ModuleFacts } from "./module.ts";
import type { Difference, Outcome } from "./outcome.ts";

/** The most datasets in one command line: ZFS writes each change to the disks before it goes on to the next. */
const mostAtOnce = 100;

/** What is done to a property: it is set to `value`, as `zfs set` takes it, or inherited. */
export interface PropertyEdit {
    readonly name: string;
    /** Undefined to inherit it. */
    readonly value: string | undefined;
    /** Instead of inheriting it, what a stream brought is taken, where one did. */
    readonly isReceived?: boolean | undefined;
}

/** One command line, which can be made for fewer datasets, too. */
export interface BatchStep {
    readonly datasets: readonly Dataset[];
    readonly properties: readonly string[];
    readonly build: (datasets: readonly Dataset[]) => Command;
}

/** The command lines that make the edits, one after another; datasets that have none of the properties are in none. */
export function batchSteps(
    datasets: readonly Dataset[],
    edits: readonly PropertyEdit[],
    rules: ModuleFacts["datasetProperties"],
): readonly BatchStep[] {
    const alike = groupBy(datasets, ({ name, type }) =>
        [poolOf(name), ...edits.filter((edit) => hasProperty(rules, edit.name, type)).map(nameOf)].join("\0"),
    );
    return [...alike.values()].flatMap((group) => {
        const type = group[0]?.type ?? "";
        const own = edits.filter((edit) => hasProperty(rules, edit.name, type));
        const assignments = own.flatMap(({ name, value }) =>
            value === undefined ? [] : [[name, value] as const],
        );
        const inherited = own.filter(({ value }) => value === undefined);
        return inParts(group, nameOf, { count: mostAtOnce }).flatMap((part) => [
            ...(assignments.length > 0
                ? [
                      {
                          datasets: part,
                          properties: assignments.map(([name]) => name),
                          build: (some: readonly Dataset[]) =>
                              setProperties(some, assignments, { seen: seenSizes(some, assignments) }),
                      },
                  ]
                : []),
            ...inherited.map(({ name, isReceived }) => ({
                datasets: part,
                properties: [name],
                build: (some: readonly Dataset[]) => inheritProperty(some, name, { isReceived }),
            })),
        ]);
    });
}

/**
 * The sizes that volumes were seen with, when they are to get others: a volume that somebody enlarged meanwhile would
 * lose its end. The values of other properties were not shown, and what inherits them changes with the commands before.
 */
const seenSizes = (
    volumes: readonly Dataset[],
    assignments: readonly Assignment[],
): readonly SeenProperty[] =>
    assignments.some(([property]) => property === "volsize")
        ? volumes.map((one) => seenProperty(one, { name: "volsize", value: one.volsize?.toString() }))
        : [];

/**
 * How many datasets the command lines have, and for how many of them all have come to an end, good or bad.
 *
 * @param ended for each command line, whether it has
 */
export function progressOf(steps: readonly BatchStep[], ended: readonly boolean[]) {
    const all = new Set(steps.flatMap(({ datasets }) => datasets));
    const left = new Set(steps.flatMap(({ datasets }, index) => (ended[index] ? [] : datasets)));
    return { all: all.size, finished: all.size - left.size };
}

/** The command line once more, for the rest, when it was refused because of some datasets that are not as they were. */
export function buildRest({ datasets, build }: BatchStep, outcome: Outcome): Command | undefined {
    const changed = changedIn(outcome).map(nameOf);
    const rest = datasets.filter(({ name }) => !changed.includes(name));
    return changed.length > 0 && rest.length > 0 ? build(rest) : undefined;
}

/** How a dataset is not as it was. */
export type ChangedDataset = Difference & { readonly what: "dataset" | "property" };

/** The datasets for which nothing was run, because they are gone, or not as they were. */
export const changedIn = (outcome: Outcome): readonly ChangedDataset[] =>
    outcome.kind === "refused" && "differences" in outcome.refusal
        ? outcome.refusal.differences.filter(isOfDataset)
        : [];

const isOfDataset = (difference: Difference): difference is ChangedDataset =>
    difference.what === "dataset" || difference.what === "property";

const nameOf = ({ name }: { readonly name: string }): string => name;
