import type { Pool, PoolUsage } from "./model.ts";

/** What can be done about the scrub of a pool. */
export type ScrubAction = "start" | "pause" | "resume" | "stop";

export const scrubActions: readonly ScrubAction[] = ["start", "pause", "resume", "stop"];

/** Why a scrub cannot be started, paused, resumed or stopped now; ZFS would refuse it for the same reason. */
export type ScrubObstacle =
    | "readOnly"
    | "resilvering"
    | "rebuilding"
    | "errorScrub"
    | "running"
    | "paused"
    | "notRunning"
    | "notPaused";

/** What stands in the way of `action`; undefined when it is possible. zpool-scrub(8). */
export function scrubObstacle(action: ScrubAction, pool: Pool, usage: PoolUsage): ScrubObstacle | undefined {
    const { scan, errorScrub, rebuilds } = pool;
    const state = scan?.kind === "scrub" ? scan.state : undefined;
    if (usage.readonly) return "readOnly";
    switch (action) {
        case "start":
            if (scan?.kind === "resilver" && scan.state === "inProgress") return "resilvering";
            if (rebuilds.some((rebuild) => rebuild.state === "inProgress")) return "rebuilding";
            if (errorScrub?.state === "inProgress") return "errorScrub";
            return state === "inProgress" ? "running" : state === "paused" ? "paused" : undefined;
        case "pause":
            return state === "paused" ? "paused" : state === "inProgress" ? undefined : "notRunning";
        case "resume":
            return state === "paused" ? undefined : "notPaused";
        case "stop":
            return state === "inProgress" || state === "paused" ? undefined : "notRunning";
    }
}
