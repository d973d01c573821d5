import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { useCallback, useMemo, useState } from "react";

import { goTo } from "../../backend/session.ts";
import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { changeDatasetView, datasetView, noFilter } from "../../store/dataset-view.ts";
import { useStore } from "../../store/hooks.ts";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import type { DatasetFilter } from "../../zfs/dataset-traits.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { BatchActions } from "../dataset-actions/dataset-menu.tsx";

import { ChoiceContext, ShownContext, newChoice, tickOf, toggleChoice } from "./choice.tsx";
import type { Choice } from "./choice.tsx";
import { usualColumns } from "./column-words.ts";
import { datasetColumns } from "./dataset-columns.tsx";
import type { DatasetRow } from "./dataset-columns.tsx";
import { itemDatasets, itemName } from "./dataset-nodes.ts";
import { SpaceLegend } from "./space-bar.tsx";
import { TreeFilters } from "./tree-filters.tsx";
import { useTreeRows } from "./use-tree-rows.ts";

interface DatasetTreeProps {
    /** All datasets: what is in `root` is found among them. */
    readonly datasets: readonly Dataset[];
    /** The dataset whose content is shown; all pools without. */
    readonly root?: string;
    /** What the datasets are, for those who cannot see where the table stands. */
    readonly label: string;
}

/** Datasets as a tree in which they are looked for, compared and chosen. */
export const DatasetTree = ({ datasets, root, label }: DatasetTreeProps) => {
    const view = useStore(datasetView);
    const [choice] = useState(newChoice);
    // what is looked for among all is not looked for in one
    const [ownFilter, setOwnFilter] = useState(noFilter);
    const filter = root === undefined ? view.filter : ownFilter;
    const onFilter = (next: DatasetFilter) =>
        root === undefined ? changeDatasetView({ filter: next }) : setOwnFilter(next);
    const { rows, onToggle } = useTreeRows(datasets, { ...view, filter, root });
    const shown = useMemo(() => rows.flatMap(({ item }) => matches(item).map(tickOf)), [rows]);
    const columns = useMemo(
        () => datasetColumns({ shown: view.columns ?? usualColumns, onToggle }),
        [view.columns, onToggle],
    );
    const tree = useMemo(() => ({ placeOf, nameOf, onToggle }), [onToggle]);
    const onOpen = useCallback(
        (row: DatasetRow) => {
            if (row.item.kind === "layers") onToggle(row);
            else goTo(formatRoute({ screen: "datasets", dataset: row.item.dataset.name }));
        },
        [onToggle],
    );
    const onChoose = useCallback(
        ({ item }: DatasetRow) => toggleChoice(choice, itemDatasets(item).map(tickOf)),
        [choice],
    );
    return (
        <ChoiceContext.Provider value={choice}>
            <ShownContext.Provider value={shown}>
                <TreeFilters filter={filter} columns={view.columns} onFilter={onFilter} />
                <SpaceLegend />
                <VirtualTable
                    label={label}
                    columns={columns}
                    rows={rows}
                    idOf={idOf}
                    sort={view.sort}
                    onSort={(sort) => changeDatasetView({ sort })}
                    tree={tree}
                    onOpen={onOpen}
                    onChoose={onChoose}
                />
                <p className="zfs-quiet" role="status">
                    {countText(rows)}
                </p>
                <Chosen choice={choice} datasets={datasets} rows={rows} />
            </ShownContext.Provider>
        </ChoiceContext.Provider>
    );
};

const placeOf = (row: DatasetRow): DatasetRow => row;
const idOf = ({ id }: DatasetRow): string => id;
const nameOf = ({ item }: DatasetRow): string => itemName(item);

const matches = (item: DatasetRow["item"]): readonly Dataset[] =>
    item.kind === "dataset" && item.isMatch ? [item.dataset] : [];

/** How many datasets are shown, and how many more a closed row stands for. */
function countText(rows: readonly DatasetRow[]): string {
    const shown = rows.flatMap(({ item }) => matches(item)).length;
    const folded = rows.reduce(
        (count, { item, isOpen }) =>
            count + (item.kind === "layers" && isOpen !== true ? item.layers.length : 0),
        0,
    );
    if (shown + folded === 0) return _("No dataset matches the filters.");
    return [
        ...(shown > 0 ? [ngettext("$0 dataset shown", "$0 datasets shown", shown)] : []),
        ...(folded > 0 ? [ngettext("$0 container layer folded", "$0 container layers folded", folded)] : []),
    ].join(", ");
}

interface ChosenProps {
    readonly choice: Choice;
    readonly datasets: readonly Dataset[];
    /** Those that are shown now: what is ticked stays so when another search or a closed row hides it. */
    readonly rows: readonly DatasetRow[];
}

/** What can be done to the chosen datasets, as long as there are any. */
const Chosen = ({ choice, datasets, rows }: ChosenProps) => {
    const ticks = useStore(choice);
    // those that are gone meanwhile are not chosen any more
    const chosen = useMemo(
        () => (ticks.size === 0 ? [] : datasets.filter((dataset) => ticks.has(tickOf(dataset)))),
        [datasets, ticks],
    );
    const hidden = useMemo(() => {
        if (chosen.length === 0) return 0;
        const shown = new Set(rows.flatMap(({ item }) => itemDatasets(item)));
        return chosen.filter((dataset) => !shown.has(dataset)).length;
    }, [chosen, rows]);
    if (chosen.length === 0) return null;
    return (
        <div className="zfs-chosen" role="group" aria-label={_("Chosen datasets")}>
            <strong>{ngettext("$0 dataset chosen", "$0 datasets chosen", chosen.length)}</strong>
            {hidden > 0 && (
                <span>{ngettext("$0 of them is not shown", "$0 of them are not shown", hidden)}</span>
            )}
            <BatchActions chosen={chosen} />
            <Button variant="link" onClick={() => choice.set(new Set())}>
                {_("Choose none")}
            </Button>
        </div>
    );
};
