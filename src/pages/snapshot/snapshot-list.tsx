import { useDeferredValue, useMemo, useState } from "react";

import { _, ngettext } from "../../i18n.ts";
import { FilterRow } from "../../ui/filter-row.tsx";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import type { Sort } from "../../ui/virtual-table.tsx";
import { filterSnapshots, sortSnapshots } from "../../zfs/snapshot.ts";
import type { Snapshot, SnapshotColumn } from "../../zfs/snapshot.ts";

import { snapshotColumns } from "./snapshot-columns.tsx";
import { SnapshotDetails } from "./snapshot-details.tsx";

const idOf = ({ guid }: Snapshot): string => guid;

/** The snapshots of a dataset, the newest first if nobody wants them otherwise. */
export const SnapshotList = ({ snapshots }: { readonly snapshots: readonly Snapshot[] }) => {
    const [typed, setTyped] = useState("");
    const [sort, setSort] = useState<Sort>({ column: "created", direction: "desc" });
    const [open, setOpen] = useState<Snapshot>();
    const text = useDeferredValue(typed);
    const columns = useMemo(() => snapshotColumns(), []);
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
                onOpen={setOpen}
            />
            <p className="zfs-quiet" role="status">
                {rows.length === 0
                    ? _("No snapshot is called so.")
                    : ngettext("$0 snapshot", "$0 snapshots", rows.length)}
            </p>
            {open && <SnapshotDetails snapshot={open} onClose={() => setOpen(undefined)} />}
        </>
    );
};
