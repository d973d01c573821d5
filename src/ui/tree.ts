// Trees as tables show them: which rows there are, and where the keys lead. Pure; the drawing is the table's.

/** An item, and what is under it. */
export interface TreeNode<Item> {
    /** Unique in the tree. */
    readonly id: string;
    readonly item: Item;
    readonly children: readonly TreeNode<Item>[];
}

/** Where a row stands in view. Level and position count from 1, as ARIA has them. */
export interface TreePlace {
    readonly id: string;
    readonly level: number;
    readonly position: number;
    readonly siblings: number;
    readonly parent?: string | undefined;
    /** Whether its children are shown; undefined without children. */
    readonly isOpen?: boolean | undefined;
}

/** An item where it stands in view. */
export interface TreeRow<Item> extends TreePlace {
    readonly item: Item;
}

/** The tree in which the rows of a table stand. */
export interface RowTree<Row> {
    readonly placeOf: (row: Row) => TreePlace;
    /** What the row is called, to come to it by typing. */
    readonly nameOf: (row: Row) => string;
    /** Opens or closes a row. */
    readonly onToggle: (row: Row) => void;
}

/** The rows in view: those of `nodes`, each followed by its children unless it is folded. */
export function treeRows<Item>(
    nodes: readonly TreeNode<Item>[],
    folded: Pick<ReadonlySet<string>, "has">,
): readonly TreeRow<Item>[] {
    const rows: TreeRow<Item>[] = [];
    const add = (siblings: readonly TreeNode<Item>[], parent?: TreeRow<Item>) =>
        siblings.forEach(({ id, item, children }, index) => {
            const row = {
                id,
                item,
                level: (parent?.level ?? 0) + 1,
                position: index + 1,
                siblings: siblings.length,
                parent: parent?.id,
                isOpen: children.length > 0 ? !folded.has(id) : undefined,
            };
            rows.push(row);
            if (row.isOpen) add(children, row);
        });
    add(nodes);
    return rows;
}

/** What a key does: go to another row, or open or close the one it was pressed on. */
export type TreeStep = { readonly goTo: string } | { readonly toggle: string };

/**
 * What a key does on a row, by the ARIA practices for treegrids: right opens and then goes to the first child, left
 * closes and then goes to the parent. Undefined for keys that do nothing. Right-to-left pages swap left and right.
 *
 * @param key as in `KeyboardEvent.key`
 */
export function treeStep(rows: readonly TreePlace[], id: string, key: string): TreeStep | undefined {
    const index = rows.findIndex((row) => row.id === id);
    const row = rows[index];
    if (row === undefined) return undefined;
    const goTo = (target: TreePlace | undefined) => target && { goTo: target.id };
    switch (key) {
        case "ArrowDown":
            return goTo(rows[index + 1]);
        case "ArrowUp":
            return goTo(rows[index - 1]);
        case "Home":
            return goTo(rows[0]);
        case "End":
            return goTo(rows.at(-1));
        case "ArrowRight":
            if (row.isOpen === undefined) return undefined;
            return row.isOpen ? goTo(rows[index + 1]) : { toggle: id };
        case "ArrowLeft":
            if (row.isOpen) return { toggle: id };
            return row.parent === undefined ? undefined : { goTo: row.parent };
        default:
            return undefined;
    }
}
