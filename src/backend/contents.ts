import type { PoolContents } from "../zfs/contents.ts";
import { parseIdentities } from "../zfs/parse/identities.ts";
import { LIST_SNAPSHOTS } from "../zfs/reads.ts";

import { readDatasetsIn } from "./datasets.ts";
import { readUses } from "./destroy-plan.ts";
import { readAs } from "./read-as.ts";

/** Milliseconds: a pool may hold a hundred thousand snapshots. */
const patience = 60_000;

/**
 * What is in a pool and what of it is in use: all that goes when the pool does. Only the datasets are needed; what
 * else cannot be found out is undefined.
 *
 * @param withSnapshots which takes long on ZFS 2.1, where each of them is read
 * @throws HostError, UnreadableOutput
 */
export async function readPoolContents(pool: string, withSnapshots: boolean): Promise<PoolContents> {
    const unknown = () => undefined;
    const [datasets, snapshots, uses] = await Promise.all([
        readDatasetsIn([pool]),
        withSnapshots
            ? readAs([...LIST_SNAPSHOTS, pool], patience, parseIdentities).catch(unknown)
            : undefined,
        readUses([pool]).catch(unknown),
    ]);
    return { datasets, snapshots, uses };
}
