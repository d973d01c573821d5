import { HostError } from "../../../src/backend/errors.ts";
import type { FollowLine } from "../../../src/backend/follow-line.ts";
import type { Listener } from "../../../src/backend/stream.ts";
import { lingering, mountsPause } from "../../../src/store/datasets-refresher.ts";
import type { HelperState } from "../../../src/store/helper.ts";
import { Refresher, periods } from "../../../src/store/refresher.ts";
import type { Findings, Part } from "../../../src/store/refresher.ts";
import type { IoSample } from "../../../src/zfs/parse/iostat.ts";

const running: FollowLine = { kind: "source", state: "running" };
const calm: Findings = { pools: ["tank"], isBusy: false, isComplete: true };

/** A stream that the refresher opened. */
class FakeStream<Item> {
    isOpen = true;
    constructor(readonly listener: Listener<Item>) {}
    readonly close = () => {
        this.isOpen = false;
    };
}

/** A world in which the test decides everything. */
class World {
    access: boolean | null = true;
    hidden = false;
    findings = calm;
    /** Milliseconds that a read takes. */
    duration = 0;
    readonly reads: string[] = [];
    auditReads = 0;
    showsOpenChange = false;
    datasetReads = 0;
    forgotten = 0;
    readonly mounts: FakeStream<undefined>[] = [];
    cacheWrites = 0;
    events = 0;
    readonly suspects: string[] = [];
    readonly suspensions: (readonly [string, number])[] = [];
    readonly follows: FakeStream<FollowLine>[] = [];
    readonly iostats: FakeStream<IoSample>[] = [];
    helper: HelperState = { kind: "unknown" };

    readonly refresher = new Refresher({
        hasAdminAccess: () => this.access,
        isHidden: () => this.hidden,
        expectedHelper: { protocol: 1, version: "1.0" },
        setHelper: (state) => (this.helper = state),
        setThroughput: () => {},
        openFollow: (listener) => opened(this.follows, listener),
        openIostat: (listener) => opened(this.iostats, listener),
        read: async (parts: ReadonlySet<Part>) => {
            this.reads.push([...parts].sort().join("+"));
            if (this.duration > 0) await new Promise((resolve) => setTimeout(resolve, this.duration));
            return this.findings;
        },
        suspect: (pool) => void this.suspects.push(pool),
        suspends: (pool, time) => void this.suspensions.push([pool, time]),
        readAudit: async () => void this.auditReads++,
        showsOpenChange: () => this.showsOpenChange,
        datasets: {
            read: async () => void this.datasetReads++,
            openMounts: (listener) => opened(this.mounts, listener),
            forget: () => this.forgotten++,
        },
        onEvent: () => this.events++,
        onCacheWritten: () => this.cacheWrites++,
    });

    /** The page opens. */
    open(): void {
        this.refresher.accessChanged();
    }

    say(line: FollowLine): void {
        this.follows.at(-1)?.listener.onItem(line);
    }

    sample(allocated: bigint, pool = "tank"): void {
        this.iostats.at(-1)?.listener.onItem({ pool, allocated });
    }

    setHidden(hidden: boolean): void {
        this.hidden = hidden;
        this.refresher.visibilityChanged();
    }
}

function opened<Item>(streams: FakeStream<Item>[], listener: Listener<Item>): FakeStream<Item> {
    const stream = new FakeStream(listener);
    streams.push(stream);
    return stream;
}

/** A page that is open and told of changes, after its first read. */
async function live(): Promise<World> {
    const world = new World();
    world.open();
    world.say(running);
    await pass(0);
    world.reads.length = 0;
    return world;
}

const pass = (ms: number) => jest.advanceTimersByTimeAsync(ms);
const poolEvent: FollowLine = { kind: "event", event: { class: "sysevent.fs.zfs.pool_create", count: 1 } };
const datasetEvent: FollowLine = {
    kind: "event",
    event: { class: "sysevent.fs.zfs.history_event", count: 1, pool: "tank", dataset: "tank/a" },
};
const both = "list+status";

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

test("nothing happens until it is known who looks", async () => {
    const world = new World();
    world.access = null;
    world.open();
    await pass(60_000);
    expect([world.reads, world.follows]).toEqual([[], []]);
});

