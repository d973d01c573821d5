// The lane's own promises: what a host's programs answer, and that a Cockpit leaves nothing behind.

import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { promisify } from "node:util";

import type { CockpitOptions } from "./cockpit.ts";
import { expect, test } from "./fixtures.ts";
import { Scenario } from "./scenario.ts";

const run = promisify(execFile);

test("a program answers what the scenario says and remembers the call", async ({}, info) => {
    const scenario = new Scenario(info.outputPath("host"));
    const answer = { stdout: "größe\n", stderr: "some pools are busy\n", exit: 3, delay: 200 };
    await scenario.install({ "zpool status 'my pool'": answer }, ["zpool"]);
    const before = Date.now();
    const call = run(join(scenario.programs, "zpool"), ["status", "my pool"], { env: { LC_ALL: "C.UTF-8" } });
    await expect(call).rejects.toMatchObject({ code: 3, stdout: answer.stdout, stderr: answer.stderr });
    expect(Date.now() - before).toBeGreaterThanOrEqual(200);
    expect(await scenario.calls()).toMatchObject([{ argv: ["zpool", "status", "my pool"], known: true }]);
});

test("a command line that the scenario lacks is refused by name and remembered", async ({}, info) => {
    const scenario = new Scenario(info.outputPath("host"));
    await scenario.install({}, ["zfs"]);
    const call = run(join(scenario.programs, "zfs"), ["destroy", "tank"]);
    await expect(call).rejects.toMatchObject({
        code: 97,
        stderr: expect.stringContaining("zfs destroy tank"),
    });
    expect(await scenario.calls()).toMatchObject([{ argv: ["zfs", "destroy", "tank"], known: false }]);
});

test("a Cockpit ends with the process that started it, even if that is killed", async ({
    cockpitFolder,
}, info) => {
    const work = info.outputPath("session");
    const options: CockpitOptions = { folder: cockpitFolder, page: work, work, programs: work, user: "root" };
    const program = `import { startCockpit } from ${JSON.stringify(join(import.meta.dirname, "cockpit.ts"))};
        console.log((await startCockpit(${JSON.stringify(options)})).url);`;
    const starter = spawn(process.execPath, ["--import", "tsx", "--input-type=module", "--eval", program]);
    const [url] = (await once(starter.stdout.setEncoding("utf8"), "data")) as [string];
    const answers = () =>
        fetch(url.trim()).then(
            () => true,
            () => false,
        );
    expect(await answers()).toBe(true);
    starter.kill("SIGKILL");
    await expect.poll(answers).toBe(false);
});
