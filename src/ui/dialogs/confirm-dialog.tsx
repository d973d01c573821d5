import type { ReactNode } from "react";

import { ActionDialog } from "./action-dialog.tsx";
import type { DialogProps } from "./action-dialog.tsx";

interface ConfirmDialogProps extends DialogProps {
    readonly text: string;
    /** All that the person has to know is there; if not said, it is. */
    readonly isReady?: boolean;
    /** What else the person has to know. */
    readonly children?: ReactNode;
}

/** One plain question, for what comes back or can be done again. */
export const ConfirmDialog = ({ text, children, ...props }: ConfirmDialogProps) => (
    <ActionDialog {...props} variant="warning">
        <p>{text}</p>
        {children}
    </ActionDialog>
);
