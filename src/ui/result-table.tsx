import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { memo } from "react";
import type { ReactNode } from "react";

import { _, ngettext } from "../i18n.ts";

/** Rows that are drawn: nobody reads more, and a browser takes its time. */
const mostShown = 500;

/** How one of many is shown; the same functions at every drawing. */
interface Looks<Item> {
    readonly nameOf: (item: Item) => string;
    /** What has become of it. */
    readonly resultOf: (item: Item) => ReactNode;
}

interface ResultTableProps<Item> extends Looks<Item> {
    /** What the names are of. */
    readonly of: string;
    /** Those first that need a person. */
    readonly items: readonly Item[];
    /** For those who cannot see it. */
    readonly label: string;
}

/** What has become of many, in a box that scrolls for itself: the buttons of the dialog stay in view. */
export function ResultTable<Item>({ of, items, label, nameOf, resultOf }: ResultTableProps<Item>) {
    const more = items.length - mostShown;
    return (
        // it scrolls, so the keyboard must reach it
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="zfs-results" tabIndex={0}>
            <Table variant="compact" gridBreakPoint="" aria-label={label}>
                <Thead>
                    <Tr>
                        <Th>{of}</Th>
                        <Th>{_("Result")}</Th>
                    </Tr>
                </Thead>
                <Tbody>
                    {items.slice(0, mostShown).map((item) => (
                        <ResultRow key={nameOf(item)} {...{ item, nameOf, resultOf }} />
                    ))}
                </Tbody>
            </Table>
            {more > 0 && <p>{ngettext("and $0 more", "and $0 more", more)}</p>}
        </div>
    );
}

const PlainRow = <Item,>({ item, nameOf, resultOf }: Looks<Item> & { readonly item: Item }) => (
    <Tr>
        <Td>{nameOf(item)}</Td>
        <Td>{resultOf(item)}</Td>
    </Tr>
);

/** Not drawn again because something has become of another one: there may be hundreds. */
const ResultRow = memo(PlainRow) as typeof PlainRow;
