import { Table, Tbody, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { defaultRangeExtractor, useVirtualizer } from "@tanstack/react-virtual";
import type { Range } from "@tanstack/react-virtual";
import { Fragment, useEffect, useMemo, useRef, useState } from "react";
import type { FocusEvent } from "react";
import { flushSync } from "react-dom";

import type { RowTree } from "./tree.ts";
import { useRowGeometry } from "./use-row-geometry.ts";
import { rowElement, useRowKeys } from "./use-row-keys.ts";
import { useScrollAnchor } from "./use-scroll-anchor.ts";
import { VirtualRow } from "./virtual-row.tsx";
import type { Column } from "./virtual-row.tsx";

export type { Column } from "./virtual-row.tsx";

/** By which column rows are sorted. */
export interface Sort {
    readonly column: string;
    readonly direction: "asc" | "desc";
}

interface VirtualTableProps<Row> {
    /** What the rows are, for those who cannot see where the table stands. */
    readonly label: string;
    /** The same array until the columns change. */
    readonly columns: readonly Column<Row>[];
    readonly rows: readonly Row[];
    /** A name for a row that it alone has, and keeps. */
    readonly idOf: (row: Row) => string;
    /** Whether more rows may come at the end. */
    readonly hasMore?: boolean;
    /** How the rows are sorted, which is the caller's work. */
    readonly sort?: Sort;
    readonly onSort?: (sort: Sort) => void;
    /** A row was chosen, by the pointer or by Enter. The same function until the table changes. */
    readonly onOpen: (row: Row) => void;
    /** A row was chosen among others, by the space bar. */
    readonly onChoose?: (row: Row) => void;
    /** It is a treegrid. */
    readonly tree?: RowTree<Row>;
    /** Whether the end of the rows is in view, or nearly so. */
    readonly onEndInView?: (isInView: boolean) => void;
}

/** Rows that are drawn before and after those in view. */
const overscan = 10;

/**
 * A table of any length in PatternFly's markup, of which only the rows in view are drawn. All rows are equally high. It
 * scrolls with the page, under its header. One row is in the tab order, the current one; it stays drawn when it is
 * scrolled away, so the focus is not lost.
 */
export function VirtualTable<Row>(props: VirtualTableProps<Row>) {
    const { label, columns, rows, idOf, hasMore = false, sort, tree, onOpen, onEndInView } = props;
    const [chosen, setChosen] = useState<string>();
    const body = useRef<HTMLTableSectionElement>(null);
    const { scroller, above, rowHeight } = useRowGeometry(body);

    const current = useMemo(() => rows.findIndex((row) => idOf(row) === chosen), [rows, idOf, chosen]);
    const tabStop = Math.max(current, 0);
    // eslint-disable-next-line react-hooks/incompatible-library -- only React's compiler, which is not used, minds it
    const virtualizer = useVirtualizer({
        count: rows.length,
        getScrollElement: () => scroller,
        estimateSize: () => rowHeight,
        scrollMargin: above,
        overscan,
        rangeExtractor: (range) => withCurrent(range, tabStop),
    });
    useEffect(() => virtualizer.measure(), [virtualizer, rowHeight]);
    const order = sort ? `${sort.column} ${sort.direction}` : "";
    useScrollAnchor({ rows, idOf, first: virtualizer.range?.startIndex, order, rowHeight, scroller });

    const items = virtualizer.getVirtualItems();
    const isEndInView = (virtualizer.range?.endIndex ?? -1) + overscan >= rows.length - 1;
    useEffect(() => onEndInView?.(isEndInView), [onEndInView, isEndInView]);

    const goTo = (row: Row) => {
        flushSync(() => setChosen(idOf(row))); // draws the row wherever it is
        const element = body.current?.querySelector<HTMLElement>("[data-row][tabindex='0']");
        element?.focus({ preventScroll: true });
        element?.scrollIntoView({ block: "nearest" });
    };
    const rowsPerPage = Math.max(1, Math.floor((scroller?.clientHeight ?? 0) / rowHeight) - 2);
    const onKeyDown = useRowKeys({ ...props, rowsPerPage, goTo });

    const onFocus = ({ target }: FocusEvent) => {
        const row = rows[Number(rowElement(target)?.dataset["row"])];
        if (row !== undefined) setChosen(idOf(row));
    };

    return (
        <Table
            role={tree ? "treegrid" : "grid"}
            variant="compact"
            className="zfs-virtual"
            aria-label={label}
            aria-rowcount={hasMore ? -1 : rows.length + 1}
            aria-colcount={columns.length}
            gridBreakPoint=""
            isStickyHeader
        >
            <Header {...props} />
            <Tbody ref={body} onFocus={onFocus} onKeyDown={onKeyDown}>
                {items.map(({ index, start }, position) => {
                    const row = rows[index];
                    const before = items[position - 1]?.end ?? above;
                    return (
                        row !== undefined && (
                            <Fragment key={idOf(row)}>
                                <Gap height={start - before} />
                                <VirtualRow
                                    row={row}
                                    index={index}
                                    place={tree?.placeOf(row)}
                                    columns={columns}
                                    isCurrent={index === tabStop}
                                    onOpen={onOpen}
                                />
                            </Fragment>
                        )
                    );
                })}
                <Gap height={above + virtualizer.getTotalSize() - (items.at(-1)?.end ?? above)} />
            </Tbody>
        </Table>
    );
}

/** The rows to draw: those around the view, and the current one. */
function withCurrent(range: Range, current: number): number[] {
    const indexes = defaultRangeExtractor(range);
    if (current >= range.count || indexes.includes(current)) return indexes;
    return current < range.startIndex ? [current, ...indexes] : [...indexes, current];
}

/** Stands for the rows that are not drawn. */
const Gap = ({ height }: { readonly height: number }) =>
    height > 0 && (
        <tr aria-hidden="true">
            <td className="zfs-gap" style={{ blockSize: height }} />
        </tr>
    );

function Header<Row>({ columns, sort, onSort }: VirtualTableProps<Row>) {
    const sortedBy = columns.findIndex(({ key }) => key === sort?.column);
    return (
        <Thead>
            <Tr aria-rowindex={1}>
                {columns.map(({ key, title, header, className = "", isSortable }, columnIndex) => (
                    <Th
                        key={key}
                        className={className}
                        {...(isSortable && {
                            sort: {
                                columnIndex,
                                sortBy: sort ? { index: sortedBy, direction: sort.direction } : {},
                                onSort: (_event, _index, direction) => onSort?.({ column: key, direction }),
                            },
                        })}
                    >
                        {header ?? title}
                    </Th>
                ))}
            </Tr>
        </Thead>
    );
}
