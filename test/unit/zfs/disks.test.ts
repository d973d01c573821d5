import { diskFinder } from "../../../src/zfs/find-disk.ts";
import type { Vdev } from "../../../src/zfs/model.ts";
import { parseDisks } from "../../../src/zfs/parse/disks.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

const partition = {
    name: "sda1",
    path: "/dev/sda1",
    byId: ["/dev/disk/by-id/ata-WDC_1-part1"],
    byVdev: ["/dev/disk/by-vdev/bay3-part1"],
    content: { type: "zfs_member", memberUuid: "17" },
};
const output = JSON.stringify({
    disks: [
        {
            name: "sda",
            path: "/dev/sda",
            size: 4000787030016,
            byId: ["/dev/disk/by-id/ata-WDC_1"],
            model: "WDC WD40",
            serial: "WCC1",
            slot: { enclosure: "0:0:8:0", name: "Slot 03" },
            temperature: 34.5,
            children: [partition],
        },
        { name: "sdb", path: "/dev/sdb", content: { type: "ext4", memberUuid: "18" } },
    ],
});

const vdev = (fields: Partial<Vdev>): Vdev => ({
    name: "a disk",
    state: "ONLINE",
    notes: [],
    children: [],
    ...fields,
});

const find = (fields: Partial<Vdev>) => diskFinder(parseDisks(output))(vdev(fields))?.device.name;

test("reads disks with what stands on them", () => {
    const [disk, bare] = parseDisks(output);
    expect(disk).toMatchObject({
        name: "sda",
        size: 4000787030016n,
        model: "WDC WD40",
        serial: "WCC1",
        slot: { enclosure: "0:0:8:0", name: "Slot 03" },
        temperature: 34.5,
        children: [{ name: "sda1", vdevGuid: "17" }],
    });
    expect(bare).toMatchObject({ name: "sdb", byId: [], children: [] });
    expect(bare?.model).toBeUndefined();
    expect(bare?.vdevGuid).toBeUndefined();
});

test.each([
    "",
    "{}",
    '{"disks":1}',
    '{"disks":[{"name":"sda"}]}',
    '{"disks":[{"slot":{},"name":"a","path":"b"}]}',
])("%j is no list of disks", (text) => {
    expect(() => parseDisks(text)).toThrow(ParseError);
});

test("a vdev is found by its path, its name, an alias or its guid", () => {
    expect(find({ path: "/dev/disk/by-id/ata-WDC_1-part1" })).toBe("sda1");
    expect(find({ name: "/dev/disk/by-vdev/bay3-part1" })).toBe("sda1");
    expect(find({ path: "/dev/sdb" })).toBe("sdb");
    expect(find({ path: "/dev/gone", guid: "17" })).toBe("sda1");
    expect(find({ path: "/dev/gone" })).toBeUndefined();
});

test("the guid in a label counts more than a name of this boot", () => {
    expect(find({ path: "/dev/sdb", guid: "17" })).toBe("sda1");
});

test.each(["UNAVAIL", "REMOVED"])("what has the name of a device that is %s now is another disk", (state) => {
    expect(find({ path: "/dev/sdb", state })).toBeUndefined();
    expect(find({ path: "/dev/disk/by-id/ata-WDC_1-part1", state })).toBe("sda1");
});

test("a group of devices has no disk", () => {
    expect(find({ path: "/dev/sdb", children: [vdev({})] })).toBeUndefined();
});
