import type { TreeNode } from "../../ui/tree.ts";
import type { Pool, Scan, Section, Vdev } from "../../zfs/model.ts";
import { resilverOf } from "../../zfs/resilver.ts";
import { shortName } from "../../zfs/vdevs.ts";

/** What a row of the device tree is about: the pool itself, a class, or a vdev. */
export interface DeviceItem {
    readonly name: string;
    /** Undefined for a class. */
    readonly vdev?: Vdev | undefined;
    /** Whether more can be said of it than its row does. */
    readonly hasDetails: boolean;
    /** How far its resilver is, for `replacing` and `spare`. */
    readonly resilver?: Scan | undefined;
}

type DeviceNode = TreeNode<DeviceItem>;

/** The tree of a pool: its data vdevs under its own row, then the other classes. */
export const deviceNodes = (pool: Pool): readonly DeviceNode[] => [
    {
        id: pool.name,
        item: { name: pool.name, vdev: pool.root, hasDetails: false },
        children: pool.root.children.map((vdev) => topNode(pool, vdev, pool.name)),
    },
    ...pool.sections.map((section) => sectionNode(pool, section)),
];

function sectionNode(pool: Pool, { kind, title, vdevs }: Section): DeviceNode {
    // a pool may be called "logs": no vdev's name ends with a slash
    const id = `${kind}/`;
    return {
        id,
        item: { name: kind, vdev: title, hasDetails: false },
        children: vdevs.map((vdev) => topNode(pool, vdev, id)),
    };
}

const topNode = (pool: Pool, vdev: Vdev, parent: string): DeviceNode =>
    vdevNode(vdev, parent, resilverOf(pool, vdev.name));

function vdevNode(vdev: Vdev, parent: string, resilver: Scan | undefined): DeviceNode {
    const id = `${parent}/${vdev.name}`;
    const isFilling = vdev.kind === "replacing" || vdev.kind === "spare";
    return {
        id,
        item: {
            name: shortName(vdev),
            vdev,
            hasDetails: true,
            resilver: isFilling && vdev.children.length > 0 ? resilver : undefined,
        },
        children: vdev.children.map((child) => vdevNode(child, id, resilver)),
    };
}
