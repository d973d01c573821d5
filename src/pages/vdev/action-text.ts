// What can be done to a device, and why not now, in words.
import { _ } from "../../i18n.ts";
import type { DeviceAction, DeviceObstacle } from "../../zfs/device-offers.ts";
import { hasCheckpoint, isDiscarding, isExpanding, isRemoving } from "../obstacle-words.ts";

/** The item of the menu. */
export function actionText(action: DeviceAction): string {
    switch (action) {
        case "online":
            return _("Bring online");
        case "offline":
            return _("Take offline…");
        case "expand":
            return _("Use all of the disk…");
        case "clear":
            return _("Clear errors");
        case "replace":
            return _("Replace…");
        case "attach":
            return _("Attach a mirror disk…");
        case "widen":
            return _("Expand by a disk…");
        case "detach":
            return _("Detach…");
        case "remove":
            return _("Remove…");
        case "stopRemove":
            return _("Cancel the removal…");
        case "startTrim":
            return _("Trim…");
        case "resumeTrim":
            return _("Resume trim");
        case "pauseTrim":
            return _("Pause trim");
        case "stopTrim":
            return _("Stop trim");
        case "startInitialize":
            return _("Initialize…");
        case "resumeInitialize":
            return _("Resume initialization");
        case "pauseInitialize":
            return _("Pause initialization");
        case "stopInitialize":
            return _("Stop initialization");
        case "uninitialize":
            return _("Forget initialization");
        case "reopen":
            return _("Reopen devices");
    }
}

/** Why an item cannot be chosen now. */
export function obstacleText(obstacle: DeviceObstacle): string {
    switch (obstacle) {
        case "noErrors":
            return _("There are no errors");
        case "lastCopy":
            return _("The pool would lose data: no other device has all of it");
        case "checkpoint":
            return hasCheckpoint();
        case "discarding":
            return isDiscarding();
        case "removing":
            return isRemoving();
        case "expanding":
            return isExpanding();
        case "lastVdev":
            return _("The pool would have no device for data left");
        case "raidz":
            return _("A pool with raidz or draid cannot become smaller");
        case "spareInUse":
            return _("The spare is in use: detach it first");
        case "notOnline":
            return _("The device is not online");
        case "trimUnsupported":
            return _("The device does not support it");
    }
}
