import { useDialogs } from "dialogs";
import { useState } from "react";

import { _ } from "../../i18n.ts";
import { ActionDialog } from "../../ui/dialogs/action-dialog.tsx";
import type { Command } from "../../zfs/commands/command.ts";
import {
    mountDataset,
    shareDataset,
    unmountDataset,
    unshareDataset,
} from "../../zfs/commands/dataset-use.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { unmountedWith } from "../../zfs/dataset-offers.ts";
import type { BatchAction } from "../../zfs/dataset-offers.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useBatch } from "../change/use-batch.ts";

import { CommandLines, SkippedOnes } from "./batch-parts.tsx";
import { BatchResults } from "./batch-results.tsx";
import { batchButtonText, batchEffectText, unmountedWithText } from "./batch-text.ts";
import { useDatasetList } from "./use-datasets.ts";
import { useMounts } from "./use-mounts.ts";
import { useSortOut } from "./use-sort-out.ts";
import type { SortedOut } from "./use-sort-out.ts";

type UseAction = Exclude<BatchAction, "destroy">;

interface BatchUseDialogProps {
    readonly action: UseAction;
    readonly chosen: readonly Dataset[];
    /** /proc/self/mounts when it was opened. */
    readonly mounts: string | undefined;
}

const builders: Readonly<Record<UseAction, (dataset: Identity) => Command>> = {
    mount: mountDataset,
    unmount: (dataset) => unmountDataset(dataset),
    share: shareDataset,
    unshare: unshareDataset,
};

/**
 * Mounts, unmounts or shares many filesystems, and says what has become of each. Until it begins, it shows with which of
 * the chosen ones it can be done now: a change made a moment before may not have been read yet when it was opened.
 */
export const BatchUseDialog = ({ action, chosen, mounts }: BatchUseDialogProps) => {
    const dialogs = useDialogs();
    const all = useDatasetList();
    const sortOut = useSortOut(useMounts(true, mounts));
    const [begun, setBegun] = useState<SortedOut>();
    const sorted = begun ?? sortOut(action, asTheyAre(chosen, all));
    const { possible, skipped } = sorted;
    // what lies in others is unmounted before them, and mounted after them
    const ordered = action === "unmount" ? possible.toReversed() : possible;
    const commands = ordered.map(builders[action]);
    const within = action === "unmount" ? unmountedWith(possible, all) : [];
    const batch = useBatch();
    const isBefore = batch.phase === "before";
    const button = batchButtonText(action, possible.length);
    return (
        <ActionDialog
            variant={action === "unmount" || action === "unshare" ? "warning" : "primary"}
            title={button}
            action={button}
            isReady={isBefore && possible.length > 0}
            isBusy={batch.phase === "running"}
            onAction={() => {
                setBegun(sorted);
                void batch.start(commands.map((command) => ({ command })));
            }}
            onClose={dialogs.close}
            closing={batch.phase === "after" ? _("Close") : undefined}
        >
            {isBefore && <p>{batchEffectText(action, possible.length)}</p>}
            {isBefore && within.length > 0 && <p>{unmountedWithText(within)}</p>}
            {isBefore && <SkippedOnes skipped={skipped} />}
            {isBefore && <CommandLines commands={commands} />}
            <BatchResults batch={batch} />
        </ActionDialog>
    );
};

/** The chosen ones as they are known now; one that is not known any more, as it was. */
const asTheyAre = (chosen: readonly Dataset[], all: readonly Dataset[]): readonly Dataset[] => {
    const known = new Map(all.map((dataset) => [dataset.name, dataset]));
    return chosen.map((dataset) => {
        const now = known.get(dataset.name);
        return now?.guid === dataset.guid ? now : dataset;
    });
};
