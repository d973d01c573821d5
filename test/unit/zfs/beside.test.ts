import { besideVdev, splitPath } from "../../../src/zfs/beside.ts";
import { diskFinder } from "../../../src/zfs/find-disk.ts";
import { parseDisks } from "../../../src/zfs/parse/disks.ts";

const device = (name: string, kind: string, more: object = {}) => ({
    ...{ name, path: `/dev/${name}`, kind, size: 512 << 20, mounts: [], swap: false, children: [] },
    ...more,
});

/** What is beside the vdev on a partition of a disk that has these. */
function beside(vdev: string, parts: readonly object[]): readonly string[] {
    const disks = parseDisks(JSON.stringify({ disks: [device("d", "disk", { children: parts })] }));
    const place = diskFinder(disks)({ name: `/dev/${vdev}`, state: "ONLINE", notes: [], children: [] });
    if (!place) throw new Error("no disk");
    return besideVdev(place).map(({ name }) => name);
}

const esp = device("sda1", "partition", { content: { type: "vfat", label: "EFI" } });

test("the partition of the vdev and what ZFS leaves free are not beside it", () => {
    const reserved = device("sda9", "partition", { size: 8 << 20 });
    expect(beside("sda1", [device("sda1", "partition"), reserved])).toEqual([]);
    const ninth = device("nvme0n1p9", "partition", { size: 8 << 20 });
    expect(beside("nvme0n1p1", [device("nvme0n1p1", "partition"), ninth])).toEqual([]);
});

test("partitions that a system starts from are", () => {
    expect(beside("sda3", [esp, device("sda2", "partition"), device("sda3", "partition")])).toEqual([
        "sda1",
        "sda2",
    ]);
    const large = device("sda9", "partition");
    expect(beside("sda1", [esp, large])).toEqual(["sda9"]);
});

test.each<[string, readonly (readonly [string, object?])[], string]>([
    ["/dev/disk/by-id/ata-X-part1", [["sda1"], ["sda9", { size: 8 << 20 }]], "/dev/disk/by-id/ata-X"],
    ["/dev/disk/by-id/ata-X-part3", [["sda1"], ["sda3"]], "/dev/disk/by-id/ata-X-part3"],
    ["/dev/disk/by-id/ata-X-part1", [["sda1"], ["sda2"]], "/dev/disk/by-id/ata-X-part1"],
    ["/dev/sda1", [["sda1"], ["sda9", { size: 8 << 20 }]], "/dev/sda"],
    ["/dev/sda3", [["sda1"], ["sda3"]], "/dev/sda3"],
    // the disk is not known
    ["/dev/disk/by-id/ata-Y-part1", [], "/dev/disk/by-id/ata-Y"],
    ["/dev/nvme1n1p1", [], "/dev/nvme1n1"],
    ["/dev/disk/by-id/ata-Y-part3", [], "/dev/disk/by-id/ata-Y-part3"],
    ["/dev/disk/by-id/ata-Y-part11", [], "/dev/disk/by-id/ata-Y-part11"],
    ["/mnt/a2", [], "/mnt/a2"],
])("%s on a disk with %j is split off as %s", (name, parts, path) => {
    const children = parts.map(([part, more]) =>
        device(part, "partition", { byId: [part.replace("sda", "/dev/disk/by-id/ata-X-part")], ...more }),
    );
    const disks = parseDisks(JSON.stringify({ disks: [device("sda", "disk", { children })] }));
    const vdev = { name, state: "ONLINE", notes: [], children: [] };
    expect(splitPath(vdev, diskFinder(disks)(vdev))).toBe(path);
});
