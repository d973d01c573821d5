import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useCallback, useDeferredValue, useMemo, useState } from "react";

import { goTo, replaceAddress } from "../../backend/session.ts";
import { _, format, ngettext } from "../../i18n.ts";
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
    /** The one that is looked at, by what stands behind the @. */
    readonly open: string | undefined;
}

const addressOf = (dataset: string, snapshot?: string): string =>
    formatRoute({ screen: "datasets", dataset, tab: "snapshots", snapshot });

/** The snapshots of a dataset, the newest first if nobody wants them otherwise. */
export const SnapshotList = ({ dataset, snapshots, open: label }: SnapshotListProps) => {
    const [typed, setTyped] = useState("");
    const [sort, setSort] = useState<Sort>({ column: "created", direction: "desc" });
    const text = useDeferredValue(typed);
    const columns = useMemo(() => snapshotColumns(), []);
    const open = label === undefined ? undefined : snapshots.find((one) => labelOf(one) === label);
    const onOpen = useCallback((one: Snapshot) => goTo(addressOf(dataset, labelOf(one))), [dataset]);
    const sorted = useMemo(
        () => sortSnapshots(snapshots, sort.column as SnapshotColumn, sort.direction),
        [snapshots, sort],
    );
    const rows = useMemo(() => filterSnapshots(sorted, text), [sorted, text]);
    return (
        <>
            {label !== undefined && !open && (
                <Alert
                    component="p"
                    variant="info"
                    isInline
                    title={format(_("There is no snapshot “$0”"), `${dataset}@${label}`)}
                />
            )}
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
