import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import CubesIcon from "@patternfly/react-icons/dist/esm/icons/cubes-icon.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useEffect } from "react";

import { _ } from "../../i18n.ts";
import type { DatasetsRoute } from "../../routes.ts";
import { watchKeysAt } from "../../store/refresh.ts";
import { PageFrame } from "../../ui/page-frame.tsx";
import { ChangeNotices } from "../change/change-notices.tsx";
import { DatasetPage } from "../dataset/dataset-page.tsx";
import { CreateDataset } from "../dataset-actions/dataset-menu.tsx";
import { LimitedAccess } from "../limited-access.tsx";
import { PoolLinks } from "../pool-links.tsx";
import { WithDatasets } from "../with-datasets.tsx";

import { DatasetTree } from "./dataset-tree.tsx";

/** The tree of all datasets, or one dataset. */
export const DatasetsPage = ({ route }: { readonly route: DatasetsRoute }) =>
    route.dataset === undefined ? (
        <AllDatasets />
    ) : (
        <DatasetPage name={route.dataset} tab={route.tab} snapshot={route.snapshot} />
    );

/** Where has the space gone, and what is where? */
const AllDatasets = () => {
    useEffect(watchKeysAt, []);
    return (
        <PageFrame
            title={_("Datasets")}
            aside={
                <div className="zfs-actions">
                    <CreateDataset parent={undefined} />
                </div>
            }
        >
            <LimitedAccess />
            <ChangeNotices />
            <WithDatasets>
                {({ datasets }) =>
                    datasets.length === 0 ? (
                        <EmptyStatePanel
                            icon={CubesIcon}
                            headingLevel="h2"
                            title={_("No datasets")}
                            paragraph={_(
                                "Every pool has at least one: filesystems and volumes appear here once a pool is created or imported.",
                            )}
                            action={<PoolLinks />}
                        />
                    ) : (
                        <Card className="zfs-long">
                            <CardBody className="zfs-stack">
                                <DatasetTree datasets={datasets} label={_("Datasets")} />
                            </CardBody>
                        </Card>
                    )
                }
            </WithDatasets>
        </PageFrame>
    );
};
