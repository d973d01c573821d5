import { _, format } from "../i18n.ts";
import type { Shortfall } from "../zfs/shortfall.ts";

/**
 * What was done, and what did not follow; what that is of, ZFS says itself.
 *
 * @param done "Done", or "tank/home created"
 */
export function doneText(done: string, shortfall: Shortfall | undefined): string {
    switch (shortfall) {
        case "mount":
            return format(_("$0, but mounting failed"), done);
        case "share":
            return format(_("$0, but sharing failed"), done);
        case undefined:
            return done;
    }
}
