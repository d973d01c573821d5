/** What outlives a run of the test bed: made once, by one process at a time, whole or not at all, and cleared away again. */
import { spawn } from "node:child_process";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

import { makeOnce, markUsed, needSpace, prune, pruneOld, useLockOf } from "../../vm/cache.ts";
import { lock, tryLock } from "../../vm/lock.ts";

// programs are started, which on a busy machine takes its time
jest.setTimeout(60_000);

const root = resolve(__dirname, "../../..");
let folder: string;
const children: ChildProcess[] = [];

beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "zfsadmin-cache-"));
});
afterEach(() => {
    for (const child of children.splice(0)) child.kill("SIGKILL");
    rmSync(folder, { recursive: true });
});

/** As an image is made: under a lock; the building goes on until there is a file "go". */
const program = () => `
    import { existsSync, readdirSync, writeFileSync } from "node:fs";
    import { makeOnce } from ${JSON.stringify(join(root, "test/vm/cache.ts"))};
    import { lock } from ${JSON.stringify(join(root, "test/vm/lock.ts"))};
    const image = ${JSON.stringify(join(folder, "image"))};
    const building = await lock(image + ".lock", "exclusive", () => console.log("waits"));
    await makeOnce(image, 0, async (partial) => {
        console.log("builds in " + JSON.stringify(readdirSync(partial)));
        writeFileSync(partial + "/disk", "whole");
        while (!existsSync(${JSON.stringify(join(folder, "go"))})) await new Promise((next) => setTimeout(next, 20));
    });
    console.log("has " + readdirSync(image));
    building.release();`;

/** Another process that makes the image. */
function startBuilder() {
    writeFileSync(join(folder, "builder.mts"), program());
    const loader = ["--import", join(root, "node_modules/tsx/dist/loader.mjs")];
    const child = spawn(process.execPath, [...loader, join(folder, "builder.mts")]);
    children.push(child);
    const builder = { child, said: "", ended: once(child, "close") };
    for (const stream of [child.stdout, child.stderr])
        stream.on("data", (chunk) => (builder.said += String(chunk)));
    return builder;
}

async function until(isSo: () => boolean): Promise<void> {
    while (!isSo()) await new Promise((next) => setTimeout(next, 20));
}

const go = () => writeFileSync(join(folder, "go"), "");

test("of two processes one builds, and the other waits and has the same", async () => {
    const one = startBuilder();
    await until(() => one.said.includes("builds"));
    const other = startBuilder();
    await until(() => other.said.includes("waits"));
    go();
    await Promise.all([one.ended, other.ended]);
    expect(one.said).toBe("builds in []\nhas disk\n");
    expect(other.said).toBe("waits\nhas disk\n");
});

test("what an interrupted build left is replaced by the second try", async () => {
    const one = startBuilder();
    await until(() => existsSync(join(folder, "image.partial/disk")));
    one.child.kill("SIGKILL");
    await one.ended;
    expect(existsSync(join(folder, "image"))).toBe(false);
    go();
    const other = startBuilder();
    await other.ended;
    expect(other.said.replace("waits\n", "")).toBe("builds in []\nhas disk\n");
    expect(existsSync(join(folder, "image.partial"))).toBe(false);
});

test("a build that fails leaves nothing, and says why", async () => {
    const failing = makeOnce(join(folder, "image"), 0, async (partial) => {
        writeFileSync(join(partial, "disk"), "half");
        throw new Error("no network");
    });
    await expect(failing).rejects.toThrow("no network");
    expect(readdirSync(folder)).toEqual([]);
});

test("what is there is not built again, however much space that would need", async () => {
    mkdirSync(join(folder, "image"));
    await makeOnce(join(folder, "image"), 2 ** 80, () => Promise.reject(new Error("built again")));
});

test("a disk with too little space is named before anything is written, with what is needed", async () => {
    const words = new RegExp(
        `^a running machine needs 1048576.0 GiB in ${folder}, and \\d+\\.\\d GiB are free$`,
    );
    await expect(needSpace(folder, 2 ** 50, "a running machine")).rejects.toThrow(words);
    await expect(makeOnce(join(folder, "image"), 2 ** 50, () => Promise.resolve())).rejects.toThrow(
        `making ${folder}/image needs 1048576.0 GiB`,
    );
    expect(readdirSync(folder)).toEqual([]);
    await needSpace(folder, 0, "nothing");
});

describe("a lock", () => {
    const file = () => join(folder, "lock");

    test("is had by one, or shared by many", async () => {
        const exclusive = await tryLock(file(), "exclusive");
        expect(await tryLock(file(), "shared")).toBeUndefined();
        exclusive?.release();
        const shared = await lock(file(), "shared", () => undefined);
        const too = await tryLock(file(), "shared");
        expect(too).toBeDefined();
        expect(await tryLock(file(), "exclusive")).toBeUndefined();
        shared.release();
        too?.release();
        (await lock(file(), "exclusive", () => undefined)).release();
    });

    test("is waited for, which is told", async () => {
        const first = await lock(file(), "exclusive", () => undefined);
        const told: string[] = [];
        const second = lock(file(), "exclusive", () => {
            told.push("waits");
            first.release();
        });
        (await second).release();
        expect(told).toEqual(["waits"]);
    });
});

describe("what is cleared away", () => {
    const make = async (name: string, daysAgo: number) => {
        mkdirSync(join(folder, name));
        await markUsed(join(folder, name));
        const time = Date.now() / 1000 - daysAgo * 24 * 3600;
        utimesSync(useLockOf(join(folder, name)), time, time);
    };

    test("is nobody's: neither what is in use nor what has another name", async () => {
        await make("image-1", 0);
        await make("image-2", 0);
        await make("other", 0);
        const use = await lock(useLockOf(join(folder, "image-2")), "shared", () => undefined);
        await prune(folder, (name) => name.startsWith("image-"));
        expect(readdirSync(folder).sort()).toEqual(["image-2", "other"]);
        use.release();
    });

    test("was not used for a day, or was never finished", async () => {
        await make("image-1", 0.5);
        await make("image-2", 2);
        mkdirSync(join(folder, "image-3.partial"));
        await pruneOld(folder, (name) => name.startsWith("image-"));
        expect(readdirSync(folder)).toEqual(["image-1"]);
    });
});
