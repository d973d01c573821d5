import { Card, CardBody, CardTitle } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { _, format } from "../../i18n.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { isBelow } from "../../zfs/dataset.ts";
import { DatasetTree } from "../datasets/dataset-tree.tsx";

import { DatasetFacts } from "./dataset-facts.tsx";
import { SpaceCard } from "./space-card.tsx";

interface SpaceTabProps {
    readonly dataset: Dataset;
    readonly all: readonly Dataset[];
}

/** What a dataset takes and is, and what lies in it. */
export const SpaceTab = ({ dataset, all }: SpaceTabProps) => (
    <>
        <SpaceCard dataset={dataset} />
        <Card>
            <CardBody>
                <DatasetFacts dataset={dataset} all={all} />
            </CardBody>
        </Card>
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
