// What the map of keys says, in words.
import { _, format } from "../../i18n.ts";
import type { KeyBoot } from "../../zfs/key-boot.ts";
import type { KeyAction, KeyReason } from "../../zfs/key-offers.ts";

/** Whether a key is loaded; a word that we do not know as it is. */
export function keyStatusText(status: string | undefined): string {
    switch (status) {
        case "available":
            return _("Key loaded");
        case "unavailable":
            return _("Key not loaded");
        case undefined:
            return _("Unknown");
        default:
            return status;
    }
}

/** What becomes of a key when the host starts. */
export function bootText(boot: KeyBoot | undefined): string {
    if (!boot) return "";
    switch (boot.kind) {
        case "system":
            return _("Loaded before the system starts, which lies on it");
        case "unit":
            return boot.asks
                ? format(_("Asked for at the console (by $0)"), boot.unit)
                : format(_("Loaded (by $0)"), boot.unit);
        case "nothing":
            return _("No zfs-load-key service is enabled for it");
    }
}

/** What becomes at boot of what a key has opened; "" where that is not known. */
export function mountText(isMounted: boolean | undefined): string {
    if (isMounted === undefined) return "";
    return isMounted
        ? _("What is open by then is mounted at boot, by zfs-mount.service.")
        : _("Nothing is mounted at boot by zfs-mount.service, which is not enabled.");
}

/** What can be done to a key. */
export function actionText(action: KeyAction): string {
    switch (action) {
        case "load":
            return _("Load the key…");
        case "mount":
            return _("Mount what it opens…");
        case "test":
            return _("Test a key…");
        case "change":
            return _("Change the key…");
        case "place":
            return _("Change where it is kept…");
        case "inherit":
            return _("Use the key of the parent…");
        case "unload":
            return _("Unload the key…");
        case "own":
            return _("Give it a key of its own…");
    }
}

/** What an action is for, below its title. */
export function actionHelp(action: KeyAction): string | undefined {
    switch (action) {
        case "test":
            return _("Whether a passphrase or key file is the right one");
        case "change":
            return _("Another passphrase, format, place, or number of iterations");
        case "place":
            return _("The key stays the same");
        default:
            return undefined;
    }
}

/** Why it cannot be done. */
export function reasonText(reason: KeyReason): string {
    switch (reason) {
        case "loaded":
            return _("The key is loaded");
        case "locked":
            return _("The key is not loaded");
        case "clone":
            return _("A clone has the key of the dataset that it was cloned from");
        case "noParent":
            return _("It has no parent");
        case "plainParent":
            return _("Its parent is not encrypted");
        case "lockedParent":
            return _("The key of its parent is not loaded");
        case "mounted":
            return _("All that can be mounted is mounted");
    }
}
