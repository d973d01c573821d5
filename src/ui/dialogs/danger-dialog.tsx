import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";

import { ActionDialog } from "./action-dialog.tsx";
import type { DialogProps } from "./action-dialog.tsx";

interface DangerDialogProps extends DialogProps {
    /** What is lost, exactly. */
    readonly losses: readonly string[];
    /** The name that has to be typed. */
    readonly name: string;
}

/** Something that cannot be undone: it lists what is lost, and wants the name typed. */
export const DangerDialog = ({ losses, name, ...props }: DangerDialogProps) => {
    const [typed, setTyped] = useState("");
    const field = useId();
    return (
        <ActionDialog {...props} variant="danger" isReady={typed === name}>
            <ul className="zfs-losses">
                {losses.map((loss) => (
                    <li key={loss}>{loss}</li>
                ))}
            </ul>
            <p>{_("This cannot be undone.")}</p>
            <FormGroup label={format(_("Type $0 to confirm"), name)} fieldId={field}>
                <TextInput
                    id={field}
                    value={typed}
                    autoComplete="off"
                    spellCheck={false}
                    onChange={(_event, value) => setTyped(value)}
                />
            </FormGroup>
        </ActionDialog>
    );
};
