import { useDialogs } from "dialogs";

import { _, ngettext } from "../../i18n.ts";
import { ActionDialog } from "../../ui/dialogs/action-dialog.tsx";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { destroyDataset } from "../../zfs/commands/dataset-life.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { outermost } from "../../zfs/destroy-plan.ts";
import { Problem } from "../problem.tsx";

import type { Skipped } from "./batch-actions.tsx";
import { CommandLines, SkippedOnes } from "./batch-parts.tsx";
import { BatchProgress } from "./batch-progress.tsx";
import { AllThatGoes, DestroyDialog } from "./destroy-dialog.tsx";
import { DestroyStops } from "./destroy-stops.tsx";
import { destroyActionText, destroyLossLines } from "./destroy-text.ts";
import { PromoteDialog } from "./promote-dialog.tsx";
import { useBatch } from "./use-batch.ts";
import { useDestroyPlan } from "./use-destroy-plan.ts";

interface BatchDestroyDialogProps {
    readonly chosen: readonly Dataset[];
    readonly skipped: readonly Skipped[];
}

/** Destroys many datasets, one after the other, once the person was told what is lost with all of them. */
export const BatchDestroyDialog = ({ chosen, skipped }: BatchDestroyDialogProps) => {
    const dialogs = useDialogs();
    const targets = outermost(chosen);
    const { answer, plan, stops, isPossible, look } = useDestroyPlan(targets.map(({ name }) => name));
    const commands = plan?.targets.map(destroyDataset) ?? [];
    const batch = useBatch(commands);
    const title = ngettext(
        "Destroy $0 chosen dataset and everything in it?",
        "Destroy $0 chosen datasets and everything in them?",
        targets.length,
    );
    if (batch.phase !== "before")
        return (
            <ActionDialog
                variant="danger"
                title={title}
                action={_("Destroy")}
                isReady={false}
                isBusy={batch.phase === "running"}
                onAction={batch.start}
                onClose={dialogs.close}
                closing={batch.phase === "after" ? _("Close") : undefined}
            >
                <BatchProgress batch={batch} />
            </ActionDialog>
        );
    const again = () => <BatchDestroyDialog chosen={chosen} skipped={skipped} />;
    return (
        <DangerDialog
            title={title}
            losses={plan ? destroyLossLines(plan) : answer.kind === "waiting" ? undefined : []}
            name={ngettext("$0 dataset", "$0 datasets", targets.length)}
            isPossible={isPossible && commands.length > 0}
            action={plan ? destroyActionText(plan) : _("Destroy")}
            isBusy={false}
            onAction={batch.start}
            onClose={dialogs.close}
        >
            {answer.kind === "failed" && (
                <Problem title={_("What would go with them could not be found out")} error={answer.error} />
            )}
            {plan && <AllThatGoes plan={plan} />}
            <SkippedOnes skipped={skipped} />
            <DestroyStops
                stops={stops}
                onLook={look}
                dialogFor={(clone, way) =>
                    way === "promote" ? (
                        <PromoteDialog key={clone.name} dataset={clone} next={again} />
                    ) : (
                        <DestroyDialog key={clone.name} dataset={clone} next={again} />
                    )
                }
            />
            <CommandLines commands={commands} />
        </DangerDialog>
    );
};
