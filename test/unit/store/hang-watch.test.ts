import { hangPeriod, watchForHangs } from "../../../src/store/hang-watch.ts";
import type { PoolEntry, PoolsState } from "../../../src/store/pools.ts";
import { Store } from "../../../src/store/store.ts";

const pool = (name: string, more: Partial<PoolEntry> = {}): PoolEntry => ({
    usage: { name, guid: name, health: "ONLINE" },
    ...more,
});

/** A host whose pools have the last transaction groups in `txgs`, and which pools are suspected. */
function setUp(pools: readonly PoolEntry[]) {
    const world = {
        txgs: new Map<string, number>(),
        ...{ timeout: 5, hidden: false, read: 0 },
        suspected: [] as string[],
    };
    const stop = watchForHangs({
        pools: new Store<PoolsState>({ kind: "ready", pools }),
        isHidden: () => world.hidden,
        readLastTxg: (name) => {
            world.read++;
            return Promise.resolve(world.txgs.get(name));
        },
        readTxgTimeout: () => Promise.resolve(world.timeout),
        suspect: (names) => void world.suspected.push(...names),
    });
    return { world, stop };
}

const pass = (periods: number) => jest.advanceTimersByTimeAsync(periods * hangPeriod);

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("a pool that finishes no transaction group is suspected, and no other", async () => {
    const { world, stop } = setUp([pool("stands"), pool("goes"), pool("unknown")]);
    world.txgs.set("stands", 7).set("goes", 7);
    await pass(1);
    world.txgs.set("goes", 8);
    await pass(1);
    expect(world.suspected).toEqual(["stands"]);
    world.txgs.set("stands", 8).set("goes", 9);
    await pass(1);
    expect(world.suspected).toEqual(["stands"]);
    stop();
    await pass(10);
    expect(world.suspected).toEqual(["stands"]);
});

test("what is known to stand still is not looked at, nor anything when nobody looks", async () => {
    const suspended = { usage: { name: "a", guid: "a", health: "SUSPENDED" } };
    const { world } = setUp([
        pool("a", suspended),
        pool("b", { hungSince: 1 }),
        pool("c", { silentSince: 1 }),
    ]);
    await pass(3);
    const other = setUp([pool("a")]);
    other.world.hidden = true;
    await pass(3);
    expect([world.read, other.world.read]).toEqual([0, 0]);
});

test("where a pool may pause as long as that, it is not suspected", async () => {
    const { world } = setUp([pool("a")]);
    world.timeout = hangPeriod / 1000;
    world.txgs.set("a", 7);
    await pass(5);
    expect(world.suspected).toEqual([]);
});
