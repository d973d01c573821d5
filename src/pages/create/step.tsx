import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import type { ReactNode } from "react";

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
        <Form onSubmit={(event) => event.preventDefault()}>
            <div aria-live="polite">{notice}</div>
            {children}
        </Form>
        <aside>{picture}</aside>
    </div>
);
