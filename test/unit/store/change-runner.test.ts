import type { execute } from "../../../src/backend/execute.ts";
import { ChangeRunner, again, isDone, patience } from "../../../src/store/change-runner.ts";
import type { ChangeRequest } from "../../../src/store/change-runner.ts";
import { Store } from "../../../src/store/store.ts";
import type { Command } from "../../../src/zfs/commands/command.ts";
import { mountDataset, shareDataset, unshareDataset } from "../../../src/zfs/commands/dataset-use.ts";
import { unloadKey } from "../../../src/zfs/commands/keys.ts";
import { startScrub } from "../../../src/zfs/commands/scrub.ts";
import type { Outcome } from "../../../src/zfs/outcome.ts";

const command = startScrub({ name: "tank", guid: "1" });
const done: Outcome = { kind: "ended", state: "done", stdout: "", stderr: "", recorded: true };
const failed: Outcome = { ...done, state: "failed", stderr: "no" };

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

/** A runner whose one change the test goes through with. */
function setUp(isInDialog = false) {
    const store = new Store<readonly ChangeRequest[]>([]);
    const [refresh, setHelper, suspect] = [jest.fn(), jest.fn(), jest.fn()];
    let heard: Parameters<typeof execute>[1] | undefined;
    let end: (outcome: Outcome) => void = () => undefined;
    const executeAsPerson = jest.fn(() => Promise.resolve({ ...done, recorded: false }));
    const runner = new ChangeRunner(store, {
        ...{ refresh, setHelper, suspect, executeAsPerson },
        execute: (_command, options) => {
            heard = options;
            return new Promise((resolve) => (end = resolve));
        },
    });
    const id = runner.run(command, { isInDialog });
    return {
        ...{ store, refresh, setHelper, suspect, runner, id, executeAsPerson },
        progress: (line: Parameters<NonNullable<typeof heard>["onProgress"]>[0]) => heard?.onProgress(line),
        end: async (outcome: Outcome) => {
            end(outcome);
            await jest.advanceTimersByTimeAsync(0);
        },
        change: () => store.get().find((one) => one.id === id),
    };
}

test("a change is kept until the person knows its end, and then the host is asked how things are", async () => {
    const { change, end, refresh, runner, id } = setUp();
    expect(change()).toEqual({ id, command, takes: "moment", isInDialog: false });
    expect(refresh).not.toHaveBeenCalled();
    await end(failed);
    expect(change()?.outcome).toEqual(failed);
    expect(refresh).toHaveBeenCalledTimes(1);
    runner.dismiss(id);
    expect(change()).toBeUndefined();
});

test("what is so already is done, though ZFS calls it a failure", async () => {
    const { store, runner, end } = setUp();
    const ends = async (one: Command, stderr: string) => {
        const id = runner.run(one);
        await end({ ...failed, stderr });
        return store.get().find((change) => change.id === id)?.outcome;
    };
    const home = { name: "tank/home", guid: "7" };
    const words = "cannot share 'tank/home': filesystem already shared\n";
    expect(await ends(shareDataset(home), words)).toEqual(done);
    expect(await ends(unshareDataset(home), "cannot unshare 'tank/home': not currently shared\n")).toEqual(
        done,
    );
    expect(await ends(shareDataset(home), "cannot share 'tank/home': no\n")).toMatchObject({
        state: "failed",
    });
    expect(await ends(mountDataset(home), words)).toMatchObject({ state: "failed" });
});

test("a helper that was upgraded under the page is known from then on", async () => {
    const { end, setHelper } = setUp();
    await end({ kind: "refused", refusal: { reason: "updated", message: "m", version: "9.9.9" } });
    expect(setHelper).toHaveBeenCalledWith({ kind: "updated", version: "9.9.9" });
    const other = setUp();
    await other.end({ kind: "refused", refusal: { reason: "unknown", message: "m" } });
    expect(other.setHelper).not.toHaveBeenCalled();
});

