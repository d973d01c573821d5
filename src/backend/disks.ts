import type { Disk } from "../zfs/disk.ts";
import { parseDisks } from "../zfs/parse/disks.ts";

import { listTimeout, read } from "./read.ts";

/**
 * The disks of the host, from `zfsadmin disks`, which needs no rights.
 *
 * @throws HostError ("missing" on a host without the helper), ParseError
 */
export const readDisks = async (): Promise<readonly Disk[]> =>
    parseDisks(await read(["zfsadmin", "disks"], listTimeout, null));
