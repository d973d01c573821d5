import type { DataErrors, Pool } from "../zfs/model.ts";
import { parseStatusJson } from "../zfs/parse/status-json.ts";
import { parseStatus } from "../zfs/parse/status.ts";

import { jsonOrText } from "./json-or-text.ts";
import { read, statusTimeout } from "./read.ts";

/**
 * The damaged files of a pool, from `zpool status -v`. ZFS names them to root alone.
 *
 * @throws HostError, ParseError
 */
export async function readDamage(pool: string): Promise<DataErrors | undefined> {
    const [status]: readonly Pool[] = await jsonOrText(
        async () => parseStatusJson(await read(["zpool", "status", "-jpPv", pool], statusTimeout)),
        async () => parseStatus(await read(["zpool", "status", "-pPv", pool], statusTimeout)),
    );
    return status?.errors;
}
