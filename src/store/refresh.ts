// The one place that decides when the host is asked again: `Refresher` has the rules, and is given here the host, the
// stores and the events of the session.
import { expectedHelper, openFollow } from "../backend/follow.ts";
import { openIostat } from "../backend/iostat.ts";
import { readKernelState, readLastTxg, readModuleVersion, readTxgTimeout } from "../backend/kstat.ts";
import { readPoolList, readPoolStatus } from "../backend/pools.ts";
import { hasAdminAccess, isHidden, onAccessChange, onVisibilityChange } from "../backend/session.ts";

import { helper } from "./helper.ts";
import { PoolReader } from "./pool-reader.ts";
import { pools } from "./pools.ts";
import { allParts } from "./read-queue.ts";
import type { Part } from "./read-queue.ts";
import { readings } from "./readings.ts";
import { Refresher } from "./refresher.ts";
import type { Findings } from "./refresher.ts";

const poolReader = new PoolReader(
    { readPoolList, readPoolStatus, readModuleVersion, readKernelState, readLastTxg, readTxgTimeout },
    pools,
);

function read(parts: ReadonlySet<Part>): Promise<Findings> {
    if (allParts.every((part) => parts.has(part))) readings.set(readings.get() + 1);
    return poolReader.read(parts);
}

const refresher = new Refresher({
    hasAdminAccess,
    isHidden,
    expectedHelper,
    openFollow,
    openIostat,
    setHelper: (state) => helper.set(state),
    read,
});

/** Asks the host again now, for instance because a person pressed "Try again". */
export const refreshNow = (): void => refresher.readNow();

/** Begins to keep the stores fresh. Gives the way to stop. */
export function startRefreshing(): () => void {
    const stops = [
        onAccessChange(() => refresher.accessChanged()),
        onVisibilityChange(() => refresher.visibilityChanged()),
    ];
    refresher.accessChanged();
    return () => {
        for (const stop of stops) stop();
        refresher.stop();
    };
}
