import type { Identity } from "../zfs/commands/command.ts";
import { splitDryRun } from "../zfs/commands/split.ts";
import type { SplitChoices } from "../zfs/commands/split.ts";

import { asRoot, listTimeout, read } from "./read.ts";

/**
 * What ZFS says that a split would make, or why it would not.
 *
 * @throws HostError
 */
export const readSplit = (pool: Identity, choices: SplitChoices): Promise<string> =>
    read(splitDryRun(pool, choices), listTimeout, asRoot);
