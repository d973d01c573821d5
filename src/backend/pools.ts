import { joinStatus } from "../zfs/join-status.ts";
import type { Pool, PoolUsage } from "../zfs/model.ts";
import { parseListVdevs } from "../zfs/parse/list-vdevs.ts";
import { parseList } from "../zfs/parse/list.ts";
import { parseStatusJson } from "../zfs/parse/status-json.ts";
import { parseStatus } from "../zfs/parse/status.ts";
import { LIST, LIST_VDEVS, STATUS_GUIDS, STATUS_JSON, STATUS_TEXT } from "../zfs/reads.ts";

import { hostTime } from "./clock.ts";
import { jsonOrText } from "./json-or-text.ts";
import { readAs } from "./read-as.ts";
import { listTimeout, statusTimeout } from "./read.ts";

/**
 * Size, use and health of every imported pool, from `zpool list`.
 *
 * @throws HostError, UnreadableOutput
 */
export const readPoolList = (): Promise<readonly PoolUsage[]> => readAs(LIST, listTimeout, parseList);

/**
 * Devices, activity and errors of every imported pool, or of one, from `zpool status`: as JSON where this ZFS has it
 * (2.3 and later), as text otherwise.
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
    readAs([...STATUS_JSON, ...named(pool)], statusTimeout, (output) => parseStatusJson(output, hostTime()));

/** Guids and sizes come from calls of their own; without these, the status is still worth showing. */
async function readText(list: Promise<readonly PoolUsage[]>, pool: string | undefined) {
    const status = (argv: readonly string[]) => readAs([...argv, ...named(pool)], statusTimeout, parseStatus);
    const [found, guids, sizes, usage] = await Promise.all([
        status(STATUS_TEXT),
        status(STATUS_GUIDS).catch(() => []),
        readAs([...LIST_VDEVS, ...named(pool)], statusTimeout, parseListVdevs).catch(() => []),
        list.catch(() => []),
    ]);
    return joinStatus({ status: found, guids, sizes, usage });
}
