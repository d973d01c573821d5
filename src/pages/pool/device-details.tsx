import {
    DescriptionList,
    DescriptionListDescription,
    DescriptionListGroup,
    DescriptionListTerm,
} from "@patternfly/react-core/dist/esm/components/DescriptionList/index.js";

import { readVdevProperties } from "../../backend/properties.ts";
import { _, format } from "../../i18n.ts";
import { useAnswer } from "../../store/answer.ts";
import { absoluteTime } from "../../ui/dates.ts";
import type { DiskPlace } from "../../zfs/disk.ts";
import type { DeviceWork, Vdev } from "../../zfs/model.ts";
import { formatSize } from "../../zfs/size.ts";
import { Problem } from "../problem.tsx";

import { hardwareWords } from "./device-words.ts";
import { PropertyTable } from "./property-table.tsx";

interface DeviceDetailsProps {
    readonly pool: string;
    readonly vdev: Vdev;
    /** Where the row stands in the tree: one below its device's. */
    readonly level: number;
    readonly place: DiskPlace | undefined;
}

/** What a device is called, where it is and what it did, under its row; its properties where it has some (2.2). */
export const DeviceDetails = ({ pool, vdev, level, place }: DeviceDetailsProps) => {
    const properties = useAnswer(
        () => readVdevProperties(pool, vdev),
        JSON.stringify([pool, vdev.guid, vdev.name]),
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
                    <DescriptionList isHorizontal isCompact>
                        {facts(vdev, place).map(([term, value]) => (
                            <DescriptionListGroup key={term}>
                                <DescriptionListTerm>{term}</DescriptionListTerm>
                                <DescriptionListDescription>{value}</DescriptionListDescription>
                            </DescriptionListGroup>
                        ))}
                    </DescriptionList>
                    {properties.kind === "ready" && properties.value.length > 0 && (
                        <PropertyTable
                            title={_("Properties")}
                            label={format(_("Properties of $0"), vdev.name)}
                            properties={properties.value.filter(({ value }) => value !== undefined)}
                        />
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

type Fact = readonly [term: string, value: string];

function facts(vdev: Vdev, place: DiskPlace | undefined): readonly Fact[] {
    const { errors, space } = vdev;
    const all: readonly (readonly [string, string | number | undefined])[] = [
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
        [_("Read errors"), errors?.read],
        [_("Write errors"), errors?.write],
        [_("Checksum errors"), errors?.checksum],
        [_("Slow reads and writes"), vdev.slowIos],
        [_("Last trim"), ended(vdev.trim)],
        [_("Initialized"), ended(vdev.initialize)],
    ];
    return all.flatMap(([term, value]): readonly Fact[] =>
        value === undefined || value === "" ? [] : [[term, String(value)]],
    );
}

const size = (bytes: bigint | undefined): string => (bytes ? formatSize(bytes) : "");

const ended = (work: DeviceWork | undefined): string =>
    work?.state === "complete" && work.time !== undefined ? absoluteTime(work.time) : "";
