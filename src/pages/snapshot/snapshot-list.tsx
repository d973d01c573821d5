import { useCallback, useDeferredValue, useMemo, useState } from "react";

import { replaceAddress } from "../../backend/session.ts";
import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import { FilterRow } from "../../ui/filter-row.tsx";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import type { Sort } from "../../ui/virtual-table.tsx";
import { filterSnapshots, labelOf, sortSnapshots } from "../../zfs/snapshot.ts";
import type { Snapshot, SnapshotColumn } from "../../zfs/snapshot.ts";

import { snapshotColumns } from "./snapshot-columns.tsx";
import { SnapshotDetails } from "./snapshot-details.tsx";

const idOf = ({ guid }: Snapshot): string => guid;

interface SnapshotListProps {
    readonly dataset: string;
    readonly snapshots: readonly Snapshot[];
    /** The one that is looked at. */
    readonly open: Snapshot | undefined;
}

const addressOf = (dataset: string, snapshot?: string): string =>
    formatRoute({ screen: "datasets", dataset, tab: "snapshots", snapshot });

/** The snapshots of a dataset, the newest first if nobody wants them otherwise. */
export const SnapshotList = ({ dataset, snapshots, open }: SnapshotListProps) => {
    const [typed, setTyped] = useState("");
    const [sort, setSort] = useState<Sort>({ column: "created", direction: "desc" });
    const text = useDeferredValue(typed);
    const columns = useMemo(() => snapshotColumns(), []);
    const onOpen = useCallback(
        (one: Snapshot) => replaceAddress(addressOf(dataset, labelOf(one))),
        [dataset],
    );
    const sorted = useMemo(
        () => sortSnapshots(snapshots, sort.column as SnapshotColumn, sort.direction),
        [snapshots, sort],
    );
    const rows = useMemo(() => filterSnapshots(sorted, text), [sorted, text]);
    return (
        <>
            <FilterRow label={_("Search in names of snapshots")} text={typed} onText={setTyped} />
            <VirtualTable
                label={_("Snapshots")}
                columns={columns}
                rows={rows}
                idOf={idOf}
                sort={sort}
                onSort={setSort}
                onOpen={onOpen}
            />
            <p className="zfs-quiet" role="status">
                {rows.length === 0
                    ? _("No snapshot is called so.")
                    : ngettext("$0 snapshot", "$0 snapshots", rows.length)}
            </p>
            {open && <SnapshotDetails snapshot={open} onClose={() => replaceAddress(addressOf(dataset))} />}
        </>
    );
};
