import { useDialogs } from "dialogs";
import type { ReactElement } from "react";

import { _, format } from "../../i18n.ts";
import { changeRunner } from "../../store/changes.ts";
import type { Command } from "../../zfs/commands/command.ts";
import { mountDataset, shareDataset, unshareDataset } from "../../zfs/commands/dataset-use.ts";
import { mountedPlace } from "../../zfs/dataset-offers.ts";
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
import { ZoneDialog } from "./zone-dialog.tsx";

/**
 * Gives what does something with a dataset: what harms nothing is done at once, the rest asks.
 *
 * @param mounts /proc/self/mounts, if it is known
 */
export function useDatasetAction(
    mounts: string | undefined,
): (action: DatasetAction, dataset: Dataset) => void {
    const dialogs = useDialogs();
    return (action, dataset) => {
        const way = wayOf(action, dataset, mounts);
        if ("argv" in way) changeRunner.run(way);
        else dialogs.show(way);
    };
}

function wayOf(action: DatasetAction, dataset: Dataset, mounts: string | undefined): Command | ReactElement {
    switch (action) {
        case "create":
            return <CreateDialog parent={dataset.name} />;
        case "mount":
            return mountDataset(dataset);
        case "unmount":
            return <UnmountDialog dataset={dataset} mounts={mounts} />;
        case "share":
            return shareDataset(dataset);
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
            return <RewriteDialog dataset={dataset} place={mountedPlace(dataset, mounts)} />;
        case "upgrade":
            return <UpgradeDialog dataset={dataset} />;
        case "zone":
            return <ZoneDialog dataset={dataset} />;
        case "destroy":
            return <DestroyDialog dataset={dataset} />;
    }
}
