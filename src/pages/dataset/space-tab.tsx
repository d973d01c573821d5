import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _, format } from "../../i18n.ts";
import { useAdminAccess } from "../../store/hooks.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { isBelow } from "../../zfs/dataset.ts";
import { Holders } from "../dataset-actions/holders.tsx";
import { DatasetTree } from "../datasets/dataset-tree.tsx";

import { DatasetFacts } from "./dataset-facts.tsx";
import { SpaceCard } from "./space-card.tsx";

interface SpaceTabProps {
    readonly dataset: Dataset;
    readonly all: readonly Dataset[];
}

/** By whom it is used, as only root may see; asked when the page is opened, and when the person asks for it. */
const InUse = ({ dataset: { name, mounted = false } }: { readonly dataset: Dataset }) =>
    useAdminAccess() === true && (
        <Card>
            <CardTitle component="h2">{_("In use by")}</CardTitle>
            <CardBody>
                <Holders dataset={name} news={String(mounted)} />
            </CardBody>
        </Card>
    );

/** What a dataset takes and is, and what lies in it. */
export const SpaceTab = ({ dataset, all }: SpaceTabProps) => (
    <>
        <SpaceCard dataset={dataset} />
        <Card>
            <CardBody>
                <DatasetFacts dataset={dataset} all={all} />
            </CardBody>
        </Card>
        <InUse dataset={dataset} />
        {all.some(({ name }) => isBelow(name, dataset.name)) && (
            <Card className="zfs-long">
                <CardTitle component="h2">{_("Datasets in it")}</CardTitle>
                <CardBody className="zfs-stack">
                    <DatasetTree
                        datasets={all}
                        root={dataset.name}
                        label={format(_("Datasets in $0"), dataset.name)}
                    />
                </CardBody>
            </Card>
        )}
    </>
);
