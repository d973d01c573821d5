import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";

import { _, format } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import { LongTextField } from "../../ui/long-text-field.tsx";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import type { Settable } from "../../zfs/settable.ts";

import { choiceText, propertyHelp } from "./property-text.ts";

interface PropertyFieldProps {
    readonly id: string;
    readonly settable: Settable;
    /** What the field is called; the property's name, if not said. */
    readonly label?: string;
    /** What it is for; by its name, if not said. */
    readonly help?: string;
    readonly value: string;
    /** What is wrong with the value. */
    readonly problem: string | undefined;
    /** The default is another value than that of now. */
    readonly hasReset?: boolean;
    readonly onValue: (value: string) => void;
}

/** More words than these are in a list that opens. */
const mostRadios = 8;

/** The value of a property: a choice where there are only some, a text otherwise. */
export const PropertyField = (props: PropertyFieldProps) => {
    const { settable, label = settable.name, help = propertyHelp(settable) } = props;
    const { hasReset = false, onValue } = props;
    return (
        <>
            <Field {...props} label={label} help={help} />
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

type FieldProps = PropertyFieldProps & { readonly label: string; readonly help: string };

const Field = (props: FieldProps) => {
    const { id, settable, label, help, value, problem, onValue } = props;
    const { values } = settable;
    if (values.kind === "choice") {
        const Words = values.words.length > mostRadios ? LongChoice : Choice;
        return <Words {...props} words={values.words} />;
    }
    const Text = values.kind === "text" && values.characters === "any" ? LongTextField : TextField;
    return <Text {...{ id, label, value, problem, onValue }} help={help || undefined} />;
};

type ChoiceProps = FieldProps & { readonly words: readonly string[] };

/** A choice among many words; one that the module does not name stays what it is until another is chosen. */
const LongChoice = ({ id, settable, label, help, value, words, problem, onValue }: ChoiceProps) => (
    <FormGroup label={label} fieldId={id}>
        <FormSelect
            id={id}
            value={value}
            validated={problem === undefined ? "default" : "error"}
            aria-describedby={`${id}-help`}
            onChange={(_event, word) => onValue(word)}
        >
            {[...new Set([...words, value])].map((word) => (
                <FormSelectOption key={word} value={word} label={choiceText(settable, word)} />
            ))}
        </FormSelect>
        <FieldHelp id={`${id}-help`} text={problem ?? help} isError={problem !== undefined} />
    </FormGroup>
);

const Choice = ({ id, settable, label, help, value, words, problem, onValue }: ChoiceProps) => (
    <RadioField
        id={id}
        label={label}
        value={value}
        choices={words}
        text={(word) => choiceText(settable, word)}
        help={<FieldHelp text={problem ?? help} isError={problem !== undefined} />}
        onValue={onValue}
    />
);
