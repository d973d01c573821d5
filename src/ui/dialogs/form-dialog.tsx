import { Form } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { useId } from "react";
import type { ReactNode } from "react";

import { ActionDialog } from "./action-dialog.tsx";
import type { DialogProps } from "./action-dialog.tsx";

interface FormDialogProps extends DialogProps {
    /** Everything is filled in rightly; what is not is said at its field. */
    readonly isReady: boolean;
    /** "warning" for what takes something, "danger" for what cannot be undone; if not said, "primary". */
    readonly variant?: "primary" | "warning" | "danger";
    /** The id of the field that has the focus first; the way out, if not said. */
    readonly focus?: string;
    /** What the way out is called; if not said, "Cancel", or "Close" once it was sent. */
    readonly closing?: string | undefined;
    readonly children: ReactNode;
}

/** A form; the Enter key sends it, too. */
export const FormDialog = ({ children, ...props }: FormDialogProps) => {
    const { isReady, isBusy, onAction } = props;
    const id = useId();
    return (
        <ActionDialog variant="primary" {...props} form={id}>
            <Form
                id={id}
                onSubmit={(event) => {
                    event.preventDefault();
                    if (isReady && !isBusy) onAction();
                }}
            >
                {children}
            </Form>
        </ActionDialog>
    );
};
