import type { DataErrors, Pool } from "../zfs/model.ts";
import { parseStatusJson } from "../zfs/parse/status-json.ts";
import { parseStatus } from "../zfs/parse/status.ts";
import { DAMAGE_JSON, DAMAGE_TEXT } from "../zfs/reads.ts";

import { jsonOrText } from "./json-or-text.ts";
import { readAs } from "./read-as.ts";
import { statusTimeout } from "./read.ts";

/**
 * The damaged files of a pool, from `zpool status -v`. ZFS names them to root alone.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readDamage(pool: string): Promise<DataErrors | undefined> {
    const [status]: readonly Pool[] = await jsonOrText(
        () => readAs([...DAMAGE_JSON, pool], statusTimeout, parseStatusJson),
        () => readAs([...DAMAGE_TEXT, pool], statusTimeout, parseStatus),
    );
    return status?.errors;
}
