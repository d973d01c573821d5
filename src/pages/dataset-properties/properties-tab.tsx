import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";

import { readDatasetProperties } from "../../backend/dataset-properties.ts";
import { readModule } from "../../backend/module.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { Waiting } from "../../ui/waiting.tsx";
import { allProperties } from "../../zfs/dataset-settable.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { Problem } from "../problem.tsx";

import { PropertyList } from "./property-list.tsx";

/** All properties of a dataset, read when the tab is opened and whenever something may have changed. */
export const PropertiesTab = ({ dataset }: { readonly dataset: Dataset }) => {
    const { name, type } = dataset;
    const answer = useAnswer(async () => {
        const [properties, { datasetProperties: rules }] = await Promise.all([
            readDatasetProperties(name),
            readModule(),
        ]);
        return { properties: allProperties(properties, rules, type), rules };
    }, `${useDatasetNews()} ${type} ${name}`);
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for ZFS to tell the properties")} lines={12} />;
        case "failed":
            return (
                <Problem title={_("The properties of this dataset cannot be read")} error={answer.error} />
            );
        case "ready":
            return (
                <Card className="zfs-long">
                    <CardBody className="zfs-stack">
                        <PropertyList dataset={dataset} {...answer.value} />
                    </CardBody>
                </Card>
            );
    }
};
