import type { Command, Danger } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/** Days as ZFS takes them: "2026-11-22", from its beginning in the host's time zone. Open where there is none. */
export interface ScrubRange {
    readonly from?: string | undefined;
    readonly until?: string | undefined;
}

/** Reads everything in a pool and repairs what it can; runs in the background. zpool-scrub(8). */
export const startScrub = (pool: Identity): Command => scrub("startScrub", [], pool);

/** Reads what was written since the last scrub. It needs 2.3. */
export const scrubNew = (pool: Identity): Command => scrub("startScrub", ["-C"], pool);

/** Reads again what is known to be damaged. It needs 2.2. */
export const scrubErrors = (pool: Identity): Command => scrub("startScrub", ["-e"], pool);

/** Reads what was written between two days. It needs 2.4. */
export const scrubRange = (pool: Identity, { from, until }: ScrubRange): Command =>
    scrub(
        "startScrub",
        [
            ...(from === undefined ? [] : ["-S", operand(from)]),
            ...(until === undefined ? [] : ["-E", operand(until)]),
        ],
        pool,
    );

/** Goes on with a paused scrub, from where it was. */
export const resumeScrub = (pool: Identity): Command => scrub("resumeScrub", [], pool);

/** Goes on with a paused scrub of damaged blocks. */
export const resumeErrorScrub = (pool: Identity): Command => scrub("resumeScrub", ["-e"], pool);

/** Pauses a scrub of either kind; it stays paused when the pool is exported or the host restarted. */
export const pauseScrub = (pool: Identity): Command => scrub("pauseScrub", ["-p"], pool);

/** Ends a scrub of either kind; the next one begins anew. */
export const stopScrub = (pool: Identity): Command => scrub("stopScrub", ["-s"], pool, "disruptive");

function scrub(
    kind: "startScrub" | "resumeScrub" | "pauseScrub" | "stopScrub",
    options: readonly string[],
    pool: Identity,
    danger: Danger = "none",
): Command {
    return {
        argv: ["zpool", "scrub", ...options, operand(pool.name)],
        danger,
        purpose: { kind, pool: pool.name },
        ...ofPool(pool),
    };
}
