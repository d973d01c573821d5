import type { ExpectedVdev, Identity } from "./commands/command.ts";
import type { Vdev } from "./model.ts";
import type { DevicePlace } from "./redundancy.ts";
import { leavesOf, shortName } from "./vdevs.ts";

/**
 * The top-level vdev in which a device stands, as it is now: what a person sees who decides on the device.
 *
 * @returns undefined if a guid or a state is not known
 */
export function seenVdev(pool: Identity, { vdev, above }: DevicePlace): ExpectedVdev | undefined {
    const top = above[0] ?? vdev;
    const devices = leavesOf(top).flatMap(seenDevice);
    if (top.guid === undefined || devices.length < leavesOf(top).length) return undefined;
    return { pool: pool.name, name: shortName(top), guid: top.guid, devices };
}

const seenDevice = (vdev: Vdev): ExpectedVdev["devices"] => {
    const { guid, state } = vdev;
    return guid === undefined || state === undefined ? [] : [{ guid, name: shortName(vdev), state }];
};
