// Which systems can import a pool, in words.
import { _, format } from "../../i18n.ts";
import { formatNames } from "../../ui/dates.ts";
import type { Importability } from "../../zfs/compatibility.ts";

/** Whether a system can import the pool, and what it lacks. */
export function importableText(importable: Importability): string {
    switch (importable.kind) {
        case "yes":
            return _("Yes");
        case "untilUsed":
            return format(_("Until one of these is used: $0"), formatNames(importable.missing));
        case "readOnly":
            return format(_("Read-only; it lacks $0"), formatNames(importable.missing));
        case "no":
            return format(_("No; it lacks $0"), formatNames(importable.missing));
    }
}
