// tools/check.ts LAYER[@GUEST]...
//
// Runs the layers of the tests one after the other, all of them even if one fails, and ends with how long each took
// and with one line that counts every test: "N passed, N failed", which is kept in build/results/summary, too. A layer
// that ends badly without a failed test of its own (it could not be built, for instance) counts as one. What was not run,
// because it was skipped or what it needs failed, is named with its layer. Guests run side by side, one for each
// processor: without KVM a guest keeps little more than one busy.
import { spawn, spawnSync } from "node:child_process";
import fs from "node:fs";
import os from "node:os";
import process from "node:process";
import { createInterface } from "node:readline";

interface Counts {
    readonly passed: number;
    readonly failed: number;
    /** skipped, or not come to */
    readonly notRun: number;
}

interface JestResults {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    /** files that broke before their tests, or apart from them */
    readonly numRuntimeErrorTestSuites: number;
    readonly numPendingTests: number;
    readonly numTodoTests: number;
}

interface PlaywrightResults {
    readonly stats: Readonly<Record<"expected" | "unexpected" | "flaky" | "skipped", number>>;
    readonly errors: readonly unknown[];
}

const none: Counts = { passed: 0, failed: 0, notRun: 0 };

const read = <T>(folder: string, file: string, toCounts: (content: T) => Counts): Counts => {
    const path = `${folder}/${file}`;
    return fs.existsSync(path) ? toCounts(JSON.parse(fs.readFileSync(path, "utf8")) as T) : none;
};

const same = ({ passed, failed, notRun = 0 }: Partial<Counts>): Counts => ({
    passed: passed ?? 0,
    failed: failed ?? 0,
    notRun,
});
const fromJest = (jest: JestResults): Counts => ({
    passed: jest.numPassedTests,
    failed: jest.numFailedTests + jest.numRuntimeErrorTestSuites,
    notRun: jest.numPendingTests + jest.numTodoTests,
});
const fromPlaywright = ({ stats, errors }: PlaywrightResults): Counts => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    // those that did not come to their turn are among the skipped
    notRun: stats.skipped,
});

/** What each layer leaves behind of its results, in its folder. */
const readers: Readonly<Record<string, (folder: string) => readonly Counts[]>> = {
    codecheck: (folder) => [read(folder, "codecheck.json", same)],
    unit: (folder) => [read(folder, "jest.json", fromJest), read(folder, "helper.json", same)],
    replay: (folder) => [read(folder, "playwright.json", fromPlaywright)],
    e2e: (folder) => [read(folder, "playwright.json", fromPlaywright)],
};

interface Outcome extends Counts {
    readonly layer: string;
    readonly seconds: number;
}

const sumOf = (all: readonly Counts[]): Counts =>
    all.reduce(
        (sum, { passed, failed, notRun }) => ({
            passed: sum.passed + passed,
            failed: sum.failed + failed,
            notRun: sum.notRun + notRun,
        }),
        none,
    );

const make = (target: string): readonly string[] => ["--no-print-directory", target];

/** Runs a layer to its end; beside others, with its name before each line. */
async function runLayer(layer: string, isBeside: boolean): Promise<Outcome> {
    const [target = "", guest] = layer.split("@");
    const folder = `build/results/${layer}`;
    console.log(`\n== ${layer}`);
    fs.rmSync(folder, { recursive: true, force: true });
    fs.mkdirSync(folder, { recursive: true });
    const start = Date.now();
    const child = spawn("make", make(target), {
        stdio: isBeside ? ["ignore", "pipe", "pipe"] : ["ignore", "inherit", "inherit"],
        env: { ...process.env, RESULTS: folder, ...(guest === undefined ? {} : { TEST_OS: guest }) },
    });
    for (const stream of [child.stdout, child.stderr])
        if (stream) createInterface(stream).on("line", (line) => console.log(`${guest ?? layer}: ${line}`));
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    const counts = sumOf(readers[target]?.(folder) ?? []);
    const broken = status !== 0 && counts.failed === 0;
    return {
        ...counts,
        layer,
        seconds: (Date.now() - start) / 1000,
        failed: counts.failed + (broken ? 1 : 0),
    };
}

/** Runs the layers of guests side by side, and gives their outcomes as they end. */
async function runBeside(layers: readonly string[]): Promise<readonly Outcome[]> {
    const ready = spawnSync("make", make("e2e-ready"), { stdio: ["ignore", "inherit", "inherit"] });
    if (ready.status !== 0) return [{ ...none, layer: "e2e-ready", seconds: 0, failed: 1 }];
    const left = [...layers];
    const ended: Outcome[] = [];
    const runNext = async (): Promise<void> => {
        for (let layer = left.shift(); layer !== undefined; layer = left.shift())
            ended.push(await runLayer(layer, true));
    };
    await Promise.all(Array.from({ length: os.availableParallelism() }, runNext));
    return ended;
}

function say({ layer, seconds, passed, failed, notRun }: Outcome): void {
    const counts = `${String(passed).padStart(6)} passed${String(failed).padStart(4)} failed`;
    const omitted = notRun > 0 ? `${String(notRun).padStart(4)} not run` : "";
    console.log(`${layer.padEnd(26)}${counts}${(seconds / 60).toFixed(1).padStart(7)} min${omitted}`);
}

const summary = "build/results/summary";
fs.rmSync(summary, { force: true });
const begin = Date.now();
const layers = process.argv.slice(2);
const outcomes: Outcome[] = [];
for (const layer of layers.filter((name) => !name.includes("@"))) outcomes.push(await runLayer(layer, false));
const guests = layers.filter((name) => name.includes("@"));
if (guests.length > 0) outcomes.push(...(await runBeside(guests)));

const total = sumOf(outcomes);
console.log("");
for (const outcome of outcomes) say(outcome);
// not the sum of the times: guests run side by side
say({ ...total, layer: "all", seconds: (Date.now() - begin) / 1000 });
const last = `${total.passed} passed, ${total.failed} failed`;
fs.mkdirSync("build/results", { recursive: true });
fs.writeFileSync(summary, `${last}\n`);
console.log(last);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
