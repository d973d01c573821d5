import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import type { ButtonProps } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { Tooltip } from "@patternfly/react-core/dist/esm/components/Tooltip/index.js";
import { useId } from "react";

interface ReasonedButtonProps extends Omit<ButtonProps, "ref"> {
    /** Why it cannot be pressed now; undefined when it can. */
    readonly reason: string | undefined;
}

/** A button that says why it cannot be pressed, to those who point at it, reach it by keyboard or hear it. */
export const ReasonedButton = ({ reason, ...props }: ReasonedButtonProps) => {
    const id = useId();
    if (reason === undefined) return <Button {...props} />;
    return (
        <>
            <Tooltip content={reason} aria="none">
                <Button {...props} isAriaDisabled aria-describedby={id} />
            </Tooltip>
            <span id={id} hidden>
                {reason}
            </span>
        </>
    );
};
