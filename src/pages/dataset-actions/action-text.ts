// What can be done with a dataset, and why not now, in words.
import { _ } from "../../i18n.ts";
import type { DatasetAction, DatasetObstacle } from "../../zfs/dataset-offers.ts";
import { isReadOnly, needsZfs } from "../obstacle-words.ts";

/** The item of the menu. */
export function datasetActionText(action: DatasetAction): string {
    switch (action) {
        case "create":
            return _("Create dataset…");
        case "mount":
            return _("Mount");
        case "unmount":
            return _("Unmount…");
        case "share":
            return _("Share");
        case "unshare":
            return _("Stop sharing…");
        case "clone":
            return _("Clone a snapshot…");
        case "promote":
            return _("Promote…");
        case "rename":
            return _("Rename or move…");
        case "rewrite":
            return _("Rewrite…");
        case "upgrade":
            return _("Upgrade its version…");
        case "zone":
            return _("User namespace…");
        case "destroy":
            return _("Destroy…");
    }
}

/** Why an item cannot be chosen now. */
export function datasetObstacleText(action: DatasetAction, obstacle: DatasetObstacle): string {
    switch (obstacle) {
        case "poolRoot":
            return action === "destroy"
                ? _("It is the pool's root dataset: destroy the pool instead")
                : _("The pool's root dataset has the pool's name");
        case "holdsRoot":
            return _("The running system lives on it: it is mounted at /");
        case "holdsBoot":
            return _("The system starts from it: it is mounted at /boot");
        case "readOnly":
            return isReadOnly();
        case "mounted":
            return _("It is mounted already");
        case "notMounted":
            return _("It is not mounted");
        case "cannotMount":
            return _("Its property canmount is off");
        case "noMountpoint":
            return _("Its property mountpoint is none");
        case "legacy":
            return _("Its property mountpoint is legacy: that is left to mount(8), umount(8) and /etc/fstab");
        case "locked":
            return _("Its key is not loaded");
        case "notShared":
            return _("Its properties sharenfs and sharesmb are off");
        case "noClone":
            return _("It is not a clone");
        case "needs22":
            return needsZfs("2.2");
        case "needs234":
            return needsZfs("2.3.4");
        case "unknown":
            return _("It is not known yet whether this can be done");
    }
}
