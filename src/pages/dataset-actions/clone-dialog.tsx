import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useEffect, useId, useState } from "react";

import { readSnapshotChoices } from "../../backend/dataset-facts.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { useDatasetNews, useStore } from "../../store/hooks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { cloneSnapshot } from "../../zfs/commands/dataset-life.ts";
import { checkCloneName } from "../../zfs/dataset-move.ts";
import { parentOf, poolOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useChange } from "../change/use-change.tsx";
import { Problem } from "../problem.tsx";

import { newNameText } from "./new-name-text.ts";
import { ParentsField } from "./parents-field.tsx";
import { useDatasetList } from "./use-datasets.ts";

/** Snapshots that can be chosen from: the newest; more than that nobody reads. */
const shown = 500;

/** Makes a dataset of a snapshot of another one. */
export const CloneDialog = ({ dataset }: { readonly dataset: Dataset }) => {
    const pool = poolOf(dataset.name);
    const datasets = useDatasetList();
    const snapshots = useAnswer(
        () => readSnapshotChoices(dataset.name),
        `${useDatasetNews()} ${dataset.name}`,
    );
    const choices = snapshots.kind === "ready" ? snapshots.value.toReversed().slice(0, shown) : [];
    const [chosen, setChosen] = useState<string>();
    const [name, setName] = useState(`${parentOf(dataset.name) ?? pool}/`);
    const [withParents, setWithParents] = useState(false);
    const [staysUnmounted, setStaysUnmounted] = useState(false);
    const [field, list, mountField] = [useId(), useId(), useId()];
    useEffect(askForCapabilities, []);
    const canStay = useStore(capabilities)?.cloneUnmounted === true && dataset.type === "filesystem";

    const snapshot = choices.find((one) => one.name === chosen) ?? choices[0];
    const isMissing = !datasets.some((other) => other.name === parentOf(name));
    const createsParents = withParents && isMissing;
    const problem = checkCloneName(name, { pool, datasets, withParents: createsParents });
    const isReady = problem === undefined && snapshot !== undefined;
    const options = { name, withParents: createsParents, staysUnmounted: canStay && staysUnmounted };
    const change = useChange(isReady ? cloneSnapshot(snapshot, options) : undefined);
    return (
        <FormDialog
            {...change}
            title={format(_("Clone a snapshot of $0"), dataset.name)}
            action={_("Clone")}
            isReady={isReady}
            focus={field}
        >
            <p>
                {_(
                    "The clone begins with what the snapshot holds, and takes space only for what changes in it. The snapshot stays as long as the clone does.",
                )}
            </p>
            {snapshots.kind === "failed" && (
                <Problem title={_("The snapshots cannot be read")} error={snapshots.error} />
            )}
            {snapshots.kind === "waiting" && (
                <Waiting what={_("Waiting for ZFS to list the snapshots")} lines={1} />
            )}
            {snapshots.kind === "ready" && !snapshot && <p>{_("It has no snapshots: take one first.")}</p>}
            {snapshot && (
                <FormGroup label={_("Snapshot")} fieldId={list}>
                    <FormSelect
                        id={list}
                        value={snapshot.name}
                        onChange={(_event, value) => setChosen(value)}
                    >
                        {choices.map((one) => (
                            <FormSelectOption
                                key={one.name}
                                value={one.name}
                                label={one.name.slice(one.name.indexOf("@") + 1)}
                            />
                        ))}
                    </FormSelect>
                </FormGroup>
            )}
            <TextField
                id={field}
                label={_("Name of the clone, in full")}
                value={name}
                problem={problem && !name.endsWith("/") ? newNameText(problem) : undefined}
                onValue={setName}
            />
            {(problem?.kind === "parentMissing" || createsParents) && (
                <ParentsField isChecked={withParents} onChange={setWithParents} />
            )}
            {canStay && (
                <Checkbox
                    id={mountField}
                    label={_("Do not mount it now (-u)")}
                    isChecked={staysUnmounted}
                    onChange={(_event, isChecked) => setStaysUnmounted(isChecked)}
                />
            )}
        </FormDialog>
    );
};
