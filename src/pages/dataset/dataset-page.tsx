import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { useEffect } from "react";

import { _, format } from "../../i18n.ts";
import { datasetTabs, formatRoute } from "../../routes.ts";
import type { DatasetTab } from "../../routes.ts";
import { datasets } from "../../store/datasets.ts";
import { useStore } from "../../store/hooks.ts";
import { watchDatasets, watchKeysAt } from "../../store/refresh.ts";
import { LinkTabs } from "../../ui/link-tabs.tsx";
import { PageFrame } from "../../ui/page-frame.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { isLocked, leafOf, poolOf } from "../../zfs/dataset.ts";
import { ChangeNotices } from "../change/change-notices.tsx";
import { CreateDataset, DatasetMenu } from "../dataset-actions/dataset-menu.tsx";
import { PropertiesTab } from "../dataset-properties/properties-tab.tsx";
import { DatasetMarks } from "../datasets/dataset-marks.tsx";
import { DelegationTab } from "../delegation/delegation-tab.tsx";
import { KeysTab } from "../keys/keys-tab.tsx";
import { LimitedAccess } from "../limited-access.tsx";
import { NotFound } from "../not-found.tsx";
import { QuotasTab } from "../quotas/quotas-tab.tsx";
import { SnapshotsTab } from "../snapshot/snapshots-tab.tsx";
import { TakeSnapshot } from "../snapshot/take-snapshot.tsx";
import { WithDatasets } from "../with-datasets.tsx";

import { SpaceTab } from "./space-tab.tsx";

interface DatasetPageProps {
    readonly name: string;
    readonly tab: DatasetTab | undefined;
    /** Which of its snapshots is open, by what stands behind the @. */
    readonly snapshot: string | undefined;
}

/** One dataset: what it is, what it takes, and what lies in it. */
export const DatasetPage = ({ name, tab, snapshot }: DatasetPageProps) => {
    useEffect(watchDatasets, []);
    useEffect(() => watchKeysAt(name), [name]);
    const state = useStore(datasets);
    const pool = poolOf(name);
    const known = state.kind === "ready" ? state.datasets : [];
    const dataset = known.find((one) => one.name === name);
    if (state.kind === "ready" && !dataset && !state.silent.some((silent) => silent.name === pool))
        return (
            <NotFound
                what={format(_("There is no dataset “$0”"), name)}
                name={name}
                why={_("It may have been destroyed or renamed, or its pool exported.")}
            >
                <ChangeNotices pool={pool} />
            </NotFound>
        );

    return (
        <PageFrame
            title={leafOf(name)}
            aside={
                dataset && (
                    <>
                        <DatasetMarks dataset={dataset} />
                        <div className="zfs-actions">
                            {dataset.type === "filesystem" && <CreateDataset parent={dataset} />}
                            <TakeSnapshot dataset={dataset} />
                            <DatasetMenu dataset={dataset} />
                        </div>
                    </>
                )
            }
            above={[{ title: _("Datasets"), href: formatRoute({ screen: "datasets" }) }, ...wayTo(name)]}
        >
            <LimitedAccess />
            <ChangeNotices pool={pool} />
            <WithDatasets pool={pool}>
                {() =>
                    dataset && (
                        <>
                            {isLocked(dataset) && <Locked dataset={dataset} />}
                            <DatasetTabs name={name} tab={tab} />
                            <Tab dataset={dataset} all={known} tab={tab} snapshot={snapshot} />
                        </>
                    )
                }
            </WithDatasets>
        </PageFrame>
    );
};

/** The datasets in which one lies, from its pool on. */
const wayTo = (name: string) =>
    name
        .split("/")
        .slice(0, -1)
        .map((title, index, path) => ({
            title,
            href: formatRoute({ screen: "datasets", dataset: path.slice(0, index + 1).join("/") }),
        }));

interface TabProps {
    readonly dataset: Dataset;
    readonly all: readonly Dataset[];
    readonly tab: DatasetTab | undefined;
    readonly snapshot: string | undefined;
}

const Tab = ({ dataset, all, tab, snapshot }: TabProps) => {
    switch (tab) {
        case "snapshots":
            return <SnapshotsTab key={dataset.name} dataset={dataset} open={snapshot} />;
        case "properties":
            return <PropertiesTab dataset={dataset} />;
        case "keys":
            return <KeysTab dataset={dataset} />;
        case "quotas":
            return <QuotasTab dataset={dataset} />;
        case "delegation":
            return <DelegationTab dataset={dataset} />;
        case undefined:
            return <SpaceTab dataset={dataset} all={all} />;
    }
};

const tabTitle = (tab: DatasetTab | undefined): string => {
    switch (tab) {
        case "snapshots":
            return _("Snapshots");
        case "properties":
            return _("Properties");
        case "keys":
            return _("Keys");
        case "quotas":
            return _("Quotas");
        case "delegation":
            return _("Delegation");
        case undefined:
            return _("Space");
    }
};

const DatasetTabs = ({
    name,
    tab: current,
}: {
    readonly name: string;
    readonly tab: DatasetTab | undefined;
}) => (
    <LinkTabs
        label={format(_("Parts of $0"), name)}
        tabs={[undefined, ...datasetTabs].map((tab) => ({
            title: tabTitle(tab),
            href: formatRoute({ screen: "datasets", dataset: name, tab }),
            isCurrent: tab === current,
        }))}
    />
);

/** Says that the content cannot be read now, and where that can be changed. */
const Locked = ({ dataset: { name, encryptionRoot = name } }: { readonly dataset: Dataset }) => (
    <Alert
        component="p"
        variant="info"
        isInline
        title={_("Its key is not loaded: what is in it cannot be read")}
        actionLinks={
            <a href={formatRoute({ screen: "datasets", dataset: encryptionRoot, tab: "keys" })}>
                {format(_("Keys of $0"), encryptionRoot)}
            </a>
        }
    />
);
