import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId } from "react";

import { readKnownSystems } from "../../backend/compatibility.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import { compatibilityNames } from "../../zfs/compatibility.ts";

import { AshiftField } from "./ashift-field.tsx";
import type { OptionsProps } from "./options-step.tsx";

/** What the pool itself is set to. */
export const PoolFields = ({ options: { ashift, autotrim, compatibility }, onOptions }: OptionsProps) => {
    const id = useId();
    const systems = useAnswer(readKnownSystems, "systems");
    const names = systems.kind === "ready" ? compatibilityNames(systems.value) : [];
    return (
        <>
            <Checkbox
                id={`${id}-autotrim`}
                label={_("Automatic trim (autotrim)")}
                description={_("Solid-state disks are told at once what is free")}
                isChecked={autotrim}
                onChange={(_event, isChecked) => onOptions({ autotrim: isChecked })}
            />
            <AshiftField
                ashift={ashift}
                help={_(
                    "It cannot be changed later. 12 (4 KiB) is right for nearly all disks, also for those that say 512 bytes.",
                )}
                onAshift={(one) => onOptions({ ashift: one })}
            />
            {names.length > 0 && (
                <FormGroup label={_("Compatible with")} fieldId={`${id}-compatibility`}>
                    <FormSelect
                        id={`${id}-compatibility`}
                        value={compatibility ?? ""}
                        aria-describedby={`${id}-compatibility-help`}
                        onChange={(_event, value) =>
                            onOptions({ compatibility: value === "" ? undefined : value })
                        }
                    >
                        <FormSelectOption value="" label={_("This ZFS and newer ones")} />
                        {names.map((name) => (
                            <FormSelectOption key={name} value={name} label={name} />
                        ))}
                    </FormSelect>
                    <FieldHelp
                        id={`${id}-compatibility-help`}
                        text={_("For disks that move to another system: only features that it knows.")}
                    />
                </FormGroup>
            )}
        </>
    );
};
