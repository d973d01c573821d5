import { isDraid, isRaidz } from "./plan.ts";
import type { PlannedVdev } from "./plan.ts";
import type { Replication } from "./replication.ts";
import { isVital } from "./survival.ts";

/** Whether vdevs that are added can leave the pool again: at any time, by copying what is on them, or never. */
export type Return = "always" | "copied" | "never";

/** ZFS copies from and to mirrors and single disks alone. spa_vdev_remove_top_check() in vdev_removal.c. */
export function returnOf(vdevs: readonly PlannedVdev[], present: readonly Replication[]): Return {
    if (!vdevs.some(isVital)) return "always";
    const hasParity =
        vdevs.some(({ kind }) => isRaidz(kind) || isDraid(kind)) ||
        present.some(({ kind }) => kind === "raidz" || kind === "draid");
    return hasParity ? "never" : "copied";
}
