// What stands in the way of an import, in words.
import { _ } from "../../i18n.ts";
import type { ImportObstacle } from "../../zfs/importable.ts";

/** Why a pool that was found cannot be imported. */
export function importObstacleText(obstacle: ImportObstacle): string {
    switch (obstacle) {
        case "devicesMissing":
            return _("Devices are missing without which it cannot be imported.");
        case "newerVersion":
            return _("It was made by a newer ZFS than that of this host.");
    }
}
