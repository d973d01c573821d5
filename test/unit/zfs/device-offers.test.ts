import { attachTarget, deviceOffers, poolOffers } from "../../../src/zfs/device-offers.ts";
import type { DeviceOffer } from "../../../src/zfs/device-offers.ts";
import { leastSize, resilverSize } from "../../../src/zfs/least-size.ts";
import type { Pool, Vdev } from "../../../src/zfs/model.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseRemovalEstimate } from "../../../src/zfs/parse/removal.ts";
import { rebuildObstacle } from "../../../src/zfs/rebuild.ts";
import { canSpare } from "../../../src/zfs/redundancy.ts";

const disk = (name: string, more: Partial<Vdev> = {}): Vdev => ({
    ...{ name, guid: `1${name}`, kind: "disk", state: "ONLINE", notes: [], children: [] },
    errors: { read: 0, write: 0, checksum: 0 },
    ...more,
});
const group = (kind: string, name: string, ...children: Vdev[]): Vdev =>
    disk(name, { kind, children, errors: {} });
const pool = (more: Partial<Pool> = {}): Pool => ({
    ...{ name: "tank", state: "ONLINE", rebuilds: [], sections: [], unknown: [], errors: { kind: "none" } },
    root: group("root", "tank", disk("a")),
    ...more,
});

const words = (offers: readonly DeviceOffer[]) =>
    offers.map(({ action, obstacle }) => (obstacle ? `${action}: ${obstacle}` : action));
const offered = (vdev: Vdev, above: Vdev[] = [], section?: string, of = pool()) =>
    words(deviceOffers(of, { vdev, above, section }));

const [a, b] = [disk("a"), disk("b")];
const offline = disk("c", { state: "OFFLINE" });
const young = disk("young", { activity: "resilvering" });

test("a disk of a sound mirror can be replaced, detached and taken offline, one alone cannot", () => {
    expect(offered(a, [group("mirror", "mirror-0", a, b)])).toEqual(
        "offline,clear: noErrors,replace,detach,startTrim,startInitialize".split(","),
    );
    expect(offered(a, [group("mirror", "mirror-0", a, offline)])).toEqual(
        "offline: lastCopy,clear: noErrors,replace,detach: lastCopy,startTrim,startInitialize".split(","),
    );
    expect(offered(a)).toEqual([
        ...["offline: lastCopy", "clear: noErrors", "replace", "attach"],
        ...["startTrim", "startInitialize", "remove: lastVdev"],
    ]);
});

test("a disk that is offline is brought online, and has nothing to trim", () => {
    expect(offered(offline, [group("mirror", "mirror-0", a, offline)])).toEqual([
        ...["online", "clear: noErrors", "replace", "detach"],
        ...["startTrim: notOnline", "startInitialize: notOnline"],
    ]);
});

test.each([
    ["raidz1-0", 0, true],
    ["raidz1-0", 1, false],
    ["raidz2-0", 1, true],
    ["raidz2-0", 2, false],
    ["draid3:4d:9c:1s-0", 2, true],
])("%s without %i of its disks can do without one more: %s", (name, gone, expected) => {
    const lost = Array.from({ length: gone }, (_unused, index) => disk(`x${index}`, { state: "UNAVAIL" }));
    const above = group(name.startsWith("d") ? "draid" : "raidz", name, a, b, disk("c"), disk("d"), ...lost);
    expect(canSpare({ vdev: a, above: [above] })).toBe(expected);
});

test("what is still being written to is no copy", () => {
    expect(canSpare({ vdev: a, above: [group("mirror", "mirror-0", a, young)] })).toBe(false);
    const replacing = group("replacing", "replacing-0", a, young);
    expect(
        canSpare({ vdev: a, above: [group("raidz", "raidz1-0", replacing, b, disk("c")), replacing] }),
    ).toBe(true);
});

