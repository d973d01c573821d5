import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId } from "react";

import { FieldHelp } from "./field-help.tsx";

/** One of a few things that is to be chosen, however it is shown. */
export interface Choice<Value extends string> {
    /** For the focus of a dialog; its own, if not said. */
    readonly id?: string;
    readonly label: string;
    readonly value: Value;
    readonly choices: readonly Value[];
    /** A choice in words. */
    readonly text: (value: Value) => string;
    readonly onValue: (value: Value) => void;
}

interface ChoiceFieldProps<Value extends string> extends Choice<Value> {
    /** What it is for. */
    readonly help?: string | undefined;
}

/** One of a few things in a form. */
export function ChoiceField<Value extends string>(props: ChoiceFieldProps<Value>) {
    const { id, label, value, choices, text, help, onValue } = props;
    const own = useId();
    const field = id ?? own;
    return (
        <FormGroup label={label} fieldId={field}>
            <FormSelect
                id={field}
                value={value}
                {...(help !== undefined && { "aria-describedby": `${field}-help` })}
                onChange={(_event, chosen) => onValue(chosen as Value)}
            >
                {choices.map((one) => (
                    <FormSelectOption key={one} value={one} label={text(one)} />
                ))}
            </FormSelect>
            {help !== undefined && <FieldHelp id={`${field}-help`} text={help} />}
        </FormGroup>
    );
}
