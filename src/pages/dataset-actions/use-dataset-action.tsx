import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { _, format } from "../../i18n.ts";
import { changeRunner } from "../../store/changes.ts";
import { mountDataset, shareDataset, unshareDataset } from "../../zfs/commands/dataset-use.ts";
import type { DatasetAction } from "../../zfs/dataset-offers.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { ConfirmChange } from "../change/confirm-change.tsx";

import { CloneDialog } from "./clone-dialog.tsx";
import { CreateDialog } from "./create-dialog.tsx";
import { DestroyDialog } from "./destroy-dialog.tsx";
import { PromoteDialog } from "./promote-dialog.tsx";
import { RenameDialog } from "./rename-dialog.tsx";
import { RewriteDialog } from "./rewrite-dialog.tsx";
import { UnmountDialog } from "./unmount-dialog.tsx";
import { UpgradeDialog } from "./upgrade-dialog.tsx";
import { useDatasetList } from "./use-datasets.ts";
import { ZoneDialog } from "./zone-dialog.tsx";

/** Gives what does something with a dataset: what harms nothing is done at once, the rest asks. */
export function useDatasetAction(): (action: DatasetAction, dataset: Dataset) => void {
    const dialogs = useDialogs();
    return (action, dataset) => {
        if (action === "mount") changeRunner.run(mountDataset(dataset));
        else if (action === "share") changeRunner.run(shareDataset(dataset));
        else dialogs.show(<Current dataset={dataset} dialog={(now) => dialogOf(action, now)} />);
    };
}

interface CurrentProps {
    readonly dataset: Dataset;
    readonly dialog: (dataset: Dataset) => ReactElement;
}

/** A dialog about a dataset as it is now. One that is gone, or is called otherwise, stays as it was: nothing is done to it. */
const Current = ({ dataset, dialog }: CurrentProps) => {
    const { guid, name } = dataset;
    const now = useDatasetList().find((one) => one.guid === guid && one.name === name);
    return dialog(now ?? dataset);
};

type Asking = Exclude<DatasetAction, "mount" | "share">;

function dialogOf(action: Asking, dataset: Dataset): ReactElement {
    switch (action) {
        case "create":
            return <CreateDialog parent={dataset.name} />;
        case "unmount":
            return <UnmountDialog dataset={dataset} />;
        case "unshare":
            return (
                <ConfirmChange
                    command={unshareDataset(dataset)}
                    title={format(_("Stop sharing $0?"), dataset.name)}
                    text={_(
                        "Whoever uses it over the network loses it. Its properties stay as they are: it is shared again when it is mounted anew, at the next start at the latest.",
                    )}
                    action={_("Stop sharing")}
                />
            );
        case "clone":
            return <CloneDialog dataset={dataset} />;
        case "promote":
            return <PromoteDialog dataset={dataset} />;
        case "rename":
            return <RenameDialog dataset={dataset} />;
        case "rewrite":
            return <RewriteDialog dataset={dataset} />;
        case "upgrade":
            return <UpgradeDialog dataset={dataset} />;
        case "zone":
            return <ZoneDialog dataset={dataset} />;
        case "destroy":
            return <DestroyDialog dataset={dataset} />;
    }
}
