import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, stat, statfs, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { join, resolve } from "node:path";
import { tryLock } from "./lock.ts";
import { asRoot, run, runOrThrow } from "./process.ts";

/** Tells a person what is going on: one line without its end. */
export type Progress = (line: string) => void;

/** Where images, saved states and the disks of running machines are: outside the checkout, shared by all checkouts. */
export const cacheFolder = resolve(
    process.env["ZFSADMIN_CACHE"] ??
        join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "zfsadmin"),
);

/** A short name for everything that something was made from. */
export function hashOf(...inputs: readonly unknown[]): string {
    return createHash("sha256").update(JSON.stringify(inputs)).digest("hex").slice(0, 12);
}

/** A progress that begins each line with the seconds since now. */
export function withElapsed(progress: Progress): Progress {
    const start = Date.now();
    return (line) => progress(`[${String(Math.round((Date.now() - start) / 1000)).padStart(4)} s] ${line}`);
}

/** Removes a folder, also one with root's files in it, but nothing that is mounted there. */
export async function removeFolder(folder: string): Promise<void> {
    const { exitCode } = await run(["rm", "-rf", "--one-file-system", folder]);
    if (exitCode !== 0) await runOrThrow(asRoot(["rm", "-rf", "--one-file-system", folder]));
}

/** Throws an error that says how much is needed and how much there is, if the folder's file system has less. */
export async function needSpace(folder: string, bytes: number, what: string): Promise<void> {
    const { bavail, bsize } = await statfs(folder);
    if (bavail * bsize >= bytes) return;
    const gib = (amount: number) => `${(amount / 2 ** 30).toFixed(1)} GiB`;
    throw new Error(`${what} needs ${gib(bytes)} in ${folder}, and ${gib(bavail * bsize)} are free`);
}

/**
 * Makes a folder once. It is built under another name and renamed when it is complete, so a folder that is there is
 * whole. The caller holds a lock: what is there under the other name is then the rest of a build that was interrupted.
 */
export async function makeOnce(
    folder: string,
    neededBytes: number,
    build: (partial: string) => Promise<void>,
): Promise<void> {
    if (existsSync(folder)) return;
    const partial = `${folder}.partial`;
    await removeFolder(partial);
    await needSpace(join(folder, ".."), neededBytes, `making ${folder}`);
    await mkdir(partial);
    try {
        await build(partial);
        await rename(partial, folder);
    } catch (error) {
        const { bavail } = await statfs(partial);
        await removeFolder(partial);
        if (bavail === 0) throw new Error(`the file system of ${folder} is full`, { cause: error });
        throw error;
    }
}

/** The lock file of a folder that someone uses: whoever wants to remove the folder takes it exclusively. */
export function useLockOf(folder: string): string {
    return join(folder, "in-use");
}

/** Notes that a folder is wanted, for `pruneOld`. */
export async function markUsed(folder: string): Promise<void> {
    await writeFile(useLockOf(folder), "");
}

/**
 * Removes those of the named folders which were not used for a day, or as many as said: another checkout may want
 * another version.
 */
export async function pruneOld(
    parent: string,
    isCandidate: (name: string) => boolean,
    days = 1,
): Promise<void> {
    const oldAfterMs = days * 24 * 3600 * 1000;
    const old = new Set<string>();
    for (const name of (await readdir(parent)).filter(isCandidate)) {
        const used = await stat(useLockOf(join(parent, name))).catch(() => undefined);
        if (!used || Date.now() - used.mtimeMs > oldAfterMs) old.add(name);
    }
    await prune(parent, (name) => old.has(name));
}

/** Removes those folders in `parent` which `isCandidate` names and whose lock nobody holds. */
export async function prune(parent: string, isCandidate: (name: string) => boolean): Promise<void> {
    for (const name of (await readdir(parent)).filter(isCandidate)) {
        const folder = join(parent, name);
        const unused = await tryLock(useLockOf(folder), "exclusive");
        if (unused) await removeFolder(folder);
        unused?.release();
    }
}
