// What is wrong with a name or a folder, in words.
import { _, format } from "../i18n.ts";
import type { NameProblem, PoolNameProblem } from "../zfs/names.ts";

/** Says at a field why a pool cannot have the name in it. */
export const poolNameText = (problem: PoolNameProblem): string =>
    problem.kind === "taken"
        ? _("A pool of this name is imported: choose another one")
        : nameProblemText(problem);

/** Says at a field why ZFS would not take the name in it. */
export function nameProblemText(problem: NameProblem): string {
    switch (problem.kind) {
        case "empty":
            return _("It needs a name");
        case "tooLong":
            return format(_("Too long: ZFS takes $0 bytes"), problem.limit);
        case "invalidCharacter":
            return format(_("ZFS takes no “$0” in a name"), problem.character);
        case "mustBeginWithLetter":
            return _("It has to begin with a letter");
        case "reserved":
            return format(_("“$0” is reserved"), problem.word);
        case "emptyComponent":
            return _("A part between two slashes is empty");
        case "selfReference":
            return _("“.” and “..” are no names");
        case "tooDeep":
            return format(_("Too deep: ZFS takes $0 levels"), problem.limit);
        case "missingColon":
            return _("It needs a colon");
        case "beginsWithDash":
            return _("It must not begin with a dash");
    }
}

/** Says at a field that what is in it is no folder. */
export const noFolder = (): string => _("It has to begin with a slash");
