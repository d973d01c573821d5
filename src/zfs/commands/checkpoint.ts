import type { Checkpoint } from "../model.ts";

import type { Command } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";
import { seenCheckpoint } from "./expect.ts";

/** Keeps the state of a whole pool, so that an import can go back to it. A pool has one at most. zpool-checkpoint(8). */
export const takeCheckpoint = (pool: Identity): Command => ({
    argv: ["zpool", "checkpoint", operand(pool.name)],
    danger: "none",
    purpose: { kind: "takeCheckpoint", pool: pool.name },
    ...ofPool(pool),
});

/**
 * Lets go of the checkpoint of a pool, and of the space that it holds; runs in the background.
 *
 * @param checkpoint the one that the person was told of: another one, taken since, stays
 */
export const discardCheckpoint = (pool: Identity, checkpoint: Checkpoint | undefined): Command => ({
    argv: ["zpool", "checkpoint", "-d", operand(pool.name)],
    danger: "destructive",
    purpose: { kind: "discardCheckpoint", pool: pool.name },
    ...ofPool(pool, seenCheckpoint(pool, checkpoint)),
});
