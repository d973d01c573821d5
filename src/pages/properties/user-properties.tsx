import { useDialogs } from "dialogs";

import { readModule } from "../../backend/module.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import type { Property } from "../../zfs/property.ts";

import type { PropertySubject } from "./property-dialog.tsx";
import { PropertyTable } from "./property-table.tsx";
import type { PropertyEditing } from "./property-table.tsx";
import { UserPropertyDialog } from "./user-property-dialog.tsx";

interface UserPropertiesProps {
    readonly subject: PropertySubject;
    readonly properties: readonly Property[];
    readonly editing: PropertyEditing;
    /** Why none can be changed now. */
    readonly obstacle: string | undefined;
}

/** What people noted on a pool or a device, and a button to note more, where ZFS has such notes (2.2). */
export const UserProperties = ({ subject, properties, editing, obstacle }: UserPropertiesProps) => {
    const dialogs = useDialogs();
    const facts = useAnswer(readModule, "module");
    const canAdd = facts.kind === "ready" && facts.value.vdevProperties.size > 0;
    return (
        <>
            {properties.length > 0 && (
                <PropertyTable
                    title={_("User properties")}
                    label={format(_("User properties of $0"), subject.name)}
                    properties={properties}
                    editing={editing}
                />
            )}
            {canAdd && (
                <div>
                    <ReasonedButton
                        variant="link"
                        isInline
                        reason={obstacle}
                        onClick={() => dialogs.show(<UserPropertyDialog subject={subject} />)}
                    >
                        {_("Add a user property…")}
                    </ReasonedButton>
                </div>
            )}
        </>
    );
};
