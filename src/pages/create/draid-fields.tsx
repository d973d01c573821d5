import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId } from "react";

import { _ } from "../../i18n.ts";
import { FieldHelp } from "../../ui/field-help.tsx";
import type { DraidShape } from "../../zfs/layout/plan.ts";

interface DraidFieldsProps {
    readonly draid: DraidShape;
    readonly onDraid: (draid: DraidShape) => void;
}

/** What a draid is told beside its disks. */
export const DraidFields = ({ draid, onDraid }: DraidFieldsProps) => {
    const id = useId();
    return (
        <>
            <FormGroup label={_("Disks with data in each group")} fieldId={`${id}-data`}>
                <TextInput
                    id={`${id}-data`}
                    type="number"
                    min={1}
                    value={draid.data}
                    aria-describedby={`${id}-data-help`}
                    onChange={(_event, value) => onDraid({ ...draid, data: Number(value) })}
                />
                <FieldHelp
                    id={`${id}-data-help`}
                    text={_("More of them hold more; fewer waste less with small files.")}
                />
            </FormGroup>
            <FormGroup label={_("Distributed spares")} fieldId={`${id}-spares`}>
                <TextInput
                    id={`${id}-spares`}
                    type="number"
                    min={0}
                    value={draid.spares}
                    onChange={(_event, value) => onDraid({ ...draid, spares: Number(value) })}
                />
            </FormGroup>
        </>
    );
};
