import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _, format } from "../../i18n.ts";
import { formatRoute, poolTabs } from "../../routes.ts";
import type { PoolTab } from "../../routes.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import type { PoolEntry } from "../../store/pools.ts";
import { LinkTabs } from "../../ui/link-tabs.tsx";
import { PageFrame } from "../../ui/page-frame.tsx";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { ChangeNotices } from "../change/change-notices.tsx";
import { usePoolObstacle } from "../change/use-obstacle.ts";
import { FeaturesTab } from "../features/features-tab.tsx";
import { HistoryTab } from "../history/history-tab.tsx";
import { LimitedAccess } from "../limited-access.tsx";
import { NotFound } from "../not-found.tsx";
import { isReadOnly } from "../obstacle-words.ts";
import { PoolState } from "../pool-state.tsx";
import { PoolTrouble } from "../pool-trouble.tsx";
import { WithPools } from "../with-pools.tsx";

import { DevicesTab } from "./devices-tab.tsx";
import { PoolMenu } from "./pool-menu.tsx";
import { PoolSummary } from "./pool-summary.tsx";
import { PropertiesTab } from "./properties-tab.tsx";
import { ScrubMenu } from "./scrub-menu.tsx";

interface PoolPageProps {
    readonly name: string;
    readonly tab: PoolTab | undefined;
}

/** One pool: which disk, and what is it doing? */
export const PoolPage = ({ name, tab }: PoolPageProps) => {
    const state = useStore(pools);
    const entry = state.kind === "ready" ? state.pools.find(({ usage }) => usage.name === name) : undefined;
    if (state.kind === "ready" && !entry)
        return (
            <NotFound
                what={format(_("There is no pool “$0”"), name)}
                name={name}
                why={_("It may have been exported, destroyed or renamed.")}
                way={<a href={formatRoute({ screen: "import" })}>{_("Import pool…")}</a>}
            >
                <ChangeNotices pool={name} />
            </NotFound>
        );

    return (
        <PageFrame
            title={name}
            aside={
                entry && (
                    <>
                        <PoolState entry={entry} />
                        <div className="zfs-actions">
                            <ScrubMenu entry={entry} />
                            <AddDevices entry={entry} />
                            <PoolMenu entry={entry} />
                        </div>
                    </>
                )
            }
            above={[{ title: _("ZFS"), href: formatRoute({ screen: "overview" }) }]}
        >
            <LimitedAccess />
            <ChangeNotices pool={name} />
            <WithPools>
                {() =>
                    entry && (
                        <>
                            <PoolTrouble entry={entry} />
                            <Card>
                                <CardBody className="zfs-stack">
                                    <PoolSummary entry={entry} />
                                </CardBody>
                            </Card>
                            <PoolTabs pool={name} tab={tab} />
                            <Tab entry={entry} tab={tab} />
                        </>
                    )
                }
            </WithPools>
        </PageFrame>
    );
};

/** Leads to where devices are added, if any can be. */
const AddDevices = ({ entry }: { readonly entry: PoolEntry }) => {
    const { name, readonly } = entry.usage;
    const obstacle = usePoolObstacle(entry) ?? (readonly ? isReadOnly() : undefined);
    const link = { component: "a", href: formatRoute({ screen: "add", pool: name }) } as const;
    return (
        <ReasonedButton variant="secondary" reason={obstacle} {...(obstacle === undefined && link)}>
            {_("Add devices…")}
        </ReasonedButton>
    );
};

const Tab = ({ entry, tab }: { readonly entry: PoolEntry; readonly tab: PoolTab | undefined }) => {
    switch (tab) {
        case "properties":
            return <PropertiesTab entry={entry} />;
        case "features":
            return <FeaturesTab entry={entry} />;
        case "history":
            return <HistoryTab entry={entry} />;
        case undefined:
            return <Devices entry={entry} />;
    }
};

const tabTitle = (tab: PoolTab | undefined): string => {
    switch (tab) {
        case "properties":
            return _("Properties");
        case "features":
            return _("Features");
        case "history":
            return _("History");
        case undefined:
            return _("Devices");
    }
};

const PoolTabs = ({ pool, tab: current }: { readonly pool: string; readonly tab: PoolTab | undefined }) => (
    <LinkTabs
        label={format(_("Parts of $0"), pool)}
        tabs={[undefined, ...poolTabs].map((tab) => ({
            title: tabTitle(tab),
            href: formatRoute(tab ? { screen: "pool", pool, tab } : { screen: "pool", pool }),
            isCurrent: tab === current,
        }))}
    />
);

const Devices = ({ entry }: { readonly entry: PoolEntry }) =>
    entry.status && (
        <Card>
            <CardBody className="zfs-stack">
                <DevicesTab entry={entry} pool={entry.status} />
            </CardBody>
        </Card>
    );
