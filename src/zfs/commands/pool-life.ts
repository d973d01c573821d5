// The end of a pool on this host. Neither is forced: where ZFS finds the pool busy, the person sees by what.
import type { Checkpoint } from "../model.ts";

import type { Command } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";
import { identity, seenCheckpoint } from "./expect.ts";

/**
 * Unmounts everything of a pool and lets go of its disks, so that it can be imported anywhere. zpool-export(8).
 *
 * @param checkpoint the one to which it will be rewound: what is exported does not tell it any more
 */
export const exportPool = (pool: Identity, checkpoint?: Checkpoint): Command => ({
    argv: ["zpool", "export", operand(pool.name)],
    danger: "disruptive",
    purpose: { kind: "exportPool", pool: pool.name },
    ...ofPool(pool, seenCheckpoint(pool, checkpoint)),
});

/** What a person was told is in a pool; the snapshots are undefined if they could not be listed. */
interface SeenContents {
    readonly datasets: readonly Identity[];
    readonly snapshots?: readonly Identity[] | undefined;
}

/**
 * Destroys a pool with all that is in it. zpool-destroy(8).
 *
 * @param contents what the person was told of, and nothing else may be in it; undefined if it could not be listed
 */
export const destroyPool = (pool: Identity, contents: SeenContents | undefined): Command => ({
    argv: ["zpool", "destroy", operand(pool.name)],
    danger: "destructive",
    purpose: { kind: "destroyPool", pool: pool.name },
    ...ofPool(
        pool,
        contents && {
            contents: {
                of: pool.name,
                datasets: contents.datasets.map(identity),
                ...(contents.snapshots && { snapshots: contents.snapshots.map(identity) }),
            },
        },
    ),
});
