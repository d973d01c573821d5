// What commands about access are for, in words: rights, limits, and what may be done with a right.
import { _ } from "../../i18n.ts";
import type { AccessPurpose } from "../../zfs/commands/access-purpose.ts";

import { wordsOf } from "./words.ts";
import type { CommandWords } from "./words.ts";

/** The words of a command about access to a dataset. */
export function accessWords({ kind, dataset, subject }: AccessPurpose): CommandWords {
    const words = (summary: string, done: string, failed: string): CommandWords =>
        wordsOf([dataset, subject], summary, done, failed);
    switch (kind) {
        case "delegate":
            if (subject === "everyone")
                return words(
                    _("Delegate permissions on $0 to everyone"),
                    _("Permissions on $0 delegated to everyone"),
                    _("No permissions on $0 were delegated to everyone"),
                );
            return words(
                _("Delegate permissions on $0 to $1"),
                _("Permissions on $0 delegated to $1"),
                _("No permissions on $0 were delegated to $1"),
            );
        case "undelegate":
            if (subject === "everyone")
                return words(
                    _("Take permissions on $0 from everyone"),
                    _("Permissions on $0 taken from everyone"),
                    _("No permissions on $0 were taken from everyone"),
                );
            return words(
                _("Take permissions on $0 from $1"),
                _("Permissions on $0 taken from $1"),
                _("No permissions on $0 were taken from $1"),
            );
        case "defineSet":
            return words(
                _("Put permissions into the set $1 of $0"),
                _("Permissions put into the set $1 of $0"),
                _("The set $1 of $0 was not changed"),
            );
        case "undefineSet":
            return words(
                _("Take permissions out of the set $1 of $0"),
                _("Permissions taken out of the set $1 of $0"),
                _("The set $1 of $0 was not changed"),
            );
        case "setCreateTime":
            return words(
                _("Grant permissions to who creates something in $0"),
                _("Permissions granted to who creates something in $0"),
                _("No permissions were granted to who creates something in $0"),
            );
        case "unsetCreateTime":
            return words(
                _("Take permissions from who creates something in $0"),
                _("Permissions taken from who creates something in $0"),
                _("No permissions were taken from who creates something in $0"),
            );
        case "setLimit":
            return words(_("Set $1 of $0"), _("$1 of $0 set"), _("$1 of $0 was not set"));
        case "takeSnapshot":
            return words(
                _("Take the snapshot $1 of $0"),
                _("Snapshot $1 of $0 taken"),
                _("The snapshot $1 of $0 was not taken"),
            );
    }
}
