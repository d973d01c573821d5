import { dequal } from "dequal/lite";
import { memo } from "react";
import type { MouseEvent, ReactNode } from "react";

import type { TreePlace } from "./tree.ts";

/** A column of a virtual table. */
export interface Column<Row> {
    readonly key: string;
    readonly title: string;
    /** What stands in its header, where that is not the title. */
    readonly header?: ReactNode;
    /** Class of the column's cells: the style sheet has their width, and their place in the row on a phone. */
    readonly className?: string;
    readonly isSortable?: boolean;
    /**
     * What stands in the cell; one line of text, which is cut where it does not fit. What can have the focus in it has
     * `tabIndex`: only the current row is in the tab order.
     */
    readonly cell: (row: Row, tabIndex: 0 | -1) => ReactNode;
}

interface VirtualRowProps<Row> {
    readonly row: Row;
    /** Its place among all rows; the first is 0. */
    readonly index: number;
    /** Its place in the tree, if it has one. */
    readonly place: TreePlace | undefined;
    readonly columns: readonly Column<Row>[];
    /** Whether it is the row in the tab order. */
    readonly isCurrent: boolean;
    readonly onOpen: (row: Row) => void;
}

/** Whether the row itself was clicked, not something in it that does something else, nor a menu that belongs to it. */
const isOnRow = ({ target, currentTarget }: MouseEvent): boolean =>
    target instanceof Element &&
    currentTarget.contains(target) &&
    target.closest("a, button, input, label") === null;

function PlainRow<Row>({ row, index, place, columns, isCurrent, onOpen }: VirtualRowProps<Row>) {
    return (
        <tr
            className="pf-v6-c-table__tr pf-m-clickable"
            role="row"
            data-row={index}
            aria-rowindex={index + 2}
            aria-level={place?.level}
            aria-posinset={place?.position}
            aria-setsize={place?.siblings}
            aria-expanded={place?.isOpen}
            tabIndex={isCurrent ? 0 : -1}
            onClick={(event) => isOnRow(event) && onOpen(row)}
        >
            {columns.map(({ key, title, className = "", cell }) => (
                <td key={key} className={`pf-v6-c-table__td ${className}`} role="gridcell" data-label={title}>
                    {cell(row, isCurrent ? 0 : -1)}
                </td>
            ))}
        </tr>
    );
}

/** A row of a virtual table; drawn again only when it has changed. */
export const VirtualRow = memo(PlainRow, dequal) as typeof PlainRow;
