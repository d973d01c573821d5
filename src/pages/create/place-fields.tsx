import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId } from "react";

import { _, format } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import { checkNewPoolName } from "../../zfs/names.ts";
import { isMountpoint } from "../../zfs/pool-options.ts";
import { poolNameText } from "../name-text.ts";
import { usePoolNameList } from "../use-pool-names.ts";

import type { OptionsProps } from "./options-step.tsx";

/** The name of a pool, and where its files are found. */
export const PlaceFields = ({ options: { name, mountpoint }, onOptions }: OptionsProps) => {
    const id = useId();
    const taken = usePoolNameList();
    // an empty field is not wrong yet
    const problem = name === "" ? undefined : checkNewPoolName(name, taken);
    const isPlaced = isMountpoint(mountpoint);
    return (
        <>
            <FormGroup label={_("Name")} fieldId={id}>
                <TextInput
                    id={id}
                    value={name}
                    autoComplete="off"
                    spellCheck={false}
                    validated={problem ? "error" : "default"}
                    aria-describedby={`${id}-help`}
                    onChange={(_event, text) => onOptions({ name: text })}
                />
                <FieldHelp
                    id={`${id}-help`}
                    isError={problem !== undefined}
                    text={
                        problem
                            ? poolNameText(problem)
                            : _("A letter, then letters, digits and the signs - _ . :")
                    }
                />
            </FormGroup>
            <FormGroup label={_("Mount point")} fieldId={`${id}-mountpoint`}>
                <TextInput
                    id={`${id}-mountpoint`}
                    value={mountpoint}
                    placeholder={name === "" ? "" : `/${name}`}
                    autoComplete="off"
                    spellCheck={false}
                    validated={isPlaced ? "default" : "error"}
                    aria-describedby={`${id}-mountpoint-help`}
                    onChange={(_event, text) => onOptions({ mountpoint: text })}
                />
                <FieldHelp
                    id={`${id}-mountpoint-help`}
                    isError={!isPlaced}
                    text={
                        isPlaced
                            ? format(_("An empty folder or a new one; “$0” to mount nothing there"), "none")
                            : _("It has to begin with a slash")
                    }
                />
            </FormGroup>
        </>
    );
};
