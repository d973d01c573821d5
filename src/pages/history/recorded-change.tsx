import { useEffect, useMemo } from "react";

import { _, format } from "../../i18n.ts";
import { formatRoute } from "../../routes.ts";
import type { AuditState } from "../../store/audit-reader.ts";
import { loadOlderChanges } from "../../store/audit.ts";
import { personOf } from "../../zfs/audit.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { changeFinder, mayBeBefore } from "../../zfs/history.ts";
import type { HistoryEntry } from "../../zfs/history.ts";
import { personText } from "../activity/change-words.ts";

interface RecordedChangeProps {
    readonly pool: Identity;
    /** A command. */
    readonly entry: HistoryEntry;
    readonly recorded: AuditState;
}

/** The way from a command to what was recorded of it, for which older changes are read as far back as it lies. */
export const RecordedChange = ({ pool, entry, recorded }: RecordedChangeProps) => {
    const changes = recorded.kind === "ready" ? recorded.changes : undefined;
    const change = useMemo(
        () => changes && changeFinder(changes, pool.guid)(entry),
        [changes, pool.guid, entry],
    );
    const hasProblem = recorded.kind === "failed" || (recorded.kind === "ready" && Boolean(recorded.problem));
    const isSought =
        !change &&
        !hasProblem &&
        (recorded.kind !== "ready" || (!recorded.isComplete && mayBeBefore(recorded.changes, entry)));
    useEffect(() => {
        if (isSought && changes) loadOlderChanges();
    }, [isSought, changes]);
    if (change)
        return (
            <p>
                <a href={formatRoute({ screen: "activity", filter: {}, change: change.id })}>
                    {format(_("Change $0 in the activity, by $1"), change.id, personText(personOf(change)))}
                </a>
            </p>
        );
    if (isSought) return <p className="zfs-quiet">{_("Looking for it in the activity…")}</p>;
    if (hasProblem)
        return <p className="zfs-quiet">{_("Whether it is in the activity could not be found out.")}</p>;
    return null;
};
