import type { Pool, PoolUsage, Scan } from "../../../src/zfs/model.ts";
import { scrubActions, scrubObstacle } from "../../../src/zfs/scrub.ts";
import { checkValue, findSettable } from "../../../src/zfs/settable.ts";

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
        { errorScrub: { kind: "errorScrub", state: "inProgress" } },
        ["errorScrub", "notRunning", "notPaused", "notRunning"],
    ],
])("when %s", (_what, more, obstacles) => {
    expect(scrubActions.map((action) => scrubObstacle(action, pool(more), usage))).toEqual(obstacles);
});

test("a pool that is imported read-only cannot be scrubbed", () => {
    expect(scrubObstacle("start", pool({}), { ...usage, readonly: true })).toBe("readOnly");
});

test.each([
    ["comment", "", undefined],
    ["comment", "x".repeat(32), undefined],
    ["comment", "x".repeat(33), { kind: "tooLong", limit: 32, length: 33 }],
    ["comment", "schön", { kind: "invalidCharacter", character: "ö" }],
    ["comment", "a\tb", { kind: "invalidCharacter", character: "\t" }],
    ["autotrim", "on", undefined],
])("%s may be %j or not", (name, value, problem) => {
    const settable = findSettable(name);
    expect(settable && checkValue(settable, value)).toEqual(problem);
    expect(settable).toBeDefined();
});

test("what is not in the list cannot be set", () => {
    expect(findSettable("size")).toBeUndefined();
});
