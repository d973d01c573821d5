import { FormGroup } from "@patternfly/react-core/dist/esm/components/Form/index.js";
import { TextInput } from "@patternfly/react-core/dist/esm/components/TextInput/index.js";
import { useId, useState } from "react";
import type { ReactNode } from "react";

import { _, format } from "../../i18n.ts";
import { Points } from "../points.tsx";
import { Waiting } from "../waiting.tsx";

import { ActionDialog } from "./action-dialog.tsx";
import type { DialogProps } from "./action-dialog.tsx";

interface DangerDialogProps extends DialogProps {
    /** What is lost, exactly; undefined while that is being found out. */
    readonly losses: readonly string[] | undefined;
    /** The name that has to be typed. */
    readonly name: string;
    /** What else the person has to know. */
    readonly children?: ReactNode;
}

/** Something that cannot be undone: it lists what is lost, and wants the name typed. */
export const DangerDialog = ({ losses, name, children, ...props }: DangerDialogProps) => {
    const [typed, setTyped] = useState("");
    const field = useId();
    return (
        <ActionDialog {...props} variant="danger" isReady={losses !== undefined && typed === name}>
            {losses ? (
                <div>
                    <p className="zfs-headline">{_("What is lost")}</p>
                    <Points points={losses} label={_("What is lost")} />
                </div>
            ) : (
                <Waiting />
            )}
            {children}
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
