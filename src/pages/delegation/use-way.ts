// How a person may do something on a dataset: with administrative access through the helper, or with what was
// delegated to them, as themselves. So a button that can be delegated asks here, and not only for the obstacles.
import { _, format } from "../../i18n.ts";
import { useAdminAccess, useStore } from "../../store/hooks.ts";
import { useOwnPermissions } from "../../store/own-permissions.ts";
import { pools } from "../../store/pools.ts";
import { poolOf } from "../../zfs/dataset.ts";
import { mayDo, neededFor } from "../../zfs/rights.ts";
import type { DelegatedAction } from "../../zfs/rights.ts";
import { usePoolsObstacle } from "../change/use-dataset-obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";

/** How something may be done. */
export interface Way {
    /** Why it cannot be done now; undefined when it can. */
    readonly reason: string | undefined;
    /** It runs with the person's own rights. */
    readonly isDelegated: boolean;
    /** It cannot be delegated to the person: their access is limited, and nothing that is delegated in the pool counts. */
    readonly isBarred: boolean;
}

/** How the person may do something on a dataset. */
export function useWay(dataset: string, action: DelegatedAction): Way {
    const hasAccess = useAdminAccess();
    const hostReason = useHostObstacle();
    const poolReason = usePoolsObstacle([dataset]);
    const own = useOwnPermissions(dataset);
    const isBarred = useIsDelegationOff(dataset) && hasAccess === false;
    if (hasAccess === false && own !== undefined && !isBarred)
        return mayDo(own, dataset, action)
            ? { reason: poolReason, isDelegated: true, isBarred }
            : { reason: notDelegated(dataset, neededFor(action)), isDelegated: false, isBarred };
    return { reason: hostReason ?? poolReason, isDelegated: false, isBarred };
}

/** Whether the pool of a dataset has its property `delegation` off, so that nothing that is delegated counts. zpoolprops(7) */
export function useIsDelegationOff(dataset: string): boolean {
    const state = useStore(pools);
    const pool = poolOf(dataset);
    return (
        state.kind === "ready" &&
        state.pools.some(({ usage }) => usage.name === pool && usage.delegation === false)
    );
}

const notDelegated = (dataset: string, permissions: readonly string[]): string =>
    format(
        _("This needs administrative access, or these permissions on $0: $1"),
        dataset,
        permissions.join(", "),
    );
