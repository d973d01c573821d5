// What giving a disk to a pool means, in words.
import { _, format } from "../../i18n.ts";
import { resilverSize } from "../../zfs/least-size.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { formatSize } from "../../zfs/size.ts";

/** What replacing a device does. */
export const replaceText = (place: DevicePlace): string =>
    `${amountText(place)} ${_("The old device stays in use as far as it works, and is detached when all is done.")}`;

/** What attaching a disk does. */
export const attachText = (place: DevicePlace): string =>
    `${amountText(place)} ${_("From then on there is one more copy of all that is written here.")}`;

/** What one more disk in a raidz does. */
export const widenText = (): string =>
    _(
        "All data of the raidz is spread over one more disk, in the background. What was written before keeps its ratio of data to parity until it is written anew. A raidz that has been expanded cannot become smaller again.",
    );

function amountText(place: DevicePlace): string {
    const size = resilverSize(place);
    return size === undefined
        ? _("A resilver writes all that belongs there to the new disk.")
        : format(_("A resilver writes about $0 to the new disk."), formatSize(size));
}
