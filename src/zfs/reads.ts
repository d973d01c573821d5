// The command lines by which pools are read: one place for the page, its tests and whoever asks what it costs.
import { LIST_COLUMNS } from "./parse/list.ts";

/** Size, use and health of all pools, for `parseList`. */
export const LIST = ["zpool", "list", "-Hp", "-o", LIST_COLUMNS.join(",")] as const;

/**
 * Devices, activity and errors of all pools, or of those named after it, for `parseStatusJson` (2.3 and later). Which
 * files are damaged is left out (`-v`): that alone has to read from the pool's disks, and hangs with them.
 */
export const STATUS_JSON = ["zpool", "status", "-jpPti"] as const;

/** The same for `parseStatus`, before 2.3. */
export const STATUS_TEXT = ["zpool", "status", "-pPsti"] as const;
/** The same with guids for names, which the text has not beside each other. */
export const STATUS_GUIDS = ["zpool", "status", "-gpsti"] as const;
/** The sizes of vdevs, which the text has not, for `parseListVdevs`. */
export const LIST_VDEVS = ["zpool", "list", "-vpP"] as const;
