// What can be done with a pool, and why not now, in words.
import { _ } from "../../i18n.ts";
import type { ActionObstacle, PoolAction } from "../../zfs/pool-actions.ts";
import {
    hasCheckpoint,
    isDiscarding,
    isExpanding,
    isReadOnly,
    isRemoving,
    needsFeature,
} from "../obstacle-words.ts";

/** The item of the menu. */
export function poolActionText(action: PoolAction): string {
    switch (action) {
        case "takeCheckpoint":
            return _("Take checkpoint");
        case "discardCheckpoint":
            return _("Discard checkpoint…");
        case "rewind":
            return _("Rewind to checkpoint…");
        case "loadKeys":
            return _("Load keys…");
        case "sync":
            return _("Sync");
        case "split":
            return _("Split…");
        case "reguid":
            return _("New guid…");
        case "export":
            return _("Export…");
        case "destroy":
            return _("Destroy…");
    }
}

/** What a checkpoint costs, said where one is taken. zpoolconcepts(7). */
export const checkpointPrice = (): string =>
    _(
        "Until the checkpoint is discarded, no device can be attached, detached, removed or replaced, not even by a spare, the pool cannot be split, and freed space stays in use.",
    );

/** Why an item cannot be chosen now. */
export function actionObstacleText(obstacle: ActionObstacle): string {
    switch (obstacle) {
        case "holdsRoot":
            return _("The running system lives on this pool: it is mounted at /");
        case "holdsBoot":
            return _("The system starts from this pool: it is mounted at /boot");
        case "readOnly":
            return isReadOnly();
        case "unknown":
            return _("It is not known yet whether this can be done");
        case "checkpointExists":
            return _("It has one already, and a pool has only one");
        case "noCheckpoint":
            return _("It has none");
        case "checkpointsDisabled":
            return needsFeature("zpool_checkpoint");
        case "discarding":
            return isDiscarding();
        case "removing":
            return isRemoving();
        case "hasCheckpoint":
            return hasCheckpoint();
        case "resilvering":
            return _("A resilver is not finished");
        case "notMirrors":
            return _("Only a pool of mirrors alone can be split");
        case "notHealthy":
            return _("It needs all devices of the pool online");
        case "expanding":
            return isExpanding();
    }
}
