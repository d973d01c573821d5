// Users, groups and projects, and what is wrong with the name of one, in words.
import { _ } from "../../i18n.ts";
import type { AccountProblem } from "../../zfs/account-quota.ts";
import type { AccountKind } from "../../zfs/space-by.ts";

/** What kind of account it is. */
export function accountKindText(kind: AccountKind): string {
    switch (kind) {
        case "user":
            return _("User");
        case "group":
            return _("Group");
        case "project":
            return _("Project");
    }
}

/** Why nothing can have a quota under a name. */
export function accountProblemText(problem: AccountProblem): string {
    switch (problem.kind) {
        case "noProject":
            return _("A project is a number from 0 to 4294967294");
        case "foreign":
            return _("On Linux ZFS knows users and groups of this host only, none with @");
    }
}

/** What a quota may be. */
export const sizeOrNone = (): string => _("A size such as 10G, or none");
export const countOrNone = (): string => _("A whole number, or none");
