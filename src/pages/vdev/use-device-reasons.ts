import { capabilities } from "../../store/capabilities.ts";
import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import type { DeviceAction } from "../../zfs/device-offers.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { isReadOnly, needsZfs } from "../obstacle-words.ts";

/** Why devices cannot be changed now. */
export interface DeviceReasons {
    /** Nothing on this host can be changed. */
    readonly host: string | undefined;
    /** This pool would not take it, unless it is a way out of its trouble. */
    readonly pool: string | undefined;
    /** This ZFS expands no raidz, as far as that is known. */
    readonly widen: string | undefined;
}

/** What stands in the way of all that could be done to the devices of a pool. */
export function useDeviceReasons(entry: PoolEntry): DeviceReasons {
    const host = useHostObstacle();
    const running = useStore(changes);
    const readOnly = entry.usage.readonly ? isReadOnly() : undefined;
    const known = useStore(capabilities);
    return {
        host,
        pool: readOnly ?? poolObstacle(entry, running),
        widen: known?.raidzExpansion === false ? needsZfs("2.3") : undefined,
    };
}

/** The ways out of a pool that does not answer. */
const waysOut: readonly DeviceAction[] = ["online", "clear"];

/** Why something cannot be done to the devices of a pool, whatever the device. */
export const actionReason = (
    { host, pool, widen }: DeviceReasons,
    action: DeviceAction,
): string | undefined =>
    host ?? (waysOut.includes(action) ? undefined : pool) ?? (action === "widen" ? widen : undefined);
