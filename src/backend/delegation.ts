import type { Delegation } from "../zfs/delegation.ts";
import { parseAllow } from "../zfs/parse/allow.ts";
import { parsePermissions } from "../zfs/parse/permissions.ts";
import type { Permission } from "../zfs/permissions.ts";
import { PERMISSIONS, delegations } from "../zfs/reads.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";
import { asPerson } from "./spawn.ts";

/**
 * Who may do what on a dataset, and on those above it. It needs no rights.
 *
 * @throws HostError, UnreadableOutput
 */
export const readDelegations = (dataset: string): Promise<readonly Delegation[]> =>
    readAs(delegations(dataset), listTimeout, parseAllow, asPerson);

let known: Promise<readonly Permission[]> | undefined;

/**
 * All that can be delegated with the ZFS of this host, in its order. It is read once.
 *
 * @throws HostError, UnreadableOutput
 */
export function readPermissions(): Promise<readonly Permission[]> {
    known ??= readAs(PERMISSIONS, listTimeout, parsePermissions, asPerson).catch((error: unknown) => {
        known = undefined;
        throw error;
    });
    return known;
}
