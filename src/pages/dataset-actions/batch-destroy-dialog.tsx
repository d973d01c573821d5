import { useDialogs } from "dialogs";
import { useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { ActionDialog } from "../../ui/dialogs/action-dialog.tsx";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { UsageBar } from "../../ui/usage-bar.tsx";
import type { Command } from "../../zfs/commands/command.ts";
import { destroyDataset } from "../../zfs/commands/dataset-life.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { outermost } from "../../zfs/destroy-plan.ts";
import { useBatch } from "../change/use-batch.ts";

import { CommandLines, SkippedOnes } from "./batch-parts.tsx";
import { BatchResults } from "./batch-results.tsx";
import { cloneDialog } from "./destroy-dialog.tsx";
import { DestroyFacts } from "./destroy-facts.tsx";
import { DestroyStops } from "./destroy-stops.tsx";
import { destroyActionText } from "./destroy-text.ts";
import { useDestroyPlan } from "./use-destroy-plan.ts";
import type { Skipped } from "./use-sort-out.ts";

interface BatchDestroyDialogProps {
    readonly chosen: readonly Dataset[];
    readonly skipped: readonly Skipped[];
}

/** Destroys many datasets, one after the other, once the person was told what is lost with all of them. */
export const BatchDestroyDialog = (first: BatchDestroyDialogProps) => {
    const [rounds, setRounds] = useState([first]);
    const round = rounds.at(-1) ?? first;
    return (
        <Round
            key={rounds.length}
            {...round}
            onAgain={(chosen) => setRounds([...rounds, { chosen, skipped: [] }])}
        />
    );
};

interface RoundProps extends BatchDestroyDialogProps {
    /** The person wants to be asked again about those that were not destroyed. */
    readonly onAgain: (left: readonly Dataset[]) => void;
}

/** One question, and what has become of each dataset. */
const Round = ({ chosen, skipped, onAgain }: RoundProps) => {
    const dialogs = useDialogs();
    const batch = useBatch();
    const targets = outermost(chosen);
    const title = ngettext(
        "Destroy $0 chosen dataset and everything in it?",
        "Destroy $0 chosen datasets and everything in them?",
        targets.length,
    );
    if (batch.phase === "before")
        return (
            <Question
                {...{ chosen, skipped, targets, title }}
                onDestroy={(commands) => void batch.start(commands.map((command) => ({ command })))}
            />
        );
    const gone = new Set(
        batch.items.filter(({ state }) => state === "done").map(({ command }) => command.argv.at(-1)),
    );
    const left = batch.phase === "after" ? targets.filter(({ name }) => !gone.has(name)) : [];
    return (
        <ActionDialog
            variant="danger"
            title={title}
            action={
                left.length > 0
                    ? ngettext("Try again for $0 dataset…", "Try again for $0 datasets…", left.length)
                    : _("Destroy")
            }
            isReady={left.length > 0}
            isBusy={batch.phase === "running"}
            onAction={() => onAgain(left)}
            onClose={dialogs.close}
            closing={batch.phase === "after" ? _("Close") : undefined}
        >
            <BatchResults batch={batch} />
        </ActionDialog>
    );
};

interface QuestionProps extends BatchDestroyDialogProps {
    /** Those of the chosen that lie in no other one of them. */
    readonly targets: readonly Dataset[];
    readonly title: string;
    readonly onDestroy: (commands: readonly Command[]) => void;
}

/** As long as it is asked, what would go is read again and again; not any more once it goes. */
const Question = ({ chosen, skipped, targets, title, onDestroy }: QuestionProps) => {
    const dialogs = useDialogs();
    const destruction = useDestroyPlan(targets);
    const { answer, plan, losses, looked, stops, isPossible, look } = destruction;
    const commands = plan?.targets.map(destroyDataset) ?? [];
    const again = () => <BatchDestroyDialog chosen={chosen} skipped={skipped} />;
    return (
        <DangerDialog
            title={title}
            losses={losses}
            name={ngettext("$0 dataset", "$0 datasets", plan?.contents.length ?? targets.length)}
            isPossible={isPossible && commands.length > 0}
            action={plan ? destroyActionText(plan) : _("Destroy")}
            isBusy={false}
            onAction={() => onDestroy(commands)}
            onClose={dialogs.close}
        >
            {answer.kind === "waiting" && looked !== undefined && targets.length > many && (
                <UsageBar
                    percent={(100 * looked) / targets.length}
                    label={format(_("$0 of $1 datasets looked into"), looked, targets.length)}
                />
            )}
            <DestroyFacts
                destruction={destruction}
                failure={_("What would go with them could not be found out")}
            />
            <SkippedOnes skipped={skipped} />
            <DestroyStops stops={stops} onLook={look} dialogFor={cloneDialog(again)} />
            <CommandLines commands={commands} />
        </DangerDialog>
    );
};

/** So many datasets are looked into in a moment. */
const many = 20;
