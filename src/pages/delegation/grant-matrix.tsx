import PencilAltIcon from "@patternfly/react-icons/dist/esm/icons/pencil-alt-icon.js";
import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";

import { _, format } from "../../i18n.ts";
import { ReasonedButton } from "../../ui/reasoned-button.tsx";
import { granteeKey } from "../../zfs/delegation.ts";
import type { Grant, Grantee } from "../../zfs/delegation.ts";

import { granteeText, reachText } from "./permission-text.ts";

/** How grants are changed; where they cannot be, because they stand elsewhere, there is none. */
export interface GrantEditing {
    /** Why none can be changed now. */
    readonly reason: string | undefined;
    readonly edit: (grantee: Grantee) => void;
}

interface GrantsProps {
    /** What they are, for those who cannot see where the table stands. */
    readonly label: string;
    readonly grants: readonly Grant[];
    readonly editing?: GrantEditing | undefined;
}

/** Who may do what: a row for each user, group or everyone, a column for each permission that anybody has. */
export const GrantMatrix = ({ label, grants, editing }: GrantsProps) => {
    const names = [...new Set(grants.flatMap(({ permissions }) => [...permissions.keys()]))].toSorted();
    return (
        // it scrolls when there are many permissions, so the keyboard must reach it
        // eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex
        <div className="zfs-matrix" role="region" aria-label={label} tabIndex={0}>
            <Table variant="compact" aria-label={label} gridBreakPoint="grid-md">
                <Thead>
                    <Tr>
                        <Th>{_("Who")}</Th>
                        {names.map((name) => (
                            <Th key={name}>
                                <code dir="ltr">{name}</code>
                            </Th>
                        ))}
                        {editing && <Th screenReaderText={_("Edit")} />}
                    </Tr>
                </Thead>
                <Tbody>
                    {grants.map(({ grantee, permissions }) => (
                        <Tr key={granteeKey(grantee)}>
                            <Td dataLabel={_("Who")}>
                                <span>{granteeText(grantee)}</span>
                            </Td>
                            {names.map((name) => {
                                const reach = permissions.get(name);
                                return (
                                    <Td
                                        key={name}
                                        dataLabel={name}
                                        className={reach ? "" : "zfs-not-granted"}
                                    >
                                        {reach && reachText(reach)}
                                    </Td>
                                );
                            })}
                            {editing && (
                                <Td isActionCell>
                                    <EditGrant grantee={grantee} editing={editing} />
                                </Td>
                            )}
                        </Tr>
                    ))}
                </Tbody>
            </Table>
        </div>
    );
};

/** What counts alike everywhere, permission sets and what creators get: a row each, with what they hold. */
export const GrantList = ({ label, grants, editing }: GrantsProps) => (
    <Table variant="compact" aria-label={label} gridBreakPoint="" borders={false} className="zfs-grants">
        <Tbody>
            {grants.map(({ grantee, permissions }) => (
                <Tr key={granteeKey(grantee)}>
                    <Td modifier="fitContent">
                        {grantee.kind === "set" ? (
                            <code dir="ltr">{grantee.name}</code>
                        ) : (
                            granteeText(grantee)
                        )}
                    </Td>
                    <Td modifier="breakWord">{[...permissions.keys()].toSorted().join(", ")}</Td>
                    {editing && (
                        <Td isActionCell>
                            <EditGrant grantee={grantee} editing={editing} />
                        </Td>
                    )}
                </Tr>
            ))}
        </Tbody>
    </Table>
);

const EditGrant = ({ grantee, editing }: { readonly grantee: Grantee; readonly editing: GrantEditing }) => (
    <ReasonedButton
        variant="plain"
        size="sm"
        hasNoPadding
        icon={<PencilAltIcon />}
        aria-label={format(_("Edit what is granted: $0"), granteeText(grantee))}
        reason={editing.reason}
        onClick={() => editing.edit(grantee)}
    />
);
