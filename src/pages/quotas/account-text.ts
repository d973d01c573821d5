// Users, groups and projects, in words.
import { _ } from "../../i18n.ts";
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

/** What a project is called. */
export const projectText = (): string => _("A project is a number from 0 to 4294967294");

/** What a quota may be. */
export const sizeOrNone = (): string => _("A size such as 10G, or none");
export const countOrNone = (): string => _("A whole number, or none");
