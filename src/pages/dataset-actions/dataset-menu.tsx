// WHAT CAN BE DONE WITH DATASETS: the menu of one (here), the button that creates one (create-dataset.tsx), and what is
// done to many at once (batch-actions.tsx). What is possible is said by zfs/dataset-offers.ts; each action is a dialog of
// this folder, and what harms nothing is run at once. Destroying (destroy-dialog.tsx) is refused before ZFS would, since
// ZFS would have destroyed a part by then; what stands in the way is named, and dealt with one by one.
import { useEffect, useState } from "react";

import { _, format } from "../../i18n.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { useStore } from "../../store/hooks.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import { datasetActions, datasetObstacle, isOffered } from "../../zfs/dataset-offers.ts";
import type { OfferSubject } from "../../zfs/dataset-offers.ts";
import { poolOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";

import { datasetActionText, datasetObstacleText } from "./action-text.ts";
import { useDatasetAction } from "./use-dataset-action.tsx";
import { usePoolEntry } from "./use-datasets.ts";
import { useMounts } from "./use-mounts.ts";

export { BatchActions } from "./batch-actions.tsx";
export { CreateDataset } from "./create-dataset.tsx";

interface DatasetMenuProps {
    readonly dataset: Dataset;
    /** Of its button, where rows decide about the focus. */
    readonly tabIndex?: number;
}

/** What can be done to a dataset, as a menu in its row and on its page. */
export const DatasetMenu = ({ dataset, tabIndex }: DatasetMenuProps) => {
    // a table has many of these: what costs something is asked for by the one that is opened
    const [wasOpened, setOpened] = useState(false);
    const subject = useOfferSubject(dataset, wasOpened);
    const act = useDatasetAction();
    return (
        <ReasonedMenu
            label={format(_("Actions for $0"), dataset.name)}
            hasDots
            {...(tabIndex !== undefined && { tabIndex })}
            reason={useDatasetsObstacle([dataset.name], { worksReadOnly: true })}
            onOpen={() => setOpened(true)}
            choices={(wasOpened ? datasetActions : [])
                .filter((action) => isOffered(action, dataset))
                .map((action) => {
                    const obstacle = datasetObstacle(action, subject);
                    return {
                        id: action,
                        title: datasetActionText(action),
                        reason: obstacle && datasetObstacleText(action, obstacle),
                        isDanger: action === "destroy",
                    };
                })}
            onChoose={(action) => act(action, dataset)}
        />
    );
};

/** What decides what can be done with a dataset; what has to be asked for, only if it is `wanted`. */
function useOfferSubject(dataset: Dataset, wanted: boolean): OfferSubject {
    const entry = usePoolEntry(poolOf(dataset.name));
    const mounts = useMounts(wanted);
    useEffect(() => {
        if (wanted) askForCapabilities();
    }, [wanted]);
    return {
        dataset,
        isPoolReadOnly: entry?.usage.readonly === true,
        mounts,
        capabilities: useStore(capabilities),
    };
}
