import {
    Dropdown,
    DropdownItem,
    DropdownList,
} from "@patternfly/react-core/dist/esm/components/Dropdown/index.js";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/index.js";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon.js";
import { useRef, useState } from "react";
import type { RefObject } from "react";

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

/**
 * The actions of one thing behind three dots; what cannot be done now says why. A page may have hundreds of these:
 * the menu itself is there only while it is open.
 */
export function ActionMenu<Id extends string>(props: ActionMenuProps<Id>) {
    const { label, actions, reason, tabIndex, onAction } = props;
    const [isOpen, setOpen] = useState(false);
    const toggle = useRef<HTMLButtonElement>(null);
    const button = { "aria-label": label, tabIndex, icon: <EllipsisVIcon />, variant: "plain" } as const;
    if (reason !== undefined) return <ReasonedButton {...button} reason={reason} />;
    return (
        <>
            <MenuToggle ref={toggle} {...button} isExpanded={isOpen} onClick={() => setOpen(!isOpen)} />
            {isOpen && (
                <Actions
                    toggle={toggle}
                    actions={actions}
                    onAction={onAction}
                    onClose={() => setOpen(false)}
                />
            )}
        </>
    );
}

interface ActionsProps<Id extends string> extends Pick<ActionMenuProps<Id>, "actions" | "onAction"> {
    readonly toggle: RefObject<HTMLButtonElement | null>;
    readonly onClose: () => void;
}

/** Where the menu goes: cards and tables would cut it off. */
const pageMain = (): HTMLElement => document.querySelector("main") ?? document.body;

/** What PatternFly does for a menu that was there before it was opened; it has no place yet to scroll to. */
const focusFirst = (menu: HTMLElement | null) =>
    menu?.querySelector<HTMLElement>("button")?.focus({ preventScroll: true });

function Actions<Id extends string>({ toggle, actions, onAction, onClose }: ActionsProps<Id>) {
    return (
        <Dropdown
            isOpen
            onOpenChange={onClose}
            onSelect={onClose}
            popperProps={{ position: "end", appendTo: pageMain, minWidth: "16rem" }}
            toggle={{ toggleNode: null, toggleRef: toggle }}
        >
            <div ref={focusFirst}>
                <DropdownList>
                    {actions.map(({ id, title, reason }) => (
                        <DropdownItem
                            key={id}
                            isAriaDisabled={reason !== undefined}
                            description={reason}
                            onClick={() => onAction(id)}
                        >
                            {title}
                        </DropdownItem>
                    ))}
                </DropdownList>
            </div>
        </Dropdown>
    );
}
