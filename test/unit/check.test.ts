/** What the two commands say at their end: every test is counted, and the count is the last line. */
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const root = resolve(__dirname, "../..");
let folder: string;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "zfsadmin-check-"));
    mkdirSync(join(folder, "bin"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Runs a program of ours with a `make` that is this shell script; gives what it said, line by line, and its status. */
function runWith(make: string, program: string, ...args: readonly string[]) {
    writeFileSync(join(folder, "bin/make"), `#!/bin/sh\n${make}\n`, { mode: 0o755 });
    const { status, stdout } = spawnSync(program, args, {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}` },
    });
    return { status, lines: stdout.trim().split("\n") };
}

describe("tools/check.ts", () => {
    const check = (make: string, ...layers: readonly string[]) =>
        runWith(make, join(root, "node_modules/.bin/tsx"), join(root, "tools/check.ts"), ...layers);
    // two tests of one file failed, and another file broke
    const jest = {
        ...{ numPassedTests: 5, numFailedTests: 2, numFailedTestSuites: 2, numRuntimeErrorTestSuites: 1 },
        ...{ numPendingTests: 2, numTodoTests: 1 },
    };
    const browser = { stats: { expected: 7, unexpected: 1, flaky: 1, skipped: 4 }, errors: [] };
    const write = (name: string, results: object) =>
        `echo '${JSON.stringify(results)}' >"$RESULTS/${name}.json"`;

    test("adds up what the layers left, and names what was not run", () => {
        const { status, lines } = check(
            `case $2 in unit) ${write("jest", jest)}; ${write("helper", { passed: 3, failed: 0, notRun: 1 })} ;;
             replay) ${write("playwright", browser)}; exit 2 ;; esac`,
            ...["unit", "replay"],
        );
        expect(status).toBe(1);
        expect(lines.slice(-4).map((line) => line.replace(/ +/g, " "))).toEqual([
            expect.stringMatching(/^unit 8 passed 3 failed \d+\.\d min 4 not run$/),
            expect.stringMatching(/^replay 7 passed 2 failed \d+\.\d min 4 not run$/),
            expect.stringMatching(/^all 15 passed 5 failed \d+\.\d min 8 not run$/),
            "15 passed, 5 failed",
        ]);
    });

    test("takes a layer that broke before its tests for one failure, and says nothing of tests that were all run", () => {
        const { status, lines } = check(
            `[ $2 = codecheck ] || exit 2; ${write("codecheck", { passed: 6, failed: 0 })}`,
            ...["codecheck", "unit"],
        );
        expect(status).toBe(1);
        expect(lines.at(-1)).toBe("6 passed, 1 failed");
        expect(lines.join()).not.toContain("not run");
    });
});

describe(".ci/run", () => {
    const run = (make: string) => {
        cpSync(join(root, ".ci"), join(folder, ".ci"), { recursive: true });
        return runWith(make, join(folder, ".ci/run"));
    };
    const summary = (line: string) => `mkdir -p build/results; echo ${line} | tee build/results/summary`;

    test("ends with the count of the tests, although make has the last word when one failed", () => {
        const { status, lines } = run(`${summary("5 passed, 1 failed")}; echo "make: *** Error 1"; exit 2`);
        expect([status, lines.at(-1)]).toEqual([2, "5 passed, 1 failed"]);
    });

    test("says it once when all is well", () => {
        const { status, lines } = run(summary("5 passed, 0 failed"));
        expect([status, lines]).toEqual([0, ["5 passed, 0 failed"]]);
    });

    test("counts a failure when it did not come to the tests, whatever an earlier run left", () => {
        mkdirSync(join(folder, "build/results"), { recursive: true });
        writeFileSync(join(folder, "build/results/summary"), "9 passed, 0 failed\n");
        const { status, lines } = run("echo no network; exit 2");
        expect([status, lines.at(-1)]).toEqual([2, "0 passed, 1 failed"]);
    });
});

test("make unit runs the helper's tests also when the others failed, and fails", () => {
    const bin = join(folder, "node_modules/.bin");
    mkdirSync(bin, { recursive: true });
    const script = (file: string, lines: string) =>
        writeFileSync(file, `#!/bin/sh\n${lines}\n`, { mode: 0o755 });
    script(join(bin, "jest"), "echo jest; exit 1");
    script(join(folder, "bin/python3"), "echo helper");
    // the recipe alone, where its programs are ours
    const old = ["node_modules/.package-lock.json", "pkg/lib/.pin"].flatMap((file) => ["-o", file]);
    const quietly = ["--no-print-directory", "-n", ...old, "unit"];
    const recipe = spawnSync("make", quietly, { cwd: root, encoding: "utf8" }).stdout;
    const { status, stdout } = spawnSync("sh", ["-ec", recipe], {
        cwd: folder,
        encoding: "utf8",
        env: { ...process.env, PATH: `${folder}/bin:${process.env["PATH"]}` },
    });
    expect(status).toBe(1);
    expect(stdout).toMatch(/jest\nhelper/);
});
