import type { Capabilities } from "../../../src/zfs/capabilities.ts";
import type { Pool, PoolUsage, Scan } from "../../../src/zfs/model.ts";
import { scrubActions, scrubObstacle } from "../../../src/zfs/scrub.ts";

const usage: PoolUsage = { name: "tank", guid: "1", health: "ONLINE" };
const pool = (more: Partial<Pool>): Pool => ({
    name: "tank",
    state: "ONLINE",
    rebuilds: [],
    root: { name: "tank", notes: [], children: [] },
    sections: [],
    unknown: [],
    ...more,
});
const scrub = (state: Scan["state"]): Scan => ({ kind: "scrub", state });
const resilver: Scan = { kind: "resilver", state: "inProgress" };

const everything = { scrubNew: true, errorScrub: true, scrubByDate: true } as Capabilities;
const errorScrub = (state: Scan["state"]): Scan => ({ kind: "errorScrub", state });

/** What stands in the way of each action, in the order of the menu; the four that start are given once. */
test.each<[string, Partial<Pool>, readonly (string | undefined)[]]>([
    ["nothing ever ran", {}, [undefined, "notRunning", "notPaused", "notRunning"]],
    ["one finished", { scan: scrub("finished") }, [undefined, "notRunning", "notPaused", "notRunning"]],
    ["one runs", { scan: scrub("inProgress") }, ["running", undefined, "notPaused", undefined]],
    ["one is paused", { scan: scrub("paused") }, ["paused", "paused", undefined, undefined]],
    ["a resilver runs", { scan: resilver }, ["resilvering", "notRunning", "notPaused", "notRunning"]],
    [
        "a rebuild runs",
        { rebuilds: [{ kind: "rebuild", state: "inProgress", vdev: "mirror-0" }] },
        ["rebuilding", "notRunning", "notPaused", "notRunning"],
    ],
    [
        "damaged blocks are scrubbed",
        { scan: scrub("finished"), errorScrub: errorScrub("inProgress") },
        ["errorScrub", undefined, "notPaused", undefined],
    ],
    [
        "that is paused",
        { scan: scrub("finished"), errorScrub: errorScrub("paused") },
        ["errorScrub", "paused", undefined, undefined],
    ],
    [
        "that has finished",
        { errorScrub: errorScrub("finished") },
        [undefined, "notRunning", "notPaused", "notRunning"],
    ],
])("when %s", (_what, more, [start, ...rest]) => {
    const subject = { status: pool(more), usage, capabilities: everything };
    const obstacles = scrubActions.map((action) => scrubObstacle(action, subject));
    expect(obstacles).toEqual([start, start, start, start, ...rest]);
});

test("a pool that is imported read-only cannot be scrubbed", () => {
    const subject = { status: pool({}), usage: { ...usage, readonly: true } };
    expect(scrubActions.map((action) => scrubObstacle(action, subject))).toEqual(
        scrubActions.map(() => "readOnly"),
    );
});

test("a part of a pool is scrubbed where this ZFS can", () => {
    const starts = scrubActions.slice(0, 4);
    const obstacles = (capabilities?: Partial<Capabilities>, status = pool({})) =>
        starts.map((action) =>
            scrubObstacle(action, { status, usage, capabilities: capabilities as Capabilities }),
        );
    expect(obstacles()).toEqual([undefined, "unknown", "unknown", "unknown"]);
    expect(obstacles({})).toEqual([undefined, "needs23", "needs22", "needs24"]);
    expect(obstacles({ errorScrub: true, scrubNew: true })).toEqual([
        ...[undefined, undefined, undefined, "needs24"],
    ]);
    expect(obstacles(everything, pool({ errors: { kind: "none" } }))[2]).toBe("noErrors");
    expect(obstacles(everything, pool({ errors: { kind: "count", count: 3 } }))[2]).toBeUndefined();
});

test("damaged data alone is scrubbed where the pool has the feature for its log", () => {
    const status = pool({ errors: { kind: "count", count: 3 } });
    const of = (...names: readonly string[]) =>
        scrubObstacle("startErrors", {
            ...{ status, usage, capabilities: everything },
            disabled: names,
        });
    expect([of("head_errlog"), of("raidz_expansion")]).toEqual(["errorLogDisabled", undefined]);
});
