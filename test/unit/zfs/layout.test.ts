import { autoAshifts, commonAshift, newAshift } from "../../../src/zfs/layout/ashift.ts";
import { draftOf, withDisks } from "../../../src/zfs/layout/draft.ts";
import type { Part } from "../../../src/zfs/layout/draft.ts";
import {
    arrange,
    suggestedDraid,
    suggestedKind,
    suggestedWidth,
    widthsOf,
} from "../../../src/zfs/layout/plan.ts";
import type { LayoutKind, PlannedVdev } from "../../../src/zfs/layout/plan.ts";
import { isMixed, replicationsIn } from "../../../src/zfs/layout/replication.ts";
import { survivalOf } from "../../../src/zfs/layout/survival.ts";
import { warningsOf } from "../../../src/zfs/layout/warnings.ts";
import type { Vdev } from "../../../src/zfs/model.ts";
import { isAgreed, overridable } from "../../../src/zfs/overwrite.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { isMountpoint } from "../../../src/zfs/pool-options.ts";
import { vitalVdevs } from "../../../src/zfs/vdevs.ts";

import { jsonFixture } from "./fixtures.ts";
import { SIZE, TIB, disk, disks, vdevs } from "./layouts.ts";

const names = (vdev: PlannedVdev) => vdev.disks.map(({ name }) => name).join("");

test("disks make as many vdevs as they are enough for, the large ones together", () => {
    const mixed = [...disks(3), disk("x", { size: 2n * TIB }), ...disks(3, { size: 2n * TIB }, "m")];
    const { vdevs: made, leftover } = arrange(mixed, "data", { kind: "mirror", width: 2 });
    expect(made.map(names)).toEqual(["xm", "no", "ab"]);
    expect(leftover.map(({ name }) => name)).toEqual(["c"]);
});

test.each<[LayoutKind, number, readonly number[]]>([
    ["stripe", 5, [1]],
    ["mirror", 1, []],
    ["mirror", 4, [2, 3, 4]],
    ["raidz1", 3, [2, 3]],
    ["raidz3", 5, [4, 5]],
    ["draid2", 9, [9]],
])("%s of %i disks", (kind, count, widths) => {
    expect(widthsOf(kind, count)).toEqual(widths);
});

test.each([
    [1, "stripe", 1],
    [2, "mirror", 2],
    [3, "mirror", 3],
    [4, "raidz2", 4],
    [12, "raidz2", 12],
    [14, "raidz2", 7],
    [25, "raidz2", 8],
])("%i disks are first %s of %i", (count, kind, width) => {
    expect(suggestedKind(count)).toBe(kind);
    expect(suggestedWidth(suggestedKind(count), count)).toBe(width);
});

test("a draid begins with one spare, and groups that fit", () => {
    expect(suggestedDraid("draid2", 12)).toEqual({ data: 8, spares: 1 });
    expect(suggestedDraid("draid1", 5)).toEqual({ data: 3, spares: 1 });
    expect(suggestedDraid("draid1", 2)).toEqual({ data: 1, spares: 0 });
});

const part = (more: Partial<Part> = {}): Part => ({ class: "data", paths: [], ...more });
const pathOf = (name: string) => `/dev/disk/by-id/ata-${name}`;

test("the first part has the disks that no other part takes", () => {
    const parts = withDisks(
        [part(), part({ class: "log" }), part({ class: "cache" })],
        1,
        ["e", "f"].map(pathOf),
    );
    const [data, log, cache] = draftOf(parts, disks(6));
    expect(data?.vdevs.map(names)).toEqual(["abcd"]);
    expect(data?.shape).toMatchObject({ kind: "raidz2", width: 4 });
    expect(log?.vdevs.map(names)).toEqual(["ef"]);
    expect(log?.shape.kind).toBe("mirror");
    expect(cache?.problem).toEqual({ kind: "tooFew", least: 1 });
    const moved = draftOf(withDisks(parts, 2, [pathOf("f")]), disks(6));
    expect(moved.map(({ disks: own }) => own.length)).toEqual([4, 1, 1]);
});

test("what was asked for stands as long as the disks allow it", () => {
    const wanted = part({ kind: "raidz1", width: 3 });
    expect(draftOf([wanted], disks(7))[0]).toMatchObject({ shape: { width: 3 }, leftover: [{ name: "g" }] });
    expect(draftOf([wanted], disks(2))[0]?.shape.width).toBe(2);
    const few = draftOf([wanted], disks(1))[0];
    expect(few).toMatchObject({ problem: { kind: "tooFew", least: 2 }, vdevs: [] });
    const draid = part({ kind: "draid1", draid: { data: 8, spares: 1 } });
    expect(draftOf([draid], disks(9))[0]?.problem).toEqual({ kind: "draidTooLarge" });
    expect(draftOf([draid], disks(10))[0]?.problem).toBeUndefined();
    for (const shape of [
        { data: NaN, spares: 1 },
        { data: 0, spares: 1 },
        { data: 1.5, spares: 1 },
        { data: 4, spares: NaN },
        { data: 4, spares: 0.5 },
        { data: 4, spares: -1 },
    ])
        expect(draftOf([part({ kind: "draid1", draid: shape })], disks(10))[0]).toMatchObject({
            problem: { kind: "noCount" },
            vdevs: [],
        });
});

