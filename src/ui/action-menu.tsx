import {
    Dropdown,
    DropdownItem,
    DropdownList,
} from "@patternfly/react-core/dist/esm/components/Dropdown/index.js";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/index.js";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon.js";
import { useState } from "react";

import { ReasonedButton } from "./reasoned-button.tsx";

/** Something that can be chosen from a menu. */
export interface MenuAction<Id extends string> {
    readonly id: Id;
    readonly title: string;
    /** Why it cannot be chosen now; undefined when it can. */
    readonly reason?: string | undefined;
}

interface ActionMenuProps<Id extends string> {
    readonly label: string;
    readonly actions: readonly MenuAction<Id>[];
    /** Why nothing can be chosen now. */
    readonly reason: string | undefined;
    readonly tabIndex: number;
    readonly onAction: (id: Id) => void;
}

/** Where the menu goes: cards and tables would cut it off. */
const pageMain = (): HTMLElement => document.querySelector("main") ?? document.body;

/** The actions of one thing behind three dots; what cannot be done now says why. */
export function ActionMenu<Id extends string>(props: ActionMenuProps<Id>) {
    const { label, actions, reason, tabIndex, onAction } = props;
    const [isOpen, setOpen] = useState(false);
    const button = { "aria-label": label, tabIndex, icon: <EllipsisVIcon />, variant: "plain" } as const;
    if (reason !== undefined) return <ReasonedButton {...button} reason={reason} />;
    return (
        <Dropdown
            isOpen={isOpen}
            onOpenChange={setOpen}
            onSelect={() => setOpen(false)}
            popperProps={{ position: "end", appendTo: pageMain, minWidth: "16rem" }}
            toggle={(ref) => (
                <MenuToggle {...button} ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
            )}
        >
            <DropdownList>
                {actions.map(({ id, title, reason: why }) => (
                    <DropdownItem
                        key={id}
                        isAriaDisabled={why !== undefined}
                        description={why}
                        onClick={() => onAction(id)}
                    >
                        {title}
                    </DropdownItem>
                ))}
            </DropdownList>
        </Dropdown>
    );
}
