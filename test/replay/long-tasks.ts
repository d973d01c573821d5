// What keeps the browser from answering: its tasks of more than 50 ms, by the clock, so a busy machine has more of them.

import type { Frame } from "@playwright/test";

interface Watch {
    readonly longTasks: number[];
}

/** Counts the long tasks from now on. */
export const watchLongTasks = (frame: Frame): Promise<void> =>
    frame.evaluate(() => {
        const watch: Watch = { longTasks: [] };
        Object.assign(window, { watch });
        new PerformanceObserver((list) => {
            for (const { duration } of list.getEntries()) watch.longTasks.push(Math.round(duration));
        }).observe({ type: "longtask" });
    });

/** Milliseconds of each long task since `watchLongTasks`. */
export const longTasks = (frame: Frame): Promise<readonly number[]> =>
    frame.evaluate(() => (window as unknown as { readonly watch: Watch }).watch.longTasks);
