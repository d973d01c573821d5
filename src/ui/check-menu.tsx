import {
    Dropdown,
    DropdownGroup,
    DropdownItem,
    DropdownList,
} from "@patternfly/react-core/dist/esm/components/Dropdown/index.js";
import { MenuToggle } from "@patternfly/react-core/dist/esm/components/MenuToggle/index.js";
import { useState } from "react";

import { pageMain } from "./reasoned-menu.tsx";

/** Something that is ticked or not. */
export interface Tick<Id extends string> {
    readonly id: Id;
    readonly title: string;
}

interface CheckMenuProps<Id extends string> {
    readonly label: string;
    /** With what the ticks of each group are headed. */
    readonly groups: readonly { readonly title: string; readonly ticks: readonly Tick<Id>[] }[];
    readonly chosen: readonly Id[];
    readonly onChange: (chosen: readonly Id[]) => void;
}

/** A menu in which any number of things are ticked. It stays open meanwhile. */
export function CheckMenu<Id extends string>({ label, groups, chosen, onChange }: CheckMenuProps<Id>) {
    const [isOpen, setOpen] = useState(false);
    const toggle = (id: Id) =>
        onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
    return (
        <Dropdown
            isOpen={isOpen}
            onOpenChange={setOpen}
            popperProps={{ appendTo: pageMain, minWidth: "14rem" }}
            isScrollable
            toggle={(ref) => (
                <MenuToggle ref={ref} isExpanded={isOpen} onClick={() => setOpen(!isOpen)}>
                    {label}
                </MenuToggle>
            )}
        >
            {groups.map(({ title, ticks }) => (
                <DropdownGroup key={title} label={title} labelHeadingLevel="h2">
                    <DropdownList>
                        {ticks.map(({ id, title: what }) => (
                            <DropdownItem
                                key={id}
                                hasCheckbox
                                isSelected={chosen.includes(id)}
                                onClick={() => toggle(id)}
                            >
                                {what}
                            </DropdownItem>
                        ))}
                    </DropdownList>
                </DropdownGroup>
            ))}
        </Dropdown>
    );
}
