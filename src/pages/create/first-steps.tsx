import { WizardStep } from "@patternfly/react-core/dist/esm/components/Wizard/index.js";
import type { ReactNode } from "react";

import { _ } from "../../i18n.ts";
import { stepFooter } from "../../ui/step-wizard.tsx";

import { DisksStep } from "./disks-step.tsx";
import { LayoutStep } from "./layout-step.tsx";
import { Step } from "./step.tsx";
import type { Layout } from "./use-layout.ts";

interface FirstSteps {
    readonly layout: Layout;
    readonly picture: ReactNode;
    /** What was refused about the disks. */
    readonly refusal: ReactNode;
    readonly isAddition: boolean;
    /** What else is chosen about the layout. */
    readonly more?: ReactNode;
}

/** The steps with which both wizards begin. No component: PatternFly wants steps to be children of the wizard itself. */
export const firstSteps = ({ layout, picture, refusal, isAddition, more }: FirstSteps) => [
    <WizardStep
        key="disks"
        name={_("Disks")}
        id="disks"
        status={refusal ? "error" : "default"}
        footer={stepFooter({ isNextDisabled: !layout.hasDisks })}
    >
        <Step picture={picture} notice={refusal}>
            <DisksStep layout={layout} />
        </Step>
    </WizardStep>,
    <WizardStep
        key="layout"
        name={_("Layout")}
        id="layout"
        isDisabled={!layout.hasDisks}
        footer={stepFooter({ isNextDisabled: !layout.isComplete })}
    >
        <Step picture={picture}>
            <LayoutStep layout={layout} isAddition={isAddition} />
            {more}
        </Step>
    </WizardStep>,
];
