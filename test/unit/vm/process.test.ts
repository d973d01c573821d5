/** Commands of the test bed with root's rights, for a person who has them by sudo. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const root = resolve(__dirname, "../../..");
let folder: string;

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "zfsadmin-process-"));
    // sudo without what makes it special: what is tried here is who outlives whom
    writeFileSync(join(folder, "sudo"), '#!/bin/sh\nexec "$@"\n', { mode: 0o755 });
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A person's process that runs a command as root, to end with it, and then says what came of it. */
function start(...argv: readonly string[]) {
    const program = `import { asRootEndingWithUs, run } from ${JSON.stringify(join(root, "test/vm/process.ts"))};
        process.getuid = () => 1000;
        console.log(JSON.stringify(await run(asRootEndingWithUs(${JSON.stringify(argv)}))));`;
    writeFileSync(join(folder, "person.mts"), program);
    const loader = ["--import", join(root, "node_modules/tsx/dist/loader.mjs")];
    return spawn(process.execPath, [...loader, join(folder, "person.mts")], {
        env: { ...process.env, PATH: `${folder}:${process.env["PATH"]}` },
        stdio: ["ignore", "pipe", "inherit"],
    });
}

const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await new Promise((next) => setTimeout(next, 20));
};

test("a command ends when the person's process is killed", async () => {
    const file = join(folder, "pid");
    const person = start("sh", "-c", `echo $$ >${file}.new; mv ${file}.new ${file}; exec sleep 300`);
    await until(() => existsSync(file));
    const command = `/proc/${readFileSync(file, "utf8").trim()}`;
    expect(readFileSync(`${command}/cmdline`, "utf8")).toContain("sleep");
    person.kill("SIGKILL");
    // what was killed has no program any more, though nobody may have asked for its status yet
    await until(() => !existsSync(`${command}/exe`));
}, 30_000);

test("its words, what it says and its status are its own", async () => {
    const person = start("sh", "-c", 'printf "%s|" "$@"; echo bad >&2; exit 3', "sh", "a b", "$c", "'");
    let said = "";
    person.stdout.on("data", (chunk) => (said += String(chunk)));
    await once(person, "close");
    expect(JSON.parse(said)).toEqual({ stdout: "a b|$c|'|", stderr: "bad\n", exitCode: 3 });
}, 30_000);
