import type { Pool, Vdev } from "../model.ts";
import { parityOf } from "../redundancy.ts";

import { isDraid, isRaidz, parityOfKind } from "./plan.ts";
import type { PlannedVdev } from "./plan.ts";

/** What zpool compares of vdevs, to say whether the redundancy of a pool is the same everywhere. */
export interface Replication {
    readonly kind: "disk" | "mirror" | "raidz" | "draid";
    readonly width: number;
    readonly parity: number;
}

/** The redundancy of a planned vdev. */
export const replicationOf = ({ kind, disks }: PlannedVdev): Replication => ({
    kind: kind === "mirror" ? "mirror" : isRaidz(kind) ? "raidz" : isDraid(kind) ? "draid" : "disk",
    width: disks.length,
    parity: parityOfKind(kind),
});

/** The redundancy of the vdevs that a pool has: data, special and dedup. */
export function replicationsIn(pool: Pool): readonly Replication[] {
    const compared = pool.sections.filter(({ kind }) => kind === "special" || kind === "dedup");
    return [...pool.root.children, ...compared.flatMap(({ vdevs }) => vdevs)].flatMap(existing);
}

/** That of a vdev which a pool has; none of what a removed one has left behind. */
function existing(vdev: Vdev): readonly Replication[] {
    const width = vdev.children.length;
    switch (vdev.kind) {
        case "indirect":
        case "hole":
            return [];
        case "mirror":
            return [{ kind: "mirror", width, parity: 0 }];
        case "raidz":
            return [{ kind: "raidz", width, parity: parityOf(vdev) }];
        case "draid":
            return [{ kind: "draid", width, parity: parityOf(vdev) }];
        default:
            return [{ kind: "disk", width: 1, parity: 0 }];
    }
}

/**
 * Whether zpool refuses to have such vdevs in one pool, unless by force: one that is weaker than the others decides
 * what the pool survives. get_replication() in zpool_vdev.c, since 2.0.
 *
 * @param present those that the pool has already; if they are mixed, ZFS minds no more
 */
export function isMixed(planned: readonly Replication[], present: readonly Replication[] = []): boolean {
    if (planned.length === 0 || hasUnequal(present)) return false;
    return hasUnequal([...present.slice(-1), ...planned]);
}

const hasUnequal = (list: readonly Replication[]): boolean =>
    list.slice(1).some((one, index) => {
        const before = list[index];
        return before !== undefined && !isEqual(before, one);
    });

function isEqual(one: Replication, other: Replication): boolean {
    if (one.kind === other.kind) return one.parity === other.parity && one.width === other.width;
    if (one.kind === "disk" || other.kind === "disk") return false;
    if (one.kind === "mirror") return other.kind === "raidz" && other.parity === one.width - 1;
    if (other.kind === "mirror") return isEqual(other, one);
    return one.parity === other.parity;
}
