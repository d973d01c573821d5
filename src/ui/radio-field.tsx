import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";
import { useId } from "react";
import type { ReactNode } from "react";

interface RadioFieldProps<Value extends string> {
    /** Of the choice that is made, for the focus of a dialog; its own, if not said. */
    readonly id?: string;
    readonly label: string;
    readonly value: Value;
    readonly choices: readonly Value[];
    /** A choice in words. */
    readonly text: (value: Value) => string;
    /** Beside each other, where all are short. */
    readonly isInline?: boolean;
    /** What it is for, or what is wrong with it. */
    readonly help?: ReactNode;
    readonly onValue: (value: Value) => void;
}

/** One of a few things in a form, all of them in view. */
export function RadioField<Value extends string>(props: RadioFieldProps<Value>) {
    const { id, label, value, choices, text, isInline = false, help, onValue } = props;
    const own = useId();
    const field = id ?? own;
    return (
        <FormGroup role="radiogroup" label={label} fieldId={field} isInline={isInline} isStack={!isInline}>
            {choices.map((one) => (
                <Radio
                    key={one}
                    id={one === value ? field : `${field}-${one}`}
                    name={field}
                    label={text(one)}
                    isChecked={one === value}
                    onChange={() => onValue(one)}
                />
            ))}
            {help}
        </FormGroup>
    );
}
