import type { KnownSystem } from "../zfs/compatibility.ts";
import { parseCompatibility } from "../zfs/parse/compatibility.ts";
import { COMPATIBILITY } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/**
 * The systems and boot loaders of which ZFS knows what they can import.
 *
 * @throws HostError, UnreadableOutput
 */
export const readKnownSystems = (): Promise<readonly KnownSystem[]> =>
    readAs(COMPATIBILITY, listTimeout, parseCompatibility);