test("streams first, then one read", async () => {
    const world = new World();
    world.open();
    await pass(500);
    expect([world.follows.length, world.reads]).toEqual([1, []]);
    world.say(running);
    await pass(0);
    expect([world.reads, world.iostats.length]).toEqual([[both], 1]);
});

test("a stream that does not begin holds the first read up for a moment only", async () => {
    const world = new World();
    world.open();
    await pass(periods.opening);
    expect(world.reads).toEqual([both]);
    await pass(periods.poll);
    expect(world.reads).toEqual([both, both]);
});

test("a page that is told nothing asks nothing", async () => {
    const world = await live();
    await pass(3_600_000);
    expect(world.reads).toEqual([]);
});

test("an event of a pool reads all, one of a dataset the list, one line for everything all", async () => {
    const world = await live();
    world.say(poolEvent);
    await pass(0);
    world.say({
        kind: "event",
        event: { class: "sysevent.fs.zfs.history_event", dataset: "tank/a", count: 3 },
    });
    await pass(0);
    world.say({ kind: "everything" });
    await pass(0);
    expect(world.reads).toEqual([both, "list", both]);
});

test("an I/O that does not come back makes its pool suspect, and no other event does", async () => {
    const world = await live();
    const happened = (name: string, pool?: string): FollowLine => ({
        kind: "event",
        event: { class: name, count: 1, pool },
    });
    world.say(happened("ereport.fs.zfs.io", "a"));
    world.say(happened("sysevent.fs.zfs.scrub_start", "a"));
    world.say(happened("ereport.fs.zfs.deadman"));
    expect(world.suspects).toEqual([]);
    world.say(happened("ereport.fs.zfs.deadman", "a"));
    world.say(happened("ereport.fs.zfs.delay", "b"));
    expect(world.suspects).toEqual(["a", "b"]);
    await pass(1_000);
    expect(world.reads.at(-1)).toBe(both);
});

test("that ZFS suspends a pool is told with its time, if it has one", async () => {
    const world = await live();
    const event = { class: "ereport.fs.zfs.io_failure", count: 2, pool: "a" };
    world.say({ kind: "event", event });
    world.say({ kind: "event", event: { ...event, time: 100 } });
    world.say({ kind: "event", event: { ...event, class: "ereport.fs.zfs.io", time: 101 } });
    expect(world.suspensions).toEqual([["a", 100]]);
});

test("pools of a change that takes long are read as suspects", async () => {
    const world = await live();
    world.refresher.suspect(["a", "b"]);
    await pass(0);
    expect([world.suspects, world.reads]).toEqual([["a", "b"], [both]]);
});

test("a new cache file is told", async () => {
    const world = await live();
    world.say(poolEvent);
    expect(world.cacheWrites).toBe(0);
    world.say({ kind: "event", event: { class: "sysevent.fs.zfs.config_sync", count: 1 } });
    expect(world.cacheWrites).toBe(1);
});

test("a recorded change has the audit read, and nothing else; what says nothing of itself reads that, too", async () => {
    const world = await live();
    expect(world.auditReads).toBe(1);
    world.say({ kind: "audit" });
    await pass(0);
    expect([world.auditReads, world.reads]).toEqual([2, []]);
    world.say({ kind: "everything" });
    await pass(0);
    expect([world.auditReads, world.reads]).toEqual([3, [both]]);
    world.setHidden(true);
    world.say({ kind: "audit" });
    await pass(0);
    expect(world.auditReads).toBe(3);
    world.setHidden(false);
    await pass(0);
    expect(world.auditReads).toBe(4);
});

test("a change without an end has the audit read every half minute, as long as somebody looks", async () => {
    const world = await live();
    world.showsOpenChange = true;
    await pass(2 * periods.openChange);
    expect([world.auditReads, world.reads]).toEqual([3, []]);
    world.setHidden(true);
    await pass(periods.leaving);
    expect(world.auditReads).toBe(3);
    world.setHidden(false);
    world.setHidden(false);
    world.say(running);
    await pass(0);
    const before = world.auditReads;
    await pass(periods.openChange);
    expect(world.auditReads).toBe(before + 1);
    world.showsOpenChange = false;
    await pass(10 * periods.openChange);
    expect(world.auditReads).toBe(before + 1);
});

