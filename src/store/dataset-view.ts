import { recall, remember } from "../backend/memory.ts";
import type { DatasetFilter } from "../zfs/dataset-traits.ts";

import { Store } from "./store.ts";

/** Which rows of the tree are open: all or none, or as many as are easily looked over; but for those in `toggled`. */
export interface Folds {
    readonly base: "auto" | "open" | "closed";
    readonly toggled: ReadonlySet<string>;
}

/** How the tree of datasets is shown. */
export interface DatasetView {
    /** Only as long as the page is open. */
    readonly filter: DatasetFilter;
    readonly folds: Folds;
    readonly sort: { readonly column: string; readonly direction: "asc" | "desc" };
    /** By their keys; undefined as long as nobody has chosen. */
    readonly columns?: readonly string[] | undefined;
}

export const noFilter: DatasetFilter = { text: "", traits: [] };

/** Under which name the browser keeps it. */
const memory = "datasets";
/** Rows of which it is kept that they were opened or closed, the latest. */
const keptRows = 2_000;

/** How the tree of datasets is shown; the browser keeps it, but for what is looked for. */
export const datasetView = new Store<DatasetView>(recalled(recall(memory)));

/** Shows the tree in another way. */
export function changeDatasetView(change: Partial<DatasetView>): void {
    const view = { ...datasetView.get(), ...change };
    datasetView.set(view);
    const { folds, sort, columns } = view;
    remember(memory, { base: folds.base, toggled: [...folds.toggled].slice(-keptRows), sort, columns });
}

/** What was kept; whatever else stands there counts as nothing. */
function recalled(kept: unknown): DatasetView {
    const { base, toggled, sort, columns } = (kept ?? {}) as Readonly<Record<string, unknown>>;
    const { column, direction } = (sort ?? {}) as Readonly<Record<string, unknown>>;
    return {
        filter: noFilter,
        folds: {
            base: base === "open" || base === "closed" ? base : "auto",
            toggled: new Set(texts(toggled)),
        },
        sort: {
            column: column === "used" ? "used" : "name",
            direction: direction === "desc" ? "desc" : "asc",
        },
        columns: texts(columns),
    };
}

// a function, not a constant: it is called before the end of this module is reached
function texts(value: unknown): readonly string[] | undefined {
    return Array.isArray(value) && value.every((item) => typeof item === "string") ? value : undefined;
}

/** Rows up to which all of them are open, if nobody has said otherwise. */
const easilySeen = 200;

/**
 * Whether a row is open.
 *
 * @param row.level the first is 1
 * @param row.isHeap whether it holds what nobody looks for one by one
 * @param count how many datasets there are
 */
export function isOpen(
    { base, toggled }: Folds,
    { id, level, isHeap }: { readonly id: string; readonly level: number; readonly isHeap: boolean },
    count: number,
): boolean {
    const isUsual = !isHeap && (base === "open" || (base === "auto" && (count <= easilySeen || level === 1)));
    return isUsual !== toggled.has(id);
}
