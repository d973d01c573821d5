import { Label } from "@patternfly/react-core/dist/esm/components/Label/index.js";
import type { LabelProps } from "@patternfly/react-core/dist/esm/components/Label/index.js";

import { _ } from "../i18n.ts";
import type { State } from "../zfs/model.ts";

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

/** A state for people; a word that we do not know as it is. */
export function stateWord(state: State): string {
    switch (state as string) {
        case "ONLINE":
            return _("Online");
        case "DEGRADED":
            return _("Degraded");
        case "OFFLINE":
            return _("Offline");
        case "REMOVED":
            return _("Removed");
        case "UNAVAIL":
            return _("Unavailable");
        case "FAULTED":
            return _("Faulted");
        case "SUSPENDED":
            return _("Suspended");
        case "AVAIL":
            return _("Available");
        case "INUSE":
            return _("In use");
        default:
            return state;
    }
}

/** The state of a pool or vdev as an icon and a word: no colour alone carries meaning. */
export const StateLabel = ({
    state,
    isCompact = false,
}: {
    readonly state: State;
    readonly isCompact?: boolean;
}) => {
    const known = stateGravity[state];
    return (
        <Label isCompact={isCompact} variant="outline" {...(known && { status: known })}>
            {stateWord(state)}
        </Label>
    );
};
