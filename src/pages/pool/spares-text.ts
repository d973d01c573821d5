// Whether the spares of a pool step in by themselves, in words.
import { _ } from "../../i18n.ts";
import type { Pool } from "../../zfs/model.ts";

/**
 * What becomes of the spares of a pool when a device fails. Only the daemon puts them in, and ZFS lets nothing be
 * replaced while there is a checkpoint. zed(8), zpoolconcepts(7).
 *
 * @param runsZed undefined when it is not known: then nothing is claimed
 */
export function sparesText({ checkpoint }: Pool, runsZed: boolean | undefined): string | undefined {
    if (checkpoint) return _("No spare steps in while the pool has a checkpoint");
    if (runsZed === undefined) return undefined;
    return runsZed
        ? _("The ZFS event daemon puts one in when a device fails")
        : _("The ZFS event daemon does not run: no spare steps in by itself");
}
