import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";

/** The names of the pools that are imported. */
export function useTakenNames(): readonly string[] {
    const state = useStore(pools);
    return state.kind === "ready" ? state.pools.map(({ usage }) => usage.name) : [];
}
