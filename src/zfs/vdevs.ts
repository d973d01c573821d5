import type { Pool, Vdev } from "./model.ts";

/** The devices of a vdev: itself if it has no children, otherwise those of its children. */
export const leavesOf = (vdev: Vdev): readonly Vdev[] =>
    vdev.children.length === 0 ? [vdev] : vdev.children.flatMap(leavesOf);

/** Every device of a pool, whatever its class; a spare that is in use stands in two places and counts once. */
export function leaves(pool: Pool): readonly Vdev[] {
    const vdevs = [...pool.root.children, ...pool.sections.flatMap((section) => section.vdevs)];
    const byName = new Map(vdevs.flatMap(leavesOf).map((vdev) => [vdev.name, vdev]));
    return [...byName.values()];
}

/** The vdevs of a pool that hold its data and metadata: all but log, cache and spares, and what stands for removed ones. */
export const vitalVdevs = ({ root, sections }: Pool): readonly Vdev[] =>
    [
        ...root.children,
        ...sections
            .filter(({ kind }) => kind === "special" || kind === "dedup")
            .flatMap(({ vdevs }) => vdevs),
    ].filter(({ kind }) => kind !== "indirect" && kind !== "hole" && kind !== "missing");

/** The path of the whole disk on which ZFS made the partition that a device is. */
export const wholePath = (vdev: Vdev): string =>
    vdev.name.slice(0, vdev.name.lastIndexOf("/") + 1) + shortName(vdev).replace(/^.*\//, "");

/**
 * What a person calls a device: `/dev/disk/by-id/ata-X-part1` is `ata-X`, as ZFS prints it without `-P`. Names of
 * groups (`mirror-0`) and of files outside /dev stay as they are.
 */
export function shortName(vdev: Vdev): string {
    if (!vdev.name.startsWith("/dev/")) return vdev.name;
    const base = vdev.name.slice(vdev.name.lastIndexOf("/") + 1);
    return base.replace(/-part\d+$/, "").replace(/^(nvme\d+n\d+)p\d+$|^([hsv]d[a-z]+)\d+$/, "$1$2");
}
