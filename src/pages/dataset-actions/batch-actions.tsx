import { useDialogs } from "dialogs";
import { useState } from "react";

import { _, ngettext } from "../../i18n.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { ReasonedMenu } from "../../ui/reasoned-menu.tsx";
import { batchActions, datasetObstacle } from "../../zfs/dataset-offers.ts";
import type { BatchAction } from "../../zfs/dataset-offers.ts";
import { poolOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useHostObstacle } from "../change/use-obstacle.ts";
import { PropertyButton } from "../dataset-properties/property-button.tsx";

import { datasetObstacleText } from "./action-text.ts";
import { BatchDestroyDialog } from "./batch-destroy-dialog.tsx";
import { batchActionText } from "./batch-text.ts";
import { BatchUseDialog } from "./batch-use-dialog.tsx";
import { useMounts } from "./use-mounts.ts";

/** A dataset that is chosen, and why something cannot be done with it. */
export interface Skipped {
    readonly dataset: Dataset;
    readonly reason: string;
}

/** What can be done to all chosen datasets at once. */
export const BatchActions = ({ chosen }: { readonly chosen: readonly Dataset[] }) => {
    const dialogs = useDialogs();
    const host = useHostObstacle();
    const [wasOpened, setOpened] = useState(false);
    const mounts = useMounts(wasOpened);
    const state = useStore(pools);
    const readOnly = new Set(
        state.kind === "ready"
            ? state.pools.filter(({ usage }) => usage.readonly).map(({ usage }) => usage.name)
            : [],
    );

    const sortOut = (action: BatchAction) => {
        const [possible, skipped]: [Dataset[], Skipped[]] = [[], []];
        for (const dataset of chosen) {
            const reason = reasonAgainst(action, dataset);
            if (reason === undefined) possible.push(dataset);
            else skipped.push({ dataset, reason });
        }
        return { possible, skipped };
    };
    const reasonAgainst = (action: BatchAction, dataset: Dataset): string | undefined => {
        if (dataset.type !== "filesystem" && action !== "destroy")
            return _("It is a volume, which is not mounted or shared");
        const obstacle = datasetObstacle(action, {
            ...{ dataset, mounts, capabilities: undefined },
            isPoolReadOnly: readOnly.has(poolOf(dataset.name)),
        });
        return obstacle && datasetObstacleText(action, obstacle);
    };

    return (
        <>
            <PropertyButton chosen={chosen} />
            <ReasonedMenu
                label={ngettext("Do with $0 dataset", "Do with $0 datasets", chosen.length)}
                reason={host ?? (chosen.length === 0 ? _("None is chosen") : undefined)}
                onOpen={() => setOpened(true)}
                choices={batchActions.map((action) => {
                    const { possible, skipped } = sortOut(action);
                    return {
                        id: action,
                        title: batchActionText(action),
                        reason: possible.length === 0 ? skipped[0]?.reason : undefined,
                        isDanger: action === "destroy",
                    };
                })}
                onChoose={(action) => {
                    const { possible, skipped } = sortOut(action);
                    dialogs.show(
                        action === "destroy" ? (
                            <BatchDestroyDialog chosen={possible} skipped={skipped} />
                        ) : (
                            <BatchUseDialog action={action} chosen={possible} skipped={skipped} />
                        ),
                    );
                }}
            />
        </>
    );
};
