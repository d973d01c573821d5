import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { FormSelect, FormSelectOption } from "@patternfly/react-core/dist/esm/components/FormSelect/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { accessTimes, compressions } from "../../zfs/pool-options.ts";
import type { AccessTimes, Compression } from "../../zfs/pool-options.ts";

import { accessTimesText, compressionText } from "./option-text.ts";
import type { OptionsProps } from "./options-step.tsx";

/** What all datasets of the pool begin with. */
export const RootFields = ({ options, onOptions }: OptionsProps) => {
    const id = useId();
    return (
        <>
            <FormGroup label={_("Compression")} fieldId={`${id}-compression`}>
                <FormSelect
                    id={`${id}-compression`}
                    value={options.compression}
                    onChange={(_event, value) => onOptions({ compression: value as Compression })}
                >
                    {compressions.map((one) => (
                        <FormSelectOption key={one} value={one} label={compressionText(one)} />
                    ))}
                </FormSelect>
            </FormGroup>
            <FormGroup label={_("Access times (atime)")} fieldId={`${id}-times`}>
                <FormSelect
                    id={`${id}-times`}
                    value={options.accessTimes}
                    onChange={(_event, value) => onOptions({ accessTimes: value as AccessTimes })}
                >
                    {accessTimes.map((one) => (
                        <FormSelectOption key={one} value={one} label={accessTimesText(one)} />
                    ))}
                </FormSelect>
            </FormGroup>
            <Checkbox
                id={`${id}-acls`}
                label={_("POSIX access lists")}
                description={_("With extended attributes where they are found at once (xattr=sa)")}
                isChecked={options.posixAcls}
                onChange={(_event, posixAcls) => onOptions({ posixAcls })}
            />
        </>
    );
};
