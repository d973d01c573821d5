import { HostError } from "../../../src/backend/errors.ts";
import { PoolReader } from "../../../src/store/pool-reader.ts";
import type { PoolsState } from "../../../src/store/pools.ts";
import { allParts } from "../../../src/store/refresher.ts";
import type { Part } from "../../../src/store/refresher.ts";
import { Store } from "../../../src/store/store.ts";
import type { Pool, PoolUsage, State } from "../../../src/zfs/model.ts";
import type { KernelPool } from "../../../src/zfs/parse/kernel-pools.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

const silent = new HostError("timeout", "no answer", ["zpool"], { since: 100 });
const cut = new ParseError("cut", "{", 1);

const pool = (name: string, writeErrors = 0): Pool => ({
    name,
    state: "ONLINE",
    rebuilds: [],
    sections: [],
    unknown: [],
    root: vdev(name, [{ ...vdev("disk"), errors: { write: writeErrors } }]),
});
const vdev = (name: string, children: Pool["root"][] = []): Pool["root"] => ({ name, notes: [], children });
const usage = (name: string): PoolUsage => ({ name, guid: `guid of ${name}`, health: "ONLINE" });

/** A host with pools a to f, whose answers the test replaces. */
class Host {
    names: readonly string[] | Error = ["a", "b", "c", "d", "e", "f"];
    all: Error | undefined;
    readonly trouble = new Map<string, Error>();
    readonly asked: (string | undefined)[] = [];
    health: State = "ONLINE";
    writeErrors = 0;
    txg: number | undefined = 7;
    readonly looked: string[] = [];
    module: string | undefined = "2.3.9";
    kernel: readonly KernelPool[] | Error = [];
    atOnce = 0;
    mostAtOnce = 0;
    readonly store = new Store<PoolsState>({ kind: "loading" });
    readonly reader = new PoolReader(
        {
            readPoolList: async () =>
                orThrow(this.names).map((name) => ({ ...usage(name), health: this.health })),
            readPoolStatus: (_list, name) => this.#status(name),
            readModuleVersion: async () => this.module,
            readKernelPools: async () => orThrow(this.kernel),
            readKernelState: async () => "ONLINE",
            readLastTxg: async (name) => {
                this.looked.push(name);
                return this.txg;
            },
            readTxgTimeout: async () => 5,
            hostTime: () => Date.now() / 1000,
        },
        this.store,
    );

    async #status(name: string | undefined): Promise<readonly Pool[]> {
        this.asked.push(name);
        this.mostAtOnce = Math.max(this.mostAtOnce, ++this.atOnce);
        await Promise.resolve();
        this.atOnce--;
        if (name === undefined) {
            if (this.all) throw this.all;
            return orThrow(this.names).map((each) => pool(each, this.writeErrors));
        }
        const error = this.trouble.get(name);
        if (error) throw error;
        return [pool(name, this.writeErrors)];
    }

    async read(parts = allParts) {
        const findings = await this.reader.read(new Set<Part>(parts));
        const state = this.store.get();
        const pools = state.kind === "ready" ? state.pools : [];
        return { findings, state, of: (name: string) => pools.find((entry) => entry.usage.name === name) };
    }
}

function orThrow<T>(value: T | Error): T {
    if (value instanceof Error) throw value;
    return value;
}

afterEach(() => jest.useRealTimers());

test("one call serves all pools", async () => {
    const host = new Host();
    const { findings, of } = await host.read();
    expect(host.asked).toEqual([undefined]);
    expect(findings).toEqual({ pools: host.names, isBusy: false, isComplete: true });
    expect(of("f")?.status?.name).toBe("f");
});

for (const [what, all] of [
    ["does not come back", silent],
    ["cannot be read", cut],
] as const)
    test(`when the one call ${what}, each pool is asked alone, four at a time`, async () => {
        const host = new Host();
        host.all = all;
        host.trouble.set("b", silent).set("c", cut);
        const { findings, of } = await host.read();
        expect(host.asked).toEqual([undefined, "a", "b", "c", "d", "e", "f"]);
        expect(host.mostAtOnce).toBe(4);
        expect(of("a")?.problem).toBeUndefined();
        expect(of("b")).toMatchObject({ problem: silent, silentSince: 100, kernelState: "ONLINE" });
        expect(of("c")?.problem).toBe(cut);
        expect(of("c")?.silentSince).toBeUndefined();
        expect(of("f")?.status?.name).toBe("f");
        expect(findings.isComplete).toBe(false);
    });

