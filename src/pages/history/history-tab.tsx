// HISTORY. A pool remembers every command that changed it, and what ZFS noted for itself, on its own disks: also what
// was done in a terminal or on another host. What was done with this page stands in the audit log, too, with more.
import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon.js";
import PauseCircleIcon from "@patternfly/react-icons/dist/esm/icons/pause-circle-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useEffect } from "react";

import { _ } from "../../i18n.ts";
import { audit, watchAudit } from "../../store/audit.ts";
import { useAdminAccess, useStore } from "../../store/hooks.ts";
import { usePoolHistory } from "../../store/pool-history.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { eventsHeard, readings } from "../../store/readings.ts";
import { Waiting } from "../../ui/waiting.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import { useTurnOnAccess } from "../change/use-turn-on-access.tsx";
import { turnOnAccess } from "../obstacle-words.ts";
import { Problem } from "../problem.tsx";

import { HistoryList } from "./history-list.tsx";

/** What was done to a pool, since it was created. */
export const HistoryTab = ({ entry }: { readonly entry: PoolEntry }) => {
    const access = useAdminAccess();
    // the call would hang with the pool
    if (entry.usage.health === "SUSPENDED" || entry.silentSince !== undefined) return <NoAnswer />;
    switch (access) {
        case true:
            return <History pool={entry.usage} />;
        case null:
            return <Waiting what={_("Waiting for Cockpit to say whether there is administrative access")} />;
        case false:
            return <NoAccess />;
    }
};

const NoAccess = () => (
    <EmptyStatePanel
        icon={LockIcon}
        headingLevel="h2"
        title={_("The history needs administrative access")}
        paragraph={_("ZFS shows what was done to a pool to administrators only.")}
        action={turnOnAccess()}
        onAction={useTurnOnAccess()}
    />
);

const NoAnswer = () => (
    <EmptyStatePanel
        icon={PauseCircleIcon}
        headingLevel="h2"
        title={_("The history cannot be read now")}
        paragraph={_("This pool does not answer. Its history is on its own disks.")}
    />
);

const History = ({ pool }: { readonly pool: Identity }) => {
    useEffect(watchAudit, []);
    const recorded = useStore(audit);
    const changes = recorded.kind === "ready" ? recorded.changes : [];
    const subject = [useStore(readings), useStore(eventsHeard), changes[0]?.id, changes[0]?.state].join(" ");
    const history = usePoolHistory(pool.name, subject);
    const { entries, isComplete, error } = history;
    if (entries.length === 0 && !isComplete)
        return <Waiting what={_("Waiting for ZFS to tell the history of this pool")} lines={8} />;
    return (
        <>
            {error && <Problem title={_("The history of this pool cannot be read")} error={error} />}
            {entries.length > 0 && (
                <Card className="zfs-long">
                    <CardBody className="zfs-stack">
                        <HistoryList pool={pool} history={history} recorded={recorded} />
                    </CardBody>
                </Card>
            )}
        </>
    );
};
