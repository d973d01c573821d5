import { datasets } from "../../store/datasets.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import type { Dataset } from "../../zfs/dataset.ts";

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