test("a pool that falls silent keeps what it said before", async () => {
    const host = new Host();
    await host.read();
    host.all = silent;
    host.trouble.set("b", silent);
    expect((await host.read()).of("b")?.status?.name).toBe("b");
});

test("a host that is lost is not asked for each pool", async () => {
    const host = new Host();
    host.all = new HostError("disconnected", "gone", ["zpool"]);
    await host.read();
    expect(host.asked).toEqual([undefined]);
});

test("pools stay when the list fails, with the moment at which it did", async () => {
    jest.useFakeTimers({ now: 5_000_000 });
    const host = new Host();
    await host.read();
    host.names = silent;
    await host.read();
    jest.setSystemTime(9_000_000);
    const { state, findings } = await host.read();
    expect(state).toMatchObject({ kind: "ready", outdated: { since: 5_000, problem: silent } });
    expect(findings).toMatchObject({ pools: ["a", "b", "c", "d", "e", "f"], isComplete: false });
    host.names = ["a"];
    expect((await host.read()).state).toEqual({ kind: "ready", pools: [expect.anything()] });
});

test("a reading of the status alone makes a list that failed no newer", async () => {
    jest.useFakeTimers({ now: 5_000_000 });
    const host = new Host();
    await host.read();
    host.names = silent;
    await host.read();
    host.names = ["a", "b"];
    host.writeErrors = 9;
    const { state, of, findings } = await host.read(["status"]);
    expect(state).toMatchObject({ kind: "ready", outdated: { since: 5_000, problem: silent } });
    expect(of("a")?.status).toEqual(pool("a", 9));
    expect(findings.isComplete).toBe(false);
});

test("a reading of the status alone does not take ZFS for present where it is not", async () => {
    const host = new Host();
    host.names = new HostError("missing", "no", ["zpool"]);
    await host.read();
    expect((await host.read(["status"])).state).toMatchObject({ kind: "absent", part: "tools" });
});

test("while no list has ever come, the pools that the kernel names are shown as not answering", async () => {
    const host = new Host();
    host.names = silent;
    host.all = silent;
    host.kernel = [
        { name: "a", guid: "guid of a", state: "ONLINE" },
        { name: "b", state: "SUSPENDED" },
    ];
    const { state, of, findings } = await host.read();
    expect(state).toMatchObject({ kind: "ready", outdated: { since: 100, problem: silent } });
    expect(of("a")).toMatchObject({
        usage: { name: "a", guid: "guid of a", health: "ONLINE" },
        ...{ problem: silent, silentSince: 100, kernelState: "ONLINE" },
    });
    expect(of("b")).toMatchObject({ usage: { guid: "", health: "SUSPENDED" }, silentSince: 100 });
    expect(findings).toEqual({ pools: ["a", "b"], isBusy: false, isComplete: false });

    host.names = ["a", "b", "c"];
    host.all = undefined;
    const back = await host.read();
    expect(back.state).toEqual({
        kind: "ready",
        pools: [expect.anything(), expect.anything(), expect.anything()],
    });
    expect(back.of("b")).toMatchObject({ usage: { guid: "guid of b" }, status: { name: "b" } });
    expect(back.of("b")?.silentSince).toBeUndefined();
});

test.each([
    ["the kernel names no pool", silent, []],
    ["the kernel is not understood", silent, new HostError("failed", "no such file", ["find"])],
    ["the list was refused", new HostError("failed", "no", ["zpool"]), [{ name: "a", state: "ONLINE" }]],
])("where no list has ever come and %s, the pools cannot be read", async (_what, names, kernel) => {
    const host = new Host();
    host.names = names;
    host.kernel = kernel;
    expect((await host.read()).state).toEqual({ kind: "failed", error: names });
});

test("one reason that keeps both the list and the status away is told once", async () => {
    const host = new Host();
    await host.read();
    const broken = new HostError("failed", "internal error: out of memory", ["zpool", "list"]);
    host.names = broken;
    host.all = new HostError("failed", broken.message, ["zpool", "status"]);
    for (const name of "abcdef") host.trouble.set(name, host.all);
    const { state, of } = await host.read();
    expect(state).toMatchObject({ outdated: { problem: broken } });
    expect(of("a")).toMatchObject({ status: { name: "a" } });
    expect(of("a")?.problem).toBeUndefined();
});

