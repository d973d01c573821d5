import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextArea } from "@patternfly/react-core/dist/esm/components/TextArea/index.js";

import { FieldHelp } from "./field-help.tsx";

interface LongTextFieldProps {
    readonly id: string;
    readonly label: string;
    readonly value: string;
    /** What it is for. */
    readonly help?: string | undefined;
    /** What is wrong with the value; stands in the place of the help. */
    readonly problem?: string | undefined;
    readonly onValue: (value: string) => void;
}

/** Text of any number of lines in a form, which a field of one line would join without a word. */
export const LongTextField = ({ id, label, value, help, problem, onValue }: LongTextFieldProps) => {
    const words = problem ?? help;
    return (
        <FormGroup label={label} fieldId={id}>
            <TextArea
                id={id}
                value={value}
                spellCheck={false}
                autoResize
                resizeOrientation="vertical"
                validated={problem === undefined ? "default" : "error"}
                {...(words !== undefined && { "aria-describedby": `${id}-help` })}
                onChange={(_event, text) => onValue(text)}
            />
            {words !== undefined && (
                <FieldHelp id={`${id}-help`} isError={problem !== undefined} text={words} />
            )}
        </FormGroup>
    );
};
