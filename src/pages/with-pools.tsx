import PluggedIcon from "@patternfly/react-icons/dist/esm/icons/plugged-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import type { ReactNode } from "react";

import { _, format } from "../i18n.ts";
import { useStore } from "../store/hooks.ts";
import { pools } from "../store/pools.ts";
import type { PoolEntry, PoolsState } from "../store/pools.ts";
import { refreshNow } from "../store/refresh.ts";
import { absoluteTime } from "../ui/dates.ts";
import { Waiting } from "../ui/waiting.tsx";
import type { UnixTime } from "../zfs/model.ts";

import { HelperNotice } from "./helper-notice.tsx";
import { Problem } from "./problem.tsx";
import { TryAgain } from "./try-again.tsx";

const Absent = ({ state }: { readonly state: PoolsState & { readonly kind: "absent" } }) => {
    const words =
        state.part === "tools"
            ? {
                  title: _("ZFS is not installed on this host"),
                  paragraph: _(
                      "Install your distribution's OpenZFS packages; on Debian and Ubuntu the package is zfsutils-linux. Your pools appear here as soon as it is there.",
                  ),
              }
            : {
                  title: _("The ZFS kernel module is not loaded"),
                  paragraph: _(
                      "Without it no pool can be used. Load it with “modprobe zfs”. If that fails, for instance after a kernel update, the module has to be built or installed for the running kernel.",
                  ),
              };
    return (
        <>
            <EmptyStatePanel
                icon={PluggedIcon}
                headingLevel="h2"
                title={words.title}
                paragraph={words.paragraph}
                action={_("Try again")}
                onAction={refreshNow}
            />
            {state.part === "module" && <Problem title={_("What ZFS says")} error={state.error} />}
        </>
    );
};

const Outdated = ({ since, problem }: { readonly since: UnixTime; readonly problem: Error }) => (
    <Problem
        title={format(_("Not up to date since $0; trying again"), absoluteTime(since))}
        error={problem}
    />
);

/** Shows its children once the pools are known, and otherwise what stands in the way. */
export const WithPools = ({
    children,
}: {
    readonly children: (pools: readonly PoolEntry[]) => ReactNode;
}) => {
    const state = useStore(pools);
    return (
        <>
            <HelperNotice />
            <Pools state={state}>{children}</Pools>
        </>
    );
};

const Pools = ({
    state,
    children,
}: {
    readonly state: PoolsState;
    readonly children: (pools: readonly PoolEntry[]) => ReactNode;
}) => {
    switch (state.kind) {
        case "loading":
            return <Waiting what={_("Waiting for ZFS to list the pools")} />;
        case "absent":
            return <Absent state={state} />;
        case "failed":
            return (
                <>
                    <Problem title={_("The pools cannot be read")} error={state.error} />
                    <TryAgain />
                </>
            );
        case "ready":
            return (
                <>
                    {state.outdated && <Outdated {...state.outdated} />}
                    {children(state.pools)}
                </>
            );
    }
};
