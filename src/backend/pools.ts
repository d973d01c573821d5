import { joinStatus } from "../zfs/join-status.ts";
import type { Pool, PoolUsage } from "../zfs/model.ts";
import { parseListVdevs } from "../zfs/parse/list-vdevs.ts";
import { LIST_COLUMNS, parseList } from "../zfs/parse/list.ts";
import { parseStatusJson } from "../zfs/parse/status-json.ts";
import { parseStatus } from "../zfs/parse/status.ts";

import { HostError } from "./errors.ts";
import { readModuleVersion } from "./kstat.ts";
import { readAs } from "./read-as.ts";
import { listTimeout, statusTimeout } from "./read.ts";

/** The exit status by which ZFS's commands say that they do not know an option. */
const usageError = 2;

/** Whether this ZFS has no JSON; undefined until that is known. */
let isTextOnly: boolean | undefined;

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
export async function readPoolStatus(
    list: Promise<readonly PoolUsage[]>,
    pool?: string,
): Promise<readonly Pool[]> {
    isTextOnly ??= isBefore23(await readModuleVersion());
    if (!isTextOnly) {
        try {
            return await readJson(pool);
        } catch (error) {
            if (!(error instanceof HostError) || error.exitStatus !== usageError) throw error;
            isTextOnly = true;
        }
    }
    return readText(list, pool);
}

/** A guess, to be spared a call that fails; a version that does not look like one is asked for JSON. */
const isBefore23 = (version: string | undefined): boolean => /^([01]\.|2\.[0-2](\D|$))/.test(version ?? "");

const named = (pool: string | undefined): readonly string[] => (pool === undefined ? [] : [pool]);

const readJson = (pool: string | undefined): Promise<readonly Pool[]> =>
    readAs(["zpool", "status", "-jpPti", ...named(pool)], statusTimeout, (output) =>
        parseStatusJson(output, Date.now() / 1000),
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
