import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { Radio } from "@patternfly/react-core/dist/esm/components/Radio/index.js";

import { _, format } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Settable } from "../../zfs/settable.ts";

import { choiceText, propertyHelp } from "./property-text.ts";

interface PropertyFieldProps {
    readonly id: string;
    readonly settable: Settable;
    /** What the field is called; the property's name, if not said. */
    readonly label?: string;
    readonly value: string;
    /** What is wrong with the value. */
    readonly problem: string | undefined;
    /** The default is another value than that of now. */
    readonly hasReset?: boolean;
    readonly onValue: (value: string) => void;
}

/** The value of a property: a choice where there are only some, a text otherwise. */
export const PropertyField = (props: PropertyFieldProps) => {
    const { id, settable, label = settable.name, value, problem, hasReset = false, onValue } = props;
    return (
        <>
            {settable.values.kind === "choice" ? (
                <Choice {...props} words={settable.values.words} />
            ) : (
                <TextField
                    {...{ id, label, value, problem, onValue }}
                    help={propertyHelp(settable) || undefined}
                />
            )}
            {hasReset && (
                <div>
                    <Button variant="link" isInline onClick={() => onValue(settable.reset)}>
                        {format(_("Use the default: $0"), choiceText(settable, settable.reset))}
                    </Button>
                </div>
            )}
        </>
    );
};

const Choice = ({
    id,
    settable,
    value,
    words,
    problem,
    onValue,
}: PropertyFieldProps & { readonly words: readonly string[] }) => (
    <FormGroup role="radiogroup" label={settable.name} fieldId={id} isStack>
        {words.map((word) => (
            <Radio
                key={word}
                id={word === value ? id : `${id}-${word}`}
                name={id}
                label={choiceText(settable, word)}
                isChecked={word === value}
                onChange={() => onValue(word)}
            />
        ))}
        <FieldHelp text={problem ?? propertyHelp(settable)} isError={problem !== undefined} />
    </FormGroup>
);
