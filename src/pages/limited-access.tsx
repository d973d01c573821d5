import { Alert, AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _ } from "../i18n.ts";
import { useAdminAccess } from "../store/hooks.ts";

import { useTurnOnAccess } from "./change/use-turn-on-access.tsx";
import { turnOnAccess } from "./obstacle-words.ts";

/** Says what a person without administrative access sees, and what not. It is a way to read, not an error. */
export const LimitedAccess = () => {
    const turnOn = useTurnOnAccess();
    return (
        useAdminAccess() === false && (
            <Alert
                component="p"
                variant="info"
                isInline
                isPlain
                title={_("You have limited access")}
                actionLinks={<AlertActionLink onClick={turnOn}>{turnOnAccess()}</AlertActionLink>}
            >
                {_(
                    "Pools, their devices and datasets are shown. To change them, and to see which files are damaged and what is in use, you need administrative access.",
                )}
            </Alert>
        )
    );
};
