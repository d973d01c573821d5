import { changes } from "../../store/changes.ts";
import { datasets } from "../../store/datasets.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";

/** All filesystems and volumes that are known. */
export function useDatasetList(): readonly Dataset[] {
    const state = useStore(datasets);
    return state.kind === "ready" ? state.datasets : [];
}

/** A pool by its name; undefined if it is not known. */
export function usePoolEntry(name: string): PoolEntry | undefined {
    const state = useStore(pools);
    return state.kind === "ready" ? state.pools.find(({ usage }) => usage.name === name) : undefined;
}

/** Why no change can be made in a pool; undefined when one can, and when the pool is not known yet. */
export function usePoolNameObstacle(name: string): string | undefined {
    const running = useStore(changes);
    const entry = usePoolEntry(name);
    return useHostObstacle() ?? (entry && poolObstacle(entry, running));
}
