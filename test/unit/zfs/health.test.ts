import { judge } from "../../../src/zfs/health.ts";
import type { Pool, PoolUsage } from "../../../src/zfs/model.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { fixture, jsonFixture } from "./fixtures.ts";

function pool(name: string, version = "2.3.9"): Pool {
    const [found] = parseStatus(fixture(`zpool-status/${version}`, `${name}.txt`));
    if (found === undefined) throw new Error("no pool");
    return found;
}

function usage(capacity: number): PoolUsage {
    return { name: "tank", guid: "1", health: "ONLINE", capacity };
}

test.each([
    ["s01-full", "ok", { kind: "healthy" }],
    [
        "s02-offline",
        "warning",
        { kind: "deviceOffline", vdev: { name: "/mnt/m2" }, parent: { name: "mirror-0" } },
    ],
    [
        "s02-faulted",
        "warning",
        { kind: "deviceFaulted", vdev: { name: "/mnt/m4" }, parent: { name: "mirror-1" } },
    ],
    [
        "s02-unavail-was",
        "warning",
        { kind: "deviceUnavailable", vdev: { was: "/mnt/m2" }, parent: { name: "mirror-0" } },
    ],
    ["s03-replacing", "info", { kind: "deviceUnavailable", parent: { name: "replacing-1" } }],
    ["s05-rebuild", "info", { kind: "resilvering", scan: { vdev: "mirror-0" } }],
    ["s11-errors", "critical", { kind: "dataErrors", count: 18 }],
    [
        "s12-cksum",
        "warning",
        { kind: "deviceErrors", vdev: { name: "/mnt/i2" }, parent: { name: "mirror-0" } },
    ],
    ["s14-missinglog", "warning", { kind: "deviceUnavailable", section: "logs", vdev: { was: "/mnt/gl" } }],
    ["s17-nofeat", "info", { kind: "upgradable" }],
    ["s17-oldver", "info", { kind: "upgradable" }],
    ["s18-inuse", "info", { kind: "spareInUse", section: "spares", vdev: { name: "/mnt/bs" } }],
])("%s: %s", (name, level, reason) => {
    expect(judge(pool(name))).toMatchObject({ level, reason });
});

test("a suspended pool is the worst that is said of it", () => {
    const health = judge(pool("s13-susp", "2.1.11-suspended"));
    expect(health).toMatchObject({
        level: "critical",
        reason: { kind: "suspended" },
        advice: ["attachDevice", "clear"],
    });
    expect(health.findings.map(({ reason }) => reason.kind)).toContain("deviceUnavailable");
});

test("a resilver is told beside the missing device", () => {
    const kinds = judge(pool("s03-replacing")).findings.map(({ reason }) => reason.kind);
    expect(kinds).toEqual(["deviceUnavailable", "resilvering"]);
});

test("both forms of a status are judged alike", () => {
    for (const name of ["s02-faulted", "s11-errors", "s12-cksum", "s18-inuse", "s17-nofeat"]) {
        const [json] = parseStatusJson(jsonFixture("zpool-status/2.3.9", `${name}.json`));
        const kinds = (candidate: Pool) =>
            judge(candidate).findings.map(({ level, reason }) => [level, reason.kind]);
        expect(json && kinds(json)).toEqual(kinds(pool(name)));
    }
});

test.each([
    [79, "ok"],
    [80, "warning"],
    [95, "critical"],
])("%s %% full: %s", (capacity, level) => {
    expect(judge(pool("s01-full"), usage(capacity)).level).toBe(level);
});

test("words that are not known are a warning with the words", () => {
    const healthy = pool("s01-full");
    expect(judge({ ...healthy, state: "DREAMING" })).toMatchObject({
        level: "critical",
        reason: { kind: "poolState", state: "DREAMING" },
    });
    expect(judge({ ...healthy, status: "Something new." })).toMatchObject({
        level: "warning",
        reason: { kind: "message", words: "Something new." },
    });
    expect(
        judge({
            ...healthy,
            root: { ...healthy.root, children: [{ name: "sda", state: "ODD", notes: [], children: [] }] },
        }),
    ).toMatchObject({ level: "warning", reason: { kind: "deviceState", vdev: { state: "ODD" } } });
    expect(judge({ ...healthy, state: "DEGRADED" })).toMatchObject({
        level: "warning",
        reason: { kind: "poolState" },
    });
});

test("errors that cannot be listed are an alarm only when they are counted", () => {
    const errors = { kind: "unavailable", reason: "permission denied" } as const;
    expect(judge({ ...pool("s01-full"), errors })).toMatchObject({
        level: "info",
        reason: { kind: "dataErrorsUnknown", words: "permission denied" },
    });
    expect(judge({ ...pool("s01-full"), errors: { ...errors, count: 2 } })).toMatchObject({
        level: "critical",
        reason: { kind: "dataErrors", count: 2 },
    });
    expect(judge({ ...pool("s01-full"), errors: { ...errors, count: 0 } }).level).toBe("ok");
});
