import type { ModuleFacts } from "../zfs/module.ts";
import { parseModule } from "../zfs/parse/module.ts";
import { MODULE } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

let known: Promise<ModuleFacts> | undefined;

/**
 * What the loaded module knows of features and properties. It is read once: it stays the same until the module is
 * loaded anew.
 *
 * @throws HostError, UnreadableOutput
 */
export function readModule(): Promise<ModuleFacts> {
    known ??= readAs(MODULE, listTimeout, parseModule).catch((error: unknown) => {
        known = undefined;
        throw error;
    });
    return known;
}
