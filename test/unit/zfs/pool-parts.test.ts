import { classSpaces } from "../../../src/zfs/class-space.ts";
import { joinStatus } from "../../../src/zfs/join-status.ts";
import type { Pool, Scan } from "../../../src/zfs/model.ts";
import { parseListVdevs } from "../../../src/zfs/parse/list-vdevs.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { resilverOf } from "../../../src/zfs/resilver.ts";
import { fixture, jsonFixture } from "./fixtures.ts";

function recorded(name: string): Pool {
    const [pool] = parseStatusJson(jsonFixture("zpool-status/2.3.9", `${name}.json`));
    if (pool === undefined) throw new Error(`${name} has no pool`);
    return pool;
}

test("space is told by class, without spares", () => {
    const kinds = classSpaces(recorded("s01-full")).map(({ kind }) => kind);
    expect(kinds).toEqual(["data", "dedup", "special", "logs", "cache"]);
});

test("before 2.3, too, spares are no space", () => {
    const status = parseStatus(fixture("zpool-status/2.1.11", "s01-flag-vPLpsit.txt"));
    const sizes = parseListVdevs(fixture("zpool-list", "2.1.11-v.txt"));
    const tank = joinStatus({ status, guids: [], sizes, usage: [] }).find(({ name }) => name === "tank");
    expect(tank?.sections.map(({ kind }) => kind)).toContain("spares");
    expect(tank && classSpaces(tank)).toEqual([
        { kind: "data", size: 251658240n, allocated: 0n },
        { kind: "dedup", size: 251658240n, allocated: 0n },
        { kind: "special", size: 251658240n, allocated: 479232n },
        { kind: "logs", size: 251658240n, allocated: 0n },
        { kind: "cache", size: 263192576n, allocated: 0n },
    ]);
});

test("a pool of data alone has nothing to tell apart", () => {
    expect(classSpaces(recorded("s02-faulted"))).toEqual([]);
});

describe("the resilver of a vdev", () => {
    const pool = recorded("s02-faulted");
    const running: Scan = { kind: "resilver", state: "inProgress" };
    const rebuild = { ...running, kind: "rebuild", vdev: "mirror-1" };

    test("is the pool's while it runs", () => {
        expect(resilverOf({ ...pool, scan: running }, "mirror-0")).toBe(running);
        expect(resilverOf({ ...pool, scan: { ...running, state: "finished" } }, "mirror-0")).toBeUndefined();
        expect(resilverOf({ ...pool, scan: { ...running, kind: "scrub" } }, "mirror-0")).toBeUndefined();
    });

    test("is a rebuild of its own, not another's", () => {
        expect(resilverOf({ ...pool, scan: undefined, rebuilds: [rebuild] }, "mirror-1")).toBe(rebuild);
        expect(resilverOf({ ...pool, scan: undefined, rebuilds: [rebuild] }, "mirror-0")).toBeUndefined();
    });
});
