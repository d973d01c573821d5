import { capabilities } from "../../store/capabilities.ts";
import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import type { DeviceAction } from "../../zfs/device-offers.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { isReadOnly, needsZfs } from "../obstacle-words.ts";
import { useDisabledFeatures } from "../use-disabled-features.ts";
import type { DisabledFeatures } from "../use-disabled-features.ts";

/** Why devices cannot be changed now. */
export interface DeviceReasons {
    /** Nothing on this host can be changed. */
    readonly host: string | undefined;
    /** This pool would not take it, unless it is a way out of its trouble. */
    readonly pool: string | undefined;
    /** What this ZFS cannot do, as far as that is known. */
    readonly lacks: Partial<Record<DeviceAction, string>>;
    /** What this pool cannot do before it is upgraded. */
    readonly features: DisabledFeatures;
}

/** What stands in the way of all that could be done to the devices of a pool. */
export function useDeviceReasons(entry: PoolEntry): DeviceReasons {
    const host = useHostObstacle();
    const running = useStore(changes);
    const readOnly = entry.usage.readonly ? isReadOnly() : undefined;
    const known = useStore(capabilities);
    const features = useDisabledFeatures(entry.usage.name);
    return {
        host,
        features,
        pool: readOnly ?? poolObstacle(entry, running),
        lacks: {
            ...(known?.raidzExpansion === false && { widen: needsZfs("2.3") }),
            ...(known?.uninitialize === false && { uninitialize: needsZfs("2.2") }),
        },
    };
}

/** The ways out of a pool that does not answer. */
const waysOut: readonly DeviceAction[] = ["online", "clear"];

/** Why something cannot be done to the devices of a pool, whatever the device. */
export const actionReason = (
    { host, pool, lacks }: DeviceReasons,
    action: DeviceAction,
): string | undefined => host ?? (waysOut.includes(action) ? undefined : pool) ?? lacks[action];
