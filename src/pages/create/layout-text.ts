// Layouts of disks, in words. The terms are those of zpoolconcepts(7).
import { _, format, ngettext } from "../../i18n.ts";
import type { PartProblem } from "../../zfs/layout/draft.ts";
import { isDraid, parityOfKind } from "../../zfs/layout/plan.ts";
import type { LayoutKind, PlannedVdev, VdevClass } from "../../zfs/layout/plan.ts";
import type { Endurance, Survival } from "../../zfs/layout/survival.ts";

/** The name of a class. */
export function classText(vdevClass: VdevClass): string {
    switch (vdevClass) {
        case "data":
            return _("Data");
        case "special":
            return _("Special");
        case "dedup":
            return _("Dedup");
        case "log":
            return _("Log");
        case "cache":
            return _("Cache");
        case "spare":
            return _("Spare");
    }
}

/** What a class is for. */
export function classHelp(vdevClass: VdevClass): string {
    switch (vdevClass) {
        case "data":
            return _("Files and volumes");
        case "special":
            return _("Metadata and small blocks, on faster disks; without it the pool is lost");
        case "dedup":
            return _("The table of deduplication, on faster disks; without it the pool is lost");
        case "log":
            return _("Makes synchronous writes fast, as of databases, NFS and virtual machines");
        case "cache":
            return _("Keeps what is read often on a faster disk; it may fail at any time");
        case "spare":
            return _("Takes the place of a disk that fails");
    }
}

/** The name of a kind, as zpool has it. */
export const kindText = (kind: LayoutKind): string =>
    kind === "stripe" ? _("single disks") : kind === "mirror" ? _("mirror") : kind;

/** What a kind means. */
export function kindHelp(kind: LayoutKind): string {
    const parity = parityOfKind(kind);
    if (isDraid(kind))
        return format(_("Like raidz$0, with spares spread over all disks: for very many disks"), parity);
    switch (kind) {
        case "stripe":
            return _("All of the space, no redundancy");
        case "mirror":
            return _("Copies: the fastest, above all with many small reads");
        default:
            return ngettext(
                "The space of $0 disk of each vdev for parity",
                "The space of $0 disks of each vdev for parity",
                parity,
            );
    }
}

/** What is wrong with a part of the layout. */
export function partProblemText(problem: PartProblem): string {
    switch (problem.kind) {
        case "tooFew":
            return ngettext("It needs at least $0 disk", "It needs at least $0 disks", problem.least);
        case "noCount":
            return _("Groups and spares are whole numbers of disks");
        case "draidTooLarge":
            return _("Data, parity and spares are more than the disks: take less");
    }
}

/** "raidz2 of 6 disks" */
export const vdevText = ({ kind, disks }: Pick<PlannedVdev, "kind" | "disks">): string =>
    kind === "stripe"
        ? _("single disk")
        : ngettext("$1 of $0 disk", "$1 of $0 disks", disks.length, kindText(kind));

/** What a width comes to: "3 × mirror of 2 disks, 1 disk left over". */
export function widthText(kind: LayoutKind, width: number, count: number): string {
    const groups = ngettext(
        "$1 × $2 of $0 disk",
        "$1 × $2 of $0 disks",
        width,
        Math.floor(count / width),
        kindText(kind),
    );
    const left = count % width;
    return left === 0 ? groups : `${groups}, ${ngettext("$0 disk left over", "$0 disks left over", left)}`;
}

/** Which disks may fail, as sentences. */
export function survivalText({ any, most, each }: Survival): readonly string[] {
    const sentences =
        any === 0
            ? [_("The pool is lost when a single disk fails.")]
            : [
                  ngettext(
                      "Survives the failure of any $0 disk.",
                      "Survives the failure of any $0 disks.",
                      any,
                  ),
              ];
    return most > any
        ? [...sentences, format(_("At most $0: $1."), most, each.map(enduranceText).join(", "))]
        : sentences;
}

/** How fast such vdevs are, and what it takes to bring a disk of theirs back. zpoolconcepts(7) */
export function paceText({ kind, draid }: Pick<PlannedVdev, "kind" | "draid">): string {
    if (isDraid(kind))
        return draid && draid.spares > 0
            ? format(
                  _(
                      "With small reads each group of a $0 is about as fast as one disk. A rebuild fills spares spread over all disks, which is fast; a scrub follows.",
                  ),
                  kind,
              )
            : format(
                  _(
                      "With small reads each group of a $0 is about as fast as one disk. Without spares a rebuild waits for another disk.",
                  ),
                  kind,
              );
    switch (kind) {
        case "stripe":
            return _("Single disks share reads and writes. What one of them loses no resilver brings back.");
        case "mirror":
            return _(
                "All disks of a mirror serve reads. A resilver copies only what is in use, from one disk to another, and is quick.",
            );
        default:
            return format(
                _(
                    "With small reads each $0 is about as fast as one disk. A resilver reads from all its other disks, and takes longer than that of a mirror.",
                ),
                kind,
            );
    }
}

/** "1 disk in each of 3 mirrors" */
function enduranceText({ class: vdevClass, kind, count, tolerates }: Endurance): string {
    const name = vdevClass === "data" ? kindText(kind) : `${classText(vdevClass)} ${kindText(kind)}`;
    if (tolerates === 0) return format(_("none of $0"), name);
    const disks = ngettext("$0 disk", "$0 disks", tolerates);
    return count === 1
        ? format(_("$0 of $1"), disks, name)
        : format(_("$0 in each of $1 × $2"), disks, count, name);
}
