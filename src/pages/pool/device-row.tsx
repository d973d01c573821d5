import ExclamationTriangleIcon from "@patternfly/react-icons/dist/esm/icons/exclamation-triangle-icon.js";
import SyncAltIcon from "@patternfly/react-icons/dist/esm/icons/sync-alt-icon.js";
import { dequal } from "dequal/lite";
import { memo } from "react";

import { LiveText } from "../../ui/live-text.tsx";
import { TreeName } from "../../ui/tree-name.tsx";
import type { TreeRow } from "../../ui/tree.ts";
import type { DeviceAction } from "../../zfs/device-offers.ts";
import type { Disk } from "../../zfs/disk.ts";
import type { Bytes, Vdev } from "../../zfs/model.ts";
import { formatCount, formatSize } from "../../zfs/size.ts";
import { runningText } from "../progress-text.ts";
import { StateText } from "../state-text.tsx";
import { DeviceMenu } from "../vdev/device-menu.tsx";
import type { DeviceReasons } from "../vdev/use-device-reasons.ts";

import type { DeviceItem } from "./device-nodes.ts";
import { hardwareWords, remarks } from "./device-words.ts";

interface DeviceRowProps {
    readonly row: TreeRow<DeviceItem>;
    readonly disk: Disk | undefined;
    /** Whether it is the row in the tab order. */
    readonly isCurrent: boolean;
    readonly isDetailed: boolean;
    readonly onToggle: (id: string) => void;
    readonly onToggleDetails: (id: string) => void;
    /** Why nothing can be done to devices now. */
    readonly reasons: DeviceReasons;
    readonly onAction: (id: string, action: DeviceAction) => void;
}

/**
 * A row of the device tree. Written in the markup of PatternFly's table, not with its cells, and drawn again only
 * when what it shows has changed: a pool may have hundreds.
 */
export const DeviceRow = memo((props: DeviceRowProps) => {
    const { row, disk, isCurrent, isDetailed, onToggle, onToggleDetails, reasons, onAction } = props;
    const { id, item } = row;
    const { vdev } = item;
    const tabIndex = isCurrent ? 0 : -1;
    return (
        <tr
            className="pf-v6-c-table__tr"
            role="row"
            data-row={id}
            tabIndex={tabIndex}
            aria-level={row.level}
            aria-posinset={row.position}
            aria-setsize={row.siblings}
            aria-expanded={row.isOpen}
        >
            <th className="pf-v6-c-table__td zfs-device-name" role="rowheader" scope="row">
                <TreeName row={row} name={item.name} tabIndex={tabIndex} onToggle={() => onToggle(id)}>
                    {item.hasDetails ? (
                        <button
                            type="button"
                            className="pf-v6-c-button pf-m-link pf-m-inline"
                            tabIndex={tabIndex}
                            title={vdev?.path ?? vdev?.name}
                            aria-expanded={isDetailed}
                            onClick={() => onToggleDetails(id)}
                        >
                            {item.name}
                        </button>
                    ) : (
                        <span>{item.name}</span>
                    )}
                </TreeName>
            </th>
            <Cell className="zfs-device-state">{vdev?.state && <StateText state={vdev.state} />}</Cell>
            <CounterCell count={vdev?.errors?.read} />
            <CounterCell count={vdev?.errors?.write} />
            <CounterCell count={vdev?.errors?.checksum} />
            <CounterCell count={vdev?.slowIos} />
            <SizeCell bytes={vdev?.space?.size ?? vdev?.space?.physical ?? leafSize(vdev, disk)} />
            <SizeCell bytes={vdev?.space?.allocated} />
            <Cell className="zfs-device-words">
                <DeviceWords item={item} disk={disk} />
            </Cell>
            <Cell className="zfs-device-actions">
                <DeviceMenu
                    name={item.name}
                    isPool={vdev?.kind === "root"}
                    offers={item.offers}
                    reasons={reasons}
                    tabIndex={tabIndex}
                    onAction={(action) => onAction(id, action)}
                />
            </Cell>
        </tr>
    );
}, dequal);
DeviceRow.displayName = "DeviceRow";

const Cell = ({
    className,
    children,
}: {
    readonly className: string;
    readonly children: React.ReactNode;
}) => (
    <td className={`pf-v6-c-table__td ${className}`} role="gridcell">
        {children}
    </td>
);

/** Errors stand out by their weight and a sign, not by colour alone. Nothing is shown where ZFS tells nothing. */
const CounterCell = ({ count }: { readonly count: number | undefined }) => (
    <Cell className="zfs-number">
        {count !== undefined && (
            <span className={count > 0 ? "zfs-errors" : undefined}>
                {count > 0 && <ExclamationTriangleIcon />} <LiveText>{formatCount(count)}</LiveText>
            </span>
        )}
    </Cell>
);

const SizeCell = ({ bytes }: { readonly bytes: Bytes | undefined }) => (
    <Cell className="zfs-number">{bytes !== undefined && <LiveText>{formatSize(bytes)}</LiveText>}</Cell>
);

/** Size of a device of which ZFS tells none: that of its disk. */
const leafSize = (vdev: Vdev | undefined, disk: Disk | undefined): Bytes | undefined =>
    vdev && vdev.children.length === 0 ? disk?.size : undefined;

/** What there is to say of a device: its troubles and what it is doing, then which piece of hardware it is. */
const DeviceWords = ({
    item: { name, vdev, note, resilver },
    disk,
}: Pick<DeviceRowProps, "disk"> & { item: DeviceItem }) => {
    const words = vdev ? remarks(vdev).join(", ") : "";
    const hardware = disk ? hardwareWords(disk, name) : "";
    return (
        <>
            {words && <div className="zfs-remarks">{words}</div>}
            {resilver && (
                <div className="zfs-remarks">
                    <SyncAltIcon /> {runningText(resilver)}
                </div>
            )}
            {note && <div className="zfs-quiet">{note}</div>}
            {hardware && <div className="zfs-hardware zfs-quiet">{hardware}</div>}
        </>
    );
};
