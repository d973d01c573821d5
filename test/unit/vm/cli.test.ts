/** The test bed's commands for people, as far as they need no guest. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { useLockOf } from "../../vm/cache.ts";
import { lock } from "../../vm/lock.ts";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const root = resolve(__dirname, "../../..");
let cache: string;

beforeEach(() => {
    cache = mkdtempSync(join(tmpdir(), "zfsadmin-cli-"));
});
afterEach(() => rmSync(cache, { recursive: true }));

/** Runs a command of `cli.ts` to its end, with a cache of its own. */
async function cli(...args: readonly string[]) {
    const child = spawn(process.execPath, ["--import", "tsx", "test/vm/cli.ts", ...args], {
        cwd: root,
        env: { ...process.env, ZFSADMIN_CACHE: cache },
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (said += String(chunk)));
    const [status] = (await once(child, "close")) as [number | null];
    return { status, said };
}

test("a port that is in use is named before anything is made", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    try {
        const { port } = taken.address() as AddressInfo;
        const { status, said } = await cli("run", "--deb", "package.json", "--port", String(port));
        expect([status, said]).toEqual([1, `port ${port} of 127.0.0.1 cannot be opened; is it in use?\n`]);
        expect(readdirSync(cache)).toEqual([]);
    } finally {
        taken.close();
    }
});

test("clean removes images, but none that is in use or being made", async () => {
    const image = (name: string) => {
        mkdirSync(join(cache, name));
        return join(cache, name);
    };
    image("debian-12-0123456789ab");
    image("debian-12-0123456789ac.partial");
    const used = image("debian-12-0123456789ad");
    image("debian-13-0123456789ab.partial");
    image("replay");
    const locks = [
        await lock(useLockOf(used), "shared", () => undefined),
        await lock(join(cache, "debian-13.lock"), "exclusive", () => undefined),
    ];
    const { status, said } = await cli("clean");
    for (const held of locks) held.release();
    expect([status, said]).toEqual([0, "debian-13 is being prepared by another process: left as it is\n"]);
    expect(readdirSync(cache).filter((name) => !name.endsWith(".lock"))).toEqual([
        "debian-12-0123456789ad",
        "debian-13-0123456789ab.partial",
        "replay",
    ]);
});
