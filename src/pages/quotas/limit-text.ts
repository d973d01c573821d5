// What the limits of a dataset are, and what is wrong with one, in words.
import { _, format } from "../../i18n.ts";
import type { Limit } from "../../zfs/commands/limit.ts";
import type { LimitProblem, LimitSizeProblem } from "../../zfs/limits.ts";
import { formatSize } from "../../zfs/size.ts";

/** What a limit means. zfsprops(7). */
export function limitText(limit: Limit): string {
    switch (limit) {
        case "quota":
            return _(
                "The most that the dataset may take, with all that lies in it: datasets, snapshots, reservations.",
            );
        case "refquota":
            return _("The most that the dataset itself may hold, without snapshots and what lies in it.");
        case "reservation":
            return _(
                "What is kept free for the dataset and all that lies in it. It counts as used in the datasets above, whether it is used or not.",
            );
        case "refreservation":
            return _(
                "What is kept free for the dataset itself, without snapshots and what lies in it. A snapshot is only taken if there is still as much free beside it.",
            );
    }
}

/** What a limit is compared with. Of what is reserved all may be used, and more besides: that is no limit. */
export function usedText(limit: Limit, used: bigint, of: bigint): string {
    const sizes = [formatSize(used), formatSize(of)] as const;
    const isOwn = limit.startsWith("ref");
    if (used <= of)
        return isOwn
            ? format(_("$0 of $1 in the dataset itself"), ...sizes)
            : format(_("$0 of $1 with all that lies in it"), ...sizes);
    if (limit.endsWith("quota"))
        return isOwn
            ? format(_("$0 in the dataset itself, over the limit of $1"), ...sizes)
            : format(_("$0 with all that lies in it, over the limit of $1"), ...sizes);
    return isOwn
        ? format(_("All of it is used: the dataset itself holds $0"), ...sizes)
        : format(_("All of it is used: $0 with all that lies in it"), ...sizes);
}

/** Why a limit cannot be set. */
export function limitProblemText(problem: LimitProblem, takesAuto: boolean): string {
    if (problem.kind !== "noSize") return limitSizeProblemText(problem);
    return takesAuto ? _("A size such as 10G, none or auto") : _("A size such as 10G, or none");
}

/** Why a size is no limit that ZFS takes. */
export function limitSizeProblemText(problem: LimitSizeProblem): string {
    switch (problem.kind) {
        case "belowUsed":
            return format(_("$0 is used already: ZFS takes no less"), formatSize(problem.least));
        case "belowReservation":
            return format(_("Its $0 is $1: ZFS takes no less"), problem.limit, formatSize(problem.bytes));
        case "aboveQuota":
            return format(_("Its $0 is $1: ZFS takes no more"), problem.limit, formatSize(problem.bytes));
        case "aboveAvailable":
            return format(_("There is not so much: ZFS takes $0 at most"), formatSize(problem.most));
    }
}
