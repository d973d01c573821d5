import { DatasetsReader } from "../../../src/store/datasets-reader.ts";
import type { DatasetsState } from "../../../src/store/datasets.ts";
import type { PoolsState } from "../../../src/store/pools.ts";
import { Store } from "../../../src/store/store.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";

const dataset = (name: string): Dataset => ({ name, type: "filesystem", guid: name });

const pool = (name: string, health = "ONLINE", guid = name) => ({ usage: { name, guid, health } });

/** A host with pools and datasets, of which the test decides what is listed. */
class Host {
    readonly pools = new Store<PoolsState>({ kind: "ready", pools: [pool("safe"), pool("tank")] });
    readonly store = new Store<DatasetsState>({ kind: "waiting" });
    names: readonly string[] = ["safe", "tank", "tank/home"];
    problem: Error | undefined;
    /** How often the pools made another listing likely. */
    poolChanges = 0;
    readonly reader = new DatasetsReader(
        {
            readDatasets: () =>
                this.problem ? Promise.reject(this.problem) : Promise.resolve(this.names.map(dataset)),
            pools: this.pools,
            onPoolsChange: () => (this.poolChanges += 1),
        },
        this.store,
    );

    setPools(...pools: ReturnType<typeof pool>[]): void {
        this.pools.set({ kind: "ready", pools });
    }

    get shown(): string {
        const state = this.store.get();
        if (state.kind !== "ready") return state.kind;
        const silent = state.silent.map(({ name, state }) => `(${name} ${state})`);
        return [...state.datasets.map(({ name }) => name), ...silent].join(" ");
    }
}

async function read(): Promise<Host> {
    const host = new Host();
    await host.reader.read();
    return host;
}

test("what is listed", async () => {
    expect((await read()).shown).toBe("safe tank tank/home");
});

test("datasets of a suspended pool stay, and those of one that is gone do not", async () => {
    const host = await read();
    host.names = ["safe"];
    host.setPools(pool("safe"), pool("tank", "SUSPENDED"));
    await host.reader.read();
    expect(host.shown).toBe("safe tank tank/home (tank SUSPENDED)");
    host.setPools(pool("safe"));
    expect(host.shown).toBe("safe");
    host.setPools(pool("safe"), pool("tank"));
    expect(host.shown).toBe("safe (tank ONLINE)");
});

test("a pool that is not listed is silent, whatever it is called", async () => {
    const host = new Host();
    host.names = ["safe"];
    await host.reader.read();
    expect(host.shown).toBe("safe (tank ONLINE)");
});

test("another pool of the same name has not its datasets", async () => {
    const host = await read();
    host.names = ["safe"];
    host.setPools(pool("safe"), pool("tank", "SUSPENDED", "other"));
    await host.reader.read();
    expect(host.shown).toBe("safe (tank SUSPENDED)");
});

test("nothing is gone while the pools are not known", async () => {
    const host = await read();
    host.pools.set({ kind: "failed", error: new Error("no") });
    host.names = ["safe"];
    await host.reader.read();
    expect(host.shown).toBe("safe tank tank/home (tank UNKNOWN)");
});

test("a failure keeps what is known, and is gone with the next answer", async () => {
    const host = await read();
    host.problem = new Error("no");
    await host.reader.read();
    expect(host.store.get()).toMatchObject({ problem: host.problem });
    expect(host.shown).toBe("safe tank tank/home");
    host.problem = undefined;
    await host.reader.read();
    expect(host.store.get()).toMatchObject({ problem: undefined });
});

test("a failure before anything is known is told", async () => {
    const host = new Host();
    host.problem = new Error("no");
    await host.reader.read();
    expect(host.store.get()).toEqual({ kind: "failed", error: host.problem });
    host.problem = undefined;
    await host.reader.read();
    expect(host.shown).toBe("safe tank tank/home");
});

test("pools that say the same change nothing", async () => {
    const host = await read();
    const before = host.store.get();
    host.setPools(pool("safe"), pool("tank"));
    expect(host.store.get()).toBe(before);
});

test.each([
    ["a pool in trouble that answers", [pool("safe"), pool("tank", "DEGRADED")], 0],
    ["a pool that is suspended", [pool("safe"), pool("tank", "SUSPENDED")], 1],
    ["another pool of the same name", [pool("safe"), pool("tank", "ONLINE", "other")], 1],
    ["a pool that is gone", [pool("safe")], 1],
    ["a pool that came", [pool("safe"), pool("tank"), pool("new")], 1],
])("whether the datasets are read again: %s", async (_name, pools, times) => {
    const host = await read();
    host.setPools(...pools);
    expect(host.poolChanges).toBe(times);
});

test("pools that are not known for a while make no difference", async () => {
    const host = await read();
    host.pools.set({ kind: "failed", error: new Error("no") });
    host.setPools(pool("safe"), pool("tank"));
    expect(host.poolChanges).toBe(0);
});

test("what was forgotten stays so, whatever the pools do and whatever was still being read", async () => {
    const host = await read();
    const late = host.reader.read();
    host.reader.forget();
    await late;
    host.setPools(pool("safe"));
    expect(host.shown).toBe("waiting");
    expect(host.poolChanges).toBe(0);
});
