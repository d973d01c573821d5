// The one place that decides when the host is asked again. Hidden, a page asks nothing; when it comes back into
// view, it asks at once.
import { hasAdminAccess, isHidden, onAccessChange, onVisibilityChange } from "../backend/session.ts";

import { readPools } from "./pools.ts";

/** Milliseconds between two readings of a page in view. */
const interval = 10_000;

let timer: number | undefined;
let reading = false;
let again = false;

async function refresh(): Promise<void> {
    // before Cockpit knows who we are, a read would run without the rights that the person has
    if (isHidden() || hasAdminAccess() === null) return;
    if (reading) {
        again = true;
        return;
    }
    reading = true;
    window.clearTimeout(timer);
    do {
        again = false;
        await readPools();
    } while (again);
    reading = false;
    timer = window.setTimeout(() => void refresh(), interval);
}

/** Asks the host again now, for instance because a person pressed "Try again". */
export const refreshNow = (): void => void refresh();

/** Begins to keep the stores fresh. Gives the way to stop. */
export function startRefreshing(): () => void {
    const stops = [onAccessChange(refreshNow), onVisibilityChange(refreshNow)];
    refreshNow();
    return () => {
        window.clearTimeout(timer);
        for (const stop of stops) stop();
    };
}
