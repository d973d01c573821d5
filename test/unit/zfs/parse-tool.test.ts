import { spawnSync } from "node:child_process";
import { join } from "node:path";

import { fixture } from "./fixtures.ts";

const ROOT = join(__dirname, "../../..");

function run(kind: string, input: string) {
    return spawnSync(join(ROOT, "node_modules/.bin/tsx"), ["tools/parse.ts", kind], {
        cwd: ROOT,
        input,
        encoding: "utf8",
    });
}

test("the model as JSON, sizes as strings", () => {
    const { status, stdout } = run("status", fixture("zpool-status/2.3.9", "s06-checkpoint.txt"));
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
        { name: "deg", checkpoint: { state: "exists", space: "75264" } },
    ]);
});

test("the line that could not be read, and exit code 1", () => {
    const { status, stdout, stderr } = run("version", "no such thing\n");
    expect([status, stdout, stderr]).toEqual([1, "", 'line 1: no version of the tools: "no such thing"\n']);
});

test("a wrong kind, and exit code 2", () => {
    const { status, stderr } = run("nothing", "");
    expect(status).toBe(2);
    expect(stderr).toContain("KIND: status status-json list list-vdevs import events version");
});
