// Whether what is added to a pool can be removed again, in words.
import { _ } from "../../i18n.ts";
import type { Return } from "../../zfs/layout/addition.ts";

/**
 * How what is added can leave the pool again.
 *
 * @param isFree it is known that the pool has no checkpoint, with which nothing can be removed; zpoolconcepts(7)
 */
export function returnText(way: Return, isFree: boolean): string {
    switch (way) {
        case "always":
            return isFree
                ? _("These devices can be removed again at any time.")
                : _("These devices can be removed again, but not while the pool has a checkpoint.");
        case "copied":
            return isFree
                ? _("These devices can be removed again: what is on them is copied to the others then.")
                : _(
                      "These devices can be removed again, but not while the pool has a checkpoint: what is on them is copied to the others then.",
                  );
        case "never":
            return _(
                "This cannot be undone: from a pool with raidz or draid no device for data, special or dedup can be removed.",
            );
    }
}
