import { refusedStep } from "../../../src/zfs/create-refusal.ts";
import { contentOf, diskOffers, diskPath } from "../../../src/zfs/disk-choice.ts";
import { returnOf } from "../../../src/zfs/layout/addition.ts";
import { replicationOf } from "../../../src/zfs/layout/replication.ts";
import { emptyDisks, selectionOf, withAllEmpty, withTick } from "../../../src/zfs/layout/selection.ts";
import type { Tick } from "../../../src/zfs/layout/selection.ts";

import { disk, disks, vdevs } from "./layouts.ts";

const used = disk("u", { content: { type: "ext4" } });
const mounted = disk("m", { mounts: ["/data"] });
const offers = diskOffers([...disks(2), used, mounted], []);
const path = (name: string) => `/dev/disk/by-id/ata-${name}`;
const contents = new Map(offers.map((offer) => [offer.disk.name, contentOf(offer)]));
const tick = (name: string, isAgreed = false): Tick => ({
    path: path(name),
    overwrites: isAgreed ? contents.get(name) : undefined,
});

test.each<[string, readonly Tick[], string, boolean, readonly string[]]>([
    ["nothing", [], "", true, []],
    ["an empty disk", [tick("a")], "a", true, []],
    ["a used one", [tick("a"), tick("u")], "au", false, []],
    ["a used one that may be overwritten", [tick("u", true)], "u", true, []],
    ["one that is mounted by now", [tick("a"), tick("m")], "a", false, ["m"]],
    ["one that is gone", [tick("a"), tick("x", true)], "a", false, ["x"]],
])("ticked: %s", (_name, ticks, names, isAgreed, lost) => {
    const selection = selectionOf(offers, ticks);
    expect(selection.disks.map(({ name }) => name).join("")).toBe(names);
    expect(selection.isAgreed).toBe(isAgreed);
    expect(selection.lost).toEqual(lost.map(path));
});

test("that a disk may be overwritten holds for what was on it then", () => {
    const since = diskOffers([disk("u", { content: { type: "zfs_member", label: "tank" } })], []);
    expect(selectionOf(since, [tick("u", true)]).isAgreed).toBe(false);
});

test("a disk that is ticked anew is agreed to anew", () => {
    expect(withTick([tick("u", true)], path("u"), true)).toEqual([tick("u")]);
    expect(withTick([tick("u", true), tick("a")], path("u"), false)).toEqual([tick("a")]);
});

test("all empty disks are ticked at once, and what was ticked stays", () => {
    expect(emptyDisks(offers).map(diskPath)).toEqual([path("a"), path("b")]);
    expect(withAllEmpty([tick("u", true), tick("b")], offers)).toEqual([
        tick("u", true),
        tick("b"),
        tick("a"),
    ]);
});

test.each([
    ["cannot create 'tank': pool already exists", "options"],
    ["cannot create 'log': name is reserved\npool name may have been omitted", "options"],
    ["mountpoint '/tank' exists and is not empty\nuse '-m' option to provide a different default", "options"],
    ["cannot create 'vault': Failed to open key material file: No such file or directory", "options"],
    ["cannot create 'tank': one or more devices is currently unavailable", "disks"],
    ["cannot open '/dev/disk/by-id/ata-a': No such file or directory", "disks"],
    ["invalid vdev specification: raidz1 requires at least 2 devices", "disks"],
    ["internal error: out of memory", undefined],
])("%j is about %s", (said, step) => {
    expect(refusedStep(said)).toBe(step);
});

const mirror = vdevs("data", disks(2), { kind: "mirror", width: 2 });
const raidz = vdevs("special", disks(3), { kind: "raidz1", width: 3 });
const cache = vdevs("cache", disks(1), { kind: "stripe", width: 1 });

test("what is added can be removed always, by copying, or never", () => {
    expect(returnOf(cache, raidz.map(replicationOf))).toBe("always");
    expect(returnOf([...cache, ...mirror], mirror.map(replicationOf))).toBe("copied");
    expect(returnOf(mirror, raidz.map(replicationOf))).toBe("never");
    expect(returnOf(raidz, mirror.map(replicationOf))).toBe("never");
});
