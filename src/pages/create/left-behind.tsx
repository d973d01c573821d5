import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";

import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { Outcome } from "../../zfs/outcome.ts";

interface LeftBehindProps {
    readonly outcome: Outcome | undefined;
    readonly pool: string;
    /** A pool of this name is imported. */
    readonly isThere: boolean;
}

/** Says that a pool of this name is there although the host did not say that it was made. */
export const LeftBehind = ({ outcome, pool, isThere }: LeftBehindProps) =>
    isThere &&
    outcome && (
        <Alert component="p" variant="info" isInline title={format(_("There is a pool $0 now"), pool)}>
            <a href={formatRoute({ screen: "pool", pool })}>{format(_("Go to $0"), pool)}</a>
        </Alert>
    );
