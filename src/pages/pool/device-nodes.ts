import type { TreeNode } from "../../ui/tree.ts";
import { deviceOffers, poolOffers } from "../../zfs/device-offers.ts";
import type { DeviceOffer } from "../../zfs/device-offers.ts";
import type { Pool, Scan, Section, Vdev } from "../../zfs/model.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { resilverOf } from "../../zfs/resilver.ts";
import { shortName } from "../../zfs/vdevs.ts";

/** What a row of the device tree is about: the pool itself, a class, or a vdev. */
export interface DeviceItem {
    readonly name: string;
    /** Undefined for a class. */
    readonly vdev?: Vdev | undefined;
    /** Whether more can be said of it than its row does. */
    readonly hasDetails: boolean;
    /** What there is to say of a class. */
    readonly note?: string | undefined;
    /** How far its resilver is, for `replacing` and `spare`. */
    readonly resilver?: Scan | undefined;
    /** Undefined for a class. */
    readonly place?: DevicePlace;
    /** What can be done to it. */
    readonly offers: readonly DeviceOffer[];
}

type DeviceNode = TreeNode<DeviceItem>;

/**
 * The tree of a pool: its data vdevs under its own row, then the other classes.
 *
 * @param isStuck it is suspended, silent or hung
 * @param sparesNote what there is to say of its spares
 */
export const deviceNodes = (pool: Pool, isStuck: boolean, sparesNote?: string): readonly DeviceNode[] => [
    {
        id: pool.name,
        item: {
            name: pool.name,
            vdev: pool.root,
            hasDetails: false,
            place: { vdev: pool.root, above: [] },
            offers: poolOffers(pool, isStuck),
        },
        children: pool.root.children.map((vdev) => vdevNode(pool, { vdev, above: [] }, pool.name)),
    },
    ...pool.sections.map((section) =>
        sectionNode(pool, section, section.kind === "spares" ? sparesNote : undefined),
    ),
];

function sectionNode(pool: Pool, { kind, title, vdevs }: Section, note: string | undefined): DeviceNode {
    // a pool may be called "logs": no vdev's name ends with a slash
    const id = `${kind}/`;
    return {
        id,
        item: { name: kind, vdev: title, hasDetails: false, note, offers: [] },
        children: vdevs.map((vdev) => vdevNode(pool, { vdev, above: [], section: kind }, id)),
    };
}

function vdevNode(pool: Pool, place: DevicePlace, parent: string): DeviceNode {
    const { vdev, above, section } = place;
    const id = `${parent}/${vdev.name}`;
    const isFilling = vdev.kind === "replacing" || vdev.kind === "spare";
    const top = above[0] ?? vdev;
    return {
        id,
        item: {
            name: shortName(vdev),
            vdev,
            hasDetails: true,
            resilver: isFilling && vdev.children.length > 0 ? resilverOf(pool, top.name) : undefined,
            place,
            offers: deviceOffers(pool, place),
        },
        children: vdev.children.map((child) =>
            vdevNode(pool, { vdev: child, above: [...above, vdev], section }, id),
        ),
    };
}
