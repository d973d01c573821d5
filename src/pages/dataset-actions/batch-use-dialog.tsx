import { useDialogs } from "dialogs";

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

import type { Skipped } from "./batch-actions.tsx";
import { CommandLines, SkippedOnes } from "./batch-parts.tsx";
import { BatchResults } from "./batch-results.tsx";
import { batchButtonText, batchEffectText, unmountedWithText } from "./batch-text.ts";
import { useDatasetList } from "./use-datasets.ts";

type UseAction = Exclude<BatchAction, "destroy">;

interface BatchUseDialogProps {
    readonly action: UseAction;
    readonly chosen: readonly Dataset[];
    readonly skipped: readonly Skipped[];
}

const builders: Readonly<Record<UseAction, (dataset: Identity) => Command>> = {
    mount: mountDataset,
    unmount: (dataset) => unmountDataset(dataset),
    share: shareDataset,
    unshare: unshareDataset,
};

/** Mounts, unmounts or shares many filesystems, and says what has become of each. */
export const BatchUseDialog = ({ action, chosen, skipped }: BatchUseDialogProps) => {
    const dialogs = useDialogs();
    // what lies in others is unmounted before them, and mounted after them
    const ordered = action === "unmount" ? chosen.toReversed() : chosen;
    const commands = ordered.map(builders[action]);
    const all = useDatasetList();
    const within = action === "unmount" ? unmountedWith(chosen, all) : [];
    const batch = useBatch();
    const isBefore = batch.phase === "before";
    const button = batchButtonText(action, chosen.length);
    return (
        <ActionDialog
            variant={action === "unmount" || action === "unshare" ? "warning" : "primary"}
            title={button}
            action={button}
            isReady={isBefore}
            isBusy={batch.phase === "running"}
            onAction={() => void batch.start(commands.map((command) => ({ command })))}
            onClose={dialogs.close}
            closing={batch.phase === "after" ? _("Close") : undefined}
        >
            {isBefore && <p>{batchEffectText(action, chosen.length)}</p>}
            {isBefore && within.length > 0 && <p>{unmountedWithText(within)}</p>}
            {isBefore && <SkippedOnes skipped={skipped} />}
            {isBefore && <CommandLines commands={commands} />}
            <BatchResults batch={batch} />
        </ActionDialog>
    );
};