const data = (kind: LayoutKind, count: number, width = count) => vdevs("data", disks(count), { kind, width });
const kindsIn = (plan: readonly PlannedVdev[], context = {}) =>
    warningsOf(plan, context).map(({ kind }) => kind);

test.each<[string, readonly PlannedVdev[], readonly string[]]>([
    ["a mirror", data("mirror", 2), []],
    ["raidz2 of six", data("raidz2", 6), []],
    ["one disk", data("stripe", 1), ["noRedundancy"]],
    [
        "a special disk alone",
        [...data("mirror", 2), ...vdevs("special", [disk("s")], { kind: "stripe", width: 1 })],
        ["singleVital", "mixedRedundancy"],
    ],
    [
        "a log alone",
        [...data("mirror", 2), ...vdevs("log", [disk("s")], { kind: "stripe", width: 1 })],
        ["singleLog"],
    ],
    ["mirrors of different width", [...data("mirror", 2), ...data("mirror", 3)], ["mixedRedundancy"]],
    ["raidz2 with a mirror of three", [...data("raidz2", 6), ...data("mirror", 3)], []],
    ["a raidz as narrow as can be", data("raidz1", 2), ["narrowRaidz"]],
    ["a raidz too wide, twice", [...data("raidz2", 14), ...data("raidz2", 14)], ["wideRaidz"]],
    [
        "large disks in raidz1",
        vdevs("data", disks(3, { size: 16n * TIB }), { kind: "raidz1", width: 3 }),
        ["largeRaidz1"],
    ],
    [
        "a draid of few disks",
        vdevs("data", disks(6), { kind: "draid1", width: 6, draid: { data: 4, spares: 1 } }),
        ["smallDraid"],
    ],
    [
        "unequal disks",
        vdevs("data", [disk("a"), disk("b", { size: SIZE + (17n << 20n) })], { kind: "mirror", width: 2 }),
        ["unequalSizes"],
    ],
    [
        "nearly equal disks",
        vdevs("data", [disk("a"), disk("b", { size: SIZE + (16n << 20n) })], { kind: "mirror", width: 2 }),
        [],
    ],
    [
        "sectors of two sizes",
        vdevs("data", [disk("a"), disk("b", { physicalBlock: 512 })], { kind: "mirror", width: 2 }),
        ["mixedSectors"],
    ],
])("warns of %s", (_name, plan, kinds) => {
    expect(kindsIn(plan)).toEqual(kinds);
});

test("an ashift below the sectors of the disks is warned of, one above is not", () => {
    expect(warningsOf(data("mirror", 2), { ashift: 9 })).toEqual([
        { kind: "smallAshift", ashift: 9, sector: 4096 },
    ]);
    expect(kindsIn(data("mirror", 2), { ashift: 13 })).toEqual([]);
});

test("sectors that disks only claim are warned of where nothing else says the block size", () => {
    const claimed = vdevs("data", disks(2, { physicalBlock: 512 }), { kind: "mirror", width: 2 });
    const silent = vdevs("data", disks(2, { physicalBlock: undefined }), { kind: "mirror", width: 2 });
    const log = vdevs("log", disks(1, { physicalBlock: 512 }), { kind: "stripe", width: 1 });
    expect(warningsOf(claimed)).toEqual([{ kind: "claimedSectors", ashift: 9 }]);
    expect(kindsIn(claimed, { ashift: 9 })).toEqual([]);
    expect(kindsIn(claimed, { ashift: 12 })).toEqual([]);
    expect(kindsIn(claimed, { presentAshifts: [9] })).toEqual([]);
    expect(kindsIn(silent)).toEqual([]);
    expect(kindsIn([...data("mirror", 2), ...log])).toEqual(["singleLog"]);
    expect(autoAshifts([...data("mirror", 2), ...log, ...claimed])).toEqual([12, 9]);
    expect(autoAshifts([...data("mirror", 2), ...silent])).toEqual([12, undefined]);
});

test("a new pool has blocks of 4 KiB at least, and larger ones where a disk has larger sectors", () => {
    const of = (...sectors: readonly (number | undefined)[]) =>
        newAshift(sectors.map((physicalBlock, index) => disk(`d${index}`, { physicalBlock })));
    expect([of(), of(512, 512), of(4096), of(undefined), of(512, 8192)]).toEqual([12, 12, 12, 12, 13]);
});