test("what it waits for is told until it starts", () => {
    const { change, progress } = setUp();
    const holder = { argv: ["zpool", "trim", "tank"], person: "anna" };
    progress({ kind: "waiting", holder });
    expect(change()?.holder).toEqual(holder);
    progress({ kind: "started", isInSession: true });
    expect(change()).toMatchObject({ holder: undefined, isInSession: true });
});

test("a pool whose change takes long is suspected to hang, if that kind of change should not", async () => {
    const { suspect, runner } = setUp();
    runner.run({ ...command, isLong: true, touches: [{ pool: "other" }] });
    await jest.advanceTimersByTimeAsync(patience.long - 1);
    expect(suspect).not.toHaveBeenCalled();
    await jest.advanceTimersByTimeAsync(1);
    expect(suspect.mock.calls).toEqual([[["tank"]]]);
});

test("it takes some time, then long, and a change that has ended takes no longer", async () => {
    const { change, end } = setUp();
    await jest.advanceTimersByTimeAsync(patience.some);
    expect(change()?.takes).toBe("some");
    await end(failed);
    await jest.advanceTimersByTimeAsync(patience.long);
    expect(change()?.takes).toBe("some");
});

test("a dialog that closes leaves what runs and what is done to the page, and takes what failed with it", async () => {
    const running = setUp(true);
    running.runner.leaveDialog(running.id);
    expect(running.change()?.isInDialog).toBe(false);
    const good = setUp(true);
    await good.end(done);
    good.runner.leaveDialog(good.id);
    expect(good.change()?.isInDialog).toBe(false);
    const bad = setUp(true);
    await bad.end(failed);
    bad.runner.leaveDialog(bad.id);
    expect(bad.change()).toBeUndefined();
});

test("what ZFS had to remark on a change that is done stays for the page when the dialog goes", async () => {
    const remarked = setUp(true);
    await remarked.end({ ...done, stderr: "by the way" });
    remarked.runner.leaveDialog(remarked.id);
    expect(remarked.change()).toMatchObject({ isInDialog: false, outcome: { stderr: "by the way" } });
});

test("what is busy in passing is tried again, a few times; anything else is not", async () => {
    const busy: Outcome = { ...failed, stderr: "Key unload error: 'tank/a' is busy." };
    /** Runs a change that has these outcomes, the last of them ever again; gives its state, and how often it ran. */
    async function runBusy(command: Command, ...outcomes: readonly Outcome[]) {
        const store = new Store<readonly ChangeRequest[]>([]);
        const execute = jest.fn();
        execute.mockResolvedValue(outcomes.at(-1));
        for (const outcome of outcomes) execute.mockResolvedValueOnce(outcome);
        const [refresh, setHelper, suspect] = [jest.fn(), jest.fn(), jest.fn()];
        new ChangeRunner(store, {
            ...{ execute, executeAsPerson: execute },
            ...{ refresh, setHelper, suspect },
        }).run(command);
        await jest.advanceTimersByTimeAsync(10 * again.pause);
        const outcome = store.get()[0]?.outcome;
        return [outcome?.kind === "ended" ? outcome.state : undefined, execute.mock.calls.length];
    }
    const unload = unloadKey({ name: "tank/a", guid: "1" });
    expect(await runBusy(unload, busy, done)).toEqual(["done", 2]);
    expect(await runBusy(unload, busy)).toEqual(["failed", 1 + again.times]);
    expect(await runBusy(unload, failed)).toEqual(["failed", 1]);
    expect(await runBusy(startScrub({ name: "tank", guid: "1" }), busy)).toEqual(["failed", 1]);
});

