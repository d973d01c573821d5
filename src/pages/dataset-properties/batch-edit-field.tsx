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
import { useSettled } from "../../ui/use-settled.ts";
import { hasProperty } from "../../zfs/dataset-settable.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { ModuleFacts } from "../../zfs/module.ts";
import { checkUserPropertyName } from "../../zfs/names.ts";
import type { Way } from "../../zfs/property-ways.ts";
import { nameProblemText } from "../name-text.ts";
import { PropertyField } from "../properties/property-field.tsx";

import { batchSettable, draftProblem, settableGroups, waysOfMany } from "./batch-draft.ts";
import type { DraftProblem, EditDraft } from "./batch-draft.ts";
import { datasetFieldHelp, propertyTitle } from "./catalog.ts";
import { EffectBelowOf } from "./effect-below.tsx";
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
    const { name, isUser, way, value } = draft;
    const settable = batchSettable(name, datasets, rules);
    const set = (part: Partial<EditDraft>) => onDraft({ ...draft, ...part });
    const choose = (chosen: string) => {
        const value = batchSettable(chosen, datasets, rules)?.reset ?? "";
        const next: EditDraft = { ...draft, name: chosen, isUser: chosen === ":", way: "set", value };
        onDraft(draftProblem(next, datasets, rules) ? { ...next, value: "" } : next);
    };
    const nameProblem = isUser && name !== ":" && name !== "" ? checkUserPropertyName(name) : undefined;
    const found = draftProblem(draft, datasets, rules);
    const having = datasets.filter(({ type }) => hasProperty(rules, name, type));
    const others = datasets.length - having.length;
    const isNamed = settable !== undefined && name !== ":" && nameProblem === undefined;
    const typed = useSettled(name);
    const ways = waysOfMany(name);
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
            {settable && ways.length > 1 && (
                <RadioField
                    label={_("What becomes of it")}
                    isInline
                    value={way}
                    choices={ways}
                    text={(one) => wayText(one, isUser)}
                    onValue={(one) => set({ way: one })}
                />
            )}
            {way === "received" && <p>{_("Where no stream brought a value, it is inherited.")}</p>}
            {settable && way === "set" && (
                <PropertyField
                    id={`${id}-value`}
                    settable={settable}
                    label={_("Value")}
                    help={datasetFieldHelp(settable, rules.get(name))}
                    value={value}
                    problem={found && value !== "" ? problemText(found) : undefined}
                    onValue={(typed) => set({ value: typed })}
                />
            )}
            {isNamed && (!isUser || typed === name) && (
                <EffectBelowOf key={name} datasets={having.map((one) => one.name)} property={name} />
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

function wayText(way: Way, isUser: boolean): string {
    switch (way) {
        case "set":
            return _("Set");
        case "inherit":
            return isUser ? _("Remove it") : _("Inherit");
        case "received":
            return _("As it was received");
    }
}

const problemText = ({ problem, dataset }: DraftProblem): string =>
    dataset === undefined
        ? datasetProblemText(problem)
        : format(_("$0: $1"), dataset, datasetProblemText(problem));
