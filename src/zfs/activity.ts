import type { Pool, Vdev } from "./model.ts";

/** Whether something goes on in a pool whose progress can be watched: a scrub, a removal, a trim, … */
export function isBusy(pool: Pool): boolean {
    const work = [pool.scan, pool.errorScrub, ...pool.rebuilds, pool.removal, pool.expansion];
    return (
        work.some((progress) => progress?.state === "inProgress") ||
        pool.checkpoint?.state === "discarding" ||
        [pool.root, ...pool.sections.flatMap(({ vdevs }) => vdevs)].some(isVdevBusy)
    );
}

const isVdevBusy = (vdev: Vdev): boolean =>
    vdev.initialize?.state === "active" || vdev.trim?.state === "active" || vdev.children.some(isVdevBusy);
