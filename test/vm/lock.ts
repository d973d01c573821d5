import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";

/** A lock that is held until it is released, or until this process ends in whatever way. */
export interface Lock {
    release(): void;
}

/**
 * Takes a lock on a file, which is made if it is not there; undefined when another process has it.
 *
 * Node has no file locks, so `flock` (util-linux) holds it around a `cat` that ends when our end of its pipe closes.
 */
export async function tryLock(file: string, mode: "shared" | "exclusive"): Promise<Lock | undefined> {
    return startFlock([`--${mode}`, "--nonblock", file]);
}

/** The same, but waits as long as another process has it; `onWait` is called if so. */
export async function lock(file: string, mode: "shared" | "exclusive", onWait: () => void): Promise<Lock> {
    const free = await tryLock(file, mode);
    if (free) return free;
    onWait();
    const waited = await startFlock([`--${mode}`, file]);
    if (!waited) throw new Error(`cannot lock ${file}`);
    return waited;
}

async function startFlock(args: readonly string[]): Promise<Lock | undefined> {
    // a session of its own, so that Ctrl-C does not take the lock away before we have cleaned up
    const child = spawn("flock", [...args, "sh", "-c", "echo locked; exec cat"], {
        stdio: ["pipe", "pipe", "ignore"],
        detached: true,
    });
    const ended = once(child, "close").then(() => false);
    const held = await Promise.race([ended, once(child.stdout, "data").then(() => true)]);
    if (!held) return undefined;
    child.unref();
    // pipes of children are sockets, whatever their declared type
    (child.stdin as Socket).unref();
    (child.stdout as Socket).unref();
    return { release: () => child.stdin.end() };
}
