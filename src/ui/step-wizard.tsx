import { Wizard } from "@patternfly/react-core/dist/esm/components/Wizard/index.js";
import type { WizardFooterProps } from "@patternfly/react-core/dist/esm/components/Wizard/index.js";
import { useEffect, useRef } from "react";
import type { ReactNode } from "react";

import { _ } from "../i18n.ts";

/** What stands below a step: PatternFly's own words are English in any language. */
export const stepFooter = (own: Partial<WizardFooterProps>): Partial<WizardFooterProps> => ({
    nextButtonText: _("Next"),
    backButtonText: _("Back"),
    cancelButtonText: _("Cancel"),
    ...own,
});

interface StepWizardProps {
    readonly onClose: () => void;
    /** PatternFly's `WizardStep`s. */
    readonly children: ReactNode;
}

/** A form in steps that takes the page. */
export const StepWizard = ({ onClose, children }: StepWizardProps) => {
    const frame = useRef<HTMLDivElement>(null);
    useEffect(() => {
        // PatternFly calls it "Wizard toggle" in any language; the step that stands on it is a better name
        frame.current?.querySelector(".pf-v6-c-wizard__toggle")?.removeAttribute("aria-label");
    }, []);
    return (
        <div ref={frame} className="zfs-wizard">
            <Wizard navAriaLabel={_("Steps")} onClose={onClose}>
                {children}
            </Wizard>
        </div>
    );
};
