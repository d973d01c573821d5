import { HostError } from "../backend/errors.ts";
import type { Pool } from "../zfs/model.ts";

/** Pools that are asked one by one at the same time, at most. */
const atOnce = 4;

/** What `zpool status` says of one pool, or why it says nothing. */
export type StatusAnswer = { readonly status: Pool } | { readonly problem: Error };

/**
 * The status of every pool, by name. One call for all is tried first; if it does not come back or cannot be read, each
 * pool is asked alone, so that one pool's trouble is not the others'.
 *
 * @param readStatus asks for all pools, or for one
 * @param names the pools that there are, once they are needed
 */
export async function readEachStatus(
    readStatus: (pool?: string) => Promise<readonly Pool[]>,
    names: () => Promise<readonly string[]>,
): Promise<ReadonlyMap<string, StatusAnswer>> {
    try {
        const pools = await readStatus();
        return new Map(pools.map((status) => [status.name, { status }]));
    } catch (error) {
        const problem = error as Error;
        const pools = await names();
        if (!canBeOnePool(problem) || pools.length === 1)
            return new Map(pools.map((pool) => [pool, { problem }]));
        const answers = await limited(pools, (pool) => readOne(readStatus, pool));
        return new Map(pools.map((pool, index) => [pool, answers[index] ?? { problem }]));
    }
}

/** Whether a failure may be due to one pool alone, and not to the host or the way to it. */
const canBeOnePool = (error: Error): boolean =>
    !(error instanceof HostError) || error.kind === "timeout" || error.kind === "failed";

async function readOne(
    readStatus: (pool: string) => Promise<readonly Pool[]>,
    pool: string,
): Promise<StatusAnswer | undefined> {
    try {
        const status = (await readStatus(pool)).find(({ name }) => name === pool);
        return status && { status };
    } catch (error) {
        return { problem: error as Error };
    }
}

/** `work` for every item, a few at a time; the results stand in the order of the items. */
async function limited<Item, Result>(
    items: readonly Item[],
    work: (item: Item) => Promise<Result>,
): Promise<readonly Result[]> {
    const results: Result[] = [];
    const queue = items.entries();
    const worker = async () => {
        for (const [index, item] of queue) results[index] = await work(item);
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    return results;
}
