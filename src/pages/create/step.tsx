import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import type { ReactNode } from "react";

import { _ } from "../../i18n.ts";

interface StepProps {
    /** Stands beside it, always in view; below it where there is no room. */
    readonly picture: ReactNode;
    /** What was refused, and has to be mended here. */
    readonly notice?: ReactNode;
    readonly children: ReactNode;
}

/** One step of a wizard: its fields, and the picture of what comes of them. */
export const Step = ({ picture, notice, children }: StepProps) => (
    <div className="zfs-step">
        <div>
            <div className="zfs-step-notice" aria-live="polite">
                {notice}
            </div>
            <Form onSubmit={(event) => event.preventDefault()}>{children}</Form>
        </div>
        {/* it scrolls, so the keyboard must reach it */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
        <aside tabIndex={0} aria-label={_("What comes of it")}>
            {picture}
        </aside>
    </div>
);
