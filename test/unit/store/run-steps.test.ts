import { ChangeRunner } from "../../../src/store/change-runner.ts";
import type { ChangeRequest } from "../../../src/store/change-runner.ts";
import { runBatch } from "../../../src/store/run-steps.ts";
import { Store } from "../../../src/store/store.ts";
import { batchSteps } from "../../../src/zfs/batch-steps.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";
import type { Outcome } from "../../../src/zfs/outcome.ts";

const dataset = (name: string): Dataset => ({ name, type: "filesystem", guid: name });
const all = ["tank/a", "tank/b", "dozer/c"].map(dataset);
const steps = batchSteps(all, [{ name: "org.example:a", value: "b" }], new Map());

const done: Outcome = { kind: "ended", state: "done", stdout: "", stderr: "", recorded: true };
const gone = (name: string): Outcome => ({
    kind: "refused",
    refusal: {
        reason: "changed",
        message: "it changed since you looked",
        differences: [{ what: "dataset", name, expected: name }],
    },
});

/** Runs the steps on a host that gives these outcomes, in turn. */
async function run(outcomes: readonly Outcome[], stopAfter = Infinity) {
    const lines: string[] = [];
    const changes = new Store<readonly ChangeRequest[]>([]);
    const runner = new ChangeRunner(changes, {
        execute: ({ argv }) => {
            lines.push(argv.join(" "));
            return Promise.resolve(outcomes[lines.length - 1] ?? done);
        },
        executeAsPerson: () => Promise.reject(new Error("nothing was delegated")),
        refresh: () => {},
    });
    const counts: number[] = [];
    const ran = await runBatch(runner, steps, {
        onStart: () => {},
        onEnd: (count) => counts.push(count),
        isStopped: () => lines.length >= stopAfter,
    });
    return { lines, counts, ran, left: changes.get() };
}

test("one command line after another, whatever became of the one before", async () => {
    const failed: Outcome = { ...done, state: "failed", exitStatus: 255, stderr: "no" };
    const { lines, counts, ran, left } = await run([failed]);
    expect(lines).toEqual(["zfs set org.example:a=b tank/a tank/b", "zfs set org.example:a=b dozer/c"]);
    expect(counts).toEqual([1, 2]);
    expect(ran.map(({ outcome }) => outcome)).toEqual([failed, done]);
    expect(left).toEqual([]);
});

test("what is gone fails alone", async () => {
    const { lines, ran } = await run([gone("tank/a")]);
    expect(lines).toEqual([
        "zfs set org.example:a=b tank/a tank/b",
        "zfs set org.example:a=b tank/b",
        "zfs set org.example:a=b dozer/c",
    ]);
    expect(ran.map(({ changed, outcome }) => [changed, outcome.kind])).toEqual([
        [["tank/a"], "ended"],
        [[], "ended"],
    ]);
});

test("when all of a step are gone, nothing is run again", async () => {
    const { lines, ran } = await run([done, gone("dozer/c")]);
    expect(lines).toHaveLength(2);
    expect(ran[1]).toMatchObject({ changed: ["dozer/c"], outcome: { kind: "refused" } });
});

test("it stops between two command lines", async () => {
    const { lines, ran } = await run([], 1);
    expect(lines).toHaveLength(1);
    expect(ran).toHaveLength(1);
});
