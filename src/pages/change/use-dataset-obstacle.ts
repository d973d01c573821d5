import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { poolOf } from "../../zfs/dataset.ts";
import { isReadOnly } from "../obstacle-words.ts";

import { poolObstacle } from "./obstacle.ts";
import { useHostObstacle } from "./use-obstacle.ts";

interface Needs {
    /** It can be done in a pool that is imported read-only, too; or that is told elsewhere. */
    readonly worksReadOnly?: boolean;
}

/** Why some datasets cannot be changed now, as far as the host and their pools have to do with it; undefined if they can. */
export function useDatasetsObstacle(names: readonly string[], needs: Needs = {}): string | undefined {
    const host = useHostObstacle();
    const pool = usePoolsObstacle(names, needs);
    return host ?? pool;
}

/** The same, whatever the host has against it; undefined when the pools are not known yet, too. */
export function usePoolsObstacle(
    names: readonly string[],
    { worksReadOnly = false }: Needs = {},
): string | undefined {
    const running = useStore(changes);
    const state = useStore(pools);
    if (state.kind !== "ready") return undefined;
    const own = new Set(names.map(poolOf));
    for (const entry of state.pools.filter(({ usage }) => own.has(usage.name))) {
        const isFixed = !worksReadOnly && entry.usage.readonly;
        const reason = poolObstacle(entry, running) ?? (isFixed ? isReadOnly() : undefined);
        if (reason !== undefined) return reason;
    }
    return undefined;
}
