import type { RootDataset } from "./model.ts";
import type { Units } from "./units.ts";
import { escapeUnit, isActive } from "./units.ts";

/** Who scrubs a pool regularly, of what the distribution brings along. */
export type ScrubJob =
    | { readonly kind: "timer"; readonly unit: string; readonly interval: "weekly" | "monthly" }
    | { readonly kind: "cron"; readonly file: string; readonly interval: "monthly" };

/** The cron table of Debian's and Ubuntu's zfsutils-linux; its job scrubs every pool on the second Sunday. */
export const CRON_FILE = "/etc/cron.d/zfsutils-linux";

/** Whether a cron table scrubs, that is, has the line and not only as a comment. */
const cronScrubs = (table: string): boolean => /^[^#\n]*\/zfs-linux\/scrub\b/m.test(table);

/** Finds the job that scrubs a pool. A cron table without a running cron does nothing. */
export function findScrubJob(
    pool: string,
    {
        units,
        cronTable,
        root,
    }: { units: Units; cronTable?: string | undefined; root?: RootDataset | undefined },
): ScrubJob | undefined {
    for (const interval of ["weekly", "monthly"] as const) {
        const unit = `zfs-scrub-${interval}@${escapeUnit(pool)}.timer`;
        if (isActive(units, unit)) return { kind: "timer", unit, interval };
    }
    if (cronTable === undefined || !cronScrubs(cronTable)) return undefined;
    if (!isActive(units, "cron.service") || root?.periodicScrub === "disable") return undefined;
    return { kind: "cron", file: CRON_FILE, interval: "monthly" };
}
