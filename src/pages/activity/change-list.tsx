import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import HistoryIcon from "@patternfly/react-icons/dist/esm/icons/history-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useCallback, useEffect, useMemo, useState } from "react";

import { replaceAddress } from "../../backend/session.ts";
import { _, ngettext } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { ActivityRoute } from "../../routes.ts";
import type { AuditState } from "../../store/audit-reader.ts";
import { loadOlderChanges } from "../../store/audit.ts";
import { VirtualTable } from "../../ui/virtual-table.tsx";
import type { Sort } from "../../ui/virtual-table.tsx";
import { changeTest } from "../../zfs/audit.ts";
import type { Change, ChangeFilter } from "../../zfs/audit.ts";

import { changeColumns, sortChanges } from "./change-columns.tsx";
import { ChangeDetails } from "./change-details.tsx";
import { ChangeFilters } from "./change-filters.tsx";

interface ChangeListProps {
    readonly state: AuditState & { readonly kind: "ready" };
    readonly route: ActivityRoute;
}

const newestFirst: Sort = { column: "time", direction: "desc" };
const idOf = ({ id }: Change): string => String(id);

/** The recorded changes, of which older ones are read as they are needed. */
export const ChangeList = ({ state, route: { filter, change: openId } }: ChangeListProps) => {
    const { changes, isComplete } = state;
    const { text, person, state: outcome, pool } = filter;
    const [sort, setSort] = useState(newestFirst);
    const [isEndInView, setEndInView] = useState(false);
    const columns = useMemo(() => changeColumns(), []);
    const rows = useMemo(
        () => sortChanges(changes.filter(changeTest({ text, person, state: outcome, pool })), sort),
        [changes, text, person, outcome, pool, sort],
    );
    const open = changes.find(({ id }) => id === openId);

    // only the newest are known in their order without knowing all
    const wantsOlder = isEndInView || sort !== newestFirst || (openId !== undefined && !open);
    useEffect(() => {
        if (wantsOlder && !state.isComplete && !state.problem) loadOlderChanges();
    }, [wantsOlder, state]);

    const setFilter = (next: ChangeFilter) =>
        replaceAddress(formatRoute({ screen: "activity", filter: next }));
    const onOpen = useCallback(
        ({ id }: Change) => {
            const shown = { text, person, state: outcome, pool };
            replaceAddress(formatRoute({ screen: "activity", filter: shown, change: id }));
        },
        [text, person, outcome, pool],
    );

    if (changes.length === 0) return <NoChanges />;
    return (
        <Card className="zfs-long">
            <CardBody className="zfs-stack">
                <ChangeFilters filter={filter} changes={changes} onFilter={setFilter} />
                <VirtualTable
                    label={_("Changes")}
                    columns={columns}
                    rows={rows}
                    idOf={idOf}
                    hasMore={!isComplete}
                    sort={sort}
                    onSort={(next) => setSort(isNewestFirst(next) ? newestFirst : next)}
                    onOpen={onOpen}
                    onEndInView={setEndInView}
                />
                <p className="zfs-quiet" role="status">
                    {endWords(rows.length, changes.length, state)}
                </p>
                {openId !== undefined && (open || isComplete) && (
                    <ChangeDetails id={openId} change={open} onClose={() => setFilter(filter)} />
                )}
            </CardBody>
        </Card>
    );
};

const isNewestFirst = ({ column, direction }: Sort): boolean =>
    column === newestFirst.column && direction === newestFirst.direction;

/** What stands under the last row. */
function endWords(shown: number, known: number, { isComplete, problem }: ChangeListProps["state"]): string {
    if (problem) return _("Older changes could not be read.");
    if (!isComplete)
        return ngettext(
            "The newest change is known; older ones are read as they are needed.",
            "The $0 newest changes are known; older ones are read as they are needed.",
            known,
        );
    if (shown === 0) return _("No change matches the filters.");
    return ngettext("$0 change", "$0 changes", shown);
}

const NoChanges = () => (
    <EmptyStatePanel
        icon={HistoryIcon}
        headingLevel="h2"
        title={_("No changes yet")}
        paragraph={_(
            "Whatever is changed with this page, or with “zfsadmin execute” in a terminal, appears here: who did it, the exact command, and what came of it.",
        )}
    />
);
