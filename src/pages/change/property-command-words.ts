// What commands about properties of datasets are for, in words.
import { _, ngettext } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import type { PropertyPurpose } from "../../zfs/commands/property-purpose.ts";

import { wordsOf } from "./words.ts";
import type { CommandWords } from "./words.ts";

/** The words of a command about properties of datasets. */
export function propertyWords({ kind, properties, datasets }: PropertyPurpose): CommandWords {
    const [first = ""] = datasets;
    const what = datasets.length === 1 ? first : ngettext("$0 dataset", "$0 datasets", datasets.length);
    const words = (summary: string, done: string, failed: string): CommandWords =>
        wordsOf([formatNames(properties), what], summary, done, failed);
    switch (kind) {
        case "setProperties":
            return words(_("Set $0 of $1"), _("$0 of $1 set"), _("$0 of $1 was not set"));
        case "inheritProperty":
            return words(_("Inherit $0 of $1"), _("$0 of $1 inherited"), _("$0 of $1 was not inherited"));
        case "revertProperty":
            return words(
                _("Set $0 of $1 back to what was received"),
                _("$0 of $1 is what was received"),
                _("$0 of $1 was not set back to what was received"),
            );
    }
}
