// What giving a disk to a pool means, in words.
import { _, format } from "../../i18n.ts";
import { formatDuration, formatList } from "../../ui/dates.ts";
import type { BlockDevice } from "../../zfs/disk.ts";
import { resilverSize } from "../../zfs/least-size.ts";
import type { RebuildObstacle } from "../../zfs/rebuild.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import { formatSize } from "../../zfs/size.ts";
import { needsFeature } from "../obstacle-words.ts";

/** What replacing a device does. */
export const replaceText = (place: DevicePlace): string =>
    `${amountText(place)} ${_("The old device stays in use as far as it works, and is detached when all is done.")}`;

/** What putting in a hot spare does. */
export const spareText = (place: DevicePlace): string =>
    `${amountText(place)} ${_("The old device stays listed beside the spare. Once it is replaced by another disk, the spare is free again; if it is detached, the spare takes its place for good.")}`;

/** What attaching a disk does. */
export const attachText = (place: DevicePlace): string =>
    `${amountText(place)} ${_("From then on there is one more copy of all that is written here.")}`;

/** What one more disk in a raidz does. */
export const widenText = (): string =>
    _(
        "All data of the raidz is spread over one more disk, in the background. What was written before keeps its ratio of data to parity until it is written anew. A raidz that has been expanded cannot become smaller again.",
    );

/** Why a disk cannot be filled in its own order now, or not otherwise. */
export function rebuildObstacleText(obstacle: RebuildObstacle): string {
    switch (obstacle) {
        case "resilvering":
            return _("Not while a resilver is running");
        case "rebuilding":
            return _(
                "A rebuild in the order of the disk is running: until it ends, ZFS puts in another disk in that way only.",
            );
        case "rebuildDisabled":
            return needsFeature("device_rebuild");
    }
}

/** What goes with the disk of a device that is replaced, and is for the person to make anew. */
export const besideText = (parts: readonly BlockDevice[]): string =>
    format(
        _(
            "The old disk has other partitions, which are not copied: $0. If this host starts from them, replace it in a terminal instead: partition the new disk likewise, give its partition for ZFS to the pool, and install the boot loader on it.",
        ),
        formatList(parts.map(partText)),
    );

/** What a disk that comes beside such a disk does not get. */
export const besideNewText = (parts: readonly BlockDevice[]): string =>
    format(
        _(
            "The disk that is there has other partitions, which the new one does not get: $0. If this host starts from them, attach in a terminal instead, or it cannot start from the new disk alone: partition that likewise, give its partition for ZFS to the pool, and install the boot loader on it.",
        ),
        formatList(parts.map(partText)),
    );

const partText = ({ name, size, content }: BlockDevice): string =>
    [name, content?.type, size === undefined ? undefined : formatSize(size)]
        .filter((word) => word !== undefined)
        .join(" ");

/** Bytes a second of an ordinary disk that is written to from end to end while nobody else uses it. */
const UNDISTURBED = 150_000_000n;

function amountText(place: DevicePlace): string {
    const size = resilverSize(place);
    return size === undefined
        ? _("A resilver writes all that belongs there.")
        : format(
              _(
                  "A resilver writes about $0: $1 at 150 MB/s, and longer where the pool is in use or its files are small.",
              ),
              formatSize(size),
              formatDuration(Number(size / UNDISTURBED)),
          );
}
