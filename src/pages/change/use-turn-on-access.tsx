import { useDialogs } from "dialogs";

import { AdminAccessDialog } from "./admin-access-dialog.tsx";

/** Opens the dialog that turns administrative access on. */
export function useTurnOnAccess(): () => void {
    const dialogs = useDialogs();
    return () => dialogs.show(<AdminAccessDialog />);
}
