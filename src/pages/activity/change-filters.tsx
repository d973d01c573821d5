import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useState } from "react";

import { _ } from "../../i18n.ts";
import { personOf } from "../../zfs/audit.ts";
import type { Change, ChangeFilter } from "../../zfs/audit.ts";
import { usePoolNames } from "../use-pool-names.ts";

import { knownStates, personText, stateWord } from "./change-words.ts";

interface ChangeFiltersProps {
    readonly filter: ChangeFilter;
    /** All changes that are known, to choose from the persons and pools in them. */
    readonly changes: readonly Change[];
    readonly onFilter: (filter: ChangeFilter) => void;
}

/** Which changes to show. */
export const ChangeFilters = ({ filter, changes, onFilter }: ChangeFiltersProps) => {
    const poolName = usePoolNames();
    const set = (part: ChangeFilter) => onFilter({ ...filter, ...part });
    const isSet = Object.values(filter).some((value) => value !== undefined);
    return (
        <div className="zfs-filters" role="search">
            <TextFilter text={filter.text ?? ""} onText={(text) => set({ text: text || undefined })} />
            <Choice
                label={_("Person")}
                all={_("All persons")}
                value={filter.person}
                values={distinct(changes.map(personOf))}
                textOf={personText}
                onChoice={(person) => set({ person })}
            />
            <Choice
                label={_("Outcome")}
                all={_("All outcomes")}
                value={filter.state}
                values={knownStates}
                textOf={stateWord}
                onChoice={(state) => set({ state })}
            />
            <Choice
                label={_("Pool")}
                all={_("All pools")}
                value={filter.pool}
                values={distinct(changes.flatMap((change) => change.pools))}
                textOf={poolName}
                onChoice={(pool) => set({ pool })}
            />
            {isSet && (
                <Button variant="link" onClick={() => onFilter({})}>
                    {_("Clear filters")}
                </Button>
            )}
        </div>
    );
};

const distinct = (values: readonly string[]): readonly string[] => [...new Set(values)];

interface TextFilterProps {
    readonly text: string;
    readonly onText: (text: string) => void;
}

const TextFilter = ({ text, onText }: TextFilterProps) => {
    // the address follows what is typed, a moment later; what it says by itself ("back") counts as typed
    const [typed, setTyped] = useState({ text, address: text });
    if (typed.address !== text) setTyped({ text, address: text });
    return (
        <TextInput
            type="search"
            className="zfs-filter-text"
            aria-label={_("Search in commands and errors")}
            placeholder={_("Search in commands and errors")}
            value={typed.text}
            onChange={(_event, value) => {
                setTyped({ ...typed, text: value });
                onText(value);
            }}
        />
    );
};

interface ChoiceProps {
    readonly label: string;
    /** What the choice of none is called. */
    readonly all: string;
    readonly value: string | undefined;
    readonly values: readonly string[];
    readonly textOf: (value: string) => string;
    readonly onChoice: (value: string | undefined) => void;
}

const Choice = ({ label, all, value, values, textOf, onChoice }: ChoiceProps) => (
    <FormSelect
        className="zfs-filter-choice"
        aria-label={label}
        value={value ?? ""}
        onChange={(_event, chosen) => onChoice(chosen || undefined)}
    >
        <FormSelectOption value="" label={all} />
        {distinct([...values, value ?? []].flat()).map((one) => (
            <FormSelectOption key={one} value={one} label={textOf(one)} />
        ))}
    </FormSelect>
);
