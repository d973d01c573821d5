import { WizardStep } from "@patternfly/react-core/dist/esm/components/Wizard/index.js";
import { useState } from "react";

import { readAshifts } from "../../backend/ashifts.ts";
import { goTo } from "../../backend/session.ts";
import { _, format, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { useAnswer } from "../../store/answer.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { formatList } from "../../ui/dates.ts";
import { StepWizard, stepFooter } from "../../ui/step-wizard.tsx";
import { addVdevs } from "../../zfs/commands/create.ts";
import { returnOf } from "../../zfs/layout/addition.ts";
import { commonAshift } from "../../zfs/layout/ashift.ts";
import { replicationsIn } from "../../zfs/layout/replication.ts";
import { warningsOf } from "../../zfs/layout/warnings.ts";
import type { Pool } from "../../zfs/model.ts";
import { vitalVdevs } from "../../zfs/vdevs.ts";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { isReadOnly } from "../obstacle-words.ts";

import { AshiftField } from "./ashift-field.tsx";
import { firstSteps } from "./first-steps.tsx";
import { LayoutPicture } from "./layout-picture.tsx";
import { LostDisks, ReviewStep } from "./review-step.tsx";
import { Step } from "./step.tsx";
import { Undoing } from "./undoing.tsx";
import { useLayout } from "./use-layout.ts";
import { useReview } from "./use-review.ts";

/** The block sizes that a pool has; none while they are not known. */
function useAshifts(pool: Pool | undefined): readonly number[] {
    const guids = pool ? vitalVdevs(pool).map(({ guid }) => guid) : [];
    const answer = useAnswer(async () => (pool ? readAshifts(pool) : []), guids.join(" "));
    return answer.kind === "ready" ? answer.value : [];
}

/** Adds vdevs to a pool, in three steps. Nothing is touched before the last one. */
export const AddWizard = ({ entry }: { readonly entry: PoolEntry }) => {
    const { usage, status } = entry;
    const layout = useLayout();
    const { selection, vdevs, count, unused, isComplete } = layout;
    const present = status ? replicationsIn(status) : [];
    const ashifts = useAshifts(status);
    const [chosen, setChosen] = useState<{ readonly ashift: number | undefined }>();
    // as the pool has it, if that is known and nobody wants it otherwise
    const ashift = chosen ? chosen.ashift : commonAshift(ashifts);
    const warnings = warningsOf(vdevs, { present, presentAshifts: ashifts, ashift });
    const goToPool = () => goTo(formatRoute({ screen: "pool", pool: usage.name }));
    const obstacle = usePoolObstacle(entry) ?? (usage.readonly ? isReadOnly() : undefined);
    const review = useReview({
        commandFor: (isForced) => (isComplete ? addVdevs(usage, vdevs, ashift, isForced) : undefined),
        hasDisks: layout.hasDisks,
        onDone: goToPool,
    });

    const { command, change, refusedStep } = review;
    const refusal = refusedStep === "disks" && change.notice;
    const picture = <LayoutPicture {...{ vdevs, unused, warnings, ashift }} />;
    return (
        <StepWizard onClose={goToPool}>
            {firstSteps({
                ...{ layout, picture, refusal, isAddition: true },
                more: (
                    <AshiftField
                        ashift={ashift}
                        help={
                            ashifts.length > 0
                                ? format(
                                      _("It cannot be changed later. The vdevs of this pool have $0."),
                                      formatList([...new Set(ashifts)].map(String)),
                                  )
                                : _(
                                      "It cannot be changed later, and should be that of the other vdevs; this ZFS does not tell it.",
                                  )
                        }
                        onAshift={(one) => setChosen({ ashift: one })}
                    />
                ),
            })}
            <WizardStep
                name={_("Review")}
                id="review"
                isDisabled={!isComplete}
                footer={stepFooter({
                    nextButtonText: ngettext("Add $0 disk to $1", "Add $0 disks to $1", count, usage.name),
                    isNextDisabled: !review.isReady || obstacle !== undefined,
                    nextButtonProps: { isLoading: change.isBusy },
                    onNext: change.onAction,
                })}
            >
                <Step picture={picture} notice={change.notice}>
                    {obstacle !== undefined && <p>{obstacle}</p>}
                    <LostDisks review={review} />
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
