import { keyMap, lockedRoots } from "../zfs/key-map.ts";
import type { KeyRoot } from "../zfs/key-map.ts";

import { readDatasetsIn } from "./datasets.ts";

/**
 * The encryption roots of a pool whose keys are not loaded, in the order in which they can be mounted.
 *
 * @throws HostError, UnreadableOutput
 */
export const readLockedRoots = async (pool: string): Promise<readonly KeyRoot[]> =>
    lockedRoots(keyMap(await readDatasetsIn([pool]), { name: pool }));
