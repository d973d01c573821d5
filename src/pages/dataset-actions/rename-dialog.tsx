import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId, useState } from "react";

import { _, format, ngettext } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { renameDataset } from "../../zfs/commands/dataset-life.ts";
import { checkMove } from "../../zfs/dataset-move.ts";
import { isBelow, parentOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useChange } from "../change/use-change.tsx";

import { InTheWay } from "./holders.tsx";
import { newNameText } from "./new-name-text.ts";
import { ParentsField } from "./parents-field.tsx";
import { useDatasetList } from "./use-datasets.ts";

/** Gives a dataset another name, or another place in its pool. */
export const RenameDialog = ({ dataset }: { readonly dataset: Dataset }) => {
    const datasets = useDatasetList();
    const [name, setName] = useState(dataset.name);
    const [withParents, setWithParents] = useState(false);
    const [staysMounted, setStaysMounted] = useState(false);
    const [field, mountField] = [useId(), useId()];
    const isMissing = !datasets.some((other) => other.name === parentOf(name));
    const createsParents = withParents && isMissing;
    const problem = checkMove(dataset, name, datasets, createsParents);
    const isReady = problem === undefined;
    // ZFS takes only one of the two
    const canStay = dataset.type === "filesystem" && dataset.mounted === true && !createsParents;
    const options = { withParents: createsParents, staysMounted: canStay && staysMounted };
    const below = datasets.filter((other) => isBelow(other.name, dataset.name));
    const change = useChange(isReady ? renameDataset(dataset, name, options) : undefined);
    return (
        <FormDialog
            {...change}
            variant="warning"
            title={format(_("Rename or move $0"), dataset.name)}
            action={_("Rename")}
            isReady={isReady}
            focus={field}
        >
            <TextField
                id={field}
                label={_("New name, in full")}
                value={name}
                help={_("In another dataset of the pool, it moves there. No data is copied.")}
                problem={problem && problem.kind !== "same" ? newNameText(problem) : undefined}
                onValue={setName}
            />
            {(problem?.kind === "parentMissing" || createsParents) && (
                <ParentsField isChecked={withParents} onChange={setWithParents} />
            )}
            <p>{effectText(dataset, below)}</p>
            {canStay && (
                <Checkbox
                    id={mountField}
                    label={_("Leave it mounted where it is (-u)")}
                    description={_(
                        "Nobody who uses it is disturbed; the new name shows in its place once it is mounted anew.",
                    )}
                    isChecked={staysMounted}
                    onChange={(_event, isChecked) => setStaysMounted(isChecked)}
                />
            )}
            {!options.staysMounted && <InTheWay dataset={dataset.name} />}
        </FormDialog>
    );
};

/** What else has another name afterwards, and what does not. */
function effectText({ type }: Dataset, below: readonly Dataset[]): string {
    const own =
        type === "volume"
            ? _(
                  "The volume has another path in /dev/zvol afterwards. Scripts and jobs know it by the old name.",
              )
            : _(
                  "If it inherits its place, it is unmounted and mounted at the new one. Scripts and jobs know it by the old name.",
              );
    const others =
        below.length > 0 &&
        ngettext(
            "With it, $0 dataset in it gets another name.",
            "With it, $0 datasets in it get other names.",
            below.length,
        );
    return [own, others].filter((text) => text !== false).join(" ");
}
