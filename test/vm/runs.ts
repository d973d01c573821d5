import { mkdir, mkdtemp, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { cacheFolder, prune, useLockOf } from "./cache.ts";
import type { Guest } from "./guests.ts";
import { lock, tryLock } from "./lock.ts";
import type { Lock } from "./lock.ts";

/** The folder of one running machine. Its lock is held as long as the machine's process lives. */
export interface RunFolder {
    readonly folder: string;
    readonly lock: Lock;
}

const runsFolder = join(cacheFolder, "run");

/** Makes the folder for a new machine, and removes those whose process is gone. */
export async function makeRunFolder(guest: Guest): Promise<RunFolder> {
    await mkdir(runsFolder, { recursive: true });
    // between making a folder and locking it nobody may take it for an abandoned one
    const making = await lock(join(cacheFolder, "run.lock"), "exclusive", () => undefined);
    try {
        await prune(runsFolder, () => true);
        const folder = await mkdtemp(join(runsFolder, `${guest.name}-`));
        return { folder, lock: await lock(useLockOf(folder), "exclusive", () => undefined) };
    } finally {
        making.release();
    }
}

/** The folder of the machine that was started last and still runs, of any checkout. */
export async function newestRunFolder(): Promise<string | undefined> {
    const names = await readdir(runsFolder).catch(() => []);
    const folders = names.map((name) => join(runsFolder, name));
    const times = new Map<string, number>();
    for (const folder of folders) times.set(folder, (await stat(folder)).birthtimeMs);
    const newestFirst = folders.sort((a, b) => (times.get(b) ?? 0) - (times.get(a) ?? 0));
    for (const folder of newestFirst) {
        const abandoned = await tryLock(useLockOf(folder), "exclusive");
        if (!abandoned) return folder;
        abandoned.release();
    }
    return undefined;
}
