import type { DatasetsState } from "../../../src/store/datasets.ts";
import { keyPeriod, watchKeys } from "../../../src/store/key-watch.ts";
import { Store } from "../../../src/store/store.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";

const dataset = (name: string, encryptionRoot?: string, keyStatus = "unavailable"): Dataset => ({
    ...{ name, guid: name, type: "filesystem" },
    ...(encryptionRoot !== undefined && { encryptionRoot, keyStatus }),
});

const encrypted = [
    dataset("tank"),
    dataset("tank/a", "tank/a"),
    dataset("tank/a/in", "tank/a"),
    dataset("tank/clone", "tank/a"),
    dataset("vault", "vault", "available"),
];

/** A host that asks for what is there, and what it is asked. */
function setUp(datasets: readonly Dataset[], silent: readonly string[] = []) {
    const asked: string[] = [];
    const world = {
        ...{ asked, hidden: false, refreshed: 0, isSlow: false },
        now: new Map(datasets.map(({ name, keyStatus }) => [name, keyStatus])),
    };
    const state: DatasetsState = {
        ...{ kind: "ready", datasets, problem: undefined },
        silent: silent.map((name) => ({ name, state: "SUSPENDED" })),
    };
    const host = {
        datasets: new Store<DatasetsState>(state),
        isHidden: () => world.hidden,
        readMany: async (names: readonly string[], properties: readonly string[]) => {
            asked.push([...properties, ...names].join(" "));
            if (world.isSlow) await new Promise(() => {});
            return names.map((name) => ({
                ...{ dataset: name, name: "keystatus", source: undefined },
                value: world.now.get(name),
            }));
        },
        refresh: () => void world.refreshed++,
    };
    return { world, host };
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a key that is loaded elsewhere is seen within 30 s, by one cheap question", async () => {
    const { world, host } = setUp(encrypted);
    const stop = watchKeys(host);
    await pass(keyPeriod - 1);
    expect(world.asked).toEqual([]);
    await pass(1);
    expect([world.asked, world.refreshed]).toEqual([["keystatus tank/a vault"], 0]);
    world.now.set("tank/a", "available");
    await pass(keyPeriod);
    expect([world.asked.length, world.refreshed]).toEqual([2, 1]);
    stop();
    await pass(10 * keyPeriod);
    expect(world.asked).toHaveLength(2);
});

test("where nothing is encrypted nothing is asked, nor when nobody looks", async () => {
    const { world, host } = setUp([dataset("tank"), dataset("tank/a")]);
    watchKeys(host);
    await pass(10 * keyPeriod);
    const other = setUp(encrypted);
    other.world.hidden = true;
    watchKeys(other.host);
    await pass(10 * keyPeriod);
    expect([...world.asked, ...other.world.asked]).toEqual([]);
});

test("of one dataset the keys that open it and what lies in it are watched, wherever they are", async () => {
    const { world, host } = setUp(encrypted);
    for (const at of ["tank/clone", "tank/a/in", "vault", "tank"]) watchKeys(host, at);
    await pass(keyPeriod);
    expect(world.asked).toEqual([
        "keystatus tank/a",
        "keystatus tank/a",
        "keystatus vault",
        "keystatus tank/a",
    ]);
});

test("a pool that says nothing is not asked, nor one that has not answered yet", async () => {
    const { world, host } = setUp(encrypted, ["tank"]);
    world.isSlow = true;
    watchKeys(host);
    await pass(3 * keyPeriod);
    expect(world.asked).toEqual(["keystatus vault"]);
});
