import { _ } from "../../i18n.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { datasetObstacle } from "../../zfs/dataset-offers.ts";
import type { BatchAction } from "../../zfs/dataset-offers.ts";
import { poolOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";

import { datasetObstacleText } from "./action-text.ts";

/** A dataset that is chosen, and why something cannot be done with it. */
export interface Skipped {
    readonly dataset: Dataset;
    readonly reason: string;
}

/** The chosen datasets: those with which something can be done, and the rest. */
export interface SortedOut {
    readonly possible: readonly Dataset[];
    readonly skipped: readonly Skipped[];
}

/**
 * Tells with which of the chosen datasets something can be done, as far as the page knows now.
 *
 * @param mounts /proc/self/mounts; undefined while it is not known
 */
export function useSortOut(
    mounts: string | undefined,
): (action: BatchAction, chosen: readonly Dataset[]) => SortedOut {
    const state = useStore(pools);
    const readOnly = new Set(
        state.kind === "ready"
            ? state.pools.filter(({ usage }) => usage.readonly).map(({ usage }) => usage.name)
            : [],
    );
    const reasonAgainst = (action: BatchAction, dataset: Dataset): string | undefined => {
        if (dataset.type !== "filesystem" && action !== "destroy")
            return _("It is a volume, which is not mounted or shared");
        const isPoolReadOnly = readOnly.has(poolOf(dataset.name));
        const obstacle = datasetObstacle(action, {
            dataset,
            mounts,
            capabilities: undefined,
            isPoolReadOnly,
        });
        return obstacle && datasetObstacleText(action, obstacle);
    };
    return (action, chosen) => {
        const [possible, skipped]: [Dataset[], Skipped[]] = [[], []];
        for (const dataset of chosen) {
            const reason = reasonAgainst(action, dataset);
            if (reason === undefined) possible.push(dataset);
            else skipped.push({ dataset, reason });
        }
        return { possible, skipped };
    };
}
