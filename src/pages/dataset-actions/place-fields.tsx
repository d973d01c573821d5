import { _, format } from "../../i18n.ts";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { checkNewName, checkParent, draftName } from "../../zfs/dataset-draft.ts";
import type { DatasetDraft } from "../../zfs/dataset-draft.ts";
import { parentOf } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";

import { newNameText, parentText } from "./new-name-text.ts";
import { ParentsField } from "./parents-field.tsx";

interface PlaceFieldsProps {
    readonly draft: DatasetDraft;
    /** The nearest dataset above it that is there. */
    readonly above: Dataset | undefined;
    readonly datasets: readonly Dataset[];
    /** The id of the field of the name. */
    readonly field: string;
    /** What ZFS said against the name. */
    readonly refusal: string | undefined;
    readonly onDraft: (news: Partial<DatasetDraft>) => void;
}

/** What a new dataset is, where it lies, and what it is called. */
export const PlaceFields = ({ draft, above, datasets, field, refusal, onDraft }: PlaceFieldsProps) => {
    const { parent, name, withParents } = draft;
    const full = draftName(draft);
    const parentProblem = checkParent(above);
    const isMissing = !datasets.some((other) => other.name === parentOf(full));
    const problem = name === "" ? undefined : checkNewName(full, datasets, withParents);
    const isParentsFault = problem?.kind === "parentMissing" && problem.parent === parent;
    return (
        <>
            <RadioField
                label={_("Kind")}
                isInline
                value={draft.kind}
                choices={["filesystem", "volume"]}
                text={(kind) =>
                    kind === "filesystem"
                        ? _("Filesystem")
                        : _("Volume, a disk for virtual machines and the like")
                }
                onValue={(kind) => onDraft({ kind })}
            />
            <TextField
                label={_("In")}
                value={parent}
                help={_("The dataset in which it will lie, in full")}
                problem={
                    (parentProblem && parentText(parentProblem)) ??
                    (isParentsFault ? newNameText(problem) : undefined)
                }
                onValue={(text) => onDraft({ parent: text })}
            />
            <TextField
                id={field}
                label={_("Name")}
                value={name}
                help={format(_("In full: $0"), full)}
                problem={problem && !isParentsFault ? newNameText(problem) : refusal}
                onValue={(text) => onDraft({ name: text })}
            />
            {isMissing && !parentProblem && name !== "" && (
                <ParentsField
                    isChecked={withParents}
                    onChange={(isChecked) => onDraft({ withParents: isChecked })}
                />
            )}
        </>
    );
};
