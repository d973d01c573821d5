import type { Capabilities } from "./capabilities.ts";
import type { Pool, PoolUsage, Scan } from "./model.ts";

/** What can be done about the scrub of a pool. The first four begin one: of all, or of a part. */
export const scrubActions = [
    "start",
    "startNew",
    "startErrors",
    "startRange",
    "pause",
    "resume",
    "stop",
] as const;

export type ScrubAction = (typeof scrubActions)[number];

/** Why a scrub cannot be started, paused, resumed or stopped now; ZFS would refuse it for the same reason. */
export type ScrubObstacle =
    | "readOnly"
    | "resilvering"
    | "rebuilding"
    | "errorScrub"
    | "running"
    | "paused"
    | "notRunning"
    | "notPaused"
    | "noErrors"
    | "errorLogDisabled"
    | "unknown"
    | "needs22"
    | "needs23"
    | "needs24";

/** What is known of a pool and of the ZFS that has it. */
interface ScrubSubject {
    readonly status: Pool;
    readonly usage: PoolUsage;
    readonly capabilities?: Capabilities | undefined;
    /** The features of the pool that are not enabled, as far as they are known. */
    readonly disabled?: readonly string[];
}

/** What stands in the way of `action`; undefined when it is possible. zpool-scrub(8). */
export function scrubObstacle(action: ScrubAction, subject: ScrubSubject): ScrubObstacle | undefined {
    const { status, usage } = subject;
    const states = scrubStates(status);
    if (usage.readonly) return "readOnly";
    switch (action) {
        case "start":
        case "startNew":
        case "startErrors":
        case "startRange":
            return lackOf(action, subject) ?? startObstacle(status);
        case "pause":
            if (states.includes("inProgress")) return undefined;
            return states.includes("paused") ? "paused" : "notRunning";
        case "resume":
            return states.includes("paused") ? undefined : "notPaused";
        case "stop":
            return states.includes("inProgress") || states.includes("paused") ? undefined : "notRunning";
    }
}

/** Whether it is the scrub of damaged blocks that waits to be resumed: its command is another one. */
export const isErrorScrubPaused = ({ errorScrub }: Pool): boolean => errorScrub?.state === "paused";

const scrubStates = ({ scan, errorScrub }: Pool): readonly (Scan["state"] | undefined)[] => [
    scan?.kind === "scrub" ? scan.state : undefined,
    errorScrub?.state,
];

function startObstacle({ scan, errorScrub, rebuilds }: Pool): ScrubObstacle | undefined {
    if (scan?.kind === "resilver" && scan.state === "inProgress") return "resilvering";
    if (rebuilds.some(({ state }) => state === "inProgress")) return "rebuilding";
    if (errorScrub?.state === "inProgress" || errorScrub?.state === "paused") return "errorScrub";
    if (scan?.kind !== "scrub") return undefined;
    return scan.state === "inProgress" ? "running" : scan.state === "paused" ? "paused" : undefined;
}

/** What the ZFS of the host, or the pool, lacks for a scrub of this kind. */
function lackOf(
    action: ScrubAction,
    { status, capabilities, disabled }: ScrubSubject,
): ScrubObstacle | undefined {
    if (action === "start") return undefined;
    if (capabilities === undefined) return "unknown";
    switch (action) {
        case "startNew":
            return capabilities.scrubNew ? undefined : "needs23";
        case "startRange":
            return capabilities.scrubByDate ? undefined : "needs24";
        default:
            if (!capabilities.errorScrub) return "needs22";
            if (status.errors?.kind === "none") return "noErrors";
            // spa_scan_range() in spa.c
            return disabled?.includes("head_errlog") ? "errorLogDisabled" : undefined;
    }
}
