import { discardCheckpoint, takeCheckpoint } from "../../../src/zfs/commands/checkpoint.ts";
import { OperandError } from "../../../src/zfs/commands/command.ts";
import type { Command } from "../../../src/zfs/commands/command.ts";
import { destroyPool, exportPool } from "../../../src/zfs/commands/pool-life.ts";
import { isInUse } from "../../../src/zfs/contents.ts";
import type { Pool, PoolUsage } from "../../../src/zfs/model.ts";
import { parseIdentities } from "../../../src/zfs/parse/identities.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseUses } from "../../../src/zfs/parse/uses.ts";
import { actionObstacle, holdsSystem } from "../../../src/zfs/pool-actions.ts";
import type { ActionObstacle, PoolAction } from "../../../src/zfs/pool-actions.ts";

const tank = { name: "tank", guid: "9610273138761160755" };

test.each([
    [exportPool(tank), "zpool export tank", "disruptive"],
    [destroyPool(tank, { datasets: [] }), "zpool destroy tank", "destructive"],
    [takeCheckpoint(tank), "zpool checkpoint tank", "none"],
    [discardCheckpoint(tank, undefined), "zpool checkpoint -d tank", "destructive"],
] as const)("%j is one unforced call, for the pool that was seen", (command, line, danger) => {
    expect(command.argv).toEqual(line.split(" "));
    expect(command.danger).toBe(danger);
    expect(command.expect.pools).toEqual([tank]);
    expect(command.touches).toEqual([{ pool: "tank" }]);
});

test("a pool is destroyed with the datasets and snapshots that the person was told of, and no others", () => {
    const home = { name: "tank/home", guid: "7" };
    const datasets = [{ ...home, used: 1n } as typeof home];
    const snapshots = [{ name: "tank/home@a", guid: "8" }];
    const contents = { of: "tank", datasets: [home] };
    expect(destroyPool(tank, { datasets }).expect).toEqual({ pools: [tank], contents });
    expect(destroyPool(tank, { datasets, snapshots }).expect).toEqual({
        ...{ pools: [tank], contents: { ...contents, snapshots } },
    });
    expect(destroyPool(tank, undefined).expect).toEqual({ pools: [tank] });
});

test("the checkpoint that is discarded, or rewound to, is the one that the person was told of", () => {
    const checkpoint = { state: "exists", created: 1_795_346_537 };
    const seen = { pools: [tank], checkpoints: [{ pool: "tank", time: 1_795_346_537 }] };
    expect(discardCheckpoint(tank, checkpoint).expect).toEqual(seen);
    expect(exportPool(tank, checkpoint).expect).toEqual(seen);
    expect(exportPool(tank, { state: "exists" }).expect).toEqual({ pools: [tank] });
});

test.each<(pool: typeof tank) => Command>([
    (pool) => exportPool(pool),
    (pool) => destroyPool(pool, { datasets: [] }),
    takeCheckpoint,
    (pool) => discardCheckpoint(pool, undefined),
])("a name that would be an option makes no command", (build) => {
    expect(() => build({ ...tank, name: "-f" })).toThrow(OperandError);
});

const usage: PoolUsage = { ...tank, health: "ONLINE" };
const status: Pool = {
    ...{ name: "tank", state: "ONLINE", rebuilds: [], sections: [], unknown: [] },
    root: { name: "tank", notes: [], children: [] },
};
const onTank = (place: string) => `/dev/vda1 / ext4 rw 0 0\ntank/x ${place} zfs rw 0 0\n`;

interface Case {
    readonly status?: Partial<Pool> | undefined;
    readonly readonly?: boolean;
    readonly health?: string;
    readonly mounts?: string;
}

