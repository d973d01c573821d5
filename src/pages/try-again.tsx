import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";

import { _ } from "../i18n.ts";
import { refreshNow } from "../store/refresh.ts";

/** Reads everything again that this page shows. */
export const TryAgain = () => (
    <div>
        <Button variant="secondary" onClick={refreshNow}>
            {_("Try again")}
        </Button>
    </div>
);