test("a replacement is given up by detaching its newcomer, and the old one waits for it", () => {
    const replacing = group("replacing", "replacing-0", a, young);
    const above = [group("mirror", "mirror-0", replacing, offline), replacing];
    expect(offered(a, above)).toContain("detach: lastCopy");
    expect(offered(young, above)).toContain("detach");
    expect(offered(young, above).join()).not.toContain("replace");
});

test("a log may go offline, what ZFS made up offers nothing, spares and caches little", () => {
    expect(offered(a, [], "logs")).toContain("offline");
    expect(offered(disk("s", { state: "AVAIL" }), [], "spares")).toEqual(["remove"]);
    const inUse = disk("s", { state: "INUSE" });
    expect(offered(inUse, [], "spares")).toEqual(["remove: spareInUse"]);
    expect(offered(disk("hole-1", { kind: "hole" }))).toEqual([]);
    expect(offered(disk("a", { guid: undefined }))).toEqual([]);
    expect(offered(disk("a", { errors: { read: 1 } }), [], "cache")).toEqual(["clear", "remove"]);
});

test("mirrors are attached to by one of their disks, raidz by itself", () => {
    const mirror = group("mirror", "mirror-0", offline, b);
    expect(offered(mirror)).toEqual(["attach", "remove: lastVdev"]);
    expect(attachTarget(mirror)).toBe(b);
    expect(offered(group("mirror", "mirror-0", offline))).toContain("attach: notOnline");
    const raidz = group("raidz", "raidz1-0", a, b);
    expect(offered(raidz)).toEqual(["widen"]);
    expect(attachTarget(raidz)).toBe(raidz);
});

test.each<[string, Partial<Pool>]>([
    ["checkpoint", { checkpoint: { state: "exists" } }],
    ["discarding", { checkpoint: { state: "discarding" } }],
    ["removing", { removal: { state: "inProgress" } }],
    ["expanding", { expansion: { state: "inProgress" } }],
])("no disk comes or goes while there is this: %s", (obstacle, more) => {
    expect(offered(a, [], undefined, pool(more))).toContain(`replace: ${obstacle}`);
    expect(offered(a, [], undefined, pool(more))).toContain(`attach: ${obstacle}`);
});

test.each([
    ["checkpoint", "exists"],
    ["discarding", "discarding"],
])("nothing is removed while the pool has a checkpoint, whatever its class: %s", (obstacle, state) => {
    const of = pool({ checkpoint: { state }, root: group("root", "tank", a, b) });
    for (const section of [undefined, "logs", "cache", "special"])
        expect(offered(a, [], section, of)).toContain(`remove: ${obstacle}`);
    for (const spare of ["AVAIL", "INUSE"])
        expect(offered(disk("s", { state: spare }), [], "spares", of)).toEqual([`remove: ${obstacle}`]);
});

test("trim and initialization are paused, resumed and stopped where they run", () => {
    const at = (trim: Vdev["trim"], initialize: Vdev["initialize"]) =>
        offered(disk("a", { trim, initialize })).slice(4, -1);
    expect(at({ state: "active" }, { state: "suspended" })).toEqual([
        ...["pauseTrim", "stopTrim", "resumeInitialize", "stopInitialize"],
    ]);
    expect(at({ state: "unsupported" }, { state: "complete" })).toEqual([
        "startTrim: trimUnsupported",
        "startInitialize",
        "uninitialize",
    ]);
});

test("a pool does to all devices what one device may do, and clears what is wrong", () => {
    expect(words(poolOffers(pool()))).toEqual("clear: noErrors,startTrim,startInitialize,reopen".split(","));
    const troubled = pool({ root: group("root", "tank", disk("a", { errors: { checksum: 2 } })) });
    expect(words(poolOffers(troubled))).toContain("clear");
    expect(words(poolOffers(pool({ state: "SUSPENDED" })))).toContain("clear");
    // to its status a pool may be as sound as ever that zpool list calls suspended, or that is silent or hung
    expect(words(poolOffers(pool(), true))).toEqual("clear,startTrim,startInitialize,reopen".split(","));
});

