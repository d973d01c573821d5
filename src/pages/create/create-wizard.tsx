import { WizardStep } from "@patternfly/react-core/dist/esm/components/Wizard/index.js";
import { useEffect, useState } from "react";

import { goTo } from "../../backend/session.ts";
import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { StepWizard, stepFooter } from "../../ui/step-wizard.tsx";
import { createPool } from "../../zfs/commands/create.ts";
import { newAshift } from "../../zfs/layout/ashift.ts";
import { warningsOf } from "../../zfs/layout/warnings.ts";
import { checkNewPoolName } from "../../zfs/names.ts";
import { inheritedEncryption } from "../../zfs/new-key.ts";
import { isMountpoint, usualOptions } from "../../zfs/pool-options.ts";
import type { PoolOptions } from "../../zfs/pool-options.ts";
import { usePoolNameList } from "../use-pool-names.ts";

import { ChosenOptions } from "./chosen-options.tsx";
import { firstSteps } from "./first-steps.tsx";
import { LayoutPicture } from "./layout-picture.tsx";
import { LeftBehind } from "./left-behind.tsx";
import { OptionsStep } from "./options-step.tsx";
import { LostDisks, ReviewStep } from "./review-step.tsx";
import { Step } from "./step.tsx";
import { useLayout } from "./use-layout.ts";
import { useReview } from "./use-review.ts";

/** Makes a pool of disks, in four steps. Nothing is touched before the last one, and nothing is set that it does not show. */
export const CreateWizard = () => {
    const layout = useLayout();
    const { selection, vdevs, count, unused, isComplete } = layout;
    const [news, setNews] = useState<Partial<PoolOptions>>({});
    const [encryption, setEncryption] = useState(inheritedEncryption);
    const [isDone, setDone] = useState(false);
    const taken = usePoolNameList();

    const isSolid = selection.disks.every(({ rotational }) => rotational === false);
    const options: PoolOptions = {
        ...{ ...usualOptions, autotrim: isSolid, ashift: newAshift(selection.disks), ...news },
        encryption: encryption.settings,
    };
    const { name, ashift } = options;
    const isThere = taken.includes(name);
    const isSet =
        checkNewPoolName(name, taken) === undefined && isMountpoint(options.mountpoint) && encryption.isReady;
    const isReady = isComplete && isSet;
    const warnings = warningsOf(vdevs, { ashift });

    const review = useReview({
        commandFor: (isForced) => (isReady ? createPool(options, vdevs, isForced) : undefined),
        takeSecret: encryption.takeSecret,
        hasDisks: layout.hasDisks,
        onDone: () => setDone(true),
    });
    useEffect(() => {
        if (isDone && isThere) goTo(formatRoute({ screen: "pool", pool: name }));
    }, [isDone, isThere, name]);

    const { command, change, refusedStep } = review;
    const picture = <LayoutPicture {...{ vdevs, unused, warnings, ashift }} />;
    const noticeAt = (step: string) => (refusedStep === step ? change.notice : undefined);
    return (
        <StepWizard onClose={() => goTo(formatRoute({ screen: "overview" }))}>
            {firstSteps({ layout, picture, refusal: noticeAt("disks"), isAddition: false })}
            <WizardStep
                name={_("Options")}
                id="options"
                status={refusedStep === "options" ? "error" : "default"}
                isDisabled={!isComplete}
                footer={stepFooter({ isNextDisabled: !isSet })}
            >
                <Step picture={picture} notice={noticeAt("options")}>
                    <OptionsStep
                        {...{ options, encryption }}
                        onOptions={(more) => setNews({ ...news, ...more })}
                        onEncryption={setEncryption}
                    />
                </Step>
            </WizardStep>
            <WizardStep
                name={_("Review")}
                id="review"
                isDisabled={!isReady}
                footer={stepFooter({
                    nextButtonText: ngettext("Create $1 on $0 disk", "Create $1 on $0 disks", count, name),
                    isNextDisabled: !review.isReady || isDone,
                    nextButtonProps: { isLoading: change.isBusy },
                    onNext: change.onAction,
                })}
            >
                <Step picture={picture} notice={change.notice}>
                    <LeftBehind outcome={change.outcome} pool={name} isThere={isThere} />
                    <LostDisks review={review} />
                    {command && (
                        <ReviewStep
                            review={{ ...review, command }}
                            holdings={selection.holdings}
                            warnings={warnings}
                        >
                            <ChosenOptions options={options} vdevs={vdevs} />
                        </ReviewStep>
                    )}
                </Step>
            </WizardStep>
        </StepWizard>
    );
};
