import type { Pool, PoolUsage } from "./model.ts";
import { poolAt } from "./mounts.ts";
import { vitalVdevs } from "./vdevs.ts";

/** What can be done with a pool as a whole, the gravest last. */
export const poolActions = [
    "takeCheckpoint",
    "discardCheckpoint",
    "rewind",
    "loadKeys",
    "sync",
    "split",
    "reguid",
    "export",
    "destroy",
] as const;

export type PoolAction = (typeof poolActions)[number];

/** Why it cannot be done now; ZFS would refuse it for the same reason, or the system would not survive it. */
export type ActionObstacle =
    | "holdsRoot"
    | "holdsBoot"
    | "readOnly"
    | "unknown"
    | "checkpointExists"
    | "noCheckpoint"
    | "checkpointsDisabled"
    | "discarding"
    | "removing"
    | "expanding"
    | "resilvering"
    | "hasCheckpoint"
    | "notMirrors"
    | "notHealthy";

/** A pool as far as it is known. */
interface ActionSubject {
    readonly usage: PoolUsage;
    readonly status?: Pool | undefined;
    /** /proc/self/mounts; undefined while it is not known whether the system lives on the pool. */
    readonly mounts: string | undefined;
    /** Its features that are not enabled, as far as they are known. */
    readonly disabled?: readonly string[];
}

/** What stands in the way of `action`; undefined when it is possible. zpool-checkpoint(8), zpool-export(8), zpool-reguid(8). */
export function actionObstacle(action: PoolAction, subject: ActionSubject): ActionObstacle | undefined {
    const { usage, status } = subject;
    if (action === "export") return systemObstacle(subject);
    if (action === "loadKeys") return undefined;
    if (usage.readonly) return "readOnly";
    if (action === "destroy") return systemObstacle(subject);
    if (action === "sync") return undefined;
    if (action === "reguid" && usage.health !== "ONLINE") return "notHealthy";
    if (status === undefined) return "unknown";
    if (action === "split") return splitObstacle(status);
    if (action === "reguid") return checkpointObstacle(status);
    if (action === "rewind") return rewindObstacle(status) ?? systemObstacle(subject);
    const { checkpoint, removal, expansion } = status;
    if (checkpoint?.state === "discarding") return "discarding";
    if (action === "discardCheckpoint") return checkpoint ? undefined : "noCheckpoint";
    if (checkpoint) return "checkpointExists";
    // spa_checkpoint_check()
    if (subject.disabled?.includes("zpool_checkpoint")) return "checkpointsDisabled";
    if (removal?.state === "inProgress") return "removing";
    return expansion?.state === "inProgress" ? "expanding" : undefined;
}

/** It takes a checkpoint to go back to, and a pool that can be exported. */
function rewindObstacle({ checkpoint }: Pool): ActionObstacle | undefined {
    if (!checkpoint) return "noCheckpoint";
    return checkpoint.state === "discarding" ? "discarding" : undefined;
}

/** What ZFS refuses to split: zpool_vdev_split() in libzfs_pool.c, spa_vdev_split_mirror() in spa.c. */
function splitObstacle(pool: Pool): ActionObstacle | undefined {
    const { scan } = pool;
    if (!vitalVdevs(pool).every(({ kind }) => kind === "mirror")) return "notMirrors";
    const isResilvering = scan?.kind === "resilver" && scan.state === "inProgress";
    return checkpointObstacle(pool) ?? (isResilvering ? "resilvering" : undefined);
}

/** What cannot be done to a pool that could be rewound to before it. zpoolconcepts(7). */
const checkpointObstacle = ({ checkpoint }: Pool): ActionObstacle | undefined =>
    checkpoint && (checkpoint.state === "discarding" ? "discarding" : "hasCheckpoint");

/** Whether the running system lives on a pool, or starts from it; undefined where it is not known what is mounted. */
export const holdsSystem = (pool: string, mounts: string | undefined): boolean | undefined =>
    mounts === undefined
        ? undefined
        : (["/", "/boot"] as const).some((point) => poolAt(point, mounts) === pool);

function systemObstacle({ usage, mounts }: ActionSubject): ActionObstacle | undefined {
    if (mounts === undefined) return "unknown";
    if (poolAt("/", mounts) === usage.name) return "holdsRoot";
    return poolAt("/boot", mounts) === usage.name ? "holdsBoot" : undefined;
}
