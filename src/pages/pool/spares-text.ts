// Whether the spares of a pool step in by themselves, in words.
import { _ } from "../../i18n.ts";
import type { Pool } from "../../zfs/model.ts";

/**
 * What becomes of the spares of a pool when a device fails. Only the daemon puts them in, and ZFS lets nothing be
 * replaced while there is a checkpoint. A new disk in the slot of a failed one it takes where `autoreplace` is on.
 * zed(8), zpoolconcepts(7), zpoolprops(7).
 *
 * @param runsZed undefined when it is not known: then nothing is claimed
 */
export function sparesText(
    { checkpoint }: Pool,
    runsZed: boolean | undefined,
    autoreplace: boolean | undefined,
): string | undefined {
    if (checkpoint) return _("No spare steps in while the pool has a checkpoint");
    if (runsZed === undefined) return undefined;
    if (!runsZed) return _("The ZFS event daemon does not run: no spare steps in by itself");
    if (autoreplace === undefined) return _("The ZFS event daemon puts one in when a device fails");
    return autoreplace
        ? _(
              "The ZFS event daemon puts one in when a device fails, and takes a new disk in its slot (autoreplace)",
          )
        : _(
              "The ZFS event daemon puts one in when a device fails; a new disk in its slot is not taken by itself (autoreplace is off)",
          );
}
