import { WizardStep } from "@patternfly/react-core/dist/esm/components/Wizard/index.js";

import { goTo } from "../../backend/session.ts";
import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { StepWizard } from "../../ui/step-wizard.tsx";
import { addVdevs } from "../../zfs/commands/create.ts";
import { returnOf } from "../../zfs/layout/addition.ts";
import { replicationsIn } from "../../zfs/layout/replication.ts";
import { warningsOf } from "../../zfs/layout/warnings.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { isReadOnly } from "../obstacle-words.ts";

import { firstSteps } from "./first-steps.tsx";
import { LayoutPicture } from "./layout-picture.tsx";
import { ReviewStep } from "./review-step.tsx";
import { Step } from "./step.tsx";
import { Undoing } from "./undoing.tsx";
import { useLayout } from "./use-layout.ts";
import { useReview } from "./use-review.ts";

/** Adds vdevs to a pool, in three steps. Nothing is touched before the last one. */
export const AddWizard = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, status } = entry;
    const layout = useLayout();
    const { selection, vdevs, count, unused, isComplete } = layout;
    const present = status ? replicationsIn(status) : [];
    const warnings = warningsOf(vdevs, { present });
    const goToPool = () => goTo(formatRoute({ screen: "pool", pool: usage.name }));
    const obstacle = usePoolObstacle(entry) ?? (usage.readonly ? isReadOnly() : undefined);
    const review = useReview({
        commandFor: (isForced) => (isComplete ? addVdevs(usage, vdevs, isForced) : undefined),
        onDone: goToPool,
    });

    const { command, change, refusedStep } = review;
    const refusal = refusedStep === "disks" && change.notice;
    const picture = <LayoutPicture {...{ vdevs, unused, warnings }} />;
    return (
        <StepWizard onClose={goToPool}>
            {firstSteps({ layout, picture, refusal, isAddition: true })}
            <WizardStep
                name={_("Review")}
                id="review"
                isDisabled={!isComplete}
                footer={{
                    nextButtonText: ngettext("Add $0 disk to $1", "Add $0 disks to $1", count, usage.name),
                    isNextDisabled: !review.isReady || obstacle !== undefined,
                    nextButtonProps: { isLoading: change.isBusy },
                    onNext: change.onAction,
                }}
            >
                <Step picture={picture} notice={change.notice}>
                    {obstacle !== undefined && <p>{obstacle}</p>}
                    {command && (
                        <ReviewStep
                            review={{ ...review, command }}
                            holdings={selection.holdings}
                            warnings={warnings}
                        >
                            <Undoing entry={entry} way={returnOf(vdevs, present)} />
                        </ReviewStep>
                    )}
                </Step>
            </WizardStep>
        </StepWizard>
    );
};
