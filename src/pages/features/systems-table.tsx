import { Table, Tbody, Td, Th, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";

import { _ } from "../../i18n.ts";
import type { Importability } from "../../zfs/compatibility.ts";

import { importableText } from "./importable-text.ts";

interface SystemsTableProps {
    readonly title: string;
    readonly systems: readonly SystemRow[];
}

/** Systems that know the same features. */
interface SystemRow {
    readonly names: readonly string[];
    readonly now: Importability;
    /** After a change that is asked about. */
    readonly after?: Importability;
}

/** Which systems can import a pool, and could after a change. */
export const SystemsTable = ({ title, systems }: SystemsTableProps) => {
    const hasAfter = systems.some(({ after }) => after !== undefined);
    return (
        <Table variant="compact" aria-label={title} gridBreakPoint="" borders={false} className="zfs-systems">
            <caption className="pf-v6-c-table__caption">{title}</caption>
            <Thead>
                <Tr>
                    <Th>{_("System")}</Th>
                    <Th>{hasAfter ? _("Now") : _("Can import it")}</Th>
                    {hasAfter && <Th>{_("Afterwards")}</Th>}
                </Tr>
            </Thead>
            <Tbody>
                {systems.map(({ names, now, after }) => (
                    <Tr key={names[0]}>
                        <Td>{names.join(", ")}</Td>
                        <Td>{importableText(now)}</Td>
                        {after && <Td>{importableText(after)}</Td>}
                    </Tr>
                ))}
            </Tbody>
        </Table>
    );
};
