import { _ } from "../../i18n.ts";
import { absoluteTime } from "../../ui/dates.ts";
import type { Column } from "../../ui/virtual-table.tsx";
import type { HistoryEntry } from "../../zfs/history.ts";

/** The columns of a pool's history. */
export const historyColumns = (): readonly Column<HistoryEntry>[] => [
    {
        key: "time",
        title: _("Time"),
        className: "zfs-history-time",
        cell: ({ time }) => absoluteTime(time),
    },
    {
        key: "who",
        title: _("User"),
        className: "zfs-history-who",
        cell: ({ who }) => who ?? "",
    },
    {
        key: "host",
        title: _("Host"),
        className: "zfs-history-host",
        cell: ({ host }) => host ?? "",
    },
    {
        key: "text",
        title: _("Command or event"),
        className: "zfs-history-text",
        cell: ({ text }) => (
            <code dir="ltr" title={text}>
                {text}
            </code>
        ),
    },
];
