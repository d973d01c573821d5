import { useStore } from "../store/hooks.ts";
import { pools } from "../store/pools.ts";

/** The names of all pools that are imported. */
export function usePoolNameList(): readonly string[] {
    const state = useStore(pools);
    return state.kind === "ready" ? state.pools.map(({ usage }) => usage.name) : [];
}

/** The name of a pool by its guid; the guid itself of one that is not imported. */
export function usePoolNames(): (guid: string) => string {
    const state = useStore(pools);
    const usages = state.kind === "ready" ? state.pools.map(({ usage }) => usage) : [];
    return (guid) => usages.find((usage) => usage.guid === guid)?.name ?? guid;
}
