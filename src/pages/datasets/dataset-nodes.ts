import type { TreeNode } from "../../ui/tree.ts";
import type { Sort } from "../../ui/virtual-table.tsx";
import { layersOf } from "../../zfs/dataset-layers.ts";
import { datasetTest, isEmptyFilter } from "../../zfs/dataset-traits.ts";
import type { DatasetFilter } from "../../zfs/dataset-traits.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { leafOf, parentOf, poolOf } from "../../zfs/dataset.ts";
import type { Bytes } from "../../zfs/model.ts";

/** What a row of the tree is about: a dataset, or a heap of layers of containers, which are of no interest one by one. */
export type DatasetItem =
    | {
          readonly kind: "dataset";
          readonly dataset: Dataset;
          /** What the whole pool uses. */
          readonly poolUsed: Bytes | undefined;
          /** Whether it is looked for; if not, it leads to what is. */
          readonly isMatch: boolean;
      }
    | { readonly kind: "layers"; readonly parent: string; readonly layers: readonly Dataset[] };

export type DatasetNode = TreeNode<DatasetItem>;

/** What of the datasets is shown, and how. */
export interface TreeOptions {
    readonly filter: DatasetFilter;
    readonly sort: Sort;
    /** The dataset whose content is shown; all pools without. */
    readonly root?: string | undefined;
}

/** The row of the layers in a dataset: no name ends with a slash. */
const layersId = (parent: string): string => `${parent}/`;

/**
 * The trees of datasets, those in one beside each other in the order that is wanted, with the ways to what is looked for.
 *
 * @param datasets by name, parents before what lies in them
 */
export function datasetNodes(
    datasets: readonly Dataset[],
    { filter, sort, root }: TreeOptions,
): readonly DatasetNode[] {
    const matches = matchesOf(datasets, filter);
    const shown = matches && withWays(matches);
    const places = new Map<string, { readonly dataset: Dataset; readonly inside: Dataset[] }>();
    // in a container the datasets above those that it was given are not there
    const uppermost: Dataset[] = [];
    for (const dataset of datasets) {
        if (shown && !shown.has(dataset.name)) continue;
        const parent = parentOf(dataset.name);
        const place = parent === undefined ? undefined : places.get(parent);
        (place?.inside ?? uppermost).push(dataset);
        places.set(dataset.name, { dataset, inside: [] });
    }

    const toNode = (dataset: Dataset, poolUsed: Bytes | undefined): DatasetNode => {
        let children: readonly DatasetNode[] | undefined;
        return {
            id: dataset.name,
            item: {
                kind: "dataset",
                dataset,
                poolUsed,
                isMatch: matches?.has(dataset.name) ?? true,
            },
            // made when they are asked for: of ten thousand datasets most are in a closed row
            get children() {
                return (children ??= nodesIn(dataset.name, poolUsed));
            },
        };
    };
    const nodesIn = (parent: string | undefined, poolUsed?: Bytes): readonly DatasetNode[] => {
        const siblings = parent === undefined ? uppermost : places.get(parent)?.inside;
        if (!siblings) return [];
        const layers = layersOf(parent, siblings);
        const others = layers.size > 0 ? siblings.filter((dataset) => !layers.has(dataset)) : siblings;
        const usedOf = (dataset: Dataset) => poolUsed ?? places.get(poolOf(dataset.name))?.dataset.used;
        const nodes = sorted(others, sort).map((dataset) => toNode(dataset, usedOf(dataset)));
        if (parent === undefined || layers.size === 0) return nodes;
        const heap = sorted([...layers], sort);
        return [
            ...nodes,
            {
                id: layersId(parent),
                item: { kind: "layers", parent, layers: heap },
                children: heap.map((dataset) => toNode(dataset, poolUsed)),
            },
        ];
    };
    return nodesIn(root);
}

/** The names of those that are looked for; undefined when all are. */
function matchesOf(datasets: readonly Dataset[], filter: DatasetFilter): ReadonlySet<string> | undefined {
    if (isEmptyFilter(filter)) return undefined;
    return new Set(datasets.filter(datasetTest(filter)).map(({ name }) => name));
}

/** The names, and those of all datasets above. */
function withWays(names: ReadonlySet<string>): ReadonlySet<string> {
    const all = new Set(names);
    for (const name of names)
        for (let above = parentOf(name); above !== undefined && !all.has(above); above = parentOf(above))
            all.add(above);
    return all;
}

/** Datasets beside each other in the order of `sort`; they come in that of their names. */
function sorted(datasets: readonly Dataset[], { column, direction }: Sort): readonly Dataset[] {
    if (column === "name") return direction === "asc" ? datasets : datasets.toReversed();
    const sign = direction === "asc" ? 1 : -1;
    return datasets.toSorted(({ used: one = -1n }, { used: other = -1n }) =>
        one === other ? 0 : one < other ? -sign : sign,
    );
}

/** The name by which a person looks for a row. */
export const itemName = (item: DatasetItem): string =>
    item.kind === "dataset" ? leafOf(item.dataset.name) : "";

/** The datasets for which a row stands. */
export const itemDatasets = (item: DatasetItem): readonly Dataset[] =>
    item.kind === "dataset" ? [item.dataset] : item.layers;
