// The space of datasets in words.
import { _, format } from "../../i18n.ts";
import { formatList, formatPercent } from "../../ui/dates.ts";
import { spaceParts } from "../../zfs/dataset-space.ts";
import type { QuotaUse, SpaceKind } from "../../zfs/dataset-space.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { formatSize } from "../../zfs/size.ts";

/** What a part of a dataset's space is. */
export function spaceKindWord(kind: SpaceKind): string {
    switch (kind) {
        case "data":
            return _("Data");
        case "snapshots":
            return _("Snapshots");
        case "children":
            return _("Datasets in it");
        case "reservation":
            return _("Reserved, not written");
    }
}

/** "6.1 GiB used. Data: 4 GiB, Snapshots: 2.1 GiB": all that its bar shows. */
export function spaceText(dataset: Dataset): string {
    if (dataset.used === undefined) return _("Its space is not known");
    const parts = spaceParts(dataset).filter(({ bytes }) => bytes > 0n);
    const used = format(_("$0 used"), formatSize(dataset.used));
    if (parts.length === 0) return used;
    return format(
        _("$0. $1"),
        used,
        formatList(
            parts.map(({ kind, bytes }) => format(_("$0: $1"), spaceKindWord(kind), formatSize(bytes))),
        ),
    );
}

/** "Quota 94% full" */
export const quotaText = ({ property, percent }: QuotaUse): string =>
    property === "quota"
        ? format(_("Quota $0 full"), formatPercent(percent))
        : format(_("Refquota $0 full"), formatPercent(percent));
