import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import { ashifts } from "../../zfs/pool-options.ts";

import { ashiftText } from "./option-text.ts";

interface AshiftFieldProps {
    readonly ashift: number | undefined;
    /** What the help says of it. */
    readonly help: string;
    readonly onAshift: (ashift: number | undefined) => void;
}

/** The smallest block that is ever written to new devices. */
export const AshiftField = ({ ashift, help, onAshift }: AshiftFieldProps) => {
    const id = useId();
    // a pool may have one that nobody would choose today
    const choices = ashift === undefined ? ashifts : new Set([...ashifts, ashift]);
    return (
        <FormGroup label={_("Smallest block (ashift)")} fieldId={id}>
            <FormSelect
                id={id}
                value={ashift ?? ""}
                aria-describedby={`${id}-help`}
                onChange={(_event, value) => onAshift(value === "" ? undefined : Number(value))}
            >
                <FormSelectOption value="" label={_("As the disks say")} />
                {[...choices]
                    .toSorted((one, other) => one - other)
                    .map((one) => (
                        <FormSelectOption key={one} value={one} label={ashiftText(one)} />
                    ))}
            </FormSelect>
            <FieldHelp id={`${id}-help`} text={help} />
        </FormGroup>
    );
};
