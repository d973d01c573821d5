// Every check of the code that needs no run of it: types, rules, formatting. All of them run, a failing one does not
// hide the next, and each keeps a cache where its program has one.
import { spawn } from "node:child_process";
import fs from "node:fs";
import process from "node:process";

const bin = "node_modules/.bin";
const code = ["src", "test", "tools", "build.js", "playwright.config.ts"];

const checks: Readonly<Record<string, readonly string[]>> = {
    types: [`${bin}/oxlint`, "--type-aware", "--type-check", "--deny-warnings", ...code],
    eslint: [`${bin}/eslint`, "--cache", "--cache-location", "build/eslint", "--max-warnings", "0", ...code],
    stylelint: [`${bin}/stylelint`, "--cache", "--cache-location", "build/stylelint", "src/**/*.scss"],
    oxfmt: [`${bin}/oxfmt`, "--list-different"],
    ruff: [`${bin}/tsx`, "tools/ruff.ts"],
    mypy: [
        "/usr/bin/python3",
        "-m",
        "mypy",
        "--cache-dir",
        "build/mypy",
        "helper/zfsadmin",
        "helper/bin/zfsadmin",
        "test/helper",
    ],
};

interface Outcome {
    readonly name: string;
    readonly ok: boolean;
    readonly seconds: number;
    readonly output: string;
}

function run(name: string, [program = "", ...args]: readonly string[]): Promise<Outcome> {
    const start = Date.now();
    return new Promise((resolve) => {
        const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
        const output: string[] = [];
        child.stdout.on("data", (chunk) => output.push(String(chunk)));
        child.stderr.on("data", (chunk) => output.push(String(chunk)));
        const end = (ok: boolean) =>
            resolve({ name, ok, seconds: (Date.now() - start) / 1000, output: output.join("") });
        child.on("error", (error) => {
            output.push(error.message);
            end(false);
        });
        child.on("close", (status) => end(status === 0));
    });
}

async function main(): Promise<void> {
    const results = process.env["RESULTS"] ?? "build/results";
    fs.mkdirSync(results, { recursive: true });
    const outcomes = await Promise.all(Object.entries(checks).map(([name, argv]) => run(name, argv)));
    for (const { name, ok, seconds, output } of outcomes) {
        if (!ok) console.log(output.trimEnd());
        console.log(`${name.padEnd(12)}${ok ? "passed" : "FAILED"}${seconds.toFixed(1).padStart(8)} s`);
    }
    const failed = outcomes.filter(({ ok }) => !ok).length;
    fs.writeFileSync(
        `${results}/codecheck.json`,
        JSON.stringify({ passed: outcomes.length - failed, failed }),
    );
    process.exitCode = failed === 0 ? 0 : 1;
}

void main();
