import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useState } from "react";

import { _ } from "../../i18n.ts";
import { FilterChoice, FilterRow } from "../../ui/filter-row.tsx";
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
    const text = filter.text ?? "";
    // the address follows what is typed, a moment later; what it says by itself ("back") counts as typed
    const [typed, setTyped] = useState({ text, address: text });
    if (typed.address !== text) setTyped({ text, address: text });
    const isSet = Object.values(filter).some((value) => value !== undefined);
    return (
        <FilterRow
            label={_("Search in commands and errors")}
            text={typed.text}
            onText={(value) => {
                setTyped({ ...typed, text: value });
                set({ text: value || undefined });
            }}
        >
            <FilterChoice
                label={_("Person")}
                all={_("All persons")}
                value={filter.person}
                values={changes.map(personOf)}
                text={personText}
                onValue={(person) => set({ person })}
            />
            <FilterChoice
                label={_("Outcome")}
                all={_("All outcomes")}
                value={filter.state}
                values={knownStates}
                text={stateWord}
                onValue={(state) => set({ state })}
            />
            <FilterChoice
                label={_("Pool")}
                all={_("All pools")}
                value={filter.pool}
                values={changes.flatMap((change) => change.pools)}
                text={poolName}
                onValue={(pool) => set({ pool })}
            />
            {isSet && (
                <Button variant="link" onClick={() => onFilter({})}>
                    {_("Clear filters")}
                </Button>
            )}
        </FilterRow>
    );
};
