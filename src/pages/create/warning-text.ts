// What is unwise about a layout and why, in words.
import { _, format, ngettext } from "../../i18n.ts";
import { formatList } from "../../ui/dates.ts";
import type { PlanWarning } from "../../zfs/layout/warnings.ts";
import { formatSize } from "../../zfs/size.ts";

import { classText, kindText } from "./layout-text.ts";
import { ashiftText } from "./option-text.ts";

/** Says what the layout costs, or puts at risk. */
export function warningText(warning: PlanWarning): string {
    switch (warning.kind) {
        case "noRedundancy":
            return _("Data on single disks has no second copy: one bad disk, and the whole pool is gone.");
        case "singleVital":
            return format(
                _("$0 stands on a single disk: when it fails, the whole pool is lost. Make it a mirror."),
                classText(warning.class),
            );
        case "singleLog":
            return _(
                "The log is not mirrored: when it fails just as the host does, the last seconds of synchronous writes are lost.",
            );
        case "unequalSizes":
            return format(
                _("Disks of one $0 differ in size: $1 of the larger ones are never used."),
                kindText(warning.layout),
                formatSize(warning.wasted),
            );
        case "mixedRedundancy":
            return _("Redundancy is not the same everywhere: the pool is only as safe as its weakest vdev.");
        case "mixedSectors":
            return format(
                _("Disks have sectors of different sizes ($0): the largest decides, for each vdev."),
                warning.sizes.map((size) => formatSize(BigInt(size))).join(", "),
            );
        case "smallAshift":
            return format(
                _(
                    "Disks have sectors of $0, which is more than 2^$1 bytes: writing to them will be slow, and it cannot be changed later.",
                ),
                formatSize(BigInt(warning.sector)),
                warning.ashift,
            );
        case "claimedSectors":
            return format(
                _(
                    "Disks say that their sectors are of $0, and the smallest block (ashift) will be $1 for good. Many say so and write 4 KiB at once: 12 is right for nearly all.",
                ),
                formatSize(1n << BigInt(warning.ashift)),
                warning.ashift,
            );
        case "otherAshift":
            return format(
                _(
                    "ashift would be $0; the pool has $1. That cannot be changed later, may keep devices from being removed again, and ZFS may refuse it.",
                ),
                ashiftText(warning.ashift),
                formatList(warning.present.map(ashiftText)),
            );
        case "wideRaidz":
            return ngettext(
                "A raidz of $0 disk is wide: it has the speed of one disk with small reads, and resilvers for long. Several narrower ones are better.",
                "A raidz of $0 disks is wide: it has the speed of one disk with small reads, and resilvers for long. Several narrower ones are better.",
                warning.width,
            );
        case "largeRaidz1":
            return format(
                _(
                    "Replacing a disk of $0 takes long, and until it is done no other disk of a raidz1 may fail. raidz2 is safer.",
                ),
                formatSize(warning.size),
            );
        case "narrowRaidz":
            return format(
                _("A $0 of so few disks holds no more than a mirror of them, which is faster."),
                kindText(warning.layout),
            );
        case "smallDraid":
            return ngettext(
                "A draid of $0 disk gains little: a raidz with a hot spare can use more of the space.",
                "A draid of $0 disks gains little: a raidz with a hot spare can use more of the space.",
                warning.width,
            );
    }
}
