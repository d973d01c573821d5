// What can be set for a new pool, in words.
import { _, format } from "../../i18n.ts";
import { unbroken } from "../../ui/unbroken.ts";
import type { AccessTimes, Compression, Setting } from "../../zfs/pool-options.ts";
import { formatSize } from "../../zfs/size.ts";
import { keySettingText } from "../keys/key-text.ts";

/** A choice of compression. */
export function compressionText(compression: Compression): string {
    switch (compression) {
        case "lz4":
            return _("lz4: fast, and gives up early where it gains nothing");
        case "zstd":
            return _("zstd: smaller, for more work of the processor");
        case "off":
            return _("off");
    }
}

/** A choice of access times. */
export function accessTimesText(times: AccessTimes): string {
    switch (times) {
        case "off":
            return _("Never: reading writes nothing");
        case "relatime":
            return _("About once a day (relatime), as other file systems do");
        case "on":
            return _("At every read: each read is a write, too");
    }
}

/** An ashift with the size of the smallest block that it stands for. */
export const ashiftText = (ashift: number): string =>
    format(_("$0 ($1)"), ashift, formatSize(1n << BigInt(ashift)));

/** The sizes of the smallest blocks that ZFS takes by itself. */
export const autoAshiftText = (ashifts: readonly (number | undefined)[]): string => {
    const known = ashifts.filter((one) => one !== undefined);
    return known.length < ashifts.length
        ? _("As the disks say; not all of them tell it")
        : format(
              _("As the disks say, which is $0"),
              known.map((one) => unbroken(ashiftText(one))).join(", "),
          );
};

/** What it means that a property is set to a value. */
export function settingText([property, value]: Setting): string {
    switch (property) {
        case "ashift":
            return _("The size of the smallest block, for the disks of today; it cannot be changed later.");
        case "autotrim":
            return _("Solid-state disks are told at once what is free.");
        case "compatibility":
            return _("Only features that the named systems can read are enabled.");
        case "compression":
            return value === "off"
                ? _("Nothing is compressed.")
                : _("What is written from now on is compressed; every dataset can have its own.");
        case "atime":
            return value === "off"
                ? _("When a file was read is not kept, so reading writes nothing.")
                : _("When a file was read is kept.");
        case "relatime":
            return value === "on"
                ? _("But only about once a day, or when the file has changed since.")
                : _("At every read.");
        case "xattr":
            return _("Extended attributes stand with the file, where they are found at once.");
        case "acltype":
            return _("Access lists as other Linux file systems have them.");
        default:
            return keySettingText(property, value);
    }
}
