import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId } from "react";

import { FieldHelp } from "../../ui/field-help.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { checkDraftValue } from "../../zfs/dataset-draft.ts";
import { draftWords } from "../../zfs/draft-properties.ts";
import type { DraftProperty, Inherited } from "../../zfs/draft-properties.ts";
import type { PropertyRule } from "../../zfs/module.ts";

import { draftHelp, draftProblemText, inheritedText } from "./draft-text.ts";

interface DraftFieldProps {
    readonly property: DraftProperty;
    /** What the module says of it; undefined while that is not known. */
    readonly rule: PropertyRule | undefined;
    /** "" for one that is not set. */
    readonly value: string;
    /** What it will be if it is not set. */
    readonly inherited: Inherited | undefined;
    /** The same in words, where it is another one than the property tells. */
    readonly unset?: string | undefined;
    /** What ZFS said against it. */
    readonly refusal: string | undefined;
    readonly onValue: (value: string) => void;
}

/** A property of a new dataset, which is not set unless the person sets it. */
export const DraftField = (props: DraftFieldProps) => {
    const { property, rule, value, inherited, unset, refusal, onValue } = props;
    const id = useId();
    const { name, values } = property;
    const nothing = unset ?? inheritedText(property, inherited);
    const problem = checkDraftValue(property, value);
    const words = refusal ?? (problem && draftProblemText(problem));
    if (values.kind !== "choice")
        return (
            <TextField
                label={name}
                value={value}
                placeholder={nothing}
                help={draftHelp(property)}
                problem={words}
                onValue={onValue}
            />
        );
    return (
        <FormGroup label={name} fieldId={id}>
            <FormSelect
                id={id}
                value={value}
                aria-describedby={`${id}-help`}
                onChange={(_event, word) => onValue(word)}
            >
                <FormSelectOption value="" label={nothing} />
                {draftWords(property, rule).map((word) => (
                    <FormSelectOption key={word} value={word} label={word} />
                ))}
            </FormSelect>
            <FieldHelp id={`${id}-help`} text={words ?? draftHelp(property)} isError={words !== undefined} />
        </FormGroup>
    );
};
