import type { RanStep } from "../zfs/batch-results.ts";
import type { BatchStep } from "../zfs/batch-steps.ts";
import type { Outcome } from "../zfs/outcome.ts";

import type { ChangeRunner } from "./change-runner.ts";

interface BatchListener {
    /** A command line begins, under this number in the store of changes. */
    readonly onStart: (id: number) => void;
    /** So many steps have come to an end. */
    readonly onEnd: (count: number) => void;
    /** Asked before each command line: the person wants no more of them. */
    readonly isStopped: () => boolean;
}

/**
 * Runs the command lines of a batch, one after another, whatever became of the one before. A dataset that is not the one
 * that was seen any more fails alone: the rest is run without it.
 */
export async function runBatch(
    runner: Pick<ChangeRunner, "runListed">,
    steps: readonly BatchStep[],
    { onStart, onEnd, isStopped }: BatchListener,
): Promise<readonly RanStep[]> {
    const run = async (step: BatchStep, datasets: BatchStep["datasets"]): Promise<Outcome> =>
        (await runner.runListed(step.build(datasets), onStart)).outcome;
    const ran: RanStep[] = [];
    for (const step of steps) {
        if (isStopped()) break;
        const first = await run(step, step.datasets);
        const changed = changedIn(first);
        const rest = step.datasets.filter(({ name }) => !changed.includes(name));
        const again = changed.length > 0 && rest.length > 0 && !isStopped();
        ran.push({ step, changed, outcome: again ? await run(step, rest) : first });
        onEnd(ran.length);
    }
    return ran;
}

/** The datasets for which nothing was run, because they are gone or others now. */
function changedIn(outcome: Outcome): readonly string[] {
    if (outcome.kind !== "refused" || !("differences" in outcome.refusal)) return [];
    return outcome.refusal.differences.flatMap((difference) =>
        difference.what === "dataset" ? [difference.name] : [],
    );
}
