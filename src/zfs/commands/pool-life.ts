// The end of a pool on this host. Neither is forced: where ZFS finds the pool busy, the person sees by what.
import type { Command, Identity } from "./command.ts";
import { ofPool, operand } from "./command.ts";

/** Unmounts everything of a pool and lets go of its disks, so that it can be imported anywhere. zpool-export(8). */
export const exportPool = (pool: Identity): Command => ({
    argv: ["zpool", "export", operand(pool.name)],
    danger: "disruptive",
    purpose: { kind: "exportPool", pool: pool.name },
    ...ofPool(pool),
});

/**
 * Destroys a pool with all that is in it. zpool-destroy(8).
 *
 * @param datasets all that the person was told of, and nothing else may be in it; undefined if they could not be listed
 */
export function destroyPool(pool: Identity, datasets: readonly Identity[] | undefined): Command {
    const { expect, touches } = ofPool(pool);
    return {
        argv: ["zpool", "destroy", operand(pool.name)],
        danger: "destructive",
        purpose: { kind: "destroyPool", pool: pool.name },
        expect: {
            ...expect,
            ...(datasets && {
                contents: { of: pool.name, datasets: datasets.map(({ name, guid }) => ({ name, guid })) },
            }),
        },
        touches,
    };
}
