// What a person may type in a terminal for what advice.ts found, as a shell takes it.
import { shellQuote } from "./shell-quote.ts";

/** Scrubs a pool, or goes on with a scrub that is paused. zpool-scrub(8). */
export const scrubLine = (pool: string): string => shellQuote(["zpool", "scrub", pool]);

/** Has pools come back after a restart. zpoolprops(7). */
export const cacheLine = (pools: readonly string[]): string =>
    pools.map((pool) => shellQuote(["zpool", "set", "cachefile=/etc/zfs/zpool.cache", pool])).join("; ");
