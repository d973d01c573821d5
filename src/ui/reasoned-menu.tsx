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
export interface MenuChoice<Id extends string> {
    readonly id: Id;
    readonly title: string;
    /** What it is, below its title. */
    readonly help?: string;
    /** Why it cannot be chosen now; undefined when it can. */
    readonly reason?: string | undefined;
    readonly isDanger?: boolean;
}

interface ReasonedMenuProps<Id extends string> {
    readonly label: string;
    /** Three dots stand for the label. */
    readonly hasDots?: boolean;
    /** Of its button, where rows decide about the focus. */
    readonly tabIndex?: number;
    readonly choices: readonly MenuChoice<Id>[];
    /** Why nothing can be chosen now; undefined when something can. */
    readonly reason: string | undefined;
    readonly onOpen?: () => void;
    readonly onChoose: (id: Id) => void;
}

/** Where the menu goes: cards and tables would cut it off. */
export const pageMain = (): HTMLElement => document.querySelector("main") ?? document.body;

/** A menu; what cannot be chosen now says why. */
export function ReasonedMenu<Id extends string>(props: ReasonedMenuProps<Id>) {
    const { label, hasDots = false, tabIndex, choices, reason, onOpen, onChoose } = props;
    const [isOpen, setOpen] = useState(false);
    const face = {
        ...(hasDots
            ? ({ variant: "plain", icon: <EllipsisVIcon />, "aria-label": label } as const)
            : { children: label }),
        ...(tabIndex !== undefined && { tabIndex }),
    };
    if (reason !== undefined) return <ReasonedButton variant="secondary" {...face} reason={reason} />;
    const toggle = () => {
        if (!isOpen) onOpen?.();
        setOpen(!isOpen);
    };
    return (
        <Dropdown
            isOpen={isOpen}
            onOpenChange={setOpen}
            onSelect={() => setOpen(false)}
            // a dialog that a choice opens gives the focus back to what had it
            shouldFocusToggleOnSelect
            popperProps={{
                position: "end",
                preventOverflow: true,
                appendTo: pageMain,
                minWidth: "16rem",
                maxWidth: "min(24rem, 100vw - 2rem)",
            }}
            toggle={(ref) => <MenuToggle ref={ref} {...face} isExpanded={isOpen} onClick={toggle} />}
        >
            <DropdownList>
                {choices.map(({ id, title, help, reason: why, isDanger = false }) => (
                    <DropdownItem
                        key={id}
                        isDanger={isDanger && why === undefined}
                        isAriaDisabled={why !== undefined}
                        description={why ?? help}
                        onClick={() => onChoose(id)}
                    >
                        {title}
                    </DropdownItem>
                ))}
            </DropdownList>
        </Dropdown>
    );
}
