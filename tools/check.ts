// tools/check.ts LAYER[@GUEST]...
//
// Runs the layers of the tests one after the other, all of them even if one fails, and ends with how long each took
// and with one line that counts every test: "N passed, N failed". A layer that ends badly without a failed test of
// its own (it could not be built, for instance) counts as one.
import { spawnSync } from "node:child_process";
import fs from "node:fs";
import process from "node:process";

interface Counts {
    readonly passed: number;
    readonly failed: number;
}

interface JestResults {
    readonly numPassedTests: number;
    readonly numFailedTests: number;
    readonly numFailedTestSuites: number;
}

interface PlaywrightResults {
    readonly stats: { readonly expected: number; readonly unexpected: number; readonly flaky: number };
    readonly errors: readonly unknown[];
}

const results = "build/results";

const read = <T>(file: string, toCounts: (content: T) => Counts): Counts => {
    const path = `${results}/${file}`;
    return fs.existsSync(path)
        ? toCounts(JSON.parse(fs.readFileSync(path, "utf8")) as T)
        : { passed: 0, failed: 0 };
};

const same = (counts: Counts) => counts;
const fromJest = (jest: JestResults): Counts => ({
    passed: jest.numPassedTests,
    failed: Math.max(jest.numFailedTests, jest.numFailedTestSuites),
});
const fromPlaywright = ({ stats, errors }: PlaywrightResults): Counts => ({
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
});

/** What each layer leaves behind of its results. */
const readers: Readonly<Record<string, () => readonly Counts[]>> = {
    codecheck: () => [read("codecheck.json", same)],
    unit: () => [read("jest.json", fromJest), read("helper.json", same)],
    replay: () => [read("playwright.json", fromPlaywright)],
    e2e: () => [read("playwright.json", fromPlaywright)],
};

interface Outcome extends Counts {
    readonly layer: string;
    readonly seconds: number;
}

function runLayer(layer: string): Outcome {
    const [target = "", guest] = layer.split("@");
    console.log(`\n== ${layer}`);
    fs.rmSync(results, { recursive: true, force: true });
    fs.mkdirSync(results, { recursive: true });
    const start = Date.now();
    const make = spawnSync("make", ["--no-print-directory", target], {
        stdio: ["ignore", "inherit", "inherit"],
        env: { ...process.env, ...(guest === undefined ? {} : { TEST_OS: guest }) },
    });
    const counts = (readers[target]?.() ?? []).reduce(
        (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
        { passed: 0, failed: 0 },
    );
    const broken = make.status !== 0 && counts.failed === 0;
    return {
        layer,
        seconds: (Date.now() - start) / 1000,
        passed: counts.passed,
        failed: counts.failed + (broken ? 1 : 0),
    };
}

const outcomes = process.argv.slice(2).map(runLayer);
console.log("");
for (const { layer, seconds, passed, failed } of outcomes)
    console.log(
        `${layer.padEnd(26)}${String(passed).padStart(6)} passed${String(failed).padStart(4)} failed` +
            `${(seconds / 60).toFixed(1).padStart(7)} min`,
    );
const total = (key: keyof Counts) => outcomes.reduce((sum, outcome) => sum + outcome[key], 0);
console.log(`${total("passed")} passed, ${total("failed")} failed`);
process.exitCode = total("failed") === 0 && total("passed") > 0 ? 0 : 1;
