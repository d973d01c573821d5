// Values of properties of datasets and where they are from, in words.
import { _, format } from "../../i18n.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { countsBytes, plainValue } from "../../zfs/dataset-settable.ts";
import type { DatasetFixedReason } from "../../zfs/dataset-settable.ts";
import type { DatasetValueProblem } from "../../zfs/dataset-values.ts";
import type { PropertyRule } from "../../zfs/module.ts";
import { exactBytes, formatSize } from "../../zfs/size.ts";
import { valueProblemText } from "../properties/property-text.ts";
import { limitSizeProblemText } from "../quotas/limit-text.ts";

/** Characters of a value that a row shows; all of it is on hover, and where it is set. */
const longest = 300;

/** A value for people, by what the module says of its property. */
export function datasetValueText(value: string, rule: PropertyRule | undefined): string {
    const number = exactBytes(value);
    if (rule?.type !== "number" || number === undefined) {
        if (rule?.values.startsWith("<1.00x") && value !== "") return format(_("${0}x"), value);
        return value.length > longest ? `${value.slice(0, longest)}…` : value;
    }
    const plain = plainValue(rule, value);
    if (plain !== value) return plain;
    if (countsBytes(rule.values)) return formatSize(number);
    return rule.values === "<date>" ? absoluteTime(Number(number)) : value;
}

/** Why a property has no pencil that could be pressed. */
export function datasetFixedText(reason: DatasetFixedReason): string {
    switch (reason) {
        case "creationOnly":
            return _("Only at creation: it cannot be changed later");
        case "keyOnly":
            return _("It is changed together with the key");
        case "upgradeOnly":
            return _("An upgrade of the filesystem raises it");
        case "encryptionRootOnly":
            return _("Only an encryption root has a key of its own");
    }
}

/** Why ZFS would not take a value. */
export function datasetProblemText(problem: DatasetValueProblem): string {
    switch (problem.kind) {
        case "noPowerOf2":
            return format(
                _("A power of two from $0 to $1, such as 128K"),
                formatSize(problem.least),
                formatSize(problem.most),
            );
        case "noMultiple":
            return format(_("A multiple of the block size, $0"), formatSize(problem.block));
        case "belowUsed":
        case "belowReservation":
        case "aboveQuota":
        case "aboveAvailable":
            return limitSizeProblemText(problem);
        case "noMountpoint":
            return _("An absolute path, none, or legacy");
        case "onePlace":
            return _("Several cannot be at one place: only none or legacy for all of them, or inherit it");
        case "noKeyLocation":
            return _("prompt, or an address that begins with file:///, https:// or http://");
        case "noValue":
            return _("A value");
        default:
            return valueProblemText(problem);
    }
}
