import { useDialogs } from "dialogs";

import { readModule } from "../../backend/module.ts";
import { useAnswer } from "../../store/answer.ts";
import { fixedReason, settableOf } from "../../zfs/settable.ts";

import { PropertyDialog } from "./property-dialog.tsx";
import type { PropertySubject } from "./property-dialog.tsx";
import type { PropertyEditing } from "./property-table.tsx";
import { fixedText } from "./property-text.ts";

/**
 * How the properties of a pool or a device are changed, by what the loaded module says of them; while that is not
 * known, none can be.
 *
 * @param obstacle why none can be changed now
 */
export function usePropertyEditing(subject: PropertySubject, obstacle: string | undefined): PropertyEditing {
    const dialogs = useDialogs();
    const facts = useAnswer(readModule, "module");
    const { owner } = subject;
    const rules =
        facts.kind === "ready"
            ? facts.value[owner === "pool" ? "poolProperties" : "vdevProperties"]
            : undefined;
    return {
        offer: (property) => {
            const reason = fixedReason(owner, property.name);
            if (reason) return { reason: fixedText(reason) };
            return settableOf(owner, property, rules?.get(property.name)) && { reason: obstacle };
        },
        edit: (property) => {
            const settable = settableOf(owner, property, rules?.get(property.name));
            if (!settable) return;
            const { value, source } = property;
            dialogs.show(<PropertyDialog {...{ subject, settable, value }} isSet={source === "local"} />);
        },
    };
}
