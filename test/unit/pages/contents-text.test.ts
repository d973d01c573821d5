import { holderLines, inUseLines, lossLines } from "../../../src/pages/pool/contents-text.ts";
import { mountUses } from "../../../src/zfs/contents.ts";
import type { PoolContents } from "../../../src/zfs/contents.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";

const usage = { name: "tank", guid: "1", health: "ONLINE", allocated: 3n << 30n };
const filesystem = (name: string, more: Partial<Dataset> = {}): Dataset => ({
    ...{ name, guid: "1", type: "filesystem", used: 1n << 30n, mounted: true, mountpoint: `/${name}` },
    ...{ sharenfs: "off", sharesmb: "off", ...more },
});
const volume: Dataset = { name: "tank/vol", guid: "1", type: "volume", used: 1n << 30n };
const free = { processes: [], volumes: [], loops: [], mounts: [], mapsRead: true };

test("what is lost is counted, volumes are named", () => {
    const snapshots = Array.from({ length: 3204 }, (_, index) => ({ name: `tank@${index}`, guid: "1" }));
    const contents: PoolContents = { datasets: [filesystem("tank"), volume], snapshots };
    expect(lossLines(contents, usage)).toEqual([
        "1 filesystem",
        "1 volume: tank/vol",
        "3204 snapshots",
        "1 GiB of data, 3 GiB on the disks",
    ]);
    expect(lossLines({ datasets: [filesystem("tank")] }, usage)).toContain(
        "All snapshots; they could not be counted",
    );
});

test("what is in use is named", () => {
    const datasets = [
        filesystem("tank"),
        filesystem("tank/a", { sharenfs: "rw=@10.0.0.0/8" }),
        filesystem("tank/b", { sharesmb: "on", mountpoint: "legacy", place: "/srv/b" }),
        filesystem("tank/c", { sharenfs: "on", mounted: false }),
        filesystem("tank/d", { mountpoint: "legacy" }),
        volume,
    ];
    expect(inUseLines({ datasets, uses: free })).toEqual([
        "4 filesystems mounted: /tank, /tank/a, /srv/b, tank/d",
        "Set to be shared by NFS: tank/a",
        "Set to be shared by SMB: tank/b",
    ]);
    expect(inUseLines({ datasets: [volume], uses: free })).toEqual([]);
    expect(inUseLines({ datasets: [volume] })).toEqual([
        "Which processes hold files could not be found out.",
    ]);
    expect(inUseLines({ datasets: [volume], uses: { ...free, mapsRead: false } })).toEqual([
        "What processes have mapped into memory could not be looked at.",
    ]);
});

test("of many processes some are named", () => {
    const processes = Array.from({ length: 7 }, (_, pid) => ({ pid, command: "sh", path: "/tank" }));
    const lines = inUseLines({
        datasets: [],
        uses: {
            ...{ ...free, processes, volumes: [{ volume: "tank/vol", uses: ["swap", "/srv"] }] },
            loops: [{ device: "loop0", path: "/tank/disk.img" }],
            mounts: [{ place: "/tank/tmp", source: "tmpfs" }],
        },
    });
    expect(lines).toHaveLength(9);
    expect(lines.slice(0, 4)).toEqual([
        "The volume tank/vol is in use: swap, /srv",
        "The loop device loop0 stands on /tank/disk.img",
        "tmpfs is mounted in it at /tank/tmp",
        "sh (process 0) holds /tank",
    ]);
    expect(lines.at(-1)).toBe("and 2 more processes");
});

test("a volume keeps no filesystem mounted, nor does who holds its device", () => {
    const uses = {
        ...free,
        volumes: [{ volume: "tank/vol", uses: ["swap"] }],
        processes: ["/dev/zd0", "/tank/film"].map((path, pid) => ({ pid, command: "sh", path })),
    };
    expect(holderLines(mountUses(uses))).toEqual(["sh (process 1) holds /tank/film"]);
});