test("events during a read are one more read, after a rest as long as the read", async () => {
    const world = await live();
    world.duration = 3_000;
    for (let n = 0; n < 100; n++) world.say(poolEvent);
    await pass(1_000);
    for (let n = 0; n < 100; n++) world.say(poolEvent);
    await pass(4_999);
    expect(world.reads).toEqual([both]);
    await pass(1);
    expect(world.reads).toEqual([both, both]);
    await pass(60_000);
    expect(world.reads).toEqual([both, both]);
});

test("what is in progress is read every two seconds, and no faster than it answers", async () => {
    const world = await live();
    world.findings = { ...calm, isBusy: true };
    world.say(poolEvent);
    await pass(2 * periods.progress);
    expect(world.reads).toEqual([both, "status", "status"]);
    world.duration = 5_000;
    await pass(periods.progress + 5_000);
    world.reads.length = 0;
    await pass(4_999);
    expect(world.reads).toEqual([]);
    await pass(1);
    expect(world.reads).toEqual(["status"]);
});

test("what did not answer is asked again", async () => {
    const world = await live();
    world.findings = { ...calm, isComplete: false };
    world.say(poolEvent);
    await pass(periods.poll);
    expect(world.reads).toEqual([both, both]);
});

/** For some seconds the list is wanted for other reasons, more than once in each. */
async function keepListBusy(world: World, seconds: number): Promise<void> {
    world.say(poolEvent);
    await pass(0);
    world.reads.length = 0;
    for (let second = 0; second < seconds; second++) {
        world.sample(BigInt(second));
        world.say(datasetEvent);
        await pass(1_000);
    }
}

test("what did not answer is asked again in time, although the list is read for other reasons meanwhile", async () => {
    const world = await live();
    world.findings = { ...calm, isComplete: false };
    await keepListBusy(world, 60);
    expect(world.reads.filter((parts) => parts === both)).toHaveLength(6);
});

test("progress goes on although the list is read for other reasons meanwhile", async () => {
    const world = await live();
    world.duration = 100;
    world.findings = { ...calm, isBusy: true };
    await keepListBusy(world, 20);
    expect(world.reads.filter((parts) => parts !== "list").length).toBeGreaterThanOrEqual(9);
});

test("what is slow and in progress is not asked without a rest, also while the list is wanted", async () => {
    const world = await live();
    world.duration = 5_000;
    world.findings = { ...calm, isBusy: true, isComplete: false };
    world.say(poolEvent);
    for (let second = 0; second < 99; second++) {
        world.say(datasetEvent);
        await pass(1_000);
    }
    expect(world.reads).toHaveLength(10);
    expect(world.reads).not.toContain("list");
});

test("a clock that is set back puts nothing off", async () => {
    const world = await live();
    world.findings = { ...calm, isBusy: true, isComplete: false };
    world.say(poolEvent);
    await pass(0);
    world.reads.length = 0;
    jest.setSystemTime(Date.now() - 3_600_000);
    world.sample(1n);
    await pass(periods.poll + periods.progress);
    expect(world.reads.filter((parts) => parts === both)).toHaveLength(1);
    expect(world.reads).toContain("status");
});

test("limited access polls, without streams", async () => {
    const world = new World();
    world.access = false;
    world.open();
    await pass(2 * periods.poll);
    expect(world.reads).toEqual([both, both, both]);
    expect([world.follows, world.iostats]).toEqual([[], []]);
});

test("limited access sees progress every two seconds, and the list after ten", async () => {
    const world = new World();
    world.access = false;
    world.findings = { ...calm, isBusy: true };
    world.open();
    await pass(periods.poll + periods.progress);
    expect(world.reads).toEqual([both, "status", "status", "status", "status", both, "status"]);
});

test("a change of access reopens everything", async () => {
    const world = await live();
    world.access = false;
    world.refresher.accessChanged();
    await pass(0);
    expect([world.follows[0]?.isOpen, world.iostats[0]?.isOpen, world.reads]).toEqual([false, false, [both]]);
    world.access = true;
    world.refresher.accessChanged();
    expect(world.follows).toHaveLength(2);
});

