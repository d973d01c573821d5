import cockpit from "cockpit";

import type { Pool, PoolUsage } from "../zfs/model.ts";
import { LIST_COLUMNS, parseList } from "../zfs/parse/list.ts";
import { parseStatusJson } from "../zfs/parse/status-json.ts";
import { parseStatus } from "../zfs/parse/status.ts";

import { jsonOrText } from "./json-or-text.ts";
import { listTimeout, read, statusTimeout } from "./read.ts";

/**
 * Size, use and health of every imported pool, from `zpool list`.
 *
 * @throws HostError, ParseError
 */
export const readPoolList = async (): Promise<readonly PoolUsage[]> =>
    parseList(await read(["zpool", "list", "-Hp", "-o", LIST_COLUMNS.join(",")], listTimeout));

/**
 * Devices, activity and errors of every imported pool, from `zpool status`: as JSON where this ZFS has it (2.3 and
 * later), as text otherwise, which is found out by asking.
 *
 * @throws HostError, ParseError
 */
export const readPoolStatus = (): Promise<readonly Pool[]> =>
    jsonOrText(
        async () => parseStatusJson(await read(["zpool", "status", "-jpPti"], statusTimeout)),
        async () => parseStatus(await read(["zpool", "status", "-pPsti"], statusTimeout)),
    );

/** Whether the kernel has the ZFS module loaded. Starts no process. */
export async function isModuleLoaded(): Promise<boolean> {
    const version = await cockpit.file("/sys/module/zfs/version").read();
    return version !== null;
}
