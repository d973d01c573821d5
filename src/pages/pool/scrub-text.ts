// What can be done about a scrub, and why not now, in words.
import { _ } from "../../i18n.ts";
import type { ScrubAction, ScrubObstacle } from "../../zfs/scrub.ts";

/** The item of the menu. */
export function scrubActionText(action: ScrubAction): string {
    switch (action) {
        case "start":
            return _("Start");
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
            return _("The pool is imported read-only");
        case "resilvering":
            return _("A resilver is running");
        case "rebuilding":
            return _("A rebuild is running");
        case "errorScrub":
            return _("A scrub of damaged blocks is running");
        case "running":
            return _("A scrub is running");
        case "paused":
            return _("The scrub is paused");
        case "notRunning":
            return _("No scrub is running");
        case "notPaused":
            return _("No scrub is paused");
    }
}
