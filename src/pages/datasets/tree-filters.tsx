import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";

import { _, format } from "../../i18n.ts";
import { changeDatasetView, noFilter } from "../../store/dataset-view.ts";
import type { DatasetView } from "../../store/dataset-view.ts";
import { CheckMenu } from "../../ui/check-menu.tsx";
import { FilterRow } from "../../ui/filter-row.tsx";
import { datasetTraits, isEmptyFilter } from "../../zfs/dataset-traits.ts";
import type { DatasetFilter, DatasetTrait } from "../../zfs/dataset-traits.ts";

import { columnKeys, columnTitle, traitWord, usualColumns } from "./column-words.ts";
import type { ColumnKey } from "./column-words.ts";

interface TreeFiltersProps {
    readonly filter: DatasetFilter;
    readonly columns: DatasetView["columns"];
    readonly onFilter: (filter: DatasetFilter) => void;
}

/** Which datasets are shown, and what of them. */
export const TreeFilters = ({ filter, columns, onFilter }: TreeFiltersProps) => {
    const chosen = columnKeys.filter((key) => (columns ?? usualColumns).includes(key));
    return (
        <FilterRow
            label={_("Search by name")}
            text={filter.text}
            onText={(text) => onFilter({ ...filter, text })}
        >
            <CheckMenu<DatasetTrait>
                label={
                    filter.traits.length > 0 ? format(_("Filters ($0)"), filter.traits.length) : _("Filters")
                }
                groups={[
                    {
                        title: _("Show only"),
                        ticks: datasetTraits.map((id) => ({ id, title: traitWord(id) })),
                    },
                ]}
                chosen={filter.traits}
                onChange={(traits) => onFilter({ ...filter, traits })}
            />
            <CheckMenu<ColumnKey>
                label={_("Columns")}
                groups={[
                    {
                        title: _("Beside the name"),
                        ticks: columnKeys.map((id) => ({ id, title: columnTitle(id) })),
                    },
                ]}
                chosen={chosen}
                onChange={(keys) => changeDatasetView({ columns: keys })}
            />
            {isEmptyFilter(filter) ? (
                <>
                    <FoldButton base="open" title={_("Expand all")} />
                    <FoldButton base="closed" title={_("Collapse all")} />
                </>
            ) : (
                <Button variant="link" onClick={() => onFilter(noFilter)}>
                    {_("Clear filters")}
                </Button>
            )}
        </FilterRow>
    );
};

const FoldButton = ({ base, title }: { readonly base: "open" | "closed"; readonly title: string }) => (
    <Button variant="link" onClick={() => changeDatasetView({ folds: { base, toggled: new Set() } })}>
        {title}
    </Button>
);
