import type { KeyRoot } from "../zfs/encryption.ts";
import { parseKeys } from "../zfs/parse/list-keys.ts";
import { LIST_KEYS } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";

/** Milliseconds: a pool may hold a hundred thousand datasets. */
const patience = 60_000;

/**
 * The encryption roots of a pool, with locked ones and those whose key is there.
 *
 * @throws HostError, UnreadableOutput
 */
export const readKeys = (pool: string): Promise<readonly KeyRoot[]> =>
    readAs([...LIST_KEYS, pool], patience, parseKeys);
