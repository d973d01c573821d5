import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { _, format } from "../../i18n.ts";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { destroyDataset } from "../../zfs/commands/dataset-life.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useChange } from "../change/use-change.tsx";

import { DestroyFacts } from "./destroy-facts.tsx";
import { DestroyStops } from "./destroy-stops.tsx";
import { destroyActionText } from "./destroy-text.ts";
import { PromoteDialog } from "./promote-dialog.tsx";
import { useDestroyPlan } from "./use-destroy-plan.ts";

interface DestroyDialogProps {
    readonly dataset: Dataset;
    /** What is shown afterwards; nothing, if not said. */
    readonly next?: (() => ReactElement) | undefined;
}

/** Destroys a dataset with all in it, once the person was told what is lost and has typed its name. */
export const DestroyDialog = ({ dataset, next }: DestroyDialogProps) => {
    const { name } = dataset;
    const destruction = useDestroyPlan([dataset]);
    const { plan, losses, stops, isPossible, look } = destruction;
    const dialogs = useDialogs();
    const target = plan?.targets[0];
    const change = useChange(target && destroyDataset(target), {
        onDone: () => {
            dialogs.close();
            if (next) dialogs.show(next());
        },
    });
    const again = () => <DestroyDialog key={name} dataset={dataset} next={next} />;
    return (
        <DangerDialog
            {...change}
            title={format(_("Destroy $0 and everything in it?"), name)}
            losses={losses}
            name={name}
            isPossible={isPossible}
            action={plan ? destroyActionText(plan) : format(_("Destroy $0"), name)}
        >
            <DestroyFacts
                destruction={destruction}
                failure={_("What would go with it could not be found out")}
            />
            <DestroyStops stops={stops} onLook={look} dialogFor={cloneDialog(again)} />
        </DangerDialog>
    );
};

/** What deals with a clone that stands in the way of a destruction, and then shows `next`. */
export const cloneDialog =
    (next: () => ReactElement) =>
    (clone: Dataset, way: "promote" | "destroy"): ReactElement =>
        way === "promote" ? (
            <PromoteDialog key={clone.name} dataset={clone} next={next} />
        ) : (
            <DestroyDialog key={clone.name} dataset={clone} next={next} />
        );
