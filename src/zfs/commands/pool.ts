import type { Command, Danger, Identity } from "./command.ts";
import { ofPool, operand } from "./command.ts";

/** Reads everything in a pool and repairs what it can; runs in the background. zpool-scrub(8). */
export const startScrub = (pool: Identity): Command => scrub("startScrub", [], pool);

/** Goes on with a paused scrub, from where it was. */
export const resumeScrub = (pool: Identity): Command => scrub("resumeScrub", [], pool);

/** Pauses a scrub; it stays paused when the pool is exported or the host restarted. */
export const pauseScrub = (pool: Identity): Command => scrub("pauseScrub", ["-p"], pool);

/** Ends a scrub; the next one begins anew. */
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

/**
 * Sets a property of a pool. zpoolprops(7).
 *
 * @param value "" unsets a comment or a user property
 */
export const setPoolProperty = (pool: Identity, property: string, value: string): Command => ({
    argv: ["zpool", "set", `${operand(property)}=${value}`, operand(pool.name)],
    danger: "none",
    purpose: { kind: "setPoolProperty", pool: pool.name, property },
    ...ofPool(pool),
});
