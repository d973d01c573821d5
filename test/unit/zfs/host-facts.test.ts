import { cachedPools } from "../../../src/zfs/cache-file.ts";
import { newestKernel, parseKernels } from "../../../src/zfs/kernels.ts";
import { poolAt } from "../../../src/zfs/mounts.ts";
import { parseRoots } from "../../../src/zfs/parse/list-roots.ts";
import { findScrubJob } from "../../../src/zfs/scrub-job.ts";
import { escapeUnit } from "../../../src/zfs/units.ts";

import { fixture, fixtureNames } from "./fixtures.ts";

test("kernels are told from modules, and the newest is found by its numbers", () => {
    const listing = [
        "/boot/vmlinuz-6.1.0-9-amd64",
        "/boot/vmlinuz-6.1.0-35-amd64",
        "/boot/vmlinuz-0-rescue-0123456789abcdef",
        "/boot/vmlinuz-linux",
        "/lib/modules/6.1.0-9-amd64/updates/dkms/zfs.ko",
        "/lib/modules/6.1.0-35-amd64/kernel/zfs/zfs.ko.zst",
        "",
    ].join("\n");
    const kernels = parseKernels(listing, "6.1.0-9-amd64\n");
    expect(kernels).toEqual({
        running: "6.1.0-9-amd64",
        installed: ["6.1.0-9-amd64", "6.1.0-35-amd64"],
        withModule: ["6.1.0-9-amd64", "6.1.0-35-amd64"],
    });
    expect(newestKernel(kernels)).toBe("6.1.0-35-amd64");
});

const recorded = (name: string) => new Uint8Array(Buffer.from(fixture("zpool-cache", name), "base64"));

test.each(fixtureNames("zpool-cache", ".txt"))("the names of pools in the cache file of %s", (name) => {
    const bytes = recorded(name);
    expect(cachedPools(bytes)).toEqual(["my pool", "tank"]);
    for (let length = 0; length < bytes.length; length += 1)
        expect(cachedPools(bytes.subarray(0, length))).toBeUndefined();
});

test("what is no cache file says nothing", () => {
    // in XDR, as ZFS writes elsewhere
    expect(cachedPools(Uint8Array.from([1, 1, ...Array.from({ length: 18 }, () => 0)]))).toBeUndefined();
    expect(cachedPools(new TextEncoder().encode("not a cache file"))).toBeUndefined();
});

test("the pool on which the system lives", () => {
    const ext4 = "/dev/vda1 / ext4 rw 0 0\ntank /tank zfs rw 0 0\n";
    expect(poolAt("/", ext4)).toBeUndefined();
    const zfs = "proc /proc proc rw 0 0\nr\\040pool/ROOT/debian / zfs rw 0 0\nbpool/BOOT /boot zfs rw 0 0\n";
    expect(poolAt("/", zfs)).toBe("r pool");
    expect(poolAt("/boot", zfs)).toBe("bpool");
});

test("names in units are escaped as systemd does", () => {
    expect(["tank", "tank-1", "my pool", ".a.b", "a/b"].map(escapeUnit)).toEqual([
        "tank",
        "tank\\x2d1",
        "my\\x20pool",
        "\\x2ea.b",
        "a-b",
    ]);
});

test("root datasets", () => {
    expect(parseRoots("my pool\t100\t200\t1.43\t1795345499\t-\ntank\t1\t2\t1.00x\t3\tdisable\n")).toEqual([
        {
            name: "my pool",
            used: 100n,
            available: 200n,
            compressRatio: 1.43,
            creation: 1795345499,
            periodicScrub: undefined,
        },
        { name: "tank", used: 1n, available: 2n, compressRatio: 1, creation: 3, periodicScrub: "disable" },
    ]);
    expect(() => parseRoots("tank\t1\n")).toThrow("columns");
});

const cron = { activeState: "active" };
const table = "24 0 8-14 * * root [ -x /usr/lib/zfs-linux/scrub ] && /usr/lib/zfs-linux/scrub\n";
const units = new Map([["cron.service", cron]]);

test("the distribution's scrub jobs are found", () => {
    expect(findScrubJob("tank", { units, cronTable: table })).toMatchObject({
        kind: "cron",
        interval: "monthly",
    });
    const timers = new Map([["zfs-scrub-weekly@my\\x20pool.timer", cron]]);
    expect(findScrubJob("my pool", { units: timers })).toMatchObject({ kind: "timer", interval: "weekly" });
    expect(findScrubJob("other", { units: timers })).toBeUndefined();
});

test("a job that does not run is none", () => {
    expect(findScrubJob("tank", { units, cronTable: `# ${table}` })).toBeUndefined();
    expect(findScrubJob("tank", { units: new Map(), cronTable: table })).toBeUndefined();
    const root = { name: "tank", periodicScrub: "disable" };
    expect(findScrubJob("tank", { units, cronTable: table, root })).toBeUndefined();
    const stopped = new Map([
        ["zfs-scrub-weekly@tank.timer", { fileState: "enabled", activeState: "inactive" }],
    ]);
    expect(findScrubJob("tank", { units: stopped })).toBeUndefined();
});
