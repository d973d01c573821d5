import type { ImportablePool } from "./model.ts";

/** Why a pool that was found cannot be imported, whatever is chosen. */
export type ImportObstacle = "devicesMissing" | "newerVersion";

/** The articles of ZFS that leave no way: https://openzfs.github.io/openzfs-docs/msg/ */
const OBSTACLES: ReadonlyMap<string | undefined, ImportObstacle> = new Map([
    ["ZFS-8000-3C", "devicesMissing"],
    ["ZFS-8000-5E", "devicesMissing"],
    ["ZFS-8000-A5", "newerVersion"],
]);

/** What stands in the way of importing a pool; undefined when it can be tried. */
export function importObstacle(pool: ImportablePool): ImportObstacle | undefined {
    return hasMissingLog(pool) ? undefined : OBSTACLES.get(pool.messageId);
}

/** Whether a log device is missing, without which the pool is imported only when that is said. */
export const hasMissingLog = ({ sections }: ImportablePool): boolean =>
    sections.some(
        ({ kind, vdevs }) =>
            kind === "logs" && vdevs.some(({ state }) => state !== undefined && state !== "ONLINE"),
    );

/** Why ZFS refused to import a pool, and what it would take. */
export interface ImportRefusal {
    /** The host that used the pool last, in ZFS's words: "old (hostid=4030201) at Sun Nov 22 11:14:06 2026". */
    readonly lastUser?: string | undefined;
    /** Its last transactions are damaged; without them it can be imported. */
    readonly canRewind: boolean;
}

/**
 * Reads what `zpool import` says when it refuses. It is asked for nothing before that: `-nF`, which would say how far
 * a rewind goes, is an import like any other for a pool that needs none, and the refusal says the same.
 */
export const readRefusal = (said: string): ImportRefusal => ({
    lastUser: /^Last accessed by (.*)$/m.exec(said)?.[1]?.trim(),
    canRewind: /^\s*Recovery is possible/m.test(said),
});
