import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import type { ReactNode } from "react";

interface FilterRowProps {
    /** What is searched, and in what. */
    readonly label: string;
    readonly text: string;
    readonly onText: (text: string) => void;
    /** What else there is to choose, and what can be done. */
    readonly children?: ReactNode;
}

/** Above a list: what of it is shown. */
export const FilterRow = ({ label, text, onText, children }: FilterRowProps) => (
    <div className="zfs-filters" role="search">
        <TextInput
            type="search"
            className="zfs-filter-text"
            aria-label={label}
            placeholder={label}
            value={text}
            onChange={(_event, value) => onText(value)}
        />
        {children}
    </div>
);

interface FilterChoiceProps<Value extends string> {
    readonly label: string;
    /** What the choice of none is called. */
    readonly all: string;
    readonly value: Value | undefined;
    /** What can be chosen, besides what is. */
    readonly values: readonly Value[];
    /** A value in words. */
    readonly text: (value: Value) => string;
    readonly onValue: (value: Value | undefined) => void;
}

/** Narrows a list to what has one of a few values. */
export function FilterChoice<Value extends string>(props: FilterChoiceProps<Value>) {
    const { label, all, value, values, text, onValue } = props;
    const offered = [...new Set(value === undefined ? values : [...values, value])];
    return (
        <FormSelect
            className="zfs-filter-choice"
            aria-label={label}
            value={value ?? ""}
            onChange={(_event, chosen) => onValue(offered.find((one) => one === chosen))}
        >
            <FormSelectOption value="" label={all} />
            {offered.map((one) => (
                <FormSelectOption key={one} value={one} label={text(one)} />
            ))}
        </FormSelect>
    );
}
