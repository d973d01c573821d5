import { parseDedup } from "../zfs/parse/dedup.ts";
import type { DedupTable } from "../zfs/parse/dedup.ts";
import { DEDUP } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/**
 * The deduplication table of a pool; undefined where ZFS says nothing of it.
 *
 * @throws HostError, UnreadableOutput
 */
export const readDedup = (pool: string): Promise<DedupTable | undefined> =>
    readAs([...DEDUP, pool], listTimeout, parseDedup);
