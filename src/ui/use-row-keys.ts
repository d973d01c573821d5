import { useState } from "react";
import type { KeyboardEvent } from "react";

import { leftToRight } from "./left-to-right.ts";
import { rowStep } from "./row-step.ts";
import { treeStep } from "./tree.ts";
import type { RowTree } from "./tree.ts";
import { Typeahead } from "./typeahead.ts";

interface RowKeys<Row> {
    readonly rows: readonly Row[];
    readonly rowsPerPage: number;
    readonly tree?: RowTree<Row>;
    readonly goTo: (row: Row) => void;
    readonly onOpen: (row: Row) => void;
    readonly onChoose?: (row: Row) => void;
}

/** The row of a table that an element is in. */
export const rowElement = (element: Element): HTMLElement | null =>
    element.closest<HTMLElement>("[data-row]");

/** What keys do in the rows of a table, by the ARIA practices for grids and treegrids. */
export function useRowKeys<Row>(keys: RowKeys<Row>): (event: KeyboardEvent) => void {
    const [typeahead] = useState(() => new Typeahead());
    return (event) => {
        const element = event.target as Element;
        const place = rowElement(element);
        const index = Number(place?.dataset["row"]);
        const row = keys.rows[index];
        if (place === null || row === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        const act =
            movement(keys, leftToRight(event.key, element), index) ??
            (element === place ? ownAction(keys, event.key, index, typeahead) : undefined);
        if (!act) return;
        event.preventDefault();
        act();
    };
}

/** What a key does wherever in a row it is pressed; undefined when that is nothing. */
function movement<Row>(
    { rows, rowsPerPage, tree, goTo }: RowKeys<Row>,
    key: string,
    index: number,
): (() => void) | undefined {
    const target = rows[rowStep(key, index, rows.length, rowsPerPage) ?? -1];
    if (target !== undefined) return () => goTo(target);
    const row = rows[index];
    if (!tree || row === undefined || (key !== "ArrowLeft" && key !== "ArrowRight")) return undefined;
    const step = treeStep(rows.map(tree.placeOf), tree.placeOf(row).id, key);
    if (!step) return undefined;
    if ("toggle" in step)
        return () => {
            goTo(row); // what had the focus in it may go
            tree.onToggle(row);
        };
    const next = rows.find((one) => tree.placeOf(one).id === step.goTo);
    return next && (() => goTo(next));
}

/** What a key does on a row itself, not in what is in it. */
function ownAction<Row>(
    { rows, tree, goTo, onOpen, onChoose }: RowKeys<Row>,
    key: string,
    index: number,
    typeahead: Typeahead,
): (() => void) | undefined {
    const row = rows[index];
    if (row === undefined) return undefined;
    if (key === "Enter") return () => onOpen(row);
    if (key === " ") return onChoose && (() => onChoose(row));
    if (!tree || [...key].length !== 1) return undefined;
    const nameOf = (at: number) => {
        const one = rows[at];
        return one === undefined ? "" : tree.nameOf(one);
    };
    const target = rows[typeahead.type(key, index, rows.length, nameOf, Date.now()) ?? -1];
    return target === undefined ? undefined : () => goTo(target);
}
