import { useMemo, useState } from "react";

import { changeDatasetView, isOpen } from "../../store/dataset-view.ts";
import type { DatasetView } from "../../store/dataset-view.ts";
import { toggled } from "../../ui/toggled.ts";
import { treeRows } from "../../ui/tree.ts";
import { useSteadyCallback } from "../../ui/use-steady-callback.ts";
import { isEmptyFilter } from "../../zfs/dataset-traits.ts";
import type { DatasetFilter } from "../../zfs/dataset-traits.ts";
import type { Dataset } from "../../zfs/dataset.ts";

import type { DatasetRow } from "./dataset-columns.tsx";
import { datasetNodes } from "./dataset-nodes.ts";
import type { TreeOptions } from "./dataset-nodes.ts";

/** The rows of the tree, and what opens and closes them. */
export function useTreeRows(
    datasets: readonly Dataset[],
    { filter, folds, sort, root }: DatasetView & TreeOptions,
): { readonly rows: readonly DatasetRow[]; readonly onToggle: (row: DatasetRow) => void } {
    // the ways to what is looked for are open, and what is closed meanwhile is so for this search alone
    const [closed, setClosed] = useState<{
        readonly filter: DatasetFilter;
        readonly ids: ReadonlySet<string>;
    }>();
    const isSearch = !isEmptyFilter(filter);
    const closedNow = closed?.filter === filter ? closed.ids : undefined;

    const nodes = useMemo(
        () => datasetNodes(datasets, { filter, sort, root }),
        [datasets, filter, sort, root],
    );
    const rows = useMemo(() => {
        const depth = root === undefined ? 0 : root.split("/").length;
        const isFolded = (id: string): boolean => {
            const isHeap = id.endsWith("/");
            const level = id.split("/").length - depth;
            return !isOpen(folds, { id, level, isHeap }, datasets.length);
        };
        return treeRows(nodes, { has: isSearch ? (id) => closedNow?.has(id) ?? false : isFolded });
    }, [nodes, folds, isSearch, closedNow, datasets.length, root]);

    const onToggle = useSteadyCallback(({ id }: DatasetRow) => {
        if (isSearch) setClosed({ filter, ids: toggled(closedNow ?? new Set(), id) });
        else changeDatasetView({ folds: { ...folds, toggled: toggled(folds.toggled, id) } });
    });
    return { rows, onToggle };
}
