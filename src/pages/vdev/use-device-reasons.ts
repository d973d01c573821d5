import { _ } from "../../i18n.ts";
import { changes } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { system } from "../../store/system.ts";
import { expandsRaidz } from "../../zfs/capabilities.ts";
import { poolObstacle } from "../change/obstacle.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";

/** Why devices cannot be changed now. */
export interface DeviceReasons {
    /** Nothing on this host can be changed. */
    readonly host: string | undefined;
    /** This pool would not take it, unless it is a way out of its trouble. */
    readonly pool: string | undefined;
    /** This ZFS expands no raidz. */
    readonly widen: string | undefined;
}

/** What stands in the way of all that could be done to the devices of a pool. */
export function useDeviceReasons(entry: PoolEntry): DeviceReasons {
    const host = useHostObstacle();
    const running = useStore(changes);
    const readOnly = entry.usage.readonly ? _("The pool is imported read-only.") : undefined;
    const canWiden = expandsRaidz(useStore(system)?.versions ?? {}) ?? true;
    return {
        host,
        pool: readOnly ?? poolObstacle(entry, running),
        widen: canWiden ? undefined : _("This needs OpenZFS 2.3"),
    };
}
