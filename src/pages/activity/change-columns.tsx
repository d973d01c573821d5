import { hostTime } from "../../backend/clock.ts";
import { _ } from "../../i18n.ts";
import { RelativeTime } from "../../ui/relative-time.tsx";
import type { Column, Sort } from "../../ui/virtual-table.tsx";
import { personOf } from "../../zfs/audit.ts";
import type { Change } from "../../zfs/audit.ts";
import { shellQuote } from "../../zfs/shell-quote.ts";

import { ChangeState } from "./change-state.tsx";
import { durationText, firstLine, personText } from "./change-words.ts";

/** The columns of the table of changes. */
export const changeColumns = (): readonly Column<Change>[] => [
    {
        key: "time",
        title: _("Time"),
        className: "zfs-change-time",
        isSortable: true,
        cell: ({ time }) => <RelativeTime time={time} clock={hostTime} />,
    },
    {
        key: "person",
        title: _("Person"),
        className: "zfs-change-person",
        cell: (change) => personText(personOf(change)),
    },
    {
        key: "command",
        title: _("Command"),
        className: "zfs-change-command",
        cell: ({ argv }) => (
            <code dir="ltr" title={shellQuote(argv)}>
                {shellQuote(argv)}
            </code>
        ),
    },
    {
        key: "state",
        title: _("Outcome"),
        className: "zfs-change-state",
        cell: (change) => (
            <>
                <ChangeState change={change} />
                {change.error !== undefined && (
                    <>
                        {": "}
                        <bdi title={change.error}>{firstLine(change.error)}</bdi>
                    </>
                )}
            </>
        ),
    },
    {
        key: "duration",
        title: _("Took"),
        className: "zfs-change-duration zfs-number",
        isSortable: true,
        cell: durationText,
    },
];

/** The changes in the order of `sort`. Those of which the duration is not known stand at the end. */
export function sortChanges(changes: readonly Change[], { column, direction }: Sort): readonly Change[] {
    const sign = direction === "asc" ? 1 : -1;
    if (column === "time") return direction === "desc" ? changes : changes.toReversed();
    return changes.toSorted((a, b) => {
        if (a.duration === undefined || b.duration === undefined)
            return Number(a.duration === undefined) - Number(b.duration === undefined);
        return sign * (a.duration - b.duration);
    });
}
