import { useStore } from "../store/hooks.ts";
import { pools } from "../store/pools.ts";
import type { PoolEntry } from "../store/pools.ts";
import type { Identity } from "../zfs/commands/expect.ts";

/** A pool as it is now, for what was opened before; undefined once it is gone. */
export function usePoolNow({ guid }: Pick<Identity, "guid">): PoolEntry | undefined {
    const state = useStore(pools);
    return state.kind === "ready" ? state.pools.find(({ usage }) => usage.guid === guid) : undefined;
}
