import { readSystem } from "../backend/system.ts";
import type { SystemFacts } from "../zfs/advice.ts";

import { pools } from "./pools.ts";
import type { PoolsState } from "./pools.ts";
import { Store } from "./store.ts";

/** What we know of the host besides its pools; nothing until somebody asked. */
export const system = new Store<SystemFacts>({});

/**
 * Reads the host's facts now and again whenever a pool comes, goes, or changes its state or the state of its scan:
 * the moments in which they may have changed too. For as long as a page shows them. Gives the way to stop.
 */
export function watchSystem(): () => void {
    let seen: string | undefined;
    const check = () => {
        const now = fingerprint(pools.get());
        if (now === undefined || now === seen) return;
        seen = now;
        void readSystem().then((facts) => system.set(facts));
    };
    check();
    return pools.subscribe(check);
}

/** The same text as long as nothing of what `watchSystem` waits for has happened; undefined without pools to look at. */
function fingerprint(state: PoolsState): string | undefined {
    if (state.kind !== "ready") return undefined;
    return JSON.stringify(
        state.pools.map(({ usage, status }) => [usage.guid, usage.name, usage.health, status?.scan?.state]),
    );
}
