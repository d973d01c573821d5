import { besideVdev } from "../../../src/zfs/beside.ts";
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
