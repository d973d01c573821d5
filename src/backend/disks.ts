import type { Disk } from "../zfs/disk.ts";
import { parseDisks } from "../zfs/parse/disks.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";
import { asPerson } from "./spawn.ts";

/**
 * The disks of the host, from `zfsadmin disks`, which needs no rights.
 *
 * @throws HostError ("missing" on a host without the helper), UnreadableOutput
 */
export const readDisks = (): Promise<readonly Disk[]> =>
    readAs(["zfsadmin", "disks"], listTimeout, parseDisks, asPerson);
