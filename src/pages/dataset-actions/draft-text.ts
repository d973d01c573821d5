// The properties of a new dataset, and what is wrong with a value, in words.
import { _, format } from "../../i18n.ts";
import type { DraftProblem } from "../../zfs/dataset-draft.ts";
import type { DraftProperty, Inherited } from "../../zfs/draft-properties.ts";
import type { Padding } from "../../zfs/raidz-padding.ts";
import { exactBytes, formatSize } from "../../zfs/size.ts";
import { datasetPropertyHelp } from "../dataset-properties/catalog.ts";

/** What a property is for. */
export function draftHelp({ name, isOnce }: DraftProperty): string {
    const help = helpOf(name);
    return isOnce ? format(_("$0 It cannot be changed later."), help) : help;
}

function helpOf(name: string): string {
    switch (name) {
        case "volblocksize":
            return _("The size of its blocks, a power of 2 such as 16K.");
        case "mountpoint":
            return _("A folder such as /srv/films, or none, or legacy for mount(8).");
        case "compression":
            return _("How what is written is compressed.");
        case "recordsize":
            return _(
                "The largest block of a file, a power of 2: 1M for large files, 16K for many databases.",
            );
        case "quota":
            return _("How much it may take with all that lies in it, such as 100G.");
        case "refquota":
            return _("How much it may take alone, without snapshots and what lies in it.");
        case "reservation":
            return _("What is kept free for it and what lies in it.");
        case "atime":
            return _("Whether files keep when they were read.");
        case "canmount":
            return _(
                "“noauto” mounts it only when it is asked for, “off” never: it only hands down properties.",
            );
        case "readonly":
            return _("Whether it can be changed.");
        case "sync":
            return _("“disabled” answers before data is on the disks: a crash loses the last seconds.");
        case "xattr":
            return _("Where extended attributes are kept: “sa” finds them at once.");
        case "acltype":
            return _("“posix” for access lists as other Linux file systems have them.");
        case "casesensitivity":
            return _("“insensitive” for programs that expect the names of Windows or macOS.");
        case "normalization":
            return _(
                "How names with accents are compared; another one than “none” takes names in UTF-8 only.",
            );
        case "utf8only":
            return _("Whether names that are no UTF-8 are refused; with normalization they always are.");
        default:
            return datasetPropertyHelp(name);
    }
}

/** The value that a property will have if it is not set, and whence. */
export function inheritedText(property: DraftProperty, inherited: Inherited | undefined): string {
    if (!property.isInherited) return ownDefault(property);
    if (!inherited) return _("inherit");
    const { from, value = "-" } = inherited;
    const shown = valueText(property, value);
    if (from === undefined) return format(_("default: $0"), shown);
    return property.isOnce
        ? format(_("as $1: $0"), shown, from)
        : format(_("inherit: $0 from $1"), shown, from);
}

function ownDefault({ name }: DraftProperty): string {
    if (name === "canmount") return format(_("default: $0"), "on");
    return name === "volblocksize" ? _("default") : _("none");
}

function valueText({ values }: DraftProperty, value: string): string {
    const bytes = values.kind === "size" ? exactBytes(value) : undefined;
    return bytes === undefined ? value : formatSize(bytes);
}

/** Why a value is not taken. */
export function draftProblemText(problem: DraftProblem): string {
    switch (problem.kind) {
        case "noSize":
            return _("A size such as 10G");
        case "noPath":
            return _("It has to begin with a slash, or be none or legacy");
        case "noBlockSize":
            return _("A power of 2, such as 16K or 128K");
        case "noMultiple":
            return format(
                _("It has to be a multiple of $0: the next one is $1 bytes"),
                formatSize(problem.block),
                String(problem.next),
            );
        case "noRoom":
            return format(
                _("Only $0 are free there: make it smaller, or do not reserve its space"),
                formatSize(problem.available),
            );
    }
}

/**
 * What blocks cost on a raidz.
 *
 * @param block bytes
 */
export const paddingText = ({ vdev, disks, factor, better }: Padding, block: bigint): string =>
    format(
        _(
            "On $0 of $1 disks, blocks of $2 take about $3 times the space that ZFS reckons with, since parity and padding are counted in whole sectors (of 4 KiB). Blocks of $4 or more do not.",
        ),
        vdev,
        disks,
        formatSize(block),
        factor.toFixed(1),
        formatSize(better),
    );
