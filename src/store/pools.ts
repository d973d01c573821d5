import { HostError } from "../backend/errors.ts";
import { isModuleLoaded, readPoolList, readPoolStatus } from "../backend/pools.ts";
import type { Pool, PoolUsage } from "../zfs/model.ts";

import { Store } from "./store.ts";

/** One imported pool: what `zpool list` says of it, and its devices as far as `zpool status` told us. */
export interface PoolEntry {
    readonly usage: PoolUsage;
    readonly status?: Pool | undefined;
    /** Why there is no status. */
    readonly problem?: Error | undefined;
}

/** What we know of ZFS on this host. */
export type PoolsState =
    | { readonly kind: "loading" }
    /** ZFS's tools are not installed, or its kernel module is not loaded. */
    | { readonly kind: "absent"; readonly part: "tools" | "module"; readonly message: string }
    | { readonly kind: "failed"; readonly error: Error }
    | { readonly kind: "ready"; readonly pools: readonly PoolEntry[] };

/** The pools of this host. */
export const pools = new Store<PoolsState>({ kind: "loading" });

async function readState(): Promise<PoolsState> {
    const [list, status] = await Promise.allSettled([readPoolList(), readPoolStatus()]);
    if (list.status === "rejected") {
        const error = list.reason as Error;
        if (!(error instanceof HostError)) return { kind: "failed", error };
        if (error.kind === "missing") return { kind: "absent", part: "tools", message: error.message };
        if (error.kind === "failed" && !(await isModuleLoaded()))
            return { kind: "absent", part: "module", message: error.message };
        return { kind: "failed", error };
    }
    return {
        kind: "ready",
        pools: list.value.map((usage) =>
            status.status === "fulfilled"
                ? { usage, status: status.value.find((pool) => pool.name === usage.name) }
                : { usage, problem: status.reason as Error },
        ),
    };
}

/** Asks the host again and puts the answer in the store. */
export async function readPools(): Promise<void> {
    pools.set(await readState());
}
