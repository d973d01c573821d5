import { useState } from "react";
import type { ReactNode } from "react";

import { _ } from "../../i18n.ts";
import { Points } from "../points.tsx";
import { Waiting } from "../waiting.tsx";

import { ActionDialog } from "./action-dialog.tsx";
import type { DialogProps } from "./action-dialog.tsx";
import { TypedName } from "./typed-name.tsx";

interface DangerDialogProps extends DialogProps {
    /** What is lost, exactly; undefined while that is being found out, none while that cannot be. */
    readonly losses: readonly string[] | undefined;
    /** What stands above them; if not said, that they are lost. */
    readonly headline?: string;
    /** The name that has to be typed. */
    readonly name: string;
    /** Nothing stands in the way; if not said, nothing does. */
    readonly isPossible?: boolean;
    /** What else the person has to know. */
    readonly children?: ReactNode;
}

/** Something that cannot be undone: it lists what is lost, and wants the name typed. */
export const DangerDialog = (given: DangerDialogProps) => {
    const { losses, headline = _("What is lost"), name, isPossible = true, children, ...props } = given;
    const [typed, setTyped] = useState("");
    const isReady = isPossible && losses !== undefined && typed === name;
    return (
        <ActionDialog {...props} variant="danger" isReady={isReady}>
            {losses === undefined && <Waiting what={_("Finding out what is lost")} />}
            {losses !== undefined && losses.length > 0 && (
                <div>
                    <p className="zfs-headline">{headline}</p>
                    <Points points={losses} label={headline} />
                </div>
            )}
            {children}
            {isPossible && (
                <>
                    <p>{_("This cannot be undone.")}</p>
                    <TypedName name={name} typed={typed} onType={setTyped} />
                </>
            )}
        </ActionDialog>
    );
};