test("a hidden page keeps its streams for five minutes, asks nothing, and reads on return", async () => {
    const world = await live();
    world.setHidden(true);
    world.say(poolEvent);
    world.sample(1n);
    world.sample(2n);
    await pass(periods.leaving - 1);
    expect([world.reads, world.follows[0]?.isOpen]).toEqual([[], true]);
    world.setHidden(false);
    await pass(0);
    expect([world.reads, world.follows.length]).toEqual([[both], 1]);
});

test("after five minutes out of view the streams end, and are opened again on return", async () => {
    const world = await live();
    world.findings = { ...calm, isBusy: true, isComplete: false };
    world.setHidden(true);
    await pass(periods.leaving);
    expect([world.follows[0]?.isOpen, world.iostats[0]?.isOpen, world.reads]).toEqual([false, false, []]);
    await pass(3_600_000);
    expect(world.follows).toHaveLength(1);
    world.setHidden(false);
    world.say(running);
    await pass(0);
    expect([world.follows.length, world.iostats.length, world.reads]).toEqual([2, 2, [both]]);
});

test("a stream that ends is opened again with growing pauses, and polled for meanwhile", async () => {
    const world = await live();
    const end = () => world.follows.at(-1)?.listener.onEnd(new HostError("failed", "gone", ["zfsadmin"]));
    const pauses: number[] = [];
    for (let n = 0; n < 8; n++) {
        end();
        const count = world.follows.length;
        let seconds = 0;
        for (; world.follows.length === count; seconds++) await pass(1_000);
        pauses.push(seconds);
    }
    expect(pauses).toEqual([1, 2, 4, 8, 16, 32, 60, 60]);
    expect(world.reads.length).toBeGreaterThan(10);
});

test("a helper that is not there, and one of another version, are told apart", async () => {
    const world = new World();
    world.open();
    world.follows[0]?.listener.onEnd(new HostError("missing", "not found", ["zfsadmin"]));
    await pass(0);
    expect([world.helper, world.reads]).toEqual([{ kind: "missing" }, [both]]);
    await pass(1_000);
    world.say({ kind: "identity", identity: { protocol: 1, version: "2.0" } });
    expect(world.helper).toEqual({ kind: "updated", version: "2.0" });
    world.say({ kind: "identity", identity: { protocol: 1, version: "1.0" } });
    expect(world.helper).toEqual({ kind: "ready" });
});

test("space that was used has the list read, every ten seconds at most", async () => {
    const world = await live();
    await pass(periods.space);
    world.sample(1n);
    world.sample(1n);
    await pass(0);
    expect(world.reads).toEqual([]);
    for (let allocated = 2n; allocated < 6n; allocated++) {
        world.sample(allocated);
        await pass(5_000);
    }
    expect(world.reads).toEqual(["list", "list", "list"]); // after 0, 10 and 20 s
    // what each device took of it is told by the status, once and no more when nothing else is used
    await pass(periods.deviceSpace);
    expect(world.reads.slice(3)).toEqual(["status"]);
    await pass(10 * periods.deviceSpace);
    expect(world.reads).toHaveLength(4);
});

test("other pools have their samples from a new stream; without pools there is none", async () => {
    const world = await live();
    world.findings = { ...calm, pools: ["tank", "other"] };
    world.say(poolEvent);
    await pass(0);
    expect(world.iostats.map(({ isOpen }) => isOpen)).toEqual([false, true]);
    world.findings = { ...calm, pools: [] };
    world.say(poolEvent);
    await pass(0);
    expect(world.iostats.map(({ isOpen }) => isOpen)).toEqual([false, false]);
});

test("the end of the samples has the pools read, unless it was one at the start", async () => {
    const world = await live();
    world.iostats[0]?.listener.onEnd(undefined);
    await pass(0);
    expect(world.reads).toEqual([]);
    world.say(poolEvent);
    await pass(0);
    world.sample(1n);
    world.iostats[1]?.listener.onEnd(undefined);
    await pass(0);
    expect(world.reads).toEqual([both, both]);
});

