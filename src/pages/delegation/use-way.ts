// How a person may do something on a dataset: with administrative access through the helper, or with what was
// delegated to them, as themselves. So a button that can be delegated asks here, and not only for the obstacles.
import { _, format } from "../../i18n.ts";
import { changes } from "../../store/changes.ts";
import { useAdminAccess, useStore } from "../../store/hooks.ts";
import { useOwnPermissions } from "../../store/own-permissions.ts";
import { pools } from "../../store/pools.ts";
import { poolOf } from "../../zfs/dataset.ts";
import { mayDo, neededFor } from "../../zfs/rights.ts";
import type { DelegatedAction } from "../../zfs/rights.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { isReadOnly } from "../obstacle-words.ts";

/** How something may be done. */
export interface Way {
    /** Why it cannot be done now; undefined when it can. */
    readonly reason: string | undefined;
    /** It runs with the person's own rights. */
    readonly isDelegated: boolean;
}

/** How the person may do something on a dataset. */
export function useWay(dataset: string, action: DelegatedAction): Way {
    const hasAccess = useAdminAccess();
    const hostReason = useHostObstacle();
    const poolReason = usePoolReason(dataset);
    const own = useOwnPermissions(dataset);
    if (hasAccess === false && own !== undefined)
        return mayDo(own, dataset, action)
            ? { reason: poolReason, isDelegated: true }
            : { reason: notDelegated(dataset, neededFor(action)), isDelegated: false };
    return { reason: hostReason ?? poolReason, isDelegated: false };
}

/** Why nothing on a dataset can be changed now with administrative access; undefined when something can. */
export function useDatasetReason(dataset: string): string | undefined {
    const host = useHostObstacle();
    const pool = usePoolReason(dataset);
    return host ?? pool;
}

function usePoolReason(dataset: string): string | undefined {
    const running = useStore(changes);
    const state = useStore(pools);
    if (state.kind !== "ready") return undefined;
    const entry = state.pools.find(({ usage }) => usage.name === poolOf(dataset));
    return entry && (poolObstacle(entry, running) ?? (entry.usage.readonly ? isReadOnly() : undefined));
}

const notDelegated = (dataset: string, permissions: readonly string[]): string =>
    format(_("This needs administrative access, or delegated on $0: $1"), dataset, permissions.join(", "));