test("data is removed where ZFS can copy it to others", () => {
    const holding = (...children: Vdev[]) => pool({ root: group("root", "tank", ...children) });
    const mirror = group("mirror", "mirror-0", a, b);
    expect(offered(mirror, [], undefined, holding(mirror, disk("c")))).toContain("remove");
    expect(offered(mirror, [], undefined, holding(mirror, group("raidz", "raidz1-1")))).toContain(
        "remove: raidz",
    );
    expect(offered(mirror, [], "special", holding(disk("c")))).toContain("remove");
    const removing = pool({ removal: { state: "inProgress" } });
    expect(words(poolOffers(removing))).toContain("stopRemove");
});

test("what needs a feature of the pool says which", () => {
    const raidz = group("raidz", "raidz1-0", a, b, disk("c"));
    const needs = (vdev: Vdev, section?: string) =>
        deviceOffers(pool(), { vdev, above: [], section }).flatMap(({ action, feature }) =>
            feature === undefined ? [] : [`${action}: ${feature}`],
        );
    expect(needs(raidz)).toEqual(["widen: raidz_expansion"]);
    expect(needs(a)).toEqual(["remove: device_removal"]);
    for (const section of ["logs", "cache", "spares"]) expect(needs(a, section)).toEqual([]);
});

test("a disk is rebuilt in its order while nothing resilvers, and otherwise while nothing is rebuilt", () => {
    const at = (more: Partial<Pool>, ...disabled: readonly string[]) =>
        [true, false].map((isSequential) => rebuildObstacle(pool(more), isSequential, disabled));
    expect(at({})).toEqual([undefined, undefined]);
    expect(at({}, "device_rebuild")).toEqual(["rebuildDisabled", undefined]);
    expect(at({ scan: { kind: "resilver", state: "inProgress" } })).toEqual(["resilvering", undefined]);
    expect(at({ scan: { kind: "resilver", state: "finished" } })).toEqual([undefined, undefined]);
    expect(at({ scan: { kind: "scrub", state: "inProgress" } })).toEqual([undefined, undefined]);
    const rebuild = { kind: "rebuild", vdev: "mirror-0" } as const;
    expect(at({ rebuilds: [{ ...rebuild, state: "inProgress" }] })).toEqual([undefined, "rebuilding"]);
    expect(at({ rebuilds: [{ ...rebuild, state: "finished" }] })).toEqual([undefined, undefined]);
});

test("what a removal costs is read from zpool's words", () => {
    expect(parseRemovalEstimate("14174982038551768506 168\n")).toBe(168n);
    expect(() => parseRemovalEstimate("what?\n")).toThrow(ParseError);
});

test("a new disk has to have the share of a device, and gets its share of the data", () => {
    const space = { size: 12_000_000n, allocated: 3_000_000n };
    const raidz = { ...group("raidz", "raidz1-0", a, b, disk("c")), space };
    expect(leastSize({ vdev: a, above: [raidz] })).toBe(4_000_000n + 4_718_592n);
    expect(resilverSize({ vdev: a, above: [raidz] })).toBe(1_000_000n);
    const mirror = { ...group("mirror", "mirror-0", a, b), space };
    expect(leastSize({ vdev: mirror, above: [] })).toBe(12_000_000n + 4_718_592n);
    expect(leastSize({ vdev: a, above: [] })).toBe(0n);
    // the room of the spread spare is on the disks, and not in the size; what is written is on all of them
    const draid = { ...group("draid", "draid1:1d:3c:1s-0", a, b, disk("c")), space };
    expect(leastSize({ vdev: a, above: [draid] })).toBe(6_000_000n + 33_554_432n + 4_718_592n);
    expect(resilverSize({ vdev: a, above: [draid] })).toBe(1_000_000n);
});
