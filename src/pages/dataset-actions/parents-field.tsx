import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";

interface ParentsFieldProps {
    readonly isChecked: boolean;
    readonly onChange: (isChecked: boolean) => void;
}

/** Whether what is missing above a new name is created, too. */
export const ParentsField = ({ isChecked, onChange }: ParentsFieldProps) => (
    <Checkbox
        id={useId()}
        label={_("Create what is missing above it (-p)")}
        description={_("As ordinary filesystems, which inherit all their properties.")}
        isChecked={isChecked}
        onChange={(_event, checked) => onChange(checked)}
    />
);
