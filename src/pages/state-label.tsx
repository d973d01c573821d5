import { Label } from "@patternfly/react-core/dist/esm/components/Label/index.js";
import type { LabelProps } from "@patternfly/react-core/dist/esm/components/Label/index.js";

import type { State } from "../zfs/model.ts";

import { stateWord } from "./state-word.ts";

/** How grave each state is. A word that we do not know is shown as it is, and claims nothing. */
export const stateGravity: Readonly<Record<string, NonNullable<LabelProps["status"]>>> = {
    ONLINE: "success",
    INUSE: "info",
    DEGRADED: "warning",
    OFFLINE: "warning",
    REMOVED: "danger",
    UNAVAIL: "danger",
    FAULTED: "danger",
    SUSPENDED: "danger",
};

/** The state of a pool or vdev as an icon and a word: no colour alone carries meaning. */
export const StateLabel = ({
    state,
    isCompact = false,
    isDoubtful = false,
}: {
    readonly state: State;
    readonly isCompact?: boolean;
    /** That it is online claims nothing. */
    readonly isDoubtful?: boolean;
}) => {
    const known = isDoubtful && state === "ONLINE" ? undefined : stateGravity[state];
    return (
        <Label isCompact={isCompact} variant="outline" {...(known && { status: known })}>
            {stateWord(state)}
        </Label>
    );
};
