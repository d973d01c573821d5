import { useDialogs } from "dialogs";

import { _ } from "../../i18n.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { isLocked, poolOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";
import { isReadOnly } from "../obstacle-words.ts";
import { usePoolNameList } from "../use-pool-names.ts";

import { CreateDialog } from "./create-dialog.tsx";
import { parentText } from "./new-name-text.ts";
import { usePoolEntry } from "./use-datasets.ts";

/** Creates a filesystem or volume in `parent`; undefined lets the person choose the parent. */
export const CreateDataset = ({ parent }: { readonly parent: Dataset | undefined }) => {
    const dialogs = useDialogs();
    const [firstPool] = usePoolNameList();
    const name = parent?.name ?? firstPool;
    const obstacle = useDatasetsObstacle(parent ? [parent.name] : [], { worksReadOnly: true });
    const entry = usePoolEntry(poolOf(name ?? ""));
    const reason =
        obstacle ??
        (name === undefined ? _("There is no pool in which it could lie") : undefined) ??
        (parent ? parentReason(parent, entry?.usage.readonly === true) : undefined);
    return (
        <ReasonedButton
            variant="secondary"
            reason={reason}
            onClick={() => dialogs.show(<CreateDialog parent={name ?? ""} />)}
        >
            {_("Create dataset…")}
        </ReasonedButton>
    );
};

function parentReason(parent: Dataset, isPoolReadOnly: boolean): string | undefined {
    if (isPoolReadOnly) return isReadOnly();
    if (parent.type === "volume") return parentText("isVolume");
    return isLocked(parent) ? parentText("isLocked") : undefined;
}
