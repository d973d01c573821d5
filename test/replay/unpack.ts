// Gets a Cockpit to test against: Debian's own packages of one version, unpacked into a folder and never installed.
// The folder is in the person's cache, so that only the first run downloads, and every checkout shares it.

import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, readdir, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);
const debianFetch = resolve(import.meta.dirname, "../../tools/debian-fetch");

/**
 * Both versions come from Debian 12 and its backports: programs built there also run on Debian 13, not the other way
 * round.
 */
const suites = "bookworm,bookworm-backports";

/** What Cockpit's three packages need beyond what `tools/need replay` has installed. */
const libraries = ["libjson-glib-1.0-0", "libpolkit-agent-1-0", "libpolkit-gobject-1-0"];

/** The folder that holds `usr` of Cockpit `version` ("287"); downloads it when it is not in the cache. */
export async function unpackedCockpit(version: string): Promise<string> {
    const cockpit = ["cockpit-ws", "cockpit-bridge", "cockpit-system"].map((name) => `${name}=${version}*`);
    const packages = [...cockpit, ...libraries];
    const key = createHash("sha256")
        .update([suites, ...packages].join())
        .digest("hex")
        .slice(0, 12);
    const folder = join(cacheFolder(), "replay", `cockpit-${version}-${key}`);
    if (!existsSync(folder)) await unpack(packages, folder);
    return folder;
}

function cacheFolder(): string {
    const { ZFSADMIN_CACHE, XDG_CACHE_HOME } = process.env;
    return ZFSADMIN_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), ".cache"), "zfsadmin");
}

/** Fills a folder beside `folder` and renames it at the end, so that what bears the name is always whole. */
async function unpack(packages: readonly string[], folder: string): Promise<void> {
    await mkdir(dirname(folder), { recursive: true });
    const work = await mkdtemp(`${folder}.part-`);
    try {
        await run(debianFetch, ["binary", suites, ...packages], { cwd: work });
        for (const deb of await readdir(work))
            await run("dpkg-deb", ["-x", join(work, deb), join(work, "root")]);
        await rename(join(work, "root"), folder).catch((error: unknown) => {
            // another test run was quicker
            if (!existsSync(folder)) throw error;
        });
    } finally {
        await rm(work, { recursive: true, force: true });
    }
}
