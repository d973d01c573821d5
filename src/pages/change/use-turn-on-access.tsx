import { useDialogs } from "dialogs";
import { Suspense, lazy } from "react";

const AdminAccessDialog = lazy(() => import("./admin-access-dialog.tsx"));

/** Opens the dialog that turns administrative access on. */
export function useTurnOnAccess(): () => void {
    const dialogs = useDialogs();
    return () =>
        dialogs.show(
            <Suspense>
                <AdminAccessDialog />
            </Suspense>,
        );
}
