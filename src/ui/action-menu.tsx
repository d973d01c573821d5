import {
    Dropdown,
    DropdownItem,
    DropdownList,
} from "@patternfly/react-core/dist/esm/components/Dropdown/index.js";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/index.js";
import EllipsisVIcon from "@patternfly/react-icons/dist/esm/icons/ellipsis-v-icon.js";
import { useRef, useState } from "react";

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

/**
 * The actions of one thing behind three dots; what cannot be done now says why. A page may have hundreds of these, so
 * the menu itself is only there once somebody points at its button or reaches it by keyboard.
 */
export function ActionMenu<Id extends string>(props: ActionMenuProps<Id>) {
    const { label, actions, reason, tabIndex, onAction } = props;
    const [isOpen, setOpen] = useState(false);
    const [isNear, setNear] = useState(false);
    const toggle = useRef<HTMLButtonElement>(null);
    const button = { "aria-label": label, tabIndex, icon: <EllipsisVIcon />, variant: "plain" } as const;
    if (reason !== undefined) return <ReasonedButton {...button} reason={reason} />;
    return (
        <>
            <MenuToggle
                {...button}
                ref={toggle}
                isExpanded={isOpen}
                onPointerEnter={() => setNear(true)}
                onFocus={() => setNear(true)}
                onClick={() => setOpen(!isOpen)}
            />
            {isNear && (
                <Dropdown
                    isOpen={isOpen}
                    onOpenChange={setOpen}
                    onSelect={() => setOpen(false)}
                    popperProps={{ position: "end", appendTo: pageMain, minWidth: "16rem" }}
                    toggle={{ toggleNode: null, toggleRef: toggle }}
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
            )}
        </>
    );
}
