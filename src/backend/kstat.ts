// What the kernel says of a pool without being asked by a command: small files that answer also when the pool hangs.
import type { State } from "../zfs/model.ts";
import type { KernelPool } from "../zfs/parse/kernel-pools.ts";
import { parseKernelPools } from "../zfs/parse/kernel-pools.ts";
import { parseLastTxg } from "../zfs/parse/txgs.ts";
import { KERNEL_POOLS } from "../zfs/reads.ts";

import { readText } from "./files.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";
import { asPerson } from "./spawn.ts";

const poolFile = (pool: string, name: string) => readText(`/proc/spl/kstat/zfs/${pool}/${name}`);

/** Version of the module that the kernel has loaded; undefined when it has none. */
export const readModuleVersion = async (): Promise<string | undefined> =>
    (await readText("/sys/module/zfs/version"))?.trim();

/**
 * All imported pools, for when the tools do not answer.
 *
 * @throws HostError, UnreadableOutput
 */
export const readKernelPools = (): Promise<readonly KernelPool[]> =>
    readAs(KERNEL_POOLS, listTimeout, parseKernelPools, asPerson);

/** State of an imported pool; ONLINE also for one that has hung without the kernel noticing. */
export const readKernelState = async (pool: string): Promise<State | undefined> =>
    (await poolFile(pool, "state"))?.trim();

/** The last transaction group that an imported pool has finished. */
export const readLastTxg = async (pool: string): Promise<number | undefined> => {
    const text = await poolFile(pool, "txgs");
    return text === undefined ? undefined : parseLastTxg(text);
};

/** Seconds after which a pool begins a new transaction group at the latest. */
export const readTxgTimeout = async (): Promise<number | undefined> => {
    const seconds = Number(await readText("/sys/module/zfs/parameters/zfs_txg_timeout"));
    return seconds > 0 ? seconds : undefined;
};
