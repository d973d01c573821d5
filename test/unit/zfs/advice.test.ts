import { advise } from "../../../src/zfs/advice.ts";
import type { KnownPool, SystemFacts } from "../../../src/zfs/advice.ts";
import type { Pool, Scan } from "../../../src/zfs/model.ts";
import type { Unit } from "../../../src/zfs/units.ts";

const day = 86_400;
const now = 1_795_349_400;

const on: Unit = { fileState: "enabled", activeState: "active" };
const off: Unit = { fileState: "disabled", activeState: "inactive" };

const allOn: Readonly<Record<string, Unit>> = {
    "zfs.target": on,
    "zfs-import.target": on,
    "zfs-import-cache.service": on,
    "zfs-import-scan.service": off,
    "zfs-zed.service": on,
    "cron.service": on,
};

const cronTable =
    "24 0 8-14 * * root if [ -x /usr/lib/zfs-linux/scrub ]; then /usr/lib/zfs-linux/scrub; fi\n";

const factsWith = (
    facts: Partial<SystemFacts> = {},
    units: Readonly<Record<string, Unit>> = {},
): SystemFacts => ({
    time: now,
    versions: { userland: "2.3.9-0+deb13u1", kernel: "2.3.9-0+deb13u1" },
    kernels: { running: "6.12.1", installed: ["6.12.1"], withModule: ["6.12.1"] },
    cached: ["tank"],
    roots: [{ name: "tank", creation: now - 100 * day }],
    cronTable,
    ...facts,
    units: new Map(Object.entries({ ...allOn, ...units })),
});

const scrub: Scan = { kind: "scrub", state: "finished", end: now - 3 * day };

function poolWith(status: Partial<Pool> = {}, usage: Partial<KnownPool["usage"]> = {}): KnownPool {
    const root = { name: "tank", notes: [], children: [] };
    const pool: Pool = {
        name: "tank",
        state: "ONLINE",
        scan: scrub,
        rebuilds: [],
        root,
        sections: [],
        unknown: [],
        ...status,
    };
    return { usage: { name: "tank", guid: "1", health: "ONLINE", ...usage }, status: pool };
}

const healthy = poolWith();

test("of a host where all is well there is nothing to say", () => {
    expect(advise(factsWith(), [healthy])).toEqual([]);
});

test("nothing is claimed of what is not known", () => {
    expect(advise({ time: now }, [healthy, { usage: { name: "b", guid: "2", health: "ONLINE" } }])).toEqual(
        [],
    );
});

test.each([
    [
        "the newest kernel has a module",
        ["6.12.1", "6.12.10"],
        ["6.12.1", "6.12.10"],
        [{ kind: "newerKernel", kernel: "6.12.10", running: "6.12.1" }],
    ],
    ["another flavour has a module", ["6.12.1", "6.12.1-rt"], ["6.12.1", "6.12.1-rt"], []],
    ["all are older than the running one", ["6.11.2"], ["6.11.2", "6.12.1"], []],
    [
        "it has none",
        ["6.12.1", "6.12.9", "6.12.10"],
        ["6.12.1", "6.12.9"],
        [{ kind: "moduleMissing", kernel: "6.12.10" }],
    ],
    ["only an older one has none", ["6.11.2", "6.12.1"], ["6.12.1"], []],
    ["the running one's is somewhere else", ["6.12.1", "6.12.10"], [], []],
])("kernels: %s", (_name, installed, withModule, expected) => {
    const kernels = { running: "6.12.1", installed, withModule };
    expect(advise(factsWith({ kernels }), [healthy])).toEqual(expected);
});

test.each<[string, Partial<SystemFacts>, Readonly<Record<string, Unit>>, unknown[]]>([
    ["not in the cache file", { cached: ["other"] }, {}, [{ kind: "notCached", pools: ["tank"] }]],
    ["no cache file, and no scan", { cached: [] }, {}, [{ kind: "notCached", pools: ["tank"] }]],
    ["no cache file, but a scan", { cached: [] }, { "zfs-import-scan.service": on }, []],
    ["the pool of the system", { cached: [], systemPool: "tank" }, {}, []],
    ["a unit of its own", { cached: [] }, { "zfs-import@tank.service": on }, []],
    ["a cache file that cannot be read", { cached: undefined }, {}, []],
    [
        "units that are off",
        {},
        { "zfs-import-cache.service": off, "zfs-import.target": off },
        [{ kind: "importOff", units: ["zfs-import.target", "zfs-import-cache.service"], pools: ["tank"] }],
    ],
])("after a restart: %s", (_name, facts, units, expected) => {
    expect(advise(factsWith(facts, units), [healthy])).toEqual(expected);
});

