import {
    Table,
    Tbody,
    Td,
    Th,
    Thead,
    Tr,
    TreeRowWrapper,
} from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { useState } from "react";

import { _, format } from "../../i18n.ts";
import type { Pool, Section, Vdev } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";
import { shortName } from "../../zfs/vdevs.ts";
import { StateLabel } from "../state-label.tsx";

/** A row of the tree as it is drawn. */
interface Row {
    /** The way to it from the top, unique in the pool. */
    readonly id: string;
    readonly name: string;
    readonly vdev?: Vdev | undefined;
    readonly level: number;
    readonly position: number;
    readonly siblings: number;
    readonly hasChildren: boolean;
}

interface Node {
    readonly name: string;
    readonly vdev?: Vdev | undefined;
    readonly children: readonly Node[];
}

const vdevNode = (vdev: Vdev): Node => ({
    name: shortName(vdev),
    vdev,
    children: vdev.children.map(vdevNode),
});

const sectionNode = (section: Section): Node => ({
    name: sectionName(section.kind),
    vdev: section.title,
    children: section.vdevs.map(vdevNode),
});

function sectionName(kind: Section["kind"]): string {
    switch (kind) {
        case "special":
            return _("Special");
        case "dedup":
            return _("Dedup");
        case "logs":
            return _("Logs");
        case "cache":
            return _("Cache");
        case "spares":
            return _("Spares");
        default:
            return kind;
    }
}

/** The rows in view: those of `nodes`, each followed by its children unless it is folded. */
function visibleRows(nodes: readonly Node[], folded: ReadonlySet<string>, parent?: Row): readonly Row[] {
    return nodes.flatMap((node, index) => {
        const row: Row = {
            id: parent ? `${parent.id}/${node.name}` : node.name,
            name: node.name,
            vdev: node.vdev,
            level: parent ? parent.level + 1 : 1,
            position: index + 1,
            siblings: nodes.length,
            hasChildren: node.children.length > 0,
        };
        return folded.has(row.id) ? [row] : [row, ...visibleRows(node.children, folded, row)];
    });
}

/** A counter, or a dash where this ZFS does not tell. */
const counter = (value: number | undefined): string => (value === undefined ? "–" : String(value));

/** What else there is to say of a device: why it is in its state, what it is doing. */
const remarks = (vdev: Vdev): string =>
    [
        vdev.aux,
        vdev.was && format(_("was $0"), vdev.was),
        vdev.usedBy && format(_("in use by pool $0"), vdev.usedBy),
        vdev.activity,
        ...vdev.notes,
    ]
        .filter((text) => text)
        .join(", ");

/** What each column holds, said in full where a phone shows it beside its value. */
const columnLabels = () => ({
    name: _("Name"),
    state: _("State"),
    read: _("Read errors"),
    write: _("Write errors"),
    checksum: _("Checksum errors"),
    size: _("Size"),
    used: _("Used"),
    remarks: _("Remarks"),
});

/** The devices of a pool as a tree: health, errors and size of each. */
export const DeviceTree = ({ pool }: { readonly pool: Pool }) => {
    const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
    const rows = visibleRows([vdevNode(pool.root), ...pool.sections.map(sectionNode)], folded);

    const toggle = (id: string) => {
        const next = new Set(folded);
        if (!next.delete(id)) next.add(id);
        setFolded(next);
    };

    const labels = columnLabels();

    return (
        <Table
            isTreeTable
            variant="compact"
            aria-label={format(_("Devices of $0"), pool.name)}
            gridBreakPoint=""
        >
            <Thead>
                <Tr>
                    <Th>{labels.name}</Th>
                    <Th>{labels.state}</Th>
                    <Th modifier="nowrap" className="zfs-number">
                        {_("Read")}
                    </Th>
                    <Th modifier="nowrap" className="zfs-number">
                        {_("Write")}
                    </Th>
                    <Th modifier="nowrap" className="zfs-number">
                        {_("Checksum")}
                    </Th>
                    <Th modifier="nowrap" className="zfs-number">
                        {labels.size}
                    </Th>
                    <Th modifier="nowrap" className="zfs-number">
                        {labels.used}
                    </Th>
                    <Th>{labels.remarks}</Th>
                </Tr>
            </Thead>
            <Tbody>
                {rows.map((row) => (
                    <DeviceRow
                        key={row.id}
                        row={row}
                        isFolded={folded.has(row.id)}
                        labels={labels}
                        onToggle={toggle}
                    />
                ))}
            </Tbody>
        </Table>
    );
};

interface DeviceRowProps {
    readonly row: Row;
    readonly isFolded: boolean;
    readonly labels: ReturnType<typeof columnLabels>;
    readonly onToggle: (id: string) => void;
}

const DeviceRow = ({ row, isFolded, labels, onToggle }: DeviceRowProps) => {
    const { vdev } = row;
    const space = vdev?.space;
    const size = space?.size ?? space?.physical;
    return (
        <TreeRowWrapper
            row={{
                props: {
                    "aria-level": row.level,
                    "aria-posinset": row.position,
                    "aria-setsize": row.hasChildren ? row.siblings : 0,
                    isExpanded: !isFolded,
                },
            }}
        >
            <Td
                dataLabel={labels.name}
                treeRow={{
                    onCollapse: () => onToggle(row.id),
                    rowIndex: 0,
                    props: {
                        "aria-level": row.level,
                        "aria-posinset": row.position,
                        "aria-setsize": row.hasChildren ? row.siblings : 0,
                        isExpanded: !isFolded,
                        ariaLabel: format(_("Show or hide $0"), row.name),
                    },
                }}
            >
                <span title={vdev?.path ?? vdev?.name}>{row.name}</span>
            </Td>
            <Td dataLabel={labels.state}>{vdev?.state && <StateLabel isCompact state={vdev.state} />}</Td>
            <Td dataLabel={labels.read} className="zfs-number">
                {vdev && counter(vdev.errors?.read)}
            </Td>
            <Td dataLabel={labels.write} className="zfs-number">
                {vdev && counter(vdev.errors?.write)}
            </Td>
            <Td dataLabel={labels.checksum} className="zfs-number">
                {vdev && counter(vdev.errors?.checksum)}
            </Td>
            <Td dataLabel={labels.size} className="zfs-number">
                {size !== undefined && formatSize(size)}
            </Td>
            <Td dataLabel={labels.used} className="zfs-number">
                {space?.allocated !== undefined && formatSize(space.allocated)}
            </Td>
            <Td dataLabel={labels.remarks}>{vdev && remarks(vdev)}</Td>
        </TreeRowWrapper>
    );
};
