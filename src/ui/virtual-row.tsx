import { memo } from "react";
import type { ReactNode } from "react";

/** A column of a virtual table. */
export interface Column<Row> {
    readonly key: string;
    readonly title: string;
    /** Class of the column's cells: the style sheet has their width, and their place in the row on a phone. */
    readonly className?: string;
    readonly isSortable?: boolean;
    /** What stands in the cell; one line of text, which is cut where it does not fit. */
    readonly cell: (row: Row) => ReactNode;
}

interface VirtualRowProps<Row> {
    readonly row: Row;
    /** Its place among all rows; the first is 0. */
    readonly index: number;
    readonly columns: readonly Column<Row>[];
    /** Whether it is the row in the tab order. */
    readonly isCurrent: boolean;
    readonly onOpen: (row: Row) => void;
}

function PlainRow<Row>({ row, index, columns, isCurrent, onOpen }: VirtualRowProps<Row>) {
    return (
        <tr
            className="pf-v6-c-table__tr pf-m-clickable"
            role="row"
            data-row={index}
            aria-rowindex={index + 2}
            tabIndex={isCurrent ? 0 : -1}
            onClick={() => onOpen(row)}
        >
            {columns.map(({ key, className = "", cell }) => (
                <td key={key} className={`pf-v6-c-table__td ${className}`} role="gridcell">
                    {cell(row)}
                </td>
            ))}
        </tr>
    );
}

/** A row of a virtual table; drawn again only when it has changed. */
export const VirtualRow = memo(PlainRow) as typeof PlainRow;
