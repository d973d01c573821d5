import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";
import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { DangerDialog } from "../../ui/dialogs/danger-dialog.tsx";
import { firstOf } from "../../ui/first-of.ts";
import { Points } from "../../ui/points.tsx";
import { RawText } from "../../ui/raw-text.tsx";
import { destroyDataset } from "../../zfs/commands/dataset-life.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { DestroyPlan } from "../../zfs/destroy-plan.ts";
import type { Difference } from "../../zfs/outcome.ts";
import { differenceText } from "../change/difference-text.ts";
import { useChange } from "../change/use-change.tsx";
import { Problem } from "../problem.tsx";

import { DestroyStops } from "./destroy-stops.tsx";
import { destroyActionText, destroyLossLines } from "./destroy-text.ts";
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
    const { answer, plan, changed, stops, isPossible, look } = useDestroyPlan([dataset]);
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
            losses={plan ? destroyLossLines(plan) : answer.kind === "waiting" ? undefined : []}
            name={name}
            isPossible={isPossible}
            action={plan ? destroyActionText(plan) : format(_("Destroy $0"), name)}
        >
            {answer.kind === "failed" && (
                <Problem title={_("What would go with it could not be found out")} error={answer.error} />
            )}
            <Changed changed={changed} />
            {plan && <AllThatGoes plan={plan} />}
            {plan && <UnknownUses plan={plan} />}
            <DestroyStops stops={stops} onLook={look} dialogFor={cloneDialog(again)} />
        </DangerDialog>
    );
};

/** Says that others have the names of what was chosen, so that nothing is destroyed. */
export const Changed = ({ changed }: { readonly changed: readonly Difference[] }) =>
    changed.length > 0 && (
        <Alert component="p" variant="warning" isInline title={_("It changed since you looked")}>
            <Points points={changed.map(differenceText)} label={_("It changed since you looked")} />
        </Alert>
    );

/** What deals with a clone that stands in the way of a destruction, and then shows `next`. */
export const cloneDialog =
    (next: () => ReactElement) =>
    (clone: Dataset, way: "promote" | "destroy"): ReactElement =>
        way === "promote" ? (
            <PromoteDialog key={clone.name} dataset={clone} next={next} />
        ) : (
            <DestroyDialog key={clone.name} dataset={clone} next={next} />
        );

/** Says that nobody knows what is in use, where it is so. */
export const UnknownUses = ({ plan: { targets, uses } }: { readonly plan: DestroyPlan }) =>
    uses === undefined && (
        <p>
            {ngettext(
                "What of it is in use could not be found out: ZFS refuses that, and may have destroyed another part by then.",
                "What of them is in use could not be found out: ZFS refuses that, and may have destroyed another part by then.",
                targets.length,
            )}
        </p>
    );

/** Lines that a browser shows without effort. */
const shown = 2_000;

/** Everything that goes, by name, one click below. */
export const AllThatGoes = ({ plan: { targets } }: { readonly plan: DestroyPlan }) => {
    const names = targets.flatMap((target) => target.names);
    if (names.length < 2) return null;
    return (
        <ExpandableSection toggleText={_("Show all")} className="zfs-words">
            <RawText text={firstOf(names, shown).join("\n")} />
        </ExpandableSection>
    );
};
