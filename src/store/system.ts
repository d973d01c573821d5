import { isHidden, onVisibilityChange } from "../backend/session.ts";
import { readSystem } from "../backend/system.ts";
import type { SystemFacts } from "../zfs/advice.ts";

import { pools } from "./pools.ts";
import type { PoolsState } from "./pools.ts";
import { Store } from "./store.ts";

/** What we know of the host besides its pools; undefined until it is known. */
export const system = new Store<SystemFacts | undefined>(undefined);

let reading = false;
let again = false;

async function refresh(): Promise<void> {
    again = reading;
    if (reading) return;
    reading = true;
    do {
        again = false;
        system.set(await readSystem());
    } while (again);
    reading = false;
}

/** Reads the host's facts if nobody has done so yet. */
export function askForSystem(): void {
    if (system.get() === undefined && !reading) void refresh();
}

/**
 * Reads the host's facts now, when the page comes into view, and whenever a pool comes, goes, or changes its state or
 * that of its scan: the moments in which they may have changed too. Never by the clock. Gives the way to stop.
 */
export function watchSystem(): () => void {
    let seen: string | undefined;
    const check = () => {
        const now = isHidden() ? undefined : fingerprint(pools.get());
        if (now !== undefined && now !== seen) void refresh();
        seen = now;
    };
    check();
    const stops = [pools.subscribe(check), onVisibilityChange(check)];
    return () => {
        for (const stop of stops) stop();
    };
}

/** The same text as long as nothing of what `watchSystem` waits for has happened; undefined while nothing is known. */
function fingerprint(state: PoolsState): string | undefined {
    if (state.kind === "loading") return undefined;
    if (state.kind !== "ready") return state.kind;
    return JSON.stringify(
        state.pools.map(({ usage, status }) => [usage.guid, usage.name, usage.health, status?.scan?.state]),
    );
}
