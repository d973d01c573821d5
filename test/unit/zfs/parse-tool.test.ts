import { spawnSync } from "node:child_process";
import { readdirSync } from "node:fs";
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

test("events as the helper reads them for the page, and what is none", () => {
    const { status, stdout } = run("events", fixture("events", "2.3.9-faults.txt"));
    expect(status).toBe(0);
    const [first, ...others] = JSON.parse(stdout) as readonly unknown[];
    expect(others.length).toBeGreaterThan(50);
    expect(first).toEqual({
        ...{ kind: "event", class: "sysevent.fs.zfs.history_event", count: 1, time: 0x6b02cd89 },
        ...{ pool: "deg", poolGuid: String(0x6d1813c2c863ef2dn), verb: "scan done", detail: "errors=0" },
    });
    const refused = "cannot get event: permission denied";
    expect(JSON.parse(run("events", `${refused}\n`).stdout)).toEqual([{ kind: "remark", text: refused }]);
});

test("the line that could not be read, and exit code 1", () => {
    const { status, stdout, stderr } = run("version", "no such thing\n");
    expect([status, stdout, stderr]).toEqual([1, "", 'line 1: no version of the tools: "no such thing"\n']);
});

test("a wrong kind lists the kinds and their commands, with exit code 2", () => {
    const { status, stderr } = run("nothing", "");
    expect(status).toBe(2);
    expect(stderr).toMatch(/^ {2}status {2,}zpool status /m);
    expect(run("--help", "")).toMatchObject({ status: 0, stdout: stderr, stderr: "" });
});

/** Files in zfs/parse that help others to read. */
const parts = ["aux-texts", "fields", "forest", "parse-error", "parse-json"];

test("every parser has its kind", () => {
    const { stdout } = run("--help", "");
    const kinds = [...stdout.matchAll(/^ {2}(\S+) /gm)].map(([, kind]) => kind);
    const parsers = readdirSync(join(ROOT, "src/zfs/parse"), { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ name }) => name.replace(/\.ts$/, ""))
        .filter((name) => !parts.includes(name));
    expect(parsers.length).toBeGreaterThan(9);
    expect(kinds).toEqual(expect.arrayContaining(parsers));
});

test.each([
    ["iostat", "tank\t6\t4\t1\t2\t300\t400\n", [{ pool: "tank", allocated: "6", readRate: 300 }]],
    ["snapshots", "tank@a\t7\t12\t1795345499\t512\t98304\t0\n", [{ name: "tank@a", used: "512", holds: 0 }]],
    ["kernel-pools", "/proc/spl/kstat/zfs/tank/state:ONLINE\n", [{ name: "tank", state: "ONLINE" }]],
    ["list-roots", "tank\t1\t2\t1.43\t1795345499\t-\n", [{ name: "tank", compressRatio: 1.43 }]],
])("%s", (kind, input, expected) => {
    expect(JSON.parse(run(kind, input).stdout)).toMatchObject(expected);
    expect(run(kind, "cut off").status).toBe(1);
});