test("what is not there is told apart from what failed", async () => {
    const host = new Host();
    host.names = new HostError("failed", "no", ["zpool"]);
    expect((await host.read()).state.kind).toBe("failed");
    host.module = undefined;
    expect((await host.read()).state).toMatchObject({ kind: "absent", part: "module" });
    host.names = new HostError("missing", "no", ["zpool"]);
    expect((await host.read()).state).toMatchObject({ kind: "absent", part: "tools" });
});

test("a pool whose errors rise and whose transactions stand still hangs; a sound one does not", async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    const host = new Host();
    await host.read();
    host.writeErrors = 9;
    expect((await host.read()).of("a")?.hungSince).toBeUndefined();
    jest.setSystemTime(1_016_000);
    const hung = await host.read();
    expect([hung.of("a")?.hungSince, hung.findings.isComplete]).toEqual([1_000, false]);
    host.txg = 8;
    const sound = await host.read();
    expect([sound.of("a")?.hungSince, sound.findings.isComplete]).toEqual([undefined, true]);
});

test("a pool that moves once more while its errors rise, and then hangs, is found", async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    const host = new Host();
    await host.read();
    host.writeErrors = 9;
    await host.read();
    host.writeErrors = 99;
    host.txg = 8;
    expect((await host.read()).findings.isComplete).toBe(false);
    jest.setSystemTime(1_016_000);
    expect((await host.read()).of("a")?.hungSince).toBe(1_000);
});

test("a suspected pool that tells of no errors hangs when its transactions stand longer than slow disks need", async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    const host = new Host();
    await host.read();
    expect(host.looked).toEqual([]);
    host.reader.suspect("b");
    const first = await host.read();
    expect([first.of("b")?.hungSince, first.findings.isComplete]).toEqual([undefined, false]);
    jest.setSystemTime(1_120_000);
    const slow = await host.read();
    expect([slow.of("b")?.hungSince, slow.findings.isComplete]).toEqual([undefined, false]);
    jest.setSystemTime(1_121_000);
    expect((await host.read()).of("b")?.hungSince).toBe(1_000);
    expect(host.looked).toEqual(["b", "b", "b"]);
    host.txg = 8;
    const sound = await host.read();
    expect([sound.of("b")?.hungSince, sound.findings.isComplete]).toEqual([undefined, true]);
    await host.read();
    expect(host.looked).toHaveLength(4);
});

test("a suspected pool whose errors rise as well is given no more time than any other", async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    const host = new Host();
    await host.read();
    host.reader.suspect("b");
    await host.read();
    host.writeErrors = 9;
    await host.read();
    jest.setSystemTime(1_016_000);
    expect((await host.read()).of("b")?.hungSince).toBe(1_000);
});

test("a pool that was in doubt and is suspended now is in doubt no more", async () => {
    jest.useFakeTimers({ now: 1_000_000 });
    const host = new Host();
    await host.read();
    host.writeErrors = 9;
    expect((await host.read()).findings.isComplete).toBe(false);
    host.health = "SUSPENDED";
    const suspended = await host.read();
    expect([suspended.of("a")?.hungSince, suspended.findings.isComplete]).toEqual([undefined, true]);
    host.health = "ONLINE";
    jest.setSystemTime(1_016_000);
    const resumed = await host.read();
    expect([resumed.of("a")?.hungSince, resumed.findings.isComplete]).toEqual([undefined, true]);
});

test("a pool is suspended since ZFS first told so, until it goes on", async () => {
    const host = new Host();
    const since = async () => (await host.read()).of("a")?.suspendedSince;
    host.health = "SUSPENDED";
    expect(await since()).toBeUndefined();
    host.reader.suspends("a", 100);
    host.reader.suspends("a", 101);
    expect(await since()).toBe(100);
    host.health = "ONLINE";
    expect(await since()).toBeUndefined();
    // told while the host is asked, whose answer may be from just before
    const reading = host.read();
    host.reader.suspends("a", 200);
    expect((await reading).of("a")?.suspendedSince).toBeUndefined();
    host.health = "SUSPENDED";
    expect(await since()).toBe(200);
});
