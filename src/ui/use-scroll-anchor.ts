import { useEffect, useLayoutEffect, useRef } from "react";

interface Rows<Row> {
    readonly rows: readonly Row[];
    readonly idOf: (row: Row) => string;
    /** Of the first row in view; undefined while that is not known. */
    readonly first: number | undefined;
    /** The order of the rows, in words: in another order no row has to stay where it is. */
    readonly order: string;
    readonly rowHeight: number;
    readonly scroller: Element | null;
}

/**
 * Keeps the row that a person looks at where it is when rows come or go above it. At the top of the table new rows are
 * let in, so that they are seen. Browsers that do this by themselves must be told not to (`overflow-anchor: none`).
 */
export function useScrollAnchor<Row>({ rows, idOf, first, order, rowHeight, scroller }: Rows<Row>): void {
    const anchor = useRef<{ readonly id: string; readonly index: number; readonly order: string }>();

    useLayoutEffect(() => {
        const before = anchor.current;
        if (!scroller || before?.order !== order || before.index === 0) return;
        const index = rows.findIndex((row) => idOf(row) === before.id);
        if (index >= 0) scroller.scrollBy({ top: (index - before.index) * rowHeight, behavior: "instant" });
    }, [rows, idOf, order, rowHeight, scroller]);

    // after the effect above, which needs what was in view before
    useEffect(() => {
        const index = first ?? -1;
        const row = rows[index];
        anchor.current = row && { id: idOf(row), index, order };
    });
}