test("the block size of the pool is that of most of its vdevs, and another one is warned of", () => {
    expect([commonAshift([]), commonAshift([12, 9, 9]), commonAshift([9, 12])]).toEqual([undefined, 9, 12]);
    const other = (present: readonly number[], ashift?: number, plan = data("mirror", 2)) =>
        warningsOf(plan, { presentAshifts: present, ashift }).filter(({ kind }) => kind === "otherAshift");
    expect(other([12, 12])).toEqual([]);
    expect(other([13])).toEqual([{ kind: "otherAshift", ashift: 12, present: [13] }]);
    expect(other([12, 12, 9], 12)).toEqual([{ kind: "otherAshift", ashift: 12, present: [12, 9] }]);
    expect(other([13], 13)).toEqual([]);
    expect(other([], 13)).toEqual([]);
    const single = (vdevClass: "log" | "cache") => vdevs(vdevClass, disks(1), { kind: "stripe", width: 1 });
    expect(other([13], undefined, single("log"))).toHaveLength(1);
    expect(other([13], undefined, single("cache"))).toEqual([]);
});

test("what has blocks of its own are the vdevs with data", () => {
    const leaf = (name: string, kind?: Vdev["kind"]): Vdev => ({ name, kind, notes: [], children: [] });
    const names = vitalVdevs({
        ...{ name: "tank", state: "ONLINE", rebuilds: [], unknown: [] },
        root: {
            name: "tank",
            notes: [],
            children: [leaf("mirror-0", "mirror"), leaf("indirect-1", "indirect")],
        },
        sections: [
            { kind: "logs", vdevs: [leaf("a")] },
            { kind: "special", vdevs: [leaf("b")] },
            { kind: "spares", vdevs: [leaf("c")] },
        ],
    }).map(({ name }) => name);
    expect(names).toEqual(["mirror-0", "b"]);
});

test("only data, special and dedup decide what a pool survives", () => {
    expect(survivalOf(vdevs("cache", disks(2), { kind: "stripe", width: 1 }))).toBeUndefined();
    expect(
        survivalOf([...data("raidz2", 6), ...vdevs("log", disks(1), { kind: "stripe", width: 1 })]),
    ).toEqual({
        any: 2,
        most: 2,
        each: [{ class: "data", kind: "raidz2", count: 1, width: 6, tolerates: 2 }],
    });
});

test("vdevs that are added are compared with those of the pool", () => {
    const [pool] = parseStatusJson(jsonFixture("zpool-status/2.3.9", "s01-full.json"));
    if (!pool) throw new Error("no pool");
    const present = replicationsIn(pool);
    expect(new Set(present.map(({ kind, width }) => `${kind} ${width}`))).toEqual(new Set(["mirror 2"]));
    expect(kindsIn(data("mirror", 2), { present })).toEqual([]);
    expect(kindsIn(data("raidz2", 6), { present })).toEqual(["mixedRedundancy"]);
    const log = vdevs("log", disks(1), { kind: "stripe", width: 1 });
    expect(kindsIn(log, { present })).toEqual(["singleLog"]);
    const mixed = [...present, { kind: "disk" as const, width: 1, parity: 0 }];
    expect(isMixed([{ kind: "raidz", width: 6, parity: 2 }], mixed)).toBe(false);
});

test("what zpool refuses of a plan may be forced only where the person was warned of it", () => {
    const mixed = "mismatched replication level: both mirror and raidz vdevs are present";
    const sizes = "mirror contains devices of different sizes";
    const warnings = warningsOf([...data("mirror", 2), ...data("raidz2", 6)]);
    expect(isAgreed([mixed], [], warnings)).toBe(true);
    expect(isAgreed([mixed], [])).toBe(false);
    expect(isAgreed([sizes], [], warnings)).toBe(false);
    expect(isAgreed([mixed, "/dev/sdx is part of active pool 'tank'"], [], warnings)).toBe(false);
    const ashift = "cannot add to 'tank': adding devices with different physical sector sizes is not allowed";
    expect(overridable(`${ashift}\n`)).toEqual([ashift]);
    expect(isAgreed([ashift], [], warningsOf(data("mirror", 2), { presentAshifts: [13] }))).toBe(true);
    expect(isAgreed([ashift], [], warnings)).toBe(false);
    // there -f would not help
    expect(overridable(ashift.replace("add to 'tank'", "attach /dev/sdb to /dev/sda"))).toBeUndefined();
});

test.each([
    ["", true],
    ["/srv", true],
    ["none", true],
    ["legacy", true],
    ["srv", false],
    ["-x", false],
])("a mount point %j", (text, isRight) => {
    expect(isMountpoint(text)).toBe(isRight);
});
