import { _, format } from "../../i18n.ts";
import { formatPercent } from "../../ui/dates.ts";
import { unbroken } from "../../ui/unbroken.ts";
import type { Disk } from "../../zfs/disk.ts";
import type { DeviceWork, Vdev } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";

const isText = (text: string | undefined): text is string => text !== undefined && text !== "";

const percent = (value: number | undefined): string =>
    value === undefined ? "" : formatPercent(Math.floor(value));

/** Why a device is in its state and what it is doing, in ZFS's words where it has some: a list without order. */
export function remarks(vdev: Vdev): readonly string[] {
    return [
        vdev.aux,
        vdev.was && format(_("was $0"), vdev.was),
        vdev.usedBy && format(_("in use by pool $0"), vdev.usedBy),
        activityWord(vdev.activity),
        vdev.removing && _("removing"),
        vdev.nonAllocating && !vdev.removing && _("takes no new data"),
        vdev.blockSize &&
            format(
                _("block size mismatch: $0 configured, $1 native"),
                formatSize(vdev.blockSize.configured),
                formatSize(vdev.blockSize.native),
            ),
        vdev.initialize && initializeWords(vdev.initialize),
        vdev.trim && trimWords(vdev.trim),
        ...vdev.notes,
    ].filter((text): text is string => typeof text === "string" && text !== "");
}

function activityWord(activity: Vdev["activity"]): string | undefined {
    switch (activity) {
        case "resilvering":
            return _("resilvering");
        case "repairing":
            return _("repairing");
        case "awaiting resilver":
            return _("awaiting resilver");
        default:
            return activity;
    }
}

function trimWords({ state, percent: done }: DeviceWork): string | undefined {
    if (state === "active") return format(_("trimming $0"), percent(done));
    return state === "suspended" ? format(_("trimmed $0, suspended"), percent(done)) : undefined;
}

function initializeWords({ state, percent: done }: DeviceWork): string | undefined {
    if (state === "active") return format(_("initialized $0"), percent(done));
    return state === "suspended" ? format(_("initialized $0, suspended"), percent(done)) : undefined;
}

/**
 * What a person needs to find a disk: "WDC WD20 · WCC4… · slot 3 · 34 °C".
 *
 * @param name stands beside it; what that tells is not told again
 */
export const hardwareWords = ({ model, serial, slot, temperature }: Disk, name = ""): string =>
    [
        ...[model, serial].filter((text) => isText(text) && !name.includes(text.replaceAll(" ", "_"))),
        slot && slotWords(slot.name),
        temperature === undefined ? "" : unbroken(format(_("$0 °C"), Math.round(temperature))),
    ]
        .filter(isText)
        .join(" · ");

/** Enclosures call their slots "3", "Slot 03", "ArrayDevice03" or as they like. */
const slotWords = (name: string): string => (/^\d+$/.test(name) ? format(_("slot $0"), name) : name);
