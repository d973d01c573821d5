// What can be done about a scrub, and why not now, in words.
import { _ } from "../../i18n.ts";
import type { ScrubAction, ScrubObstacle } from "../../zfs/scrub.ts";
import { isReadOnly, needsFeature, needsZfs } from "../obstacle-words.ts";

/** The item of the menu. */
export function scrubActionText(action: ScrubAction): string {
    switch (action) {
        case "start":
            return _("Start");
        case "startNew":
            return _("Scrub new data only");
        case "startErrors":
            return _("Scrub damaged data only");
        case "startRange":
            return _("Scrub some days only…");
        case "pause":
            return _("Pause");
        case "resume":
            return _("Resume");
        case "stop":
            return _("Stop…");
    }
}

/** Why an item cannot be chosen now. */
export function scrubObstacleText(obstacle: ScrubObstacle): string {
    switch (obstacle) {
        case "readOnly":
            return isReadOnly();
        case "resilvering":
            return _("A resilver is running");
        case "rebuilding":
            return _("A rebuild is running");
        case "errorScrub":
            return _("A scrub of damaged data is not finished");
        case "running":
            return _("A scrub is running");
        case "paused":
            return _("The scrub is paused");
        case "notRunning":
            return _("No scrub is running");
        case "notPaused":
            return _("No scrub is paused");
        case "noErrors":
            return _("No damaged data is known");
        case "errorLogDisabled":
            return needsFeature("head_errlog");
        case "unknown":
            return _("It is not known yet whether this ZFS can do it");
        case "needs22":
            return needsZfs("2.2");
        case "needs23":
            return needsZfs("2.3");
        case "needs24":
            return needsZfs("2.4");
    }
}
