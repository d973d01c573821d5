import { _ } from "../i18n.ts";
import type { State } from "../zfs/model.ts";

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
