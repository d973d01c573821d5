// The host's clock. What ZFS dates, it dates by that one, and the browser's may be minutes off.
import { timeOfHost } from "../zfs/clock.ts";
import type { UnixTime } from "../zfs/model.ts";

import { readText } from "./files.ts";

/** Seconds by which the host's clock is ahead of the browser's. */
let ahead = 0;

/** What the host's clock says now; before the first `readClock`, what the browser's does. */
export const hostTime = (): UnixTime => Date.now() / 1000 + ahead;

/** Compares the clocks. Starts no process. */
export async function readClock(): Promise<void> {
    const [stat, uptime] = await Promise.all([readText("/proc/stat"), readText("/proc/uptime")]);
    const time = timeOfHost(stat ?? "", uptime ?? "");
    if (time !== undefined) ahead = time - Date.now() / 1000;
}
