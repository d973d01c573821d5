import type { BlockDevice, Disk } from "../disk.ts";

import type { Fields } from "./fields.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads `zfsadmin disks`: all disks of the host, of any kind. See zfsadmin(8).
 * @throws ParseError when it is not that
 */
export function parseDisks(text: string): readonly Disk[] {
    const output = parseJson(text);
    return (output.items("disks") ?? output.fail('no "disks"')).map(readDisk);
}

function readDisk(fields: Fields): Disk {
    const slot = fields.object("slot");
    return {
        ...readDevice(fields),
        apart: fields.text("apart"),
        model: fields.text("model"),
        serial: fields.text("serial"),
        wwn: fields.text("wwn"),
        transport: fields.text("transport"),
        slot: slot && {
            enclosure: slot.required("enclosure", "a slot"),
            name: slot.required("name", "a slot"),
        },
        temperature: fields.number("temperature"),
        rotational: fields.boolean("rotational"),
        logicalBlock: fields.number("logicalBlock") || undefined,
        physicalBlock: fields.number("physicalBlock") || undefined,
    };
}

function readDevice(fields: Fields): BlockDevice {
    const content = fields.object("content");
    return {
        name: fields.required("name", "a device"),
        path: fields.required("path", "a device"),
        size: fields.bytes("size"),
        byId: fields.texts("byId") ?? [],
        byPath: fields.texts("byPath") ?? [],
        byVdev: fields.texts("byVdev") ?? [],
        kind: fields.text("kind"),
        readOnly: fields.boolean("readOnly"),
        content: content && {
            type: content.text("type"),
            label: content.text("label"),
            table: content.text("table"),
        },
        mounts: fields.texts("mounts") ?? [],
        swap: fields.boolean("swap"),
        vdevGuid: content?.text("type") === "zfs_member" ? content.text("memberUuid") : undefined,
        children: (fields.items("children") ?? []).map(readDevice),
    };
}
