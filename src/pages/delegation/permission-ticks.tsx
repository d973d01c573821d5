import { Checkbox } from "@patternfly/react-core/dist/esm/components/Checkbox/index.js";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { useId, useState } from "react";

import { _, format } from "../../i18n.ts";
import { TextField } from "../../ui/text-field.tsx";
import { HERE, NOWHERE } from "../../zfs/delegation.ts";
import type { Reach } from "../../zfs/delegation.ts";
import { filterPermissions } from "../../zfs/permissions.ts";
import type { Permission } from "../../zfs/permissions.ts";

import { permissionText } from "./permission-text.ts";

interface PermissionTicksProps {
    readonly permissions: readonly Permission[];
    readonly granted: ReadonlyMap<string, Reach>;
    /** Whether it can count here or below; otherwise it is granted or not. */
    readonly hasReach: boolean;
    readonly isDisabled: boolean;
    readonly onTick: (name: string, reach: Reach) => void;
}

/** All that can be granted, to tick. */
export const PermissionTicks = (props: PermissionTicksProps) => {
    const { permissions, granted, hasReach, isDisabled, onTick } = props;
    const [text, setText] = useState("");
    const id = useId();
    const shown = filterPermissions(permissions, text);
    const tick = (name: string, label: string, isChecked: boolean, reach: (is: boolean) => Reach) => (
        <Checkbox
            id={`${id}-${name}-${label}`}
            aria-label={format(_("$0: $1"), name, label)}
            isChecked={isChecked}
            isDisabled={isDisabled}
            onChange={(_event, is) => onTick(name, reach(is))}
        />
    );
    return (
        <>
            <TextField label={_("Search permissions")} value={text} onValue={setText} />
            {/* it scrolls, so the keyboard must reach it */}
            {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
            <div className="zfs-ticks" role="region" aria-label={_("Permissions")} tabIndex={0}>
                <Table variant="compact" aria-label={_("Permissions")} gridBreakPoint="" isStickyHeader>
                    <Thead>
                        <Tr>
                            <Th>{_("Permission")}</Th>
                            <Th modifier="fitContent">{hasReach ? _("Here") : _("Granted")}</Th>
                            {hasReach && <Th modifier="fitContent">{_("Below")}</Th>}
                        </Tr>
                    </Thead>
                    <Tbody>
                        {shown.map((permission) => {
                            const { name } = permission;
                            const reach = granted.get(name) ?? NOWHERE;
                            return (
                                <Tr key={name}>
                                    <Td modifier="breakWord">
                                        <code dir="ltr">{name}</code>
                                        <div className="zfs-quiet">{permissionText(permission)}</div>
                                    </Td>
                                    <Td>
                                        {tick(
                                            name,
                                            hasReach ? _("here") : _("granted"),
                                            reach.local,
                                            (local) =>
                                                hasReach ? { ...reach, local } : local ? HERE : NOWHERE,
                                        )}
                                    </Td>
                                    {hasReach && (
                                        <Td>
                                            {tick(name, _("below"), reach.descendent, (descendent) => ({
                                                ...reach,
                                                descendent,
                                            }))}
                                        </Td>
                                    )}
                                </Tr>
                            );
                        })}
                    </Tbody>
                </Table>
                {shown.length === 0 && <p className="zfs-quiet">{_("No permission is called so.")}</p>}
            </div>
        </>
    );
};
