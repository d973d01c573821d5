// The columns of the tree of datasets, and what datasets are looked for by, in words.
import { _ } from "../../i18n.ts";
import type { DatasetTrait } from "../../zfs/dataset-traits.ts";

/** Columns that can be chosen, in their order. */
export const columnKeys = [
    "used",
    "space",
    "available",
    "referenced",
    "written",
    "logicalUsed",
    "compressRatio",
    "quota",
    "refquota",
    "reservation",
    "volsize",
    "recordsize",
    "compression",
    "encryption",
    "creation",
    "mountpoint",
    "marks",
] as const;

export type ColumnKey = (typeof columnKeys)[number];

/** Those that are shown as long as nobody has chosen. */
export const usualColumns: readonly ColumnKey[] = ["used", "space", "available", "compressRatio", "marks"];

export function columnTitle(key: ColumnKey): string {
    switch (key) {
        case "used":
            return _("Used");
        case "space":
            return _("Share of used space");
        case "available":
            return _("Available");
        case "referenced":
            return _("Referenced");
        case "written":
            return _("Written");
        case "logicalUsed":
            return _("Logical");
        case "compressRatio":
            return _("Ratio");
        case "quota":
            return _("Quota");
        case "refquota":
            return _("Refquota");
        case "reservation":
            return _("Reservation");
        case "volsize":
            return _("Volume size");
        case "recordsize":
            return _("Record size");
        case "compression":
            return _("Compression");
        case "encryption":
            return _("Encryption");
        case "creation":
            return _("Created");
        case "mountpoint":
            return _("Mountpoint");
        case "marks":
            return _("State");
    }
}

export function traitWord(trait: DatasetTrait): string {
    switch (trait) {
        case "filesystem":
            return _("Filesystems");
        case "volume":
            return _("Volumes");
        case "mounted":
            return _("Mounted");
        case "notMounted":
            return _("Not mounted");
        case "encrypted":
            return _("Encrypted");
        case "locked":
            return _("Locked");
        case "shared":
            return _("Set to be shared");
        case "readonly":
            return _("Read-only");
        case "clone":
            return _("Clones");
        case "tightQuota":
            return _("Quota nearly full");
    }
}
