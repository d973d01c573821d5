// What is wrong with the name that a dataset is to get, in words.
import { _, format } from "../../i18n.ts";
import type { ParentProblem } from "../../zfs/dataset-draft.ts";
import type { MoveProblem } from "../../zfs/dataset-move.ts";
import { nameProblemText } from "../name-text.ts";

/** Says at a field why a dataset cannot have the name in it. */
export function newNameText(problem: MoveProblem): string {
    switch (problem.kind) {
        case "taken":
            return _("There is a dataset of this name");
        case "parentMissing":
            return format(_("There is no $0 yet"), problem.parent);
        case "same":
            return _("That is its name now");
        case "otherPool":
            return format(_("It stays in its pool: the name begins with $0/"), problem.pool);
        case "intoItself":
            return _("It cannot lie in itself");
        case "parentIsVolume":
            return parentText("isVolume");
        case "parentIsLocked":
            return format(_("The key of $0 is not loaded"), problem.parent);
        case "leavesEncryptionRoot":
            return format(
                _("It is encrypted with the key of $0, and has to stay in it: ZFS does not move it out."),
                problem.root,
            );
        case "descendantTooLong":
            return format(
                _("$0, which lies in it, would have too long a name: ZFS takes $1 bytes"),
                problem.name,
                problem.limit,
            );
        case "descendantTooDeep":
            return format(
                _("$0, which lies in it, would lie too deep: ZFS takes $1 levels"),
                problem.name,
                problem.limit,
            );
        default:
            return nameProblemText(problem);
    }
}

/** Says at a field why nothing can be created there. */
export function parentText(problem: ParentProblem): string {
    switch (problem) {
        case "noPool":
            return _("There is no dataset of this name");
        case "isVolume":
            return _("A volume holds no datasets");
        case "isLocked":
            return _("Its key is not loaded, and without it nothing can be created there");
    }
}
