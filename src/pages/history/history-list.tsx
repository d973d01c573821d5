import { Switch } from "@patternfly/react-core/dist/esm/components/Switch/index.js";
import { useDeferredValue, useMemo, useState } from "react";

import { _, ngettext } from "../../i18n.ts";
import type { AuditState } from "../../store/audit-reader.ts";
import type { PoolHistory } from "../../store/pool-history.ts";
import { FilterRow } from "../../ui/filter-row.tsx";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { filterHistory } from "../../zfs/history.ts";
import type { HistoryEntry } from "../../zfs/history.ts";

import { historyColumns } from "./history-columns.tsx";
import { HistoryDetails } from "./history-details.tsx";

interface HistoryListProps {
    readonly pool: Identity;
    readonly history: PoolHistory;
    /** The changes of any pool. */
    readonly recorded: AuditState;
}

const idOf = ({ id }: HistoryEntry): string => String(id);

/** The entries of a history, the newest first. */
export const HistoryList = ({ pool, history: { entries, isComplete }, recorded }: HistoryListProps) => {
    const [typed, setTyped] = useState("");
    const [hasEvents, setHasEvents] = useState(false);
    const [open, setOpen] = useState<HistoryEntry>();
    const text = useDeferredValue(typed);
    const columns = useMemo(() => historyColumns(), []);
    const rows = useMemo(() => filterHistory(entries, { text, hasEvents }), [entries, text, hasEvents]);
    return (
        <>
            <FilterRow label={_("Search in commands, people and hosts")} text={typed} onText={setTyped}>
                <Switch
                    id="zfs-history-events"
                    label={_("Internal events")}
                    isChecked={hasEvents}
                    onChange={(_event, isChecked) => setHasEvents(isChecked)}
                />
            </FilterRow>
            <VirtualTable
                label={_("History")}
                columns={columns}
                rows={rows}
                idOf={idOf}
                hasMore={!isComplete}
                onOpen={setOpen}
            />
            <p className="zfs-quiet" role="status">
                {isComplete
                    ? ngettext("$0 entry", "$0 entries", rows.length)
                    : ngettext("$0 entry so far", "$0 entries so far", rows.length)}
            </p>
            {open && (
                <HistoryDetails
                    pool={pool}
                    entry={open}
                    recorded={recorded}
                    onClose={() => setOpen(undefined)}
                />
            )}
        </>
    );
};
