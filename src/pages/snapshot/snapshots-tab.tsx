import { Alert } from "@patternfly/react-core/dist/esm/components/Alert/index.js";
import { Card, CardBody } from "@patternfly/react-core/dist/esm/components/Card/index.js";
import { EmptyStatePanel } from "cockpit-components-empty-state";
import { useMemo } from "react";

import { readSnapshots } from "../../backend/snapshots.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import { Waiting } from "../../ui/waiting.tsx";
import type { Dataset } from "../../zfs/dataset.ts";
import { labelOf } from "../../zfs/snapshot.ts";
import type { Snapshot } from "../../zfs/snapshot.ts";
import { Problem } from "../problem.tsx";

import { SnapshotList } from "./snapshot-list.tsx";
import "./snapshots.scss";
import { TakeSnapshot } from "./take-snapshot.tsx";

interface SnapshotsTabProps {
    readonly dataset: Dataset;
    /** The one that is looked at, by what stands behind the @. */
    readonly open: string | undefined;
}

/** The snapshots of one dataset, read when the tab is opened and whenever something may have changed. */
export const SnapshotsTab = ({ dataset, open }: SnapshotsTabProps) => {
    const answer = useAnswer(() => readSnapshots(dataset.name), `${useDatasetNews()} ${dataset.name}`);
    switch (answer.kind) {
        case "waiting":
            return <Waiting what={_("Waiting for ZFS to list the snapshots")} lines={12} />;
        case "failed":
            return <Problem title={_("The snapshots of this dataset cannot be read")} error={answer.error} />;
        case "ready":
            return <Snapshots dataset={dataset} snapshots={answer.value} open={open} />;
    }
};

interface SnapshotsProps extends SnapshotsTabProps {
    readonly snapshots: readonly Snapshot[];
}

const Snapshots = ({ dataset, snapshots, open: label }: SnapshotsProps) => {
    const open = useMemo(
        () => (label === undefined ? undefined : snapshots.find((one) => labelOf(one) === label)),
        [snapshots, label],
    );
    return (
        <>
            {label !== undefined && !open && (
                <Alert
                    component="p"
                    variant="info"
                    isInline
                    title={format(_("There is no snapshot “$0”"), `${dataset.name}@${label}`)}
                />
            )}
            {snapshots.length === 0 ? (
                <EmptyStatePanel
                    headingLevel="h2"
                    title={_("There is no snapshot yet")}
                    paragraph={_(
                        "A snapshot keeps what is in the dataset at a moment. What is changed or deleted later can be had from it.",
                    )}
                    secondary={<TakeSnapshot dataset={dataset} />}
                />
            ) : (
                <Card className="zfs-long">
                    <CardBody className="zfs-stack">
                        <SnapshotList dataset={dataset.name} snapshots={snapshots} open={open} />
                    </CardBody>
                </Card>
            )}
        </>
    );
};
