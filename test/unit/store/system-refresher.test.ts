import type { PoolsState } from "../../../src/store/pools.ts";
import { Store } from "../../../src/store/store.ts";
import { SystemRefresher, daily, newsPause } from "../../../src/store/system-refresher.ts";

const tank = (health: string, allocated = 0n): PoolsState => ({
    kind: "ready",
    pools: [{ usage: { name: "tank", guid: "1", health, allocated } }],
});

/** A page and a host on which each read ends when the test says so. */
class World {
    readonly pools = new Store<PoolsState>({ kind: "loading" });
    readonly reads: (() => void)[] = [];
    newsReads = 0;
    hidden = false;
    #onVisibility = () => {};
    readonly refresher = new SystemRefresher({
        pools: this.pools,
        isHidden: () => this.hidden,
        onVisibilityChange: (callback) => {
            this.#onVisibility = callback;
            return () => (this.#onVisibility = () => {});
        },
        readNews: async () => void this.newsReads++,
        read: () => new Promise<void>((resolve) => this.reads.push(resolve)),
    });

    setHidden(hidden: boolean): void {
        this.hidden = hidden;
        this.#onVisibility();
    }

    /** The last read ends. */
    async end(): Promise<void> {
        this.reads.at(-1)?.();
        await new Promise((resolve) => setImmediate(resolve));
    }
}

beforeEach(() => jest.useFakeTimers({ doNotFake: ["setImmediate"] }));
afterEach(() => jest.useRealTimers());

test("facts are read with the first pools, and when a pool changes its state, but not its space", async () => {
    const world = new World();
    world.refresher.watch();
    expect(world.reads).toHaveLength(0);
    world.pools.set(tank("ONLINE"));
    await world.end();
    world.pools.set(tank("ONLINE", 7n));
    expect(world.reads).toHaveLength(1);
    world.pools.set(tank("DEGRADED", 7n));
    expect(world.reads).toHaveLength(2);
});

test("what changes with the data is read after that has changed, once a minute at most", async () => {
    const world = new World();
    const stop = world.refresher.watch();
    world.pools.set(tank("ONLINE"));
    await world.end();
    jest.advanceTimersByTime(60 * newsPause);
    expect(world.newsReads).toBe(0);
    world.pools.set(tank("ONLINE", 1n));
    jest.advanceTimersByTime(0);
    expect(world.newsReads).toBe(1);
    await world.end();
    for (let allocated = 2n; allocated < 62n; allocated++) {
        world.pools.set(tank("ONLINE", allocated));
        jest.advanceTimersByTime(newsPause / 60);
    }
    expect(world.newsReads).toBe(2);
    await world.end();
    world.pools.set(tank("ONLINE", 62n));
    world.setHidden(true);
    jest.advanceTimersByTime(newsPause);
    expect([world.newsReads, world.reads.length]).toEqual([2, 1]);
    world.setHidden(false);
    await world.end();
    world.pools.set(tank("ONLINE", 63n));
    stop();
    jest.advanceTimersByTime(daily);
    expect([world.newsReads, world.reads.length]).toEqual([2, 2]);
});

test("what changes with the data is not put in place of a reading under way, which may be older", async () => {
    const world = new World();
    world.refresher.watch();
    world.pools.set(tank("ONLINE"));
    world.pools.set(tank("ONLINE", 1n));
    jest.advanceTimersByTime(newsPause);
    expect([world.newsReads, world.reads.length]).toEqual([0, 1]);
    await world.end();
    jest.advanceTimersByTime(newsPause);
    expect([world.newsReads, world.reads.length]).toEqual([1, 1]);
});

test("facts are read again when a pool answers that did not", async () => {
    const world = new World();
    world.refresher.watch();
    const usage = { name: "tank", guid: "1", health: "ONLINE", allocated: 0n };
    world.pools.set({ kind: "ready", pools: [{ usage, silentSince: 1_795_345_000 }] });
    await world.end();
    world.pools.set(tank("ONLINE"));
    expect(world.reads).toHaveLength(2);
});

test("facts are read again when the cache file was written, while somebody looks at them", async () => {
    const world = new World();
    world.refresher.cacheWritten();
    expect(world.reads).toHaveLength(0);
    const stop = world.refresher.watch();
    world.refresher.cacheWritten();
    await world.end();
    expect(world.reads).toHaveLength(1);
    world.setHidden(true);
    world.refresher.cacheWritten();
    world.setHidden(false);
    stop();
    world.refresher.cacheWritten();
    expect(world.reads).toHaveLength(1);
});

test("what is wanted during a read is one more", async () => {
    const world = new World();
    world.refresher.watch();
    for (const health of ["ONLINE", "DEGRADED", "FAULTED"]) world.pools.set(tank(health));
    expect(world.reads).toHaveLength(1);
    await world.end();
    expect(world.reads).toHaveLength(2);
    await world.end();
    expect(world.reads).toHaveLength(2);
});

test("after a reading it rests for as long as that took, however often the cache file is written", async () => {
    const world = new World();
    world.refresher.watch();
    world.pools.set(tank("ONLINE"));
    jest.advanceTimersByTime(3_000);
    world.refresher.cacheWritten();
    await world.end();
    world.refresher.cacheWritten();
    jest.advanceTimersByTime(2_999);
    expect(world.reads).toHaveLength(1);
    jest.advanceTimersByTime(1);
    expect(world.reads).toHaveLength(2);
    await world.end();
    jest.advanceTimersByTime(3_000);
    expect(world.reads).toHaveLength(2);
});

test.each([
    ["is hidden", (world: World) => world.setHidden(true)],
    ["goes", (_world: World, stop: () => void) => stop()],
])("what is wanted during the rest is not read when the page %s meanwhile", async (_what, leave) => {
    const world = new World();
    const stop = world.refresher.watch();
    world.pools.set(tank("ONLINE"));
    jest.advanceTimersByTime(3_000);
    await world.end();
    world.refresher.cacheWritten();
    leave(world, stop);
    jest.advanceTimersByTime(60_000);
    expect(world.reads).toHaveLength(1);
});

test("a hidden page reads nothing, and again on return", async () => {
    const world = new World();
    world.pools.set(tank("ONLINE"));
    const stop = world.refresher.watch();
    await world.end();
    world.setHidden(true);
    world.pools.set(tank("DEGRADED"));
    expect(world.reads).toHaveLength(1);
    world.setHidden(false);
    await world.end();
    stop();
    world.pools.set(tank("ONLINE"));
    expect(world.reads).toHaveLength(2);
});

test("who comes to ask for facts has them read anew, in turn", async () => {
    const world = new World();
    world.refresher.ask();
    world.refresher.ask();
    expect(world.reads).toHaveLength(1);
    await world.end();
    expect(world.reads).toHaveLength(2);
    await world.end();
    world.refresher.ask();
    expect(world.reads).toHaveLength(3);
});

test("a page that stays in view reads them once a day, since a scrub becomes due by the clock", async () => {
    const world = new World();
    const stop = world.refresher.watch();
    jest.advanceTimersByTime(daily);
    expect(world.reads).toHaveLength(0);
    world.pools.set(tank("ONLINE"));
    await world.end();
    jest.advanceTimersByTime(daily);
    await world.end();
    expect(world.reads).toHaveLength(2);
    world.setHidden(true);
    jest.advanceTimersByTime(10 * daily);
    expect(world.reads).toHaveLength(2);
    world.setHidden(false);
    await world.end();
    expect(world.reads).toHaveLength(3);
    stop();
    jest.advanceTimersByTime(daily);
    expect(world.reads).toHaveLength(3);
});