describe("one after another", () => {
    /** Runs three changes that end as said; gives what ran, and what the store still has. */
    async function runThree(
        outcomes: readonly Outcome[],
        { isInDialog = true, tellsEach = false, wanted = 3 } = {},
    ) {
        const store = new Store<readonly ChangeRequest[]>([]);
        const ran: string[] = [];
        const runner = new ChangeRunner(store, {
            refresh: () => undefined,
            setHelper: () => undefined,
            suspect: () => undefined,
            executeAsPerson: () => Promise.reject(new Error("nothing was delegated")),
            execute: ({ argv }) => {
                ran.push(argv.join(" "));
                return Promise.resolve(outcomes[ran.length - 1] ?? done);
            },
        });
        const pools = ["a", "b", "c"].map((name) => startScrub({ name, guid: "1" }));
        const [begun, ended]: [number[], number[]] = [[], []];
        const count = await runner.runInTurn(pools, {
            optionsOf: () => (ran.length < wanted ? { isInDialog } : undefined),
            onStart: (id) => begun.push(id),
            onEnd: ({ id, outcome }) => ended.push(outcome === failed ? -id : id),
            tellsEach,
        });
        const kept = store.get().map(({ command, ...change }) => [command.argv.at(-1), change.isInDialog]);
        return { count, ran, begun, ended, kept };
    }

    test("all are run, and the last one is told", async () => {
        const { count, ran, begun, ended, kept } = await runThree([]);
        expect(ran).toEqual(["zpool scrub a", "zpool scrub b", "zpool scrub c"]);
        expect([begun, ended]).toEqual([
            [1, 2, 3],
            [1, 2, 3],
        ]);
        expect([count, kept]).toEqual([3, [["c", true]]]);
    });

    test("what fails ends it", async () => {
        const { count, ran, ended, kept } = await runThree([done, failed]);
        expect(ran).toEqual(["zpool scrub a", "zpool scrub b"]);
        expect([count, ended, kept]).toEqual([1, [1, -2], [["b", true]]]);
    });

    test("what was done with a remark, or without a dialog, is left to the page", async () => {
        const remarked = await runThree([{ ...done, stderr: "by the way" }]);
        expect(remarked.kept).toEqual([
            ["a", false],
            ["c", true],
        ]);
        expect((await runThree([], { isInDialog: false })).kept.map(([pool]) => pool)).toEqual([
            "a",
            "b",
            "c",
        ]);
    });

    test("so is a remark at the end, when the dialog goes", async () => {
        const { count, kept } = await runThree([done, done, { ...done, stderr: "by the way" }]);
        expect([count, kept]).toEqual([3, [["c", false]]]);
    });

    test("each can be told by the page", async () => {
        const { kept } = await runThree([], { tellsEach: true });
        expect(kept).toEqual([
            ["a", false],
            ["b", false],
            ["c", true],
        ]);
    });

    test("they end between two when the rest is not wanted any more", async () => {
        const { count, ran } = await runThree([], { wanted: 2 });
        expect([count, ran]).toEqual([2, ["zpool scrub a", "zpool scrub b"]]);
    });
});

test("what a list has told is not kept, and what its dialog did not see the end of is", async () => {
    const { store, runner, end, id } = setUp();
    const listed = () => store.get().filter((one) => one.id !== id);
    const told = runner.runListed(command, () => undefined);
    await end(failed);
    expect([(await told).outcome, listed()]).toEqual([failed, []]);
    const left = runner.runListed(command, (started) => runner.leaveDialog(started));
    await end(failed);
    expect(listed()).toEqual([await left]);
});

test("a change that was delegated runs as the person, and is done although nothing recorded it", async () => {
    const { store, runner, executeAsPerson, refresh } = setUp();
    const id = runner.run(command, { isDelegated: true });
    expect(executeAsPerson).toHaveBeenCalledWith(command);
    await jest.advanceTimersByTimeAsync(0);
    const change = store.get().find((one) => one.id === id);
    expect(change).toMatchObject({ isDelegated: true, outcome: { recorded: false } });
    expect(change && isDone(change)).toBe(true);
    expect(refresh).toHaveBeenCalledTimes(1);
});
