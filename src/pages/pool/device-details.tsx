import { readVdevProperties } from "../../backend/properties.ts";
import { _ } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { useStore } from "../../store/hooks.ts";
import { readings } from "../../store/readings.ts";
import { absoluteTime } from "../../ui/dates.ts";
import { FactList } from "../../ui/fact-list.tsx";
import type { Fact } from "../../ui/fact-list.tsx";
import type { Identity } from "../../zfs/commands/expect.ts";
import type { DiskPlace } from "../../zfs/disk.ts";
import type { DeviceWork, Vdev } from "../../zfs/model.ts";
import { formatCount, formatSize } from "../../zfs/size.ts";
import { Problem } from "../problem.tsx";

import { DeviceProperties } from "./device-properties.tsx";
import { hardwareWords } from "./device-words.ts";

interface DeviceDetailsProps {
    readonly pool: Identity;
    readonly vdev: Vdev;
    /** Where the row stands in the tree: one below its device's. */
    readonly level: number;
    readonly place: DiskPlace | undefined;
    /** Why nothing of it can be changed now. */
    readonly obstacle: string | undefined;
}

/** What a device is called, where it is and what it did, under its row; its properties where it has some (2.2). */
export const DeviceDetails = ({ pool, vdev, level, place, obstacle }: DeviceDetailsProps) => {
    const properties = useAnswer(
        () => readVdevProperties(pool.name, vdev),
        JSON.stringify([pool.name, vdev.guid, vdev.name, useStore(readings)]),
    );
    return (
        <tr
            className="pf-v6-c-table__tr zfs-details"
            role="row"
            aria-level={level}
            aria-posinset={1}
            aria-setsize={1}
        >
            <td className="pf-v6-c-table__td" role="gridcell" colSpan={10}>
                <div className="zfs-stack">
                    <FactList isHorizontal facts={facts(vdev, place)} />
                    {properties.kind === "ready" && properties.value.length > 0 && (
                        <DeviceProperties {...{ pool, vdev, obstacle }} properties={properties.value} />
                    )}
                    {properties.kind === "failed" && (
                        <Problem
                            title={_("The properties of this device cannot be read")}
                            error={properties.error}
                        />
                    )}
                </div>
            </td>
        </tr>
    );
};

function facts(vdev: Vdev, place: DiskPlace | undefined): readonly Fact[] {
    const { errors, space } = vdev;
    return [
        [_("Hardware"), place && hardwareWords(place.disk)],
        [_("Connection"), place?.disk.transport],
        [_("Enclosure"), place?.disk.slot?.enclosure],
        [_("Path"), vdev.path ?? vdev.name],
        [_("Device node"), place?.device.path],
        [_("Names"), place?.disk.byId.join("\n")],
        [_("Alias"), place?.disk.byVdev.join("\n")],
        [_("World wide name"), place?.disk.wwn],
        [_("Guid"), vdev.guid],
        [_("Size"), size(space?.size ?? space?.physical)],
        [_("Used"), size(space?.allocated)],
        [_("Could grow by"), size(space?.expandable)],
        [_("Read errors"), count(errors?.read)],
        [_("Write errors"), count(errors?.write)],
        [_("Checksum errors"), count(errors?.checksum)],
        [_("Slow reads and writes"), count(vdev.slowIos)],
        [_("Last trim"), ended(vdev.trim)],
        [_("Initialized"), ended(vdev.initialize)],
    ];
}

const size = (bytes: bigint | undefined): string => (bytes ? formatSize(bytes) : "");

const count = (value: number | undefined): string => (value === undefined ? "" : formatCount(value));

const ended = (work: DeviceWork | undefined): string =>
    work?.state === "complete" && work.time !== undefined ? absoluteTime(work.time) : "";
