import { _ } from "../../i18n.ts";
import { absoluteTime } from "../../ui/dates.ts";
import type { Column } from "../../ui/virtual-table.tsx";
import { formatSize } from "../../zfs/size.ts";
import { labelOf } from "../../zfs/snapshot.ts";
import type { Snapshot } from "../../zfs/snapshot.ts";

/** The columns of the snapshots of a dataset. */
export const snapshotColumns = (): readonly Column<Snapshot>[] => [
    {
        key: "name",
        title: _("Name"),
        className: "zfs-snapshot-name",
        isSortable: true,
        cell: (snapshot) => <bdi title={labelOf(snapshot)}>{labelOf(snapshot)}</bdi>,
    },
    {
        key: "created",
        title: _("Created"),
        className: "zfs-snapshot-created",
        isSortable: true,
        cell: ({ creation }) => creation !== undefined && absoluteTime(creation),
    },
    {
        key: "used",
        title: _("Used"),
        className: "zfs-snapshot-used zfs-number zfs-labelled",
        isSortable: true,
        cell: ({ used }) => <Size bytes={used} />,
    },
    {
        key: "referenced",
        title: _("Referenced"),
        className: "zfs-snapshot-referenced zfs-number zfs-labelled",
        isSortable: true,
        cell: ({ referenced }) => <Size bytes={referenced} />,
    },
    {
        key: "holds",
        title: _("Holds"),
        className: "zfs-snapshot-holds zfs-number",
        isSortable: true,
        cell: ({ holds }) =>
            holds !== undefined && <span {...(holds === 0 && { className: "zfs-quiet" })}>{holds}</span>,
    },
];

const Size = ({ bytes }: { readonly bytes: bigint | undefined }) =>
    bytes !== undefined && <span title={String(bytes)}>{formatSize(bytes)}</span>;
