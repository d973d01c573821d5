import { parityOfKind } from "./plan.ts";
import type { LayoutKind, PlannedVdev, VdevClass } from "./plan.ts";

/** Vdevs that are alike, and how many disks of each may fail. */
export interface Endurance {
    readonly class: VdevClass;
    readonly kind: LayoutKind;
    readonly count: number;
    /** Disks in each of them. */
    readonly width: number;
    readonly tolerates: number;
}

/** Which disks of a pool may fail before data is lost. */
export interface Survival {
    /** So many, whichever they are. */
    readonly any: number;
    /** So many at most, if they are the right ones. */
    readonly most: number;
    readonly each: readonly Endurance[];
}

/** The classes without one vdev of which the pool is lost. */
const vital: readonly VdevClass[] = ["data", "special", "dedup"];

/** Whether the pool is lost with this vdev. */
export const isVital = (vdev: PlannedVdev): boolean => vital.includes(vdev.class);

/** How many disks of a vdev may fail at once. */
export const tolerance = ({ kind, disks }: PlannedVdev): number =>
    kind === "mirror" ? disks.length - 1 : parityOfKind(kind);

/** Which disks may fail; undefined for vdevs that no data depends on. */
export function survivalOf(vdevs: readonly PlannedVdev[]): Survival | undefined {
    const needed = vdevs.filter(isVital);
    if (needed.length === 0) return undefined;
    const tolerances = needed.map(tolerance);
    return {
        any: Math.min(...tolerances),
        most: tolerances.reduce((sum, one) => sum + one, 0),
        each: alike(needed),
    };
}

/** Vdevs of one class, kind and width, counted. */
export function alike(vdevs: readonly PlannedVdev[]): readonly Endurance[] {
    const groups = new Map<string, Endurance>();
    for (const vdev of vdevs) {
        const { class: vdevClass, kind, disks } = vdev;
        const key = `${vdevClass} ${kind} ${disks.length}`;
        const count = (groups.get(key)?.count ?? 0) + 1;
        groups.set(key, {
            ...{ class: vdevClass, kind, count },
            width: disks.length,
            tolerates: tolerance(vdev),
        });
    }
    return [...groups.values()];
}