test("a person who asks does not wait", async () => {
    const world = await live();
    world.duration = 5_000;
    world.say(poolEvent);
    await pass(5_000);
    world.refresher.readNow();
    expect(world.reads).toEqual([both, both]);
});

test("stopped, it does nothing any more, also after a read under way", async () => {
    const world = await live();
    world.duration = 1_000;
    world.findings = { ...calm, isBusy: true, isComplete: false };
    world.say(poolEvent);
    world.refresher.stop();
    await pass(600_000);
    expect(world.reads).toEqual([both]);
});

describe("datasets", () => {
    test("are read for a page that shows them, and not at all without", async () => {
        const world = await live();
        world.say(datasetEvent);
        await pass(1);
        expect([world.datasetReads, world.mounts.length]).toEqual([0, 0]);
        const stop = world.refresher.watchDatasets();
        await pass(1);
        expect([world.datasetReads, world.mounts.length]).toEqual([1, 1]);
        world.say(datasetEvent);
        await pass(1);
        expect(world.datasetReads).toBe(2);
        stop();
        await pass(lingering);
        world.say(datasetEvent);
        await pass(1);
        expect([world.datasetReads, world.forgotten, world.mounts[0]?.isOpen]).toEqual([2, 1, false]);
    });

    test("stay as they are from one page to the next", async () => {
        const world = await live();
        world.refresher.watchDatasets()();
        await pass(lingering - 1);
        world.refresher.watchDatasets();
        await pass(2 * lingering);
        expect([world.datasetReads, world.forgotten, world.mounts.length]).toEqual([1, 0, 1]);
    });

    test("are read once, after the streams, when the page opens with them", async () => {
        const world = new World();
        world.open();
        world.refresher.watchDatasets();
        await pass(100);
        expect([world.datasetReads, world.mounts.length]).toEqual([0, 1]);
        world.say(running);
        await pass(1);
        expect(world.datasetReads).toBe(1);
    });

    test("what is done to them is told while somebody looks", async () => {
        const world = await live();
        world.say(datasetEvent);
        world.say(poolEvent);
        expect(world.events).toBe(2);
        world.setHidden(true);
        world.say(datasetEvent);
        expect(world.events).toBe(2);
    });

    test("a mount has them read, what is no dataset's does not", async () => {
        const world = await live();
        world.refresher.watchDatasets();
        await pass(1);
        world.mounts[0]?.listener.onItem(undefined);
        await pass(1);
        expect(world.datasetReads).toBe(2);
        world.say({ kind: "event", event: { class: "sysevent.fs.zfs.scrub_start", count: 1, pool: "tank" } });
        await pass(1);
        expect(world.datasetReads).toBe(2);
    });

    test("a stream of mounts that ends is opened again, later", async () => {
        const world = await live();
        world.refresher.watchDatasets();
        world.mounts[0]?.listener.onEnd(undefined);
        await pass(mountsPause - 1);
        expect(world.mounts).toHaveLength(1);
        await pass(1);
        expect(world.mounts).toHaveLength(2);
    });

    test("used space has them read every ten seconds at most", async () => {
        const world = await live();
        world.refresher.watchDatasets();
        await pass(1);
        for (const allocated of [1n, 2n, 3n]) world.sample(allocated);
        await pass(periods.space);
        expect(world.datasetReads).toBe(2);
        await pass(10 * periods.space);
        expect(world.datasetReads).toBe(2);
    });

    test("without a stream they are read every ten seconds, in view only", async () => {
        const world = new World();
        world.access = false;
        world.open();
        world.refresher.watchDatasets();
        await pass(3 * periods.poll + 1);
        const before = world.datasetReads;
        expect(before).toBeGreaterThan(2);
        expect(before).toBeLessThan(6);
        world.setHidden(true);
        await pass(3 * periods.poll);
        expect(world.datasetReads).toBe(before);
    });

    test("out of view the stream of mounts ends with the others, and comes back", async () => {
        const world = await live();
        world.refresher.watchDatasets();
        world.setHidden(true);
        await pass(periods.leaving);
        expect(world.mounts[0]?.isOpen).toBe(false);
        world.setHidden(false);
        expect(world.mounts).toHaveLength(2);
    });
});
