import { changes } from "../../store/changes.ts";
import { helper } from "../../store/helper.ts";
import { useAdminAccess, useStore } from "../../store/hooks.ts";
import type { PoolEntry } from "../../store/pools.ts";

import { hostObstacle, poolObstacle } from "./obstacle.ts";

/** Why no change can be made on the host; undefined when one can. */
export function useHostObstacle(): string | undefined {
    const hasAccess = useAdminAccess();
    const helperState = useStore(helper);
    return hostObstacle(hasAccess, helperState);
}

/** Why no change can be made of a pool; undefined when one can. */
export function usePoolObstacle(entry: PoolEntry): string | undefined {
    const running = useStore(changes);
    return useHostObstacle() ?? poolObstacle(entry, running);
}
