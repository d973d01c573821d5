import { capabilitiesOf } from "../zfs/capabilities.ts";
import type { Capabilities } from "../zfs/capabilities.ts";
import { parseVersion } from "../zfs/parse/version.ts";
import { VERSION } from "../zfs/reads.ts";

import { jsonOrText } from "./json-or-text.ts";
import { readModule } from "./module.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/**
 * What the ZFS of this host can do, in two short processes.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readCapabilities(): Promise<Capabilities> {
    const [versions, module, json] = await Promise.all([
        readAs(VERSION, listTimeout, parseVersion),
        readModule(),
        jsonOrText(
            () => Promise.resolve(true),
            () => Promise.resolve(false),
        ),
    ]);
    return capabilitiesOf({ versions, json, ...module });
}
