import { Alert, AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useDialogs } from "dialogs";
import { Suspense, lazy } from "react";

import { _ } from "../i18n.ts";
import { useAdminAccess } from "../store/hooks.ts";

const AdminAccessDialog = lazy(() => import("./change/admin-access-dialog.tsx"));

/** Says what a person without administrative access sees, and what not. It is a way to read, not an error. */
export const LimitedAccess = () => {
    const dialogs = useDialogs();
    const open = () =>
        dialogs.show(
            <Suspense>
                <AdminAccessDialog />
            </Suspense>,
        );
    return (
        useAdminAccess() === false && (
            <Alert
                component="p"
                variant="info"
                isInline
                isPlain
                title={_("You are looking with limited access")}
                actionLinks={
                    <AlertActionLink onClick={open}>{_("Turn on administrative access")}</AlertActionLink>
                }
            >
                {_(
                    "Pools and their devices are shown. To change them, and to see which files are damaged, you need administrative access.",
                )}
            </Alert>
        )
    );
};
