// Disks to choose from, in words.
import { _, format } from "../../i18n.ts";
import type { DiskObstacle, Holding } from "../../zfs/disk-choice.ts";
import type { Disk } from "../../zfs/disk.ts";
import { formatSize } from "../../zfs/size.ts";
import { hardwareWords } from "../pool/device-words.ts";

/** "4 TiB · SATA · HDD · WDC WD40 · WCC4… · slot 3 · 34 °C" */
export const diskFacts = (disk: Disk): string =>
    [
        disk.size === undefined ? "" : formatSize(disk.size),
        disk.transport === undefined ? "" : transportText(disk.transport),
        rotationText(disk),
        hardwareWords(disk),
    ]
        .filter((word) => word !== "")
        .join(" · ");

/** The kernel's words are short for names that people write in capitals; a few are words. */
const transportText = (transport: string): string =>
    transport === "virtio" ? transport : transport === "nvme" ? "NVMe" : transport.toUpperCase();

/** Whether it turns; an NVMe never does, and a virtual disk says what it likes. */
function rotationText({ rotational, transport }: Disk): string {
    if (rotational === undefined || transport === "nvme" || transport === "virtio") return "";
    return rotational ? _("HDD") : _("SSD");
}

/** Why a disk cannot be chosen. */
export function diskObstacleText(obstacle: DiskObstacle): string {
    switch (obstacle.kind) {
        case "inPool":
            return format(_("The pool $0 uses it."), obstacle.pool);
        case "system":
            return _("The running system uses it.");
        case "mounted":
            return format(_("It is mounted at $0."), obstacle.place);
        case "built":
            return format(_("$0 stands on it."), obstacle.device);
        case "readOnly":
            return _("It cannot be written to.");
        case "tooSmall":
            return format(_("It is too small: $0 are needed."), formatSize(obstacle.least));
    }
}

/** What is on a disk: "ext4 “data”, partition table (gpt)". */
export const holdingsText = (holdings: readonly Holding[]): string =>
    [...new Set(holdings.map(holdingText))].join(", ");

function holdingText({ type, label, table }: Holding): string {
    if (type === "zfs_member")
        return label === undefined ? _("part of a pool") : format(_("part of the pool “$0”"), label);
    if (type !== undefined) return label === undefined ? type : format(_("$0 “$1”"), type, label);
    return table === undefined ? _("something unknown") : format(_("partitions ($0)"), table);
}
