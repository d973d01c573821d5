import { joinStatus } from "../zfs/join-status.ts";
import type { Pool, PoolUsage } from "../zfs/model.ts";
import { parseListVdevs } from "../zfs/parse/list-vdevs.ts";
import { LIST_COLUMNS, parseList } from "../zfs/parse/list.ts";
import { parseStatusJson } from "../zfs/parse/status-json.ts";
import { parseStatus } from "../zfs/parse/status.ts";

import { hostTime } from "./clock.ts";
import { jsonOrText } from "./json-or-text.ts";
import { readAs } from "./read-as.ts";
import { listTimeout, statusTimeout } from "./read.ts";

/**
 * Size, use and health of every imported pool, from `zpool list`.
 *
 * @throws HostError, UnreadableOutput
 */
export const readPoolList = (): Promise<readonly PoolUsage[]> =>
    readAs(["zpool", "list", "-Hp", "-o", LIST_COLUMNS.join(",")], listTimeout, parseList);

/**
 * Devices, activity and errors of every imported pool, or of one, from `zpool status`: as JSON where this ZFS has it
 * (2.3 and later), as text otherwise. Which files are damaged is left out (`-v`): that alone has to read from the
 * pool's disks, and hangs with them.
 *
 * @param list the pools as `zpool list` gives them; text has no guids of pools
 * @throws HostError, UnreadableOutput
 */
export const readPoolStatus = (
    list: Promise<readonly PoolUsage[]>,
    pool?: string,
): Promise<readonly Pool[]> =>
    jsonOrText(
        () => readJson(pool),
        () => readText(list, pool),
    );

const named = (pool: string | undefined): readonly string[] => (pool === undefined ? [] : [pool]);

const readJson = (pool: string | undefined): Promise<readonly Pool[]> =>
    readAs(["zpool", "status", "-jpPti", ...named(pool)], statusTimeout, (output) =>
        parseStatusJson(output, hostTime()),
    );

/** Guids and sizes come from calls of their own; without these, the status is still worth showing. */
async function readText(list: Promise<readonly PoolUsage[]>, pool: string | undefined) {
    const status = (flags: string) =>
        readAs(["zpool", "status", flags, ...named(pool)], statusTimeout, parseStatus);
    const [found, guids, sizes, usage] = await Promise.all([
        status("-pPsti"),
        status("-gpsti").catch(() => []),
        readAs(["zpool", "list", "-vpP", ...named(pool)], statusTimeout, parseListVdevs).catch(() => []),
        list.catch(() => []),
    ]);
    return joinStatus({ status: found, guids, sizes, usage });
}
