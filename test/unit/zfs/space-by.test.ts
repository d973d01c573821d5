import type { Dataset } from "../../../src/zfs/dataset.ts";
import {
    checkLimit,
    limitsOf,
    parseLimit,
    roomOf,
    sizeAtPlace,
    sliderPlace,
} from "../../../src/zfs/limits.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseSpaceBy } from "../../../src/zfs/parse/space-by.ts";
import { filterSpace, isNameless, sortSpace, usedPercent } from "../../../src/zfs/space-by.ts";

import { fixture } from "./fixtures.ts";

test.each(["2.1.11", "2.3.9"])("what users and groups take is read as ZFS %s prints it", (version) => {
    expect(parseSpaceBy(fixture("zfs-space", `${version}-user.txt`))).toEqual([
        { kind: "user", type: "POSIX User", name: "root", used: 512n, objects: 1n },
    ]);
    expect(parseSpaceBy(fixture("zfs-space", `${version}-group.txt`))).toEqual([
        { kind: "group", type: "POSIX Group", name: "0", used: 512n, objects: 1n },
    ]);
});

const some = parseSpaceBy(
    [
        "POSIX User\tanna\t1099511627776\t2199023255552\t12\t0",
        "POSIX User\t1042\t512\t0\t-\t-",
        "SMB Group\tdomain users\t0\t9\t3\t100",
        "Project\t7\t100\t0\t1\t0",
        "Project\t10\t100\t0\t1\t0",
        "",
    ].join("\n"),
);

test("0 is no quota, and - is not counted", () => {
    expect(some[0]).toMatchObject({ used: 1n << 40n, quota: 2n << 40n, objectQuota: undefined });
    expect(some[1]).toMatchObject({ quota: undefined, objects: undefined, objectQuota: undefined });
    expect(some[2]).toMatchObject({ kind: "group", name: "domain users", objectQuota: 100n });
});

test.each([
    "POSIX User\tanna\t5\t0\t1",
    "POSIX User\tanna\t5\t0\t1\t0\t7",
    "POSIX User\t\t5\t0\t1\t0",
    "POSIX User\tanna\t5K\t0\t1\t0",
    "Undefined\tanna\t5\t0\t1\t0",
    "cannot get used/quota",
])("%j is not understood", (line) => {
    expect(() => parseSpaceBy(`${line}\n`)).toThrow(ParseError);
});

test("a number is a name that the system does not know, but of a project", () => {
    expect(some.map(isNameless)).toEqual([false, true, false, false, false]);
});

test("sorting knows numbers in names, and what is not set comes last", () => {
    const by = (...order: Parameters<typeof sortSpace> extends [unknown, ...infer Rest] ? Rest : never) =>
        sortSpace(some, ...order).map(({ name }) => name);
    expect(by("name", "asc")).toEqual(["7", "10", "1042", "anna", "domain users"]);
    expect(by("quota", "desc").slice(0, 2)).toEqual(["anna", "domain users"]);
    expect(by("quota", "asc").slice(0, 2)).toEqual(["domain users", "anna"]);
    expect(by("used", "desc")[0]).toBe("anna");
});

test("the filter finds names of one kind or all", () => {
    expect(filterSpace(some, { text: "ANN" }).map(({ name }) => name)).toEqual(["anna"]);
    expect(filterSpace(some, { text: "", kind: "project" }).length).toBe(2);
});

test.each([
    [1n, undefined, undefined],
    [undefined, 5n, undefined],
    [1n, 8n, 12.5],
    [3n, 2n, 150],
])("%s of %s is %s percent", (used, quota, percent) => {
    expect(usedPercent(used, quota)).toBe(percent);
});

const G = 1n << 30n;
const filesystem: Dataset = {
    ...{ name: "tank/home", type: "filesystem", guid: "1" },
    ...{ used: 10n * G, referenced: 4n * G, usedByDataset: 3n * G, available: 90n * G },
};

test("a volume has no quotas", () => {
    expect(limitsOf(filesystem)).toHaveLength(4);
    expect(limitsOf({ ...filesystem, type: "volume" })).toEqual(["reservation", "refreservation"]);
});

