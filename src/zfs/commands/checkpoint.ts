import type { Command, Identity } from "./command.ts";
import { ofPool, operand } from "./command.ts";

/** Keeps the state of a whole pool, so that an import can go back to it. A pool has one at most. zpool-checkpoint(8). */
export const takeCheckpoint = (pool: Identity): Command => ({
    argv: ["zpool", "checkpoint", operand(pool.name)],
    danger: "none",
    purpose: { kind: "takeCheckpoint", pool: pool.name },
    ...ofPool(pool),
});

/** Lets go of the checkpoint of a pool, and of the space that it holds; runs in the background. */
export const discardCheckpoint = (pool: Identity): Command => ({
    argv: ["zpool", "checkpoint", "-d", operand(pool.name)],
    danger: "destructive",
    purpose: { kind: "discardCheckpoint", pool: pool.name },
    ...ofPool(pool),
});
