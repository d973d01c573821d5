import { ActionDialog } from "./action-dialog.tsx";
import type { DialogProps } from "./action-dialog.tsx";

/** One plain question, for what comes back or can be done again. */
export const ConfirmDialog = ({ text, ...props }: DialogProps & { readonly text: string }) => (
    <ActionDialog {...props} variant="warning">
        <p>{text}</p>
    </ActionDialog>
);
