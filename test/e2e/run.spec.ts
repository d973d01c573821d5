import { spawn } from "node:child_process";
import { once } from "node:events";
import { get } from "node:https";
import process from "node:process";

import { expect, test } from "@playwright/test";

/** What `make run` does, as a person meets it. */
test.setTimeout(20 * 60_000);

/** Starts it; `output` grows while it runs. */
function start() {
    const deb = process.env["DEB"] ?? "";
    const child = spawn("node", ["--import", "tsx", "test/vm/cli.ts", "run", "--deb", deb]);
    const run = { child, output: "", ended: once(child, "exit") };
    for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk: Buffer) => {
            run.output += chunk.toString();
        });
    return run;
}

/** The status with which an address answers, whoever signed its certificate; undefined if nobody is there. */
const statusOf = (url: string): Promise<number | undefined> =>
    new Promise((resolve) => {
        get(url, { rejectUnauthorized: false }, (response) => {
            response.resume();
            resolve(response.statusCode);
        }).on("error", () => resolve(undefined));
    });

test("prints an address where Cockpit answers, and ends with everything by Ctrl-C @all @debian-13", async () => {
    const run = start();
    try {
        const address = /https:\/\/127\.0\.0\.1:\d+\//;
        await expect(() => expect(run.output).toMatch(address)).toPass({ timeout: 15 * 60_000 });
        const url = address.exec(run.output)?.[0] ?? "";
        expect(await statusOf(url)).toBe(200);
        expect(run.output).toContain("Log in as");
        expect(run.output).toMatch(/Ready after \d+ s\./);
        run.child.kill("SIGINT");
        await run.ended;
        expect(await statusOf(url)).toBeUndefined();
    } finally {
        run.child.kill("SIGKILL");
    }
});
