import type { RanStep } from "../zfs/batch-results.ts";
import type { BatchStep } from "../zfs/batch-steps.ts";
import type { Command } from "../zfs/commands/command.ts";
import type { Outcome } from "../zfs/outcome.ts";

import type { ChangeRequest, ChangeRunner } from "./change-runner.ts";
import type { Store } from "./store.ts";

/** What a batch is run with. */
interface BatchHost {
    readonly changes: Store<readonly ChangeRequest[]>;
    readonly runner: Pick<ChangeRunner, "run" | "dismiss">;
}

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
    { changes, runner }: BatchHost,
    steps: readonly BatchStep[],
    { onStart, onEnd, isStopped }: BatchListener,
): Promise<readonly RanStep[]> {
    const run = async (command: Command): Promise<Outcome> => {
        const id = runner.run(command, { isInDialog: true });
        onStart(id);
        const outcome = await outcomeOf(changes, id);
        // what was told to a dialog that is still there is in its list
        if (changes.get().find((change) => change.id === id)?.isInDialog) runner.dismiss(id);
        return outcome;
    };
    const ran: RanStep[] = [];
    for (const step of steps) {
        if (isStopped()) break;
        const first = await run(step.build(step.datasets));
        const changed = changedIn(first);
        const rest = step.datasets.filter(({ name }) => !changed.includes(name));
        const again = changed.length > 0 && rest.length > 0 && !isStopped();
        ran.push({ step, changed, outcome: again ? await run(step.build(rest)) : first });
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

/** What becomes of a change. */
const outcomeOf = (changes: Store<readonly ChangeRequest[]>, id: number): Promise<Outcome> =>
    new Promise((resolve) => {
        const look = () => {
            const outcome = changes.get().find((change) => change.id === id)?.outcome;
            if (!outcome) return;
            stop();
            resolve(outcome);
        };
        const stop = changes.subscribe(look);
        look();
    });
