import type { Pool } from "./model.ts";

/** Why a disk cannot be filled in its own order, or not otherwise. spa_vdev_attach() in spa.c */
export type RebuildObstacle = "resilvering" | "rebuilding" | "rebuildDisabled";

/**
 * What stands in the way of filling a disk now: ZFS rebuilds in the order of the disk while nothing resilvers, and
 * resilvers while nothing is rebuilt.
 *
 * @param disabled the features of the pool that are not enabled, as far as they are known
 */
export function rebuildObstacle(
    { scan, rebuilds }: Pick<Pool, "scan" | "rebuilds">,
    isSequential: boolean,
    disabled: readonly string[],
): RebuildObstacle | undefined {
    if (!isSequential) return rebuilds.some(({ state }) => state === "inProgress") ? "rebuilding" : undefined;
    if (disabled.includes("device_rebuild")) return "rebuildDisabled";
    return scan?.kind === "resilver" && scan.state === "inProgress" ? "resilvering" : undefined;
}
