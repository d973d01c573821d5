// What the properties are that can be set here, and what is wrong with a value, in words.
import { _, format } from "../../i18n.ts";
import type { Settable, ValueProblem } from "../../zfs/settable.ts";

/** What a property is for; zpoolprops(7). */
export function propertyHelp({ name, values }: Settable): string {
    switch (name) {
        case "comment":
            return format(
                _(
                    "Up to $0 letters, digits and signs (ASCII). It can be read even when the pool is faulted.",
                ),
                values.kind === "text" ? values.limit : "",
            );
        case "autotrim":
            return _(
                "Tells SSDs and thin volumes which space is free as soon as it is. A regular trim does it better, but only now and then.",
            );
        default:
            return "";
    }
}

/** Why ZFS would not take a value. */
export function valueProblemText(problem: ValueProblem): string {
    switch (problem.kind) {
        case "tooLong":
            return format(_("$0 characters are too long: ZFS takes $1"), problem.length, problem.limit);
        case "invalidCharacter":
            return format(
                _("ZFS takes no “$0” here: only letters without accents, digits and signs"),
                problem.character,
            );
    }
}
