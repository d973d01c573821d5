import { Button } from "@patternfly/react-core/dist/esm/components/Button/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import {
    FormSelect,
    FormSelectOption,
    FormSelectOptionGroup,
} from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";

import { _, format, ngettext } from "../../i18n.ts";
import { RadioField } from "../../ui/radio-field.tsx";
import { TextField } from "../../ui/text-field.tsx";
import { hasProperty, isInheritable } from "../../zfs/dataset-settable.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import { checkUserPropertyName } from "../../zfs/names.ts";
import { nameProblemText } from "../name-text.ts";
import { PropertyField } from "../properties/property-field.tsx";

import { batchSettable, draftProblem, settableGroups } from "./batch-draft.ts";
import type { DraftProblem, EditDraft } from "./batch-draft.ts";
import { datasetPropertyHelp, propertyTitle } from "./catalog.ts";
import { datasetProblemText } from "./value-text.ts";

interface BatchEditFieldProps {
    readonly id: string;
    readonly draft: EditDraft;
    readonly datasets: readonly Dataset[];
    readonly rules: ModuleFacts["datasetProperties"];
    /** The other properties that are chosen already. */
    readonly taken: readonly string[];
    readonly onDraft: (draft: EditDraft) => void;
    /** Undefined for the only one. */
    readonly onRemove: (() => void) | undefined;
}

/** One property of many datasets, and what it is to become. */
export const BatchEditField = (props: BatchEditFieldProps) => {
    const { id, draft, datasets, rules, taken, onDraft, onRemove } = props;
    const { name, isUser, isInherited, value } = draft;
    const settable = batchSettable(name, datasets, rules);
    const set = (part: Partial<EditDraft>) => onDraft({ ...draft, ...part });
    const choose = (chosen: string) => {
        const next = batchSettable(chosen, datasets, rules);
        set({ name: chosen, isUser: chosen === ":", isInherited: false, value: next?.reset ?? "" });
    };
    const nameProblem = isUser && name !== ":" && name !== "" ? checkUserPropertyName(name) : undefined;
    const found = draftProblem(draft, datasets, rules);
    const others = datasets.filter(({ type }) => !hasProperty(rules, name, type)).length;
    return (
        <div className="zfs-stack zfs-batch-edit">
            <FormGroup label={_("Property")} fieldId={id}>
                <FormSelect id={id} value={isUser ? ":" : name} onChange={(_event, chosen) => choose(chosen)}>
                    <FormSelectOption value="" label={_("Choose a property")} isPlaceholder isDisabled />
                    {settableGroups(datasets, rules).map((group) => (
                        <FormSelectOptionGroup key={group.id} label={group.title}>
                            {group.names.map((one) => (
                                <FormSelectOption
                                    key={one}
                                    value={one}
                                    label={format(_("$0 ($1)"), propertyTitle(one), one)}
                                    isDisabled={taken.includes(one)}
                                />
                            ))}
                        </FormSelectOptionGroup>
                    ))}
                    <FormSelectOption value=":" label={_("A user property")} />
                </FormSelect>
            </FormGroup>
            {isUser && (
                <TextField
                    label={_("Name")}
                    value={name === ":" ? "" : name}
                    placeholder="org.example:note"
                    help={_("Small letters with a colon: your domain, backwards, and what it is about.")}
                    problem={nameProblem && nameProblemText(nameProblem)}
                    onValue={(typed) => set({ name: typed })}
                />
            )}
            {settable && (isUser || isInheritable(name)) && (
                <RadioField
                    label={_("What becomes of it")}
                    isInline
                    value={isInherited ? "inherit" : "set"}
                    choices={["set", "inherit"]}
                    text={(way) => (way === "set" ? _("Set") : isUser ? _("Remove it") : _("Inherit"))}
                    onValue={(way) => set({ isInherited: way === "inherit" })}
                />
            )}
            {settable && !isInherited && (
                <PropertyField
                    id={`${id}-value`}
                    settable={settable}
                    label={_("Value")}
                    help={datasetPropertyHelp(name, rules.get(name))}
                    value={value}
                    problem={found && value !== "" ? problemText(found) : undefined}
                    onValue={(typed) => set({ value: typed })}
                />
            )}
            {settable && others > 0 && (
                <p>
                    {ngettext(
                        "$0 of the chosen datasets has no such property: it is left as it is.",
                        "$0 of the chosen datasets have no such property: they are left as they are.",
                        others,
                    )}
                </p>
            )}
            {onRemove && (
                <div>
                    <Button variant="link" isInline onClick={onRemove}>
                        {_("Leave this property out")}
                    </Button>
                </div>
            )}
        </div>
    );
};

const problemText = ({ problem, dataset }: DraftProblem): string =>
    dataset === undefined
        ? datasetProblemText(problem)
        : format(_("$0: $1"), dataset, datasetProblemText(problem));
