// SNAPSHOTS. Taking one is the first thing that can be done without administrative access, where it is delegated: the
// button asks how the person may do it, and the dialog says who will remember it.
import { useDialogs } from "dialogs";
import { useId, useState } from "react";

import { hostTime } from "../../backend/clock.ts";
import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { takeSnapshot } from "../../zfs/commands/snapshot.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { checkSnapshotName } from "../../zfs/names.ts";
import { suggestSnapshotName } from "../../zfs/snapshot-name.ts";
import { useChange } from "../change/use-change.tsx";
import { useWay } from "../delegation/use-way.ts";
import { nameProblemText } from "../name-text.ts";

/** Takes a snapshot of a dataset; also for those to whom that is delegated, and not there where it cannot be. */
export const TakeSnapshot = ({ dataset }: { readonly dataset: Dataset }) => {
    const dialogs = useDialogs();
    const { reason, isDelegated, isBarred } = useWay(dataset.name, "snapshot");
    if (isBarred) return null;
    return (
        <ReasonedButton
            variant="secondary"
            reason={reason}
            onClick={() => dialogs.show(<SnapshotDialog {...{ dataset, isDelegated }} />)}
        >
            {_("Take a snapshot…")}
        </ReasonedButton>
    );
};

interface SnapshotDialogProps {
    readonly dataset: Dataset;
    readonly isDelegated: boolean;
}

const SnapshotDialog = ({ dataset, isDelegated }: SnapshotDialogProps) => {
    const [name, setName] = useState(() => suggestSnapshotName(hostTime()));
    const field = useId();
    const problem = checkSnapshotName(dataset.name, name);
    const command = problem ? undefined : takeSnapshot(dataset, name);
    return (
        <FormDialog
            {...useChange(command, { isDelegated })}
            title={format(_("Take a snapshot of $0"), dataset.name)}
            action={_("Take the snapshot")}
            isReady={command !== undefined}
            focus={field}
        >
            <p>
                {_(
                    "It keeps what is there now, in a moment and at no cost. Space is taken by what is changed or deleted later.",
                )}
            </p>
            <TextField
                id={field}
                label={_("Name")}
                value={name}
                help={_("What stands behind the @; the datasets in it are not in the snapshot.")}
                problem={problem && nameProblemText(problem)}
                onValue={setName}
            />
            {isDelegated && <OwnRights />}
        </FormDialog>
    );
};

/** Says what is different without administrative access. */
const OwnRights = () => (
    <p className="zfs-quiet">
        {_(
            "You do this with your own rights, as delegated to you. It stands in the history of the pool only, not in the activity of this page.",
        )}
    </p>
);
