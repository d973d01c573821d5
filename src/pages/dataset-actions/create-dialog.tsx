import { ExpandableSection } from "@patternfly/react-core/dist/esm/components/ExpandableSection/index.js";
import { Fragment, useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { createDataset } from "../../zfs/commands/dataset-life.ts";
import {
    checkDraftValue,
    checkNewName,
    checkParent,
    checkVolumeSize,
    draftName,
    draftOptions,
    nearestAbove,
    propertiesFor,
} from "../../zfs/dataset-draft.ts";
import type { DatasetDraft } from "../../zfs/dataset-draft.ts";
import { inheritedOf } from "../../zfs/draft-properties.ts";
import { inheritedEncryption } from "../../zfs/new-key.ts";
import { refusalText } from "../../zfs/outcome.ts";
import { useChange } from "../change/use-change.tsx";
import { useDatasetsObstacle } from "../change/use-dataset-obstacle.ts";
import { EncryptionFields } from "../keys/encryption-fields.tsx";

import { CreateTrial } from "./create-trial.tsx";
import { DraftField } from "./draft-fields.tsx";
import { HiddenFolders } from "./hidden-folders.tsx";
import { PlaceFields } from "./place-fields.tsx";
import { refusedField } from "./refused-field.ts";
import { useDatasetList } from "./use-datasets.ts";
import { useDraftFacts } from "./use-draft-facts.ts";
import { VolumeFields } from "./volume-fields.tsx";

/** What blocks of a volume are a multiple of, whatever they are. */
const leastBlock = 512n;

const emptyDraft: Omit<DatasetDraft, "parent"> = {
    ...{ kind: "filesystem", name: "", values: {}, size: "", isSparse: false, withParents: false },
};

/** Creates a filesystem or volume. Nothing is set that the person does not set, and all else is shown as it will be. */
export const CreateDialog = ({ parent }: { readonly parent: string }) => {
    const [draft, setDraft] = useState<DatasetDraft>({ ...emptyDraft, parent });
    const [encryption, setEncryption] = useState(inheritedEncryption);
    const [tried, setTried] = useState<DatasetDraft>();
    const field = useId();
    const datasets = useDatasetList();
    const obstacle = useDatasetsObstacle([draft.parent], { worksReadOnly: true });
    const name = draftName(draft);
    const above = nearestAbove(name, datasets);
    const facts = useDraftFacts(draft, above);
    const properties = propertiesFor(draft.kind);
    const isVolume = draft.kind === "volume";
    const sizeProblem = isVolume
        ? checkVolumeSize(draft.size, {
              block: facts.block ?? leastBlock,
              available: above?.available,
              isSparse: draft.isSparse,
          })
        : undefined;
    const isRight =
        draft.name !== "" &&
        checkNewName(name, datasets, draft.withParents) === undefined &&
        checkParent(above) === undefined &&
        sizeProblem === undefined &&
        properties.every((property) => !checkDraftValue(property, draft.values[property.name] ?? ""));
    const isReady = isRight && encryption.isReady && obstacle === undefined;

    const { settings, takeSecret } = encryption;
    const key = { settings, hasSecret: takeSecret !== undefined };
    const command = isRight && above ? createDataset(...draftOptions(draft, above, key)) : undefined;
    const change = useChange(isReady ? command : undefined, { takeSecret });
    const said = refusalText(change.outcome) ?? "";
    const refused = refusedField(
        said,
        properties.map((property) => property.name),
    );
    // it is about what stood in the field then
    const refusalAt = (name: string) => (refused === name && draft === tried ? said : undefined);

    const onDraft = (news: Partial<DatasetDraft>) => setDraft({ ...draft, ...news });
    const fields = (isRare: boolean) =>
        properties
            .filter((property) => property.isRare === isRare)
            .map((property) => (
                <Fragment key={property.name}>
                    <DraftField
                        property={property}
                        rule={facts.rules?.get(property.name)}
                        value={draft.values[property.name] ?? ""}
                        inherited={inheritedOf(property, facts.above, above?.name ?? "")}
                        unset={unsetText(property.name, facts)}
                        refusal={refusalAt(property.name)}
                        onValue={(value) => onDraft({ values: { ...draft.values, [property.name]: value } })}
                    />
                    {property.name === "mountpoint" && <HiddenFolders folders={facts.hidden} />}
                </Fragment>
            ));
    return (
        <FormDialog
            {...change}
            notice={refused === undefined ? change.notice : undefined}
            onAction={() => {
                setTried(draft);
                change.onAction();
            }}
            title={isVolume ? _("Create a volume") : _("Create a filesystem")}
            action={draft.name === "" ? _("Create") : format(_("Create $0"), name)}
            isReady={isReady}
            focus={field}
        >
            <PlaceFields {...{ draft, above, datasets, field, onDraft }} refusal={refusalAt("name")} />
            {obstacle !== undefined && <p role="alert">{obstacle}</p>}
            {isVolume && (
                <VolumeFields
                    {...{ draft, onDraft }}
                    problem={sizeProblem}
                    block={facts.block}
                    padding={facts.padding}
                />
            )}
            {fields(false)}
            {above && (
                <EncryptionFields
                    parent={above}
                    name={name}
                    value={encryption}
                    refusal={refusalAt("key")}
                    onChange={setEncryption}
                />
            )}
            <ExpandableSection toggleText={_("More properties")} className="zfs-words zfs-more">
                <div className="zfs-stack">{fields(true)}</div>
            </ExpandableSection>
            {command && <CreateTrial dryRun={command.dryRun} />}
        </FormDialog>
    );
};

/** What an empty field stands for, where it is not what the dataset above has. */
function unsetText(property: string, facts: ReturnType<typeof useDraftFacts>): string | undefined {
    if (property !== "mountpoint" || facts.inheritedPlace === undefined) return undefined;
    return format(_("inherit: $0"), facts.inheritedPlace);
}
