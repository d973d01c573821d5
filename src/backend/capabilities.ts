import { capabilitiesOf } from "../zfs/capabilities.ts";
import type { Capabilities } from "../zfs/capabilities.ts";
import { parseModule } from "../zfs/module-names.ts";
import { parseVersion } from "../zfs/parse/version.ts";
import { MODULE, VERSION } from "../zfs/reads.ts";

import { jsonOrText } from "./json-or-text.ts";
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
        readAs(MODULE, listTimeout, parseModule),
        jsonOrText(
            () => Promise.resolve(true),
            () => Promise.resolve(false),
        ),
    ]);
    return capabilitiesOf({ versions, json, ...module });
}
