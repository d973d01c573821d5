import type { KnownSystem } from "../zfs/compatibility.ts";
import { parseCompatibility } from "../zfs/parse/compatibility.ts";
import { compatibilityFiles } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { listTimeout, read } from "./read.ts";

/**
 * The systems and boot loaders of which ZFS, or the administrator, knows what they can import.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readKnownSystems(): Promise<readonly KnownSystem[]> {
    // most hosts have no folder of their own
    const own = await read(compatibilityFiles("/etc/zfs"), listTimeout).catch(() => "");
    return readAs(compatibilityFiles("/usr/share/zfs"), listTimeout, (text) =>
        parseCompatibility(own + text),
    );
}
