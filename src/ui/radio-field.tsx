import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";
import { useId } from "react";
import type { ReactNode } from "react";

import type { Choice } from "./choice-field.tsx";

interface RadioFieldProps<Value extends string> extends Choice<Value> {
    /** Beside each other, where all are short. */
    readonly isInline?: boolean;
    /** What it is for, or what is wrong with it. */
    readonly help?: ReactNode;
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
                    // the focus of a dialog goes to the choice that is made
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