test.each<[PoolAction, Case, ActionObstacle | undefined]>([
    ["export", {}, undefined],
    ["export", { mounts: onTank("/srv") }, undefined],
    ["export", { mounts: onTank("/boot") }, "holdsBoot"],
    ["export", { mounts: "tank/ROOT / zfs rw 0 0\n" }, "holdsRoot"],
    ["export", { readonly: true }, undefined],
    ["destroy", { readonly: true }, "readOnly"],
    ["destroy", { mounts: onTank("/boot") }, "holdsBoot"],
    ["destroy", {}, undefined],
    ["takeCheckpoint", {}, undefined],
    ["takeCheckpoint", { readonly: true }, "readOnly"],
    ["takeCheckpoint", { status: { checkpoint: { state: "exists" } } }, "checkpointExists"],
    ["takeCheckpoint", { status: { checkpoint: { state: "discarding" } } }, "discarding"],
    ["takeCheckpoint", { status: { removal: { state: "inProgress" } } }, "removing"],
    ["takeCheckpoint", { status: { removal: { state: "finished" } } }, undefined],
    ["takeCheckpoint", { status: { expansion: { state: "inProgress" } } }, "expanding"],
    ["discardCheckpoint", {}, "noCheckpoint"],
    ["discardCheckpoint", { status: { checkpoint: { state: "exists" } } }, undefined],
    ["discardCheckpoint", { status: { checkpoint: { state: "discarding" } } }, "discarding"],
    ["rewind", {}, "noCheckpoint"],
    ["rewind", { status: { checkpoint: { state: "exists" } } }, undefined],
    ["rewind", { status: { checkpoint: { state: "discarding" } } }, "discarding"],
    ["rewind", { status: { checkpoint: { state: "exists" } }, readonly: true }, "readOnly"],
    ["rewind", { status: { checkpoint: { state: "exists" } }, mounts: onTank("/boot") }, "holdsBoot"],
    ["reguid", {}, undefined],
    ["reguid", { readonly: true }, "readOnly"],
    ["reguid", { status: { checkpoint: { state: "exists" } } }, "hasCheckpoint"],
    ["reguid", { status: { checkpoint: { state: "discarding" } } }, "discarding"],
    ["reguid", { health: "DEGRADED" }, "notHealthy"],
])("%s with %j", (action, { status: news, readonly, health = "ONLINE", mounts = "" }, obstacle) => {
    const subject = { usage: { ...usage, readonly, health }, status: { ...status, ...news }, mounts };
    expect(actionObstacle(action, subject)).toBe(obstacle);
});

test("a checkpoint needs a feature of the pool", () => {
    const of = (...names: readonly string[]) =>
        actionObstacle("takeCheckpoint", { usage, status, mounts: "", disabled: names });
    expect([of("zpool_checkpoint"), of("raidz_expansion")]).toEqual(["checkpointsDisabled", undefined]);
});

test("of a pool without a status only what needs one is not possible", () => {
    const of = (action: PoolAction) => actionObstacle(action, { usage, mounts: "" });
    expect([of("export"), of("destroy"), of("takeCheckpoint")]).toEqual([undefined, undefined, "unknown"]);
});

test("what the system may live on is neither exported nor destroyed while that is not known", () => {
    for (const action of ["export", "destroy"] as const)
        expect(actionObstacle(action, { usage, status, mounts: undefined })).toBe("unknown");
});

test("whether the system starts from a pool is known where it is known what is mounted", () => {
    expect(["/", "/boot", "/srv"].map((place) => holdsSystem("tank", onTank(place)))).toEqual([
        true,
        true,
        false,
    ]);
    expect(holdsSystem("bay", onTank("/"))).toBe(false);
    expect(holdsSystem("tank", undefined)).toBeUndefined();
});

test("what holds a pool", () => {
    const processes = [{ pid: 7, command: "bash", path: "/tank/x" }];
    const volumes = [{ volume: "tank/vol", uses: ["swap"] }];
    const loops = [{ device: "loop0", path: "/tank/disk.img" }];
    const mounts = [{ place: "/tank/tmp", source: "tmpfs" }];
    const all = { processes, volumes, loops, mounts, mapsRead: false };
    expect(parseUses(JSON.stringify(all))).toEqual(all);
    expect(() => parseUses("{}")).toThrow(ParseError);
    const none = { processes: [], volumes: [], loops: [], mounts: [], mapsRead: true };
    for (const one of [{ processes }, { volumes }, { loops }, { mounts }])
        expect(isInUse(parseUses(JSON.stringify({ ...none, ...one })))).toBe(true);
    expect(isInUse(parseUses(JSON.stringify(none)))).toBe(false);
    expect(isInUse(undefined)).toBe(false);
});

test("snapshots are listed with their guids", () => {
    expect(parseIdentities("tank@a b\t21\ntank/x@a\t22\n")).toEqual([
        { name: "tank@a b", guid: "21" },
        { name: "tank/x@a", guid: "22" },
    ]);
    expect(parseIdentities("")).toEqual([]);
    for (const text of ["tank@a\n", "tank@a\t-\n", "tank@a\t1\t2\n"])
        expect(() => parseIdentities(text)).toThrow(ParseError);
});
