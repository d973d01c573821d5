import type { Pool, Scan } from "./model.ts";

/**
 * The resilver that fills the devices of a top-level vdev at this moment: a sequential rebuild of its own, or the one
 * of the whole pool.
 *
 * @param top name of the vdev: `mirror-0`
 */
export function resilverOf(pool: Pool, top: string): Scan | undefined {
    const { scan, rebuilds } = pool;
    const scans = [
        ...rebuilds.filter(({ vdev }) => vdev === top),
        ...(scan?.kind === "resilver" ? [scan] : []),
    ];
    return scans.find(({ state }) => state === "inProgress");
}
