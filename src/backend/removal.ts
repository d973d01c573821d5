import type { Bytes } from "../zfs/model.ts";
import { parseRemovalEstimate } from "../zfs/parse/removal.ts";
import { REMOVAL_ESTIMATE } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/**
 * Bytes of memory that the table of moved blocks takes from then on when a vdev is removed.
 *
 * @throws HostError, UnreadableOutput
 */
export const readRemovalEstimate = (pool: string, guid: string): Promise<Bytes> =>
    readAs([...REMOVAL_ESTIMATE, pool, guid], listTimeout, parseRemovalEstimate);
