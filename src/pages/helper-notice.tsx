import { Alert, AlertActionLink } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _ } from "../i18n.ts";
import { helper } from "../store/helper.ts";
import { useStore } from "../store/hooks.ts";
import { updatedWords } from "../ui/updated-words.ts";

/** Says when the helper on the host is not the one that this page needs. */
export const HelperNotice = () => {
    const { kind } = useStore(helper);
    const updated = updatedWords();
    switch (kind) {
        case "unknown":
        case "ready":
            return null;
        case "missing":
            return (
                <Alert
                    component="p"
                    variant="info"
                    isInline
                    isPlain
                    title={_("This host is looked at every ten seconds only")}
                >
                    {_("To see changes at once, install the package cockpit-zfsadmin on it.")}
                </Alert>
            );
        case "updated":
            return (
                <Alert
                    component="p"
                    variant="warning"
                    isInline
                    title={updated.title}
                    actionLinks={
                        <AlertActionLink onClick={() => window.location.reload()}>
                            {updated.reload}
                        </AlertActionLink>
                    }
                >
                    {updated.text}
                </Alert>
            );
    }
};