test("without zed, pools with spares are named", () => {
    const spare = { name: "sdx", notes: [], children: [] };
    const spared = poolWith({ sections: [{ kind: "spares", vdevs: [spare] }] });
    const stopped = factsWith({}, { "zfs-zed.service": off });
    expect(advise(stopped, [spared])).toEqual([{ kind: "zedOff", installed: true, spares: ["tank"] }]);
    expect(advise(stopped, [healthy])).toEqual([{ kind: "zedOff", installed: true, spares: [] }]);
    expect(advise(stopped, [])).toEqual([]);
});

test("a pool nearly full", () => {
    expect(advise(factsWith(), [poolWith({}, { capacity: 79 })])).toEqual([]);
    expect(advise(factsWith(), [poolWith({}, { capacity: 85 })])).toEqual([
        { kind: "lowSpace", pool: "tank", capacity: 85 },
    ]);
});

const job = { kind: "cron", file: "/etc/cron.d/zfsutils-linux", interval: "monthly" };
const due = (days: number, never: boolean) => [{ kind: "scrubDue", pool: "tank", days, never, job }];

test.each<[string, Scan | undefined, unknown[]]>([
    ["35 days ago", { ...scrub, end: now - 35 * day }, []],
    ["36 days ago", { ...scrub, end: now - 36 * day }, due(36, false)],
    ["a resilver not long ago", { ...scrub, kind: "resilver" }, []],
    ["under way", { kind: "scrub", state: "inProgress", start: now - 99 * day }, []],
    ["never", undefined, due(100, true)],
    ["canceled not long ago", { ...scrub, state: "canceled" }, [{ kind: "scrubCanceled", pool: "tank" }]],
    ["canceled long ago", { ...scrub, state: "canceled", end: now - 36 * day }, due(36, false)],
    ["a resilver that was canceled", { ...scrub, kind: "resilver", state: "canceled" }, []],
    ["paused over a weekend", { kind: "scrub", state: "paused", pausedSince: now - 3 * day }, []],
    [
        "paused and forgotten",
        { kind: "scrub", state: "paused", start: now - 99 * day, pausedSince: now - 8 * day },
        [{ kind: "scrubPaused", pool: "tank", days: 8 }],
    ],
])("scrub: %s", (_name, scan, expected) => {
    expect(advise(factsWith(), [poolWith({ scan })])).toEqual(expected);
});

test("an error scrub hides when the last scrub was", () => {
    const hidden = { scan: undefined, errorScrub: { kind: "errorScrub", state: "finished", end: now } };
    expect(advise(factsWith(), [poolWith(hidden)])).toEqual([]);
});

test("a new pool needs no scrub yet, and one that cannot be written gets none", () => {
    const never = { scan: undefined };
    const fresh = factsWith({ roots: [{ name: "tank", creation: now - day }] });
    expect(advise(fresh, [poolWith(never)])).toEqual([]);
    expect(advise(fresh, [poolWith({ scan: { ...scrub, state: "canceled" } })])).toEqual([]);
    expect(advise(factsWith(), [poolWith(never, { readonly: true })])).toEqual([]);
});

test("of a pool that does not say when it was made it is not known that a scrub is due", () => {
    expect(advise(factsWith({ roots: [] }), [poolWith({ scan: undefined })])).toEqual([]);
});

test("tools and module of different versions, but not of different packages", () => {
    const versions = (userland: string, kernel: string) =>
        advise(factsWith({ versions: { userland, kernel } }), [healthy]);
    expect(versions("2.3.9-0+deb13u1", "2.3.2-2")).toEqual([
        { kind: "versionsDiffer", userland: "2.3.9-0+deb13u1", kernel: "2.3.2-2" },
    ]);
    expect(versions("2.2.2-0ubuntu9.4", "2.2.2-0ubuntu9")).toEqual([]);
    expect(versions("2.4.0-rc2", "2.4.0-rc1")).toHaveLength(1);
});

test("pools that could be upgraded are one hint, the last", () => {
    const status = "Some supported and requested features are not enabled on the pool.";
    expect(advise(factsWith(), [poolWith({ status }), healthy])).toEqual([
        { kind: "upgradable", pools: ["tank"] },
    ]);
});