test.each([
    [{}, "quota", 10n * G - 1n, { kind: "belowUsed", least: 10n * G }],
    [{}, "quota", 10n * G, undefined],
    [{}, "quota", 10_000n * G, undefined],
    [{}, "refquota", 4n * G - 1n, { kind: "belowUsed", least: 4n * G }],
    [{}, "refquota", 4n * G, undefined],
    [
        { reservation: 20n * G },
        "quota",
        15n * G,
        { kind: "belowReservation", limit: "reservation", bytes: 20n * G },
    ],
    [{}, "reservation", 100n * G, undefined],
    [{}, "reservation", 100n * G + 1n, { kind: "aboveAvailable", most: 100n * G }],
    [{ quota: 50n * G }, "reservation", 51n * G, { kind: "aboveQuota", limit: "quota", bytes: 50n * G }],
    [{}, "refreservation", 94n * G, { kind: "aboveAvailable", most: 93n * G }],
    [{}, "quota", "none", undefined],
    [{}, "quota", undefined, { kind: "noSize" }],
    [{ used: undefined }, "quota", 1n, undefined],
] as const)("%j: %s of %s gives %j", (more, limit, value, problem) => {
    expect(checkLimit({ ...filesystem, ...more }, limit, value)).toEqual(problem);
});

// What is available holds the dataset's own limits, too: an almost empty one with 10 GiB of refquota in a pool of 1 TiB.
const tiny: Dataset = {
    ...filesystem,
    ...{ used: G, referenced: G, usedByDataset: G, refquota: 10n * G, available: 9n * G },
};
const tank: Dataset = { name: "tank", type: "filesystem", guid: "2", used: 2n * G, available: 1000n * G };

test("what is free is not looked for where a limit of the dataset hides it", () => {
    expect(checkLimit(tiny, "reservation", 50n * G)).toBeUndefined();
    expect(checkLimit(tiny, "reservation", 50n * G, tank)).toBeUndefined();
    expect(checkLimit(tiny, "reservation", 1002n * G, tank)).toEqual({
        kind: "aboveAvailable",
        most: 1001n * G,
    });
    expect(checkLimit(tiny, "reservation", 50n * G, { ...tank, refquota: 1002n * G })).toBeUndefined();
    expect(checkLimit({ ...tiny, quota: 40n * G }, "reservation", 41n * G)).toEqual({
        ...{ kind: "aboveQuota", limit: "quota", bytes: 40n * G },
    });
    expect(checkLimit(tiny, "refreservation", 11n * G, tank)).toEqual({
        ...{ kind: "aboveQuota", limit: "refquota", bytes: 10n * G },
    });
});

test("a reservation can be as large as what is kept and what is free above", () => {
    const kept = { ...filesystem, reservation: 60n * G, available: 90n * G };
    const above = { ...tank, available: 45n * G, usedByRefreservation: 5n * G };
    expect(roomOf(kept, "reservation")?.most).toBe(100n * G);
    expect(roomOf(kept, "reservation", above)?.most).toBe(100n * G);
    expect(roomOf(kept, "quota", above)).toMatchObject({ least: 60n * G, sensible: 100n * G });
});

test("the slider goes beyond the limits of now, as far as what is above lets it", () => {
    const bound = { ...filesystem, quota: 50n * G, available: 40n * G };
    expect(roomOf(bound, "quota", tank)?.sensible).toBe(1010n * G);
    expect(roomOf(bound, "quota")?.sensible).toBe(50n * G);
    expect(roomOf(bound, "refquota", tank)?.sensible).toBe(44n * G);
    expect(roomOf(tiny, "refquota", tank)?.sensible).toBe(1001n * G);
    expect(roomOf(tiny, "quota", tank)?.sensible).toBe(1001n * G);
    expect(roomOf({ ...tiny, quota: 20n * G }, "refquota", tank)?.sensible).toBe(20n * G);
});

test.each([
    ["10G", 10n * G],
    [" none ", "none"],
    ["0", "none"],
    ["auto", undefined],
    ["plenty", undefined],
    ["", undefined],
])("%j is typed for %s", (text, value) => {
    expect(parseLimit(text)).toBe(value);
});

test("a volume may reserve all that it may ever need", () => {
    expect(parseLimit("auto", { takesAuto: true })).toBe("auto");
});

test("the slider goes from what is used to what there is, in sizes that people would type", () => {
    const room = roomOf(filesystem, "quota");
    if (!room) throw new Error("no room");
    expect(sizeAtPlace(room, 0)).toBe(10n * G);
    expect(sizeAtPlace(room, 1000)).toBe(100n * G);
    expect(sizeAtPlace(room, 500)).toBe(55n * G);
    for (const place of [1, 17, 333, 999]) {
        const size = sizeAtPlace(room, place);
        expect(size >= room.least && size <= room.sensible).toBe(true);
        expect(Math.abs(sliderPlace(room, size) - place)).toBeLessThanOrEqual(2);
    }
    expect(sliderPlace({ ...room, sensible: room.least }, room.least)).toBe(0);
    expect(sliderPlace(room, 1n << 60n)).toBe(1000);
});
