// Gets a Cockpit to test against: Debian's own packages of one version, unpacked into a folder and never installed.
// The folder is in the person's cache, so that only the first run downloads, and every checkout shares it.

import { createHash } from "node:crypto";
import { mkdir, readdir, rm } from "node:fs/promises";
import { join, resolve } from "node:path";

import { cacheFolder, makeOnce, markUsed, pruneOld, useLockOf } from "../vm/cache.ts";
import { lock } from "../vm/lock.ts";
import { runOrThrow } from "../vm/process.ts";

const debianFetch = resolve(import.meta.dirname, "../../tools/debian-fetch");

/**
 * Both versions come from Debian 12 and its backports: programs built there also run on Debian 13, not the other way
 * round.
 */
const suites = "bookworm,bookworm-backports";

/** What Cockpit's three packages need beyond what `tools/need replay` has installed. */
const libraries = ["libjson-glib-1.0-0", "libpolkit-agent-1-0", "libpolkit-gobject-1-0"];

const replayFolder = join(cacheFolder, "replay");
const neededBytes = 100 * 2 ** 20;
/** After how long without use a Cockpit is removed: to get it anew takes a download. */
const oldAfterDays = 30;

/**
 * The folder that holds `usr` of Cockpit `version` ("287"); downloads it when it is not in the cache. Nobody removes it
 * as long as this process lives.
 */
export async function unpackedCockpit(version: string): Promise<string> {
    const cockpit = ["cockpit-ws", "cockpit-bridge", "cockpit-system"].map((name) => `${name}=${version}*`);
    const packages = [...cockpit, ...libraries];
    const key = createHash("sha256")
        .update([suites, ...packages].join())
        .digest("hex")
        .slice(0, 12);
    const folder = join(replayFolder, `cockpit-${version}-${key}`);
    await mkdir(replayFolder, { recursive: true });
    const unpacking = await lock(join(replayFolder, "lock"), "exclusive", () => undefined);
    try {
        await makeOnce(folder, neededBytes, (partial) => unpack(packages, partial));
        await markUsed(folder);
        await lock(useLockOf(folder), "shared", () => undefined);
        await pruneOld(replayFolder, (name) => name.startsWith("cockpit-"), oldAfterDays);
        return folder;
    } finally {
        unpacking.release();
    }
}

async function unpack(packages: readonly string[], folder: string): Promise<void> {
    const debs = join(folder, "debs");
    await mkdir(debs);
    await runOrThrow([debianFetch, "binary", suites, ...packages], { cwd: debs });
    for (const deb of await readdir(debs)) await runOrThrow(["dpkg-deb", "-x", join(debs, deb), folder]);
    await rm(debs, { recursive: true });
}
