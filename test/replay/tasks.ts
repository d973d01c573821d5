// How long the browser was busy in one go: what a person feels as a freeze.

import type { Frame } from "@playwright/test";

/** What the browser did since it was asked to watch. */
interface Watch {
    /** milliseconds of each task over 50 ms */
    readonly longTasks: number[];
}

/** Forgets what was, and watches from now on. */
export const watchTasks = (frame: Frame): Promise<void> =>
    frame.evaluate(() => {
        const watch: Watch = { longTasks: [] };
        Object.assign(window, { watch });
        new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) watch.longTasks.push(Math.round(duration));
        }).observe({ type: "longtask" });
    });

/** Milliseconds of each task over 50 ms since then. */
export const longTasks = (frame: Frame): Promise<number[]> =>
    frame.evaluate(() => (window as unknown as { readonly watch: Watch }).watch.longTasks);
