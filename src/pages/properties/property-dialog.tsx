// PROPERTIES of pools and of devices, which are set in the same way. Which there are, what they may hold and what they
// are by default is what the loaded module says of them (zfs/settable.ts), so the page fits every release; our own is
// only what they are for, in property-text.ts.
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import type { Command } from "../../zfs/commands/command.ts";
import { checkValue, valueToSet } from "../../zfs/settable.ts";
import type { Settable } from "../../zfs/settable.ts";
import { useValueChange } from "../change/use-value-change.ts";

import { PropertyField } from "./property-field.tsx";
import { valueProblemText } from "./property-text.ts";

/** Whose properties are set. */
export interface PropertySubject {
    readonly owner: Settable["owner"];
    /** What it is called. */
    readonly name: string;
    readonly build: (property: string, value: string) => Command;
}

interface PropertyDialogProps {
    readonly subject: PropertySubject;
    readonly settable: Settable;
    /** What it is now; undefined when nothing is set. */
    readonly value: string | undefined;
    /** It was set, so that it can be set back to its default. */
    readonly isSet: boolean;
}

/** Sets one property of a pool or of a device. What ZFS has against a value stands at its field. */
export const PropertyDialog = ({ subject, settable, value: current, isSet }: PropertyDialogProps) => {
    const before = current ?? wordOfNothing(settable);
    const [value, setValue] = useState(before);
    const field = useId();
    const problem = checkValue(settable, value);
    const isReady = problem === undefined && value !== before;
    const { refusal, ...change } = useValueChange(
        isReady ? subject.build(settable.name, valueToSet(settable, value)) : undefined,
        value,
    );
    return (
        <FormDialog
            {...change}
            title={format(_("Set $0 of $1"), settable.name, subject.name)}
            action={_("Set")}
            isReady={isReady}
            focus={field}
        >
            <PropertyField
                id={field}
                settable={settable}
                value={value}
                problem={problem ? valueProblemText(problem) : refusal}
                hasReset={isSet && before !== settable.reset}
                onValue={setValue}
            />
        </FormDialog>
    );
};

/** What stands for a property that is not set: the word by which it is unset. */
const wordOfNothing = ({ values }: Settable): string =>
    values.kind === "number" ? (values.words[0] ?? "") : "";
