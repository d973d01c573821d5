import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useDialogs } from "dialogs";
import { useEffect, useId, useState } from "react";

import { readPropertyValue } from "../../backend/dataset-properties.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { askForCapabilities, capabilities } from "../../store/capabilities.ts";
import { useStore } from "../../store/hooks.ts";
import { FormDialog } from "../../ui/dialogs/form-dialog.tsx";
import { MessageDialog } from "../../ui/dialogs/message-dialog.tsx";
import { TypedName } from "../../ui/dialogs/typed-name.tsx";
import { Waiting } from "../../ui/waiting.tsx";
import { seenProperty } from "../../zfs/commands/expect.ts";
import { inheritProperty, setProperties } from "../../zfs/commands/properties.ts";
import { isInheritable, isMounting, typedValue } from "../../zfs/dataset-settable.ts";
import { checkDatasetValue, cutsVolume } from "../../zfs/dataset-values.ts";
import { mountedAt } from "../../zfs/dataset.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import type { PropertyRule } from "../../zfs/module.ts";
import type { Way } from "../../zfs/property-ways.ts";
import type { Property } from "../../zfs/property.ts";
import { valueToSet } from "../../zfs/settable.ts";
import type { Settable } from "../../zfs/settable.ts";
import { exactBytes } from "../../zfs/size.ts";
import { useValueChange } from "../change/use-value-change.ts";
import { HiddenFolders, asFolder, useHiddenFolders } from "../dataset-actions/hidden-folders.tsx";
import { PropertyField } from "../properties/property-field.tsx";

import { datasetFieldHelp, propertyTitle } from "./catalog.ts";
import { EffectBelowText } from "./effect-below.tsx";
import { useEffectBelow } from "./use-effect-below.ts";
import { datasetProblemText } from "./value-text.ts";
import { WayField } from "./way-field.tsx";

interface EditDialogProps {
    readonly dataset: Dataset;
    readonly property: Property;
    readonly settable: Settable;
    /** None for a user property. */
    readonly rule: PropertyRule | undefined;
    /** How it begins; if not said, the value is set. */
    readonly way?: Way;
}

/** Sets a property of one dataset, or gives it back what it inherits or has received. */
export const EditDialog = (props: EditDialogProps) => {
    const { dataset, property, settable, rule, way: firstWay = "set" } = props;
    const { name } = property;
    const before =
        property.value === undefined ? "" : rule ? typedValue(rule, property.value) : property.value;
    const [way, setWay] = useState<Way>(firstWay);
    const [value, setValue] = useState(before);
    const [isNoted, setNoted] = useState(false);
    const [isRecursive, setRecursive] = useState(false);
    const [typed, setTyped] = useState("");
    const field = useId();
    const effect = useEffectBelow([dataset.name], name);
    useEffect(askForCapabilities, []);
    const canNote = useStore(capabilities)?.setWithoutMounting === true && isMounting(name);

    const isValue = way === "set";
    const found = isValue ? checkDatasetValue(settable, rule, [dataset], value) : undefined;
    const problem = found ?? (isValue && value === "" ? ({ kind: "noValue" } as const) : undefined);
    const isChange = !isValue || value !== before || property.source !== "local";
    // by the value that the field began with, which the helper compares with that of then
    const isCut = isValue && cutsVolume(name, value, exactBytes(property.value ?? ""));
    const seen = [seenProperty(dataset, property)];
    const isReady = problem === undefined && isChange && (!isCut || typed === dataset.name);
    const { refusal, ...change } = useValueChange(
        problem !== undefined || !isChange
            ? undefined
            : isValue
              ? setProperties([dataset], [[name, valueToSet(settable, value)]], {
                    isNoted: isNoted && canNote,
                    isDestructive: isCut,
                    seen,
                })
              : inheritProperty([dataset], name, { isReceived: way === "received", isRecursive, seen }),
        isValue ? value : undefined,
    );
    const hidden = useHiddenFolders(name === "mountpoint" && isValue ? newFolder(dataset, value) : []);
    const hasKeepers = effect.kind === "ready" && effect.value.keepers.length > 0;

    return (
        <FormDialog
            {...change}
            title={titleText(props)}
            action={actionText(way, settable)}
            isReady={isReady}
            variant={isCut ? "danger" : "primary"}
            focus={field}
        >
            <WayField {...{ dataset, property, rule, way }} onWay={setWay} />
            {isValue && (
                <PropertyField
                    id={field}
                    settable={settable}
                    help={datasetFieldHelp(settable, rule)}
                    value={value}
                    problem={
                        value === before && found === undefined
                            ? undefined
                            : problem
                              ? datasetProblemText(problem)
                              : refusal
                    }
                    hasReset={!isInheritable(name) && before !== settable.reset && settable.reset !== ""}
                    onValue={setValue}
                />
            )}
            <HiddenFolders folders={hidden} />
            {isValue && canNote && (
                <Checkbox
                    id={`${field}-noted`}
                    label={_("Only note it: do not mount or share anew now")}
                    isChecked={isNoted}
                    onChange={(_event, isChecked) => setNoted(isChecked)}
                />
            )}
            {!isValue && hasKeepers && (
                <Checkbox
                    id={`${field}-recursive`}
                    label={_("Also below: all that lies in it loses its own value")}
                    isChecked={isRecursive}
                    onChange={(_event, isChecked) => setRecursive(isChecked)}
                />
            )}
            <EffectBelowText effect={effect} isRecursive={!isValue && isRecursive} />
            {isCut && (
                <>
                    <p>{_("The volume becomes smaller: what is beyond its new end is lost.")}</p>
                    <TypedName name={dataset.name} typed={typed} onType={setTyped} />
                </>
            )}
        </FormDialog>
    );
};

const titleText = ({ dataset, property }: EditDialogProps): string =>
    format(_("$0 of $1"), propertyTitle(property.name), dataset.name);

/** Where a filesystem would be mounted anew; what lies where it is mounted now is its own, and moves with it. */
function newFolder(dataset: Dataset, value: string): readonly string[] {
    const folder = asFolder(value);
    if (folder === undefined) return [];
    const place = mountedAt(dataset);
    const isOwn = place !== undefined && `${folder}/`.startsWith(`${place}/`);
    return isOwn ? [] : [folder];
}

function actionText(way: Way, { name }: Settable): string {
    if (way === "set") return _("Set");
    if (way === "received") return _("Revert");
    return name.includes(":") ? _("Remove") : _("Inherit");
}

/** The same for a user property: its value is read anew, as only by itself it is told to the character. */
export const EditUserPropertyDialog = (props: EditDialogProps) => {
    const { dataset, property } = props;
    const dialogs = useDialogs();
    const answer = useAnswer(
        () => readPropertyValue(dataset.name, property.name),
        `${dataset.name} ${property.name}`,
    );
    switch (answer.kind) {
        case "waiting":
            return (
                <MessageDialog title={titleText(props)} onClose={dialogs.close}>
                    <Waiting what={_("Waiting for ZFS to tell the value")} />
                </MessageDialog>
            );
        case "failed":
            return <EditDialog {...props} />;
        case "ready":
            return <EditDialog {...props} property={{ ...property, value: answer.value }} />;
    }
};
