import { changedIn } from "./batch-steps.ts";
import type { BatchStep, ChangedDataset, PropertyEdit } from "./batch-steps.ts";
import type { Dataset } from "./dataset.ts";
import { groupBy } from "./group-by.ts";
import type { OneOfMany } from "./inheritance.ts";
import type { Outcome } from "./outcome.ts";
import { saidBy } from "./outcome.ts";
import { wasSet } from "./property.ts";
import { isAfterwards } from "./shortfall.ts";

/** What became of one dataset. */
export interface BatchResult {
    readonly dataset: string;
    /** "none": it has none of the properties; "notRun": it was stopped before; "unknown": nobody knows. */
    readonly state: "done" | "failed" | "notRun" | "unknown" | "none";
    /** What ZFS, or the helper, said of it. */
    readonly words: readonly string[];
    /** How it was not as it was seen any more, so that nothing was run for it. */
    readonly changed: readonly ChangedDataset[];
}

/** The same of one command line. */
type StepResult = Pick<BatchResult, "state" | "words"> & Partial<BatchResult>;

/** A step that was run, for those datasets that were still what the person saw, and what became of it. */
export interface RanStep {
    readonly step: BatchStep;
    readonly outcome: Outcome;
    /** Those that were gone, or not as they were, and therefore left out. */
    readonly changed: readonly ChangedDataset[];
}

/** What became of a step: of its first try, and of that for the rest of its datasets; undefined if it was not begun. */
export function ranStep(step: BatchStep, outcomes: readonly Outcome[]): RanStep | undefined {
    const [first] = outcomes;
    const outcome = outcomes.at(-1);
    return first && outcome && { step, outcome, changed: changedIn(first) };
}

/**
 * What became of each dataset. ZFS names those that it refuses, as far as its words were kept; of the others, what they
 * have now says whether it was done, also of those that it could only not mount or share again.
 *
 * @param now the properties as they are after all; undefined where that could not be read
 */
export function batchResults(
    datasets: readonly Dataset[],
    edits: readonly PropertyEdit[],
    steps: readonly BatchStep[],
    ran: readonly RanStep[],
    now: readonly OneOfMany[] | undefined,
): readonly BatchResult[] {
    const found = new Map(now?.map((one) => [`${one.dataset}\0${one.name}`, one]));
    const outcomes = new Map(ran.map((one) => [one.step, one]));
    const said = new Map(ran.map((one) => [one, wordsByDataset(one)]));
    const resultOfStep = (name: string, step: BatchStep): StepResult => {
        const run = outcomes.get(step);
        if (run === undefined) return { state: "notRun", words: [] };
        const changed = run.changed.filter((one) => one.name === name);
        if (changed.length > 0) return { state: "failed", words: [], changed };
        const { outcome } = run;
        if (outcome.kind === "refused") return { state: "failed", words: [outcome.refusal.message] };
        const words = said.get(run)?.get(name) ?? [];
        if (words.some((line) => !isAfterwards(line))) return { state: "failed", words };
        if (outcome.kind === "ended" && outcome.state === "done") return { state: "done", words };
        if (now === undefined) return { state: "unknown", words };
        const isDone = edits
            .filter((edit) => step.properties.includes(edit.name))
            .every((edit) => isMade(edit, found.get(`${name}\0${edit.name}`)));
        return { state: isDone ? "done" : outcome.kind === "lost" ? "unknown" : "failed", words };
    };
    const byDataset = new Map<string, BatchStep[]>();
    for (const step of steps)
        for (const { name } of step.datasets) byDataset.set(name, [...(byDataset.get(name) ?? []), step]);
    return datasets.map(({ name }) =>
        worst(
            name,
            (byDataset.get(name) ?? []).map((step) => resultOfStep(name, step)),
        ),
    );
}

/** The less is known or done, the later. */
const order = ["none", "done", "notRun", "unknown", "failed"] as const;

function worst(dataset: string, results: readonly StepResult[]): BatchResult {
    const place = Math.max(0, ...results.map(({ state }) => order.indexOf(state)));
    return {
        dataset,
        state: order[place] ?? "none",
        words: results.flatMap(({ words }) => words),
        changed: results.flatMap(({ changed = [] }) => changed),
    };
}

const isMade = ({ value, isReceived = false }: PropertyEdit, now: OneOfMany | undefined): boolean =>
    now !== undefined &&
    (value === undefined
        ? !wasSet(now) || (isReceived && now.source === "received")
        : now.source === "local" && (now.value === value || (value === "none" && now.value === "0")));

/** The lines that name a dataset: "cannot set property for 'tank/a': …". Names hold no quotes. */
function wordsByDataset({ step, outcome }: RanStep): ReadonlyMap<string, readonly string[]> {
    if (outcome.kind !== "ended") return new Map();
    const known = new Set(step.datasets.map(({ name }) => name));
    const lines = saidBy(outcome).split("\n");
    const named = lines.flatMap((line) => {
        const name = [...line.matchAll(/'([^']+)'/g)]
            .map(([, quoted = ""]) => quoted)
            .find((one) => known.has(one));
        return name === undefined ? [] : [[name, line.trim()] as const];
    });
    return new Map(
        [...groupBy(named, ([name]) => name)].map(([name, all]) => [name, all.map(([, line]) => line)]),
    );
}
