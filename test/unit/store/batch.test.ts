import type { execute } from "../../../src/backend/execute.ts";
import { Batch } from "../../../src/store/batch.ts";
import type { BatchJob } from "../../../src/store/batch.ts";
import { ChangeRunner } from "../../../src/store/change-runner.ts";
import type { ChangeRequest } from "../../../src/store/change-runner.ts";
import { Store } from "../../../src/store/store.ts";
import { mountDataset } from "../../../src/zfs/commands/dataset-use.ts";
import type { Outcome } from "../../../src/zfs/outcome.ts";

const jobs = ["tank/a", "tank/b", "tank/c"].map((name) => ({ command: mountDataset({ name, guid: "1" }) }));
const done: Outcome = { kind: "ended", state: "done", stdout: "", stderr: "", recorded: true };
const failed: Outcome = { ...done, state: "failed", stderr: "no" };

/** Three changes, whose ends the test decides one by one. */
function setUp(wanted: readonly BatchJob[] = jobs) {
    const changes = new Store<readonly ChangeRequest[]>([]);
    const sent: string[] = [];
    const ends: ((outcome: Outcome) => void)[] = [];
    const refresh = jest.fn();
    const runner = new ChangeRunner(changes, {
        refresh,
        setHelper: () => undefined,
        suspect: () => undefined,
        executeAsPerson: () => Promise.reject(new Error("nothing was delegated")),
        execute: ((command) => {
            sent.push(command.argv.at(-1) ?? "");
            return new Promise((resolve) => ends.push(resolve));
        }) as typeof execute,
    });
    const batch = new Batch(wanted, runner, refresh);
    const over = batch.run();
    return {
        ...{ batch, changes, sent, refresh, over },
        end: async (outcome: Outcome) => {
            ends.shift()?.(outcome);
            await new Promise(setImmediate);
        },
        states: () => batch.items.get().map(({ state }) => state),
    };
}

test("each runs once the one before has ended, also if that failed", async () => {
    const { sent, end, states, over, refresh, batch, changes } = setUp();
    expect(sent).toEqual(["tank/a"]);
    expect(states()).toEqual(["running", "waiting", "waiting"]);
    await end(failed);
    expect(sent).toEqual(["tank/a", "tank/b"]);
    expect(states()).toEqual(["failed", "running", "waiting"]);
    await end(done);
    await end(done);
    await over;
    expect(states()).toEqual(["failed", "done", "done"]);
    expect(batch.items.get()[0]?.tries.map(({ outcome }) => outcome)).toEqual([failed]);
    // what was told in the dialog is told nowhere else, and the host is asked once
    expect(changes.get()).toEqual([]);
    expect(refresh).toHaveBeenCalledTimes(1);
});

test("when it is stopped, the one that runs goes on to its end, and no other begins", async () => {
    const { batch, sent, end, states, over } = setUp();
    batch.stop();
    expect(states()).toEqual(["running", "waiting", "waiting"]);
    await end(done);
    await over;
    expect(sent).toEqual(["tank/a"]);
    expect(states()).toEqual(["done", "stopped", "stopped"]);
});

test("when its dialog goes, the page tells what becomes of the one that runs", async () => {
    const { batch, changes, end, over, sent } = setUp();
    batch.leave();
    await end(failed);
    await over;
    expect(sent).toEqual(["tank/a"]);
    expect(changes.get()).toMatchObject([{ isInDialog: false, outcome: failed }]);
});

test("what is to be run again is, and the last end is that of the change; not once it is stopped", async () => {
    const again = jest.fn(() => mountDataset({ name: "tank/again", guid: "1" }));
    const job = { command: mountDataset({ name: "tank/a", guid: "1" }), again };
    const { batch, sent, end, states, over } = setUp([job, job]);
    await end(failed);
    expect(again).toHaveBeenCalledWith(failed);
    expect(states()).toEqual(["running", "waiting"]);
    await end(done);
    batch.stop();
    await end(failed);
    await over;
    expect(sent).toEqual(["tank/a", "tank/again", "tank/a"]);
    expect(states()).toEqual(["done", "failed"]);
    expect(batch.items.get()[0]?.tries.map(({ outcome }) => outcome)).toEqual([failed, done]);
});
