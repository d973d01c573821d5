/** A row and the rows that stand further right under it. */
export interface Tree<Row> {
    readonly row: Row;
    readonly children: readonly Tree<Row>[];
}

/** Makes trees of rows by their indent. A row as far left as the first one begins a tree of its own. */
export function toForest<Row extends { readonly indent: number }>(
    rows: readonly Row[],
): readonly Tree<Row>[] {
    const trees: Tree<Row>[] = [];
    const levels: { readonly indent: number; readonly children: Tree<Row>[] }[] = [];
    for (const row of rows) {
        while ((levels.at(-1)?.indent ?? -1) >= row.indent) levels.pop();
        const children: Tree<Row>[] = [];
        (levels.at(-1)?.children ?? trees).push({ row, children });
        levels.push({ indent: row.indent, children });
    }
    return trees;
}
