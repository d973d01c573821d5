import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import LockIcon from "@patternfly/react-icons/dist/esm/icons/lock-icon.js";
import PluggedIcon from "@patternfly/react-icons/dist/esm/icons/plugged-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useEffect } from "react";

import { HostError } from "../../backend/errors.ts";
import { _, ngettext } from "../../i18n.ts";
import type { ActivityRoute } from "../../routes.ts";
import { audit, watchAudit } from "../../store/audit.ts";
import { useAdminAccess, useStore } from "../../store/hooks.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { useTurnOnAccess } from "../change/use-turn-on-access.tsx";
import { HelperNotice } from "../helper-notice.tsx";
import { turnOnAccess } from "../obstacle-words.ts";
import { Problem } from "../problem.tsx";
import { TryAgain } from "../try-again.tsx";

import { ChangeList } from "./change-list.tsx";

/** Who did what: every change that was made with the page or with the helper. */
export const ActivityPage = ({ route }: { readonly route: ActivityRoute }) => {
    const access = useAdminAccess();
    return (
        <PageFrame title={_("Activity")}>
            {access === true && <Activity route={route} />}
            {access === null && (
                <Waiting what={_("Waiting for Cockpit to say whether there is administrative access")} />
            )}
            {access === false && <NoAccess />}
        </PageFrame>
    );
};

const NoAccess = () => (
    <EmptyStatePanel
        icon={LockIcon}
        headingLevel="h2"
        title={_("Activity needs administrative access")}
        paragraph={_("Who changed what is for administrators to see.")}
        action={turnOnAccess()}
        onAction={useTurnOnAccess()}
    />
);

const Activity = ({ route }: { readonly route: ActivityRoute }) => {
    useEffect(watchAudit, []);
    const state = useStore(audit);
    switch (state.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for the record of changes")} lines={8} />;
        case "failed":
            return state.error instanceof HostError && state.error.kind === "missing" ? (
                <NoHelper />
            ) : (
                <Unreadable error={state.error} />
            );
        case "ready":
            return (
                <>
                    <HelperNotice />
                    {state.isOfNewer && <OfNewer />}
                    {state.journalOnly > 0 && <JournalOnly count={state.journalOnly} />}
                    {state.problem && <Unreadable error={state.problem} />}
                    {(state.changes.length > 0 || state.journalOnly === 0) && (
                        <ChangeList state={state} route={route} />
                    )}
                </>
            );
    }
};

const OfNewer = () => (
    <Alert
        component="p"
        variant="warning"
        isInline
        title={_("The record of changes belongs to a newer zfsadmin")}
    >
        {_(
            "This one can read it, but adds nothing to it: what is changed now is recorded in the system's journal only. Install the newer package cockpit-zfsadmin again.",
        )}
    </Alert>
);

const JournalOnly = ({ count }: { readonly count: number }) => (
    <Alert
        component="p"
        variant="info"
        isInline
        title={ngettext(
            "$0 change is recorded in the system's journal only",
            "$0 changes are recorded in the system's journal only",
            count,
        )}
    >
        {_("“journalctl -t zfsadmin” shows them. They appear here once this record can be written again.")}
    </Alert>
);

const Unreadable = ({ error }: { readonly error: Error }) => (
    <>
        <HelperNotice />
        <Problem title={_("The record of changes cannot be read")} error={error} />
        <TryAgain />
    </>
);

const NoHelper = () => (
    <EmptyStatePanel
        icon={PluggedIcon}
        headingLevel="h2"
        title={_("Changes are not recorded on this host")}
        paragraph={_(
            "The program “zfsadmin” records them. Install the package cockpit-zfsadmin on it; what is changed from then on appears here.",
        )}
    />
);
