import type { Bytes, Pool, Vdev } from "./model.ts";

/** Space of a class of vdevs. */
export interface ClassSpace {
    /** `data`, or the class as ZFS calls it. */
    readonly kind: string;
    readonly size: Bytes;
    readonly allocated: Bytes;
}

/**
 * Size and use of a pool by class, for pools that have more than data: what `zpool list` shows as one number. A class
 * of which ZFS tells no space is left out, as spares are.
 */
export function classSpaces({ root, sections }: Pool): readonly ClassSpace[] {
    const classes = [{ kind: "data", vdevs: root.children }, ...sections];
    const spaces = classes.flatMap(({ kind, vdevs }) => {
        const size = sum(vdevs, "size");
        return size === 0n ? [] : [{ kind, size, allocated: sum(vdevs, "allocated") }];
    });
    return spaces.length > 1 ? spaces : [];
}

const sum = (vdevs: readonly Vdev[], what: "size" | "allocated"): Bytes =>
    vdevs.reduce((total, { space }) => total + (space?.[what] ?? 0n), 0n);
