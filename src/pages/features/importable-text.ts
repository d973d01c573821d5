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
            return format(
                importable.missing.length === 1 ? _("Until $0 is used") : _("Until one of these is used: $0"),
                formatNames(importable.missing),
            );
        case "readOnly":
            return format(_("Read-only; it lacks $0"), formatNames(importable.missing));
        case "no":
            return format(_("No; it lacks $0"), formatNames(importable.missing));
    }
}

/** Whether GRUB 2 can read the pool after a change, and what it lacks. */
export function grubText(importable: Importability): string {
    switch (importable.kind) {
        case "yes":
            return _("grub2 can read it afterwards.");
        case "untilUsed":
            return format(
                importable.missing.length === 1
                    ? _("grub2 can read it afterwards, until $0 is used.")
                    : _("grub2 can read it afterwards, until one of these is used: $0"),
                formatNames(importable.missing),
            );
        case "readOnly":
            return format(
                _("grub2 can read it afterwards, although it lacks $0."),
                formatNames(importable.missing),
            );
        case "no":
            return format(
                _("grub2 cannot read it afterwards: it lacks $0."),
                formatNames(importable.missing),
            );
    }
}
