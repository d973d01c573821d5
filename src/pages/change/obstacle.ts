// Why nothing can be changed now: what a button says that cannot be pressed.
import { _ } from "../../i18n.ts";
import type { ChangeRequest } from "../../store/change-runner.ts";
import type { HelperState } from "../../store/helper.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { needsAccess, pageWasUpdated } from "../obstacle-words.ts";

/** Why no change can be made on the host. */
export function hostObstacle(hasAccess: boolean | null, { kind }: HelperState): string | undefined {
    if (!hasAccess) return needsAccess();
    switch (kind) {
        case "missing":
            return _("This needs the package cockpit-zfsadmin on the host.");
        case "updated":
            return pageWasUpdated();
        case "unknown":
        case "ready":
            return undefined;
    }
}

/** Why a pool would not take a change: it would wait for its disks, perhaps for ever. */
export function poolObstacle(
    { usage, silentSince, hungSince }: PoolEntry,
    running: readonly ChangeRequest[],
): string | undefined {
    if (usage.health === "SUSPENDED") return _("All input and output of this pool is stopped.");
    if (silentSince !== undefined) return _("This pool does not answer.");
    if (hungSince !== undefined) return _("Nothing is written to this pool: it hangs.");
    const isStuck = running.some(
        ({ command, outcome, takes }) =>
            outcome === undefined &&
            takes === "long" &&
            !command.isLong &&
            command.touches.some(({ pool }) => pool === usage.name),
    );
    return isStuck ? _("Another change of this pool is still running.") : undefined;
}
