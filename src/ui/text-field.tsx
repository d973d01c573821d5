import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId } from "react";

import { FieldHelp } from "./field-help.tsx";

interface TextFieldProps {
    /** For the focus of a dialog; its own, if not said. */
    readonly id?: string;
    readonly label: string;
    readonly value: string;
    /** What it is for. */
    readonly help?: string | undefined;
    /** What is wrong with the value; stands in the place of the help. */
    readonly problem?: string | undefined;
    readonly placeholder?: string;
    readonly type?: "text" | "password" | "number" | "date";
    readonly onValue: (value: string) => void;
}

/** One line of text in a form, with what it is for, or what is wrong with it. */
export const TextField = ({ id, label, value, help, problem, onValue, ...props }: TextFieldProps) => {
    const own = useId();
    const field = id ?? own;
    const words = problem ?? help;
    return (
        <FormGroup label={label} fieldId={field}>
            <TextInput
                {...props}
                id={field}
                value={value}
                autoComplete={props.type === "password" ? "new-password" : "off"}
                spellCheck={false}
                validated={problem === undefined ? "default" : "error"}
                {...(words !== undefined && { "aria-describedby": `${field}-help` })}
                onChange={(_event, text) => onValue(text)}
            />
            {words !== undefined && (
                <FieldHelp id={`${field}-help`} isError={problem !== undefined} text={words} />
            )}
        </FormGroup>
    );
};
