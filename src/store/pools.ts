import type { Pool, PoolUsage, State, UnixTime } from "../zfs/model.ts";

import { Store } from "./store.ts";

/** One imported pool: what `zpool list` says of it, and its devices as far as `zpool status` told us. */
export interface PoolEntry {
    readonly usage: PoolUsage;
    /** While `silentSince` is set, this is what it said before. */
    readonly status?: Pool | undefined;
    /** Why the last call gave no status: a HostError, or UnreadableOutput with the output as it stood there. */
    readonly problem?: Error | undefined;
    /** The beginning of a call for its status that does not come back. */
    readonly silentSince?: UnixTime | undefined;
    /** What the kernel calls its state, while the commands are silent. */
    readonly kernelState?: State | undefined;
    /** Since when it is suspended, if ZFS was heard to tell of that. */
    readonly suspendedSince?: UnixTime | undefined;
    /** Since when nothing reaches its disks, although ZFS may call it ONLINE. */
    readonly hungSince?: UnixTime | undefined;
}

/** Whether a pool is suspended, silent or hung: most of what is asked of it or changed in it would wait for its disks. */
export const isStuck = ({ usage, silentSince, hungSince }: PoolEntry): boolean =>
    usage.health === "SUSPENDED" || silentSince !== undefined || hungSince !== undefined;

/** What we know of ZFS on this host. */
export type PoolsState =
    | { readonly kind: "loading" }
    /** ZFS's tools are not installed, or its kernel module is not loaded. */
    | { readonly kind: "absent"; readonly part: "tools" | "module"; readonly error: Error }
    /** The pools could not be read, ever. */
    | { readonly kind: "failed"; readonly error: Error }
    | {
          readonly kind: "ready";
          readonly pools: readonly PoolEntry[];
          /** The pools are those of before: since then they could not be listed. */
          readonly outdated?: { readonly since: UnixTime; readonly problem: Error } | undefined;
      };

/** The pools of this host. */
export const pools = new Store<PoolsState>({ kind: "loading" });
