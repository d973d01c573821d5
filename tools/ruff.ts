/**
 * Checks all Python files of the repository with ruff, in the form that npm carries, so that no Debian release has
 * to have it: `tsx tools/ruff.ts` lints and says which files are not formatted; with `--write` it formats them first.
 * Ends with 1 when something is wrong. The settings are [tool.ruff] in pyproject.toml, where editors find them too.
 */
import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { type Diagnostic, PositionEncoding, Workspace } from "@astral-sh/ruff-wasm-nodejs";

/** Python that has no suffix, because it is a command. */
const commands = ["helper/bin/zfsadmin"];

/** The [tool.ruff] table; Python reads it, since node has no reader for TOML. */
function settings(): unknown {
    const program =
        "import json, sys, tomllib; print(json.dumps(tomllib.load(open('pyproject.toml', 'rb'))['tool']['ruff']))";
    return JSON.parse(execFileSync("/usr/bin/python3", ["-c", program], { encoding: "utf8" }));
}

function pythonFiles(): string[] {
    const listing = execFileSync(
        "git",
        ["ls-files", "-z", "--cached", "--others", "--exclude-standard", "*.py"],
        {
            encoding: "utf8",
        },
    );
    return [...commands, ...listing.split("\0").filter((name) => name !== "")];
}

/** What is wrong with one file, a line each. */
function check(workspace: Workspace, file: string, write: boolean): string[] {
    const text = readFileSync(file, "utf8");
    const formatted = workspace.format(text);
    if (write && formatted !== text) writeFileSync(file, formatted);
    const found = (workspace.check(write ? formatted : text) as Diagnostic[]).map(
        ({ code, message, start_location: at }) =>
            `${file}:${at.row}:${at.column}: ${code ?? "error"} ${message}`,
    );
    if (!write && formatted !== text) found.push(`${file}: not formatted (tools/ruff.ts --write does it)`);
    return found;
}

const workspace = new Workspace(settings(), PositionEncoding.Utf32);
const write = process.argv.includes("--write");
const findings = pythonFiles().flatMap((file) => check(workspace, file, write));
for (const finding of findings) console.log(finding);
process.exitCode = findings.length > 0 ? 1 : 0;
