import { useId, useState } from "react";
import type { ReactNode } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { useSettled } from "../../ui/use-settled.ts";
import { checkUserPropertyName } from "../../zfs/names.ts";
import { checkValue, userProperty } from "../../zfs/settable.ts";
import { useValueChange } from "../change/use-value-change.ts";
import { nameProblemText } from "../name-text.ts";

import type { PropertySubject } from "./property-dialog.tsx";
import { PropertyField } from "./property-field.tsx";
import { valueProblemText } from "./property-text.ts";

interface UserPropertyDialogProps {
    readonly subject: PropertySubject;
    /** What becomes of others when a property of this name is set. */
    readonly effectOf?: ((name: string) => ReactNode) | undefined;
}

/**
 * Notes something on a pool, a device or a dataset, under a name of the person's own. What ZFS has against it stands
 * at the value.
 */
export const UserPropertyDialog = ({ subject, effectOf }: UserPropertyDialogProps) => {
    const [name, setName] = useState("");
    const [value, setValue] = useState("");
    const [nameField, valueField] = [useId(), useId()];
    const nameProblem = name === "" ? undefined : checkUserPropertyName(name);
    const typed = useSettled(name);
    const settable = userProperty(subject.owner, name);
    const problem = checkValue(settable, value);
    const isReady = name !== "" && value !== "" && nameProblem === undefined && problem === undefined;
    const { refusal, ...change } = useValueChange(
        isReady ? subject.build(name, value) : undefined,
        // ZFS may have something against the name, too
        `${name}=${value}`,
    );
    return (
        <FormDialog
            {...change}
            title={format(_("Add a user property to $0"), subject.name)}
            action={_("Set")}
            isReady={isReady}
            focus={nameField}
        >
            <TextField
                id={nameField}
                label={_("Name")}
                value={name}
                placeholder="org.example:note"
                help={_("Small letters with a colon: your domain, backwards, and what it is about.")}
                problem={nameProblem && nameProblemText(nameProblem)}
                onValue={setName}
            />
            <PropertyField
                id={valueField}
                settable={settable}
                label={_("Value")}
                value={value}
                problem={problem ? valueProblemText(problem) : refusal}
                onValue={setValue}
            />
            {name !== "" && nameProblem === undefined && typed === name && effectOf?.(name)}
        </FormDialog>
    );
};
