import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _ } from "../i18n.ts";
import { useAdminAccess } from "../store/hooks.ts";

/** Says what a person without administrative access sees, and what not. It is a way to read, not an error. */
export const LimitedAccess = () =>
    useAdminAccess() === false && (
        <Alert component="p" variant="info" isInline isPlain title={_("You are looking with limited access")}>
            {_(
                "Pools and their devices are shown. Which files are damaged can be seen only with administrative access.",
            )}
        </Alert>
    );
