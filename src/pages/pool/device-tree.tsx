import { Table, Tbody, Thead, Tr } from "@patternfly/react-table/dist/esm/components/Table/index.js";
import { useCallback, useMemo, useRef, useState } from "react";
import type { FocusEvent, KeyboardEvent } from "react";

import { _, format } from "../../i18n.ts";
import { leftToRight } from "../../ui/left-to-right.ts";
import { toggled } from "../../ui/toggled.ts";
import { treeRows, treeStep } from "../../ui/tree.ts";
import { useSteadyCallback } from "../../ui/use-steady-callback.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import type { DeviceAction } from "../../zfs/device-offers.ts";
import type { FindDisk } from "../../zfs/find-disk.ts";
import type { Pool } from "../../zfs/model.ts";
import type { DevicePlace } from "../../zfs/redundancy.ts";
import type { DeviceReasons } from "../vdev/use-device-reasons.ts";

import { DeviceDetails } from "./device-details.tsx";
import { deviceNodes } from "./device-nodes.ts";
import { DeviceRow } from "./device-row.tsx";

const columns = () => [
    { title: _("Name") },
    { title: _("State") },
    { title: _("Read"), isNumber: true },
    { title: _("Write"), isNumber: true },
    { title: _("Checksum"), isNumber: true },
    { title: _("Slow"), isNumber: true },
    { title: _("Size"), isNumber: true },
    { title: _("Used"), isNumber: true },
    { title: _("Device") },
    { title: _("Actions"), isHidden: true },
];

const rowOf = (element: Element): HTMLElement | null => element.closest<HTMLElement>("tr[data-row]");

interface DeviceTreeProps {
    readonly pool: Pool;
    /** The pool as changes name it. */
    readonly identity: Identity;
    /** It is suspended, silent or hung. */
    readonly isStuck: boolean;
    /** What there is to say of its spares. */
    readonly sparesNote: string | undefined;
    readonly findDisk: FindDisk;
    readonly reasons: DeviceReasons;
    readonly onAction: (action: DeviceAction, place: DevicePlace) => void;
}

/**
 * The devices of a pool as a treegrid. One row is in the tab order (the current one, with what is in it), the keys of
 * `treeStep` lead to the others, and Enter opens a device's details.
 */
export const DeviceTree = (props: DeviceTreeProps) => {
    const { pool, identity, isStuck, sparesNote, findDisk, reasons, onAction } = props;
    const [folded, setFolded] = useState<ReadonlySet<string>>(new Set());
    const [detailed, setDetailed] = useState<ReadonlySet<string>>(new Set());
    const [chosen, setChosen] = useState<string>();
    const body = useRef<HTMLTableSectionElement>(null);
    const nodes = useMemo(() => deviceNodes(pool, isStuck, sparesNote), [pool, isStuck, sparesNote]);
    const rows = useMemo(() => treeRows(nodes, folded), [nodes, folded]);
    const current = rows.find(({ id }) => id === chosen) ?? rows[0];

    const toggle = useCallback((id: string) => setFolded((set) => toggled(set, id)), []);
    const toggleDetails = useCallback((id: string) => setDetailed((set) => toggled(set, id)), []);

    const act = useSteadyCallback((id: string, action: DeviceAction) => {
        const place = rows.find((row) => row.id === id)?.item.place;
        if (place) onAction(action, place);
    });

    const onFocus = ({ target }: FocusEvent) => setChosen(rowOf(target)?.dataset["row"] ?? chosen);

    const onKeyDown = (event: KeyboardEvent) => {
        const element = event.target as HTMLElement;
        const row = rowOf(element);
        const id = row?.dataset["row"];
        if (id === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        const step = treeStep(rows, id, leftToRight(event.key, element));
        const isDetailsKey = event.key === "Enter" && element === row;
        if (!step && !isDetailsKey) return;
        event.preventDefault();
        if (!step) {
            if (rows.some((shown) => shown.id === id && shown.item.hasDetails)) toggleDetails(id);
        } else if ("toggle" in step) {
            row?.focus();
            toggle(step.toggle);
        } else {
            const elements = body.current?.querySelectorAll<HTMLElement>("tr[data-row]") ?? [];
            [...elements].find(({ dataset }) => dataset["row"] === step.goTo)?.focus();
        }
    };

    return (
        <Table
            role="treegrid"
            variant="compact"
            className="zfs-devices"
            aria-label={format(_("Devices of $0"), pool.name)}
            gridBreakPoint=""
        >
            <Thead>
                <Tr>
                    {columns().map(({ title, isNumber, isHidden }) => (
                        <th
                            key={title}
                            scope="col"
                            role="columnheader"
                            className={`pf-v6-c-table__th ${isNumber ? "zfs-number" : ""}`}
                        >
                            {isHidden ? <span className="pf-v6-u-screen-reader">{title}</span> : title}
                        </th>
                    ))}
                </Tr>
            </Thead>
            <Tbody ref={body} onFocus={onFocus} onKeyDown={onKeyDown}>
                {rows.map((row) => [
                    <DeviceRow
                        key={row.id}
                        row={row}
                        disk={row.item.vdev && findDisk(row.item.vdev)?.disk}
                        isCurrent={row === current}
                        isDetailed={detailed.has(row.id)}
                        onToggle={toggle}
                        onToggleDetails={toggleDetails}
                        reasons={reasons}
                        onAction={act}
                    />,
                    row.item.vdev && detailed.has(row.id) && (
                        <DeviceDetails
                            key={`${row.id} details`}
                            pool={identity}
                            vdev={row.item.vdev}
                            level={row.level + 1}
                            place={findDisk(row.item.vdev)}
                            obstacle={reasons.host ?? reasons.pool}
                        />
                    ),
                ])}
            </Tbody>
        </Table>
    );
};
