import type { Vdev } from "./model.ts";

/** Where a device stands in its pool. */
export interface DevicePlace {
    readonly vdev: Vdev;
    /** The vdevs that it is part of, the outermost first; none for a top-level vdev. */
    readonly above: readonly Vdev[];
    /** The class if it is not plain data: "logs", "cache", "spares", "special", "dedup". */
    readonly section?: string | undefined;
}

/**
 * Whether the pool can go on without this device, as far as states tell; `vdev_dtl_required()` in vdev.c also knows
 * what is written where, and has the last word. A log may always go.
 */
export function canSpare({ vdev, above, section }: DevicePlace): boolean {
    if (section === "logs") return true;
    const chain = [...above, vdev];
    return above.some((group, index) => survives(group, chain[index + 1]));
}

/** Whether it keeps parity, not copies. */
export const raidzOrDraid = ({ kind }: Vdev): boolean => kind === "raidz" || kind === "draid";

/** How many devices of a raidz or draid may fail at once: the 2 of `raidz2-0`. */
export const parityOf = ({ name }: Vdev): number => Number(/^(?:raidz|draid)([123])/.exec(name)?.[1] ?? 1);

/** Whether a group has all its data without one of its children. */
function survives(group: Vdev, child: Vdev | undefined): boolean {
    const others = group.children.filter((other) => other !== child);
    const usable = others.filter(isWhole).length;
    if (raidzOrDraid(group)) return others.length - usable + 1 <= parityOf(group);
    return usable > 0;
}

/** Whether a device has all data that it should. */
export const isWhole = ({ state, activity }: Vdev): boolean =>
    (state === "ONLINE" || state === "DEGRADED") &&
    activity !== "resilvering" &&
    activity !== "awaiting resilver";
