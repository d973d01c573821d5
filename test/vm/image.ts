import { existsSync } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { cacheFolder, hashOf, makeOnce, markUsed, prune, pruneOld, useLockOf } from "./cache.ts";
import type { Progress } from "./cache.ts";
import type { Guest } from "./guests.ts";
import { box, needRoot } from "./host.ts";
import { lock, tryLock } from "./lock.ts";
import type { Lock } from "./lock.ts";
import { asRoot, asRootEndingWithUs, quote, runOrThrow } from "./process.ts";

/** What a guest boots from. */
export interface Image {
    readonly folder: string;
    /** Held as long as the image is in use, so that nobody prunes it. */
    readonly use: Lock;
}

/** The root disk, the kernel, its initial file system and the private key of root, inside an image's folder. */
export const imageFiles = { root: "root.qcow2", kernel: "vmlinuz", initrd: "initrd", key: "key" };

/** To be counted up when the steps below change in a way that their inputs do not show. */
const builderVersion = 1;
const neededBytes = 5 * 2 ** 30;
const rootDiskSize = "8G";
const keyring = "/usr/share/keyrings/debian-archive-keyring.gpg";
const setupScript = join(import.meta.dirname, "guest-setup.sh");

/**
 * The image of a guest, from the cache or built now; then `prepare` is called with its folder, still under the lock
 * that lets one process at a time work on a guest. Images of the guest that nobody used for a day are removed.
 */
export async function provideImage(
    guest: Guest,
    onProgress: Progress,
    prepare: (folder: string) => Promise<void>,
): Promise<Image> {
    await mkdir(cacheFolder, { recursive: true });
    const building = await lock(buildLockOf(guest), "exclusive", () =>
        onProgress(`waiting for another process that prepares ${guest.name}`),
    );
    try {
        const folder = join(cacheFolder, `${guest.name}-${await imageKey(guest)}`);
        await makeOnce(folder, neededBytes, (partial) => buildImage(guest, partial, onProgress));
        await markUsed(folder);
        const use = await lock(useLockOf(folder), "shared", () => undefined);
        await prepare(folder);
        await pruneOld(cacheFolder, (name) => isImageOf(guest, name));
        return { folder, use };
    } finally {
        building.release();
    }
}

/** The lock file that lets one process at a time make images of a guest, or remove them. */
function buildLockOf(guest: Guest): string {
    return join(cacheFolder, `${guest.name}.lock`);
}

/** Removes the images of a guest that are not in use; does nothing, and says so, while another process prepares one. */
export async function removeImages(guest: Guest, onProgress: Progress): Promise<void> {
    await mkdir(cacheFolder, { recursive: true });
    const building = await tryLock(buildLockOf(guest), "exclusive");
    if (!building) return onProgress(`${guest.name} is being prepared by another process: left as it is`);
    try {
        await prune(cacheFolder, (name) => isImageOf(guest, name));
    } finally {
        building.release();
    }
}

/** Whether a name in the cache is that of an image of the guest, or of what an interrupted build left. */
function isImageOf(guest: Guest, name: string): boolean {
    return new RegExp(`^${guest.name}-[0-9a-f]{12}(\\.partial)?$`).test(name);
}

async function imageKey(guest: Guest): Promise<string> {
    return hashOf(
        builderVersion,
        rootDiskSize,
        guest,
        filesBeforePackages(guest),
        await readFile(setupScript, "utf8"),
    );
}

async function buildImage(guest: Guest, folder: string, onProgress: Progress): Promise<void> {
    await needRoot();
    const log = join(cacheFolder, `${guest.name}.log`);
    await writeFile(log, "");
    const root = join(folder, "root");
    const disk = join(folder, "root.img");
    const key = join(folder, imageFiles.key);

    onProgress(`installing ${guest.name} and compiling ZFS, some minutes; details in ${log}`);
    await runOrThrow(asRootEndingWithUs(await installCommand(guest, root)), { log });

    onProgress("setting up the guest");
    await runOrThrow(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", guest.name, "-f", key]);
    const publicKey = (await readFile(`${key}.pub`, "utf8")).trim();
    await runOrThrow(asRoot(["chroot", root, "sh", "-s", guest.name, publicKey]), {
        input: await readFile(setupScript),
        log,
    });

    onProgress("making its disk");
    const [user, group] = [process.getuid?.() ?? 0, process.getgid?.() ?? 0].map(String) as [string, string];
    const install = ["install", `--owner=${user}`, `--group=${group}`, "--mode=644"];
    await runOrThrow(asRoot([...install, join(root, "vmlinuz"), join(folder, imageFiles.kernel)]));
    await runOrThrow(asRoot([...install, join(root, "initrd.img"), join(folder, imageFiles.initrd)]));
    await runOrThrow(["truncate", `--size=${rootDiskSize}`, disk]);
    await runOrThrow(asRoot(["mke2fs", "-q", "-F", "-t", "ext4", "-L", "root", "-d", root, disk]), { log });
    await runOrThrow(asRoot(["rm", "-rf", "--one-file-system", root]));
    await runOrThrow(["qemu-img", "convert", "-O", "qcow2", disk, join(folder, imageFiles.root)], { log });
    await rm(disk);
}

/** The command that installs the guest's packages into a folder; its mounts and processes end with it. */
async function installCommand(guest: Guest, root: string): Promise<readonly string[]> {
    const tools = join(import.meta.dirname, "../../tools");
    const site = (await runOrThrow([join(tools, "debian-site")])).stdout.trim();
    const hooks = Object.entries(filesBeforePackages(guest)).map(
        ([path, text]) =>
            `--setup-hook=mkdir -p "$1"${quote(dirname(path))} && printf %s ${quote(text)} >"$1"${quote(path)}`,
    );
    return [
        ...["unshare", ...box],
        ...["mmdebstrap", "--mode=root", "--variant=apt", `--include=${guest.packages.join(",")}`],
        ...(existsSync(keyring) ? [`--keyring=${keyring}`] : []),
        ...hooks,
        ...[guest.suites[0], root],
        ...guest.suites.map((suite) => `deb ${site} ${suite} main contrib`),
    ];
}

/**
 * An initial file system with just what finds the root disk, instead of every driver there is: it loads quicker, and
 * is made once, because the files are there before the kernel is installed.
 */
function filesBeforePackages(guest: Guest): Readonly<Record<string, string>> {
    return {
        "/etc/initramfs-tools/conf.d/guest": "MODULES=list\nCOMPRESS=gzip\n",
        "/usr/share/initramfs-tools/modules.d/guest": "ext4\nvirtio_pci\nvirtio_blk\n",
        ...(guest.pin === undefined ? {} : { "/etc/apt/preferences.d/guest": guest.pin }),
    };
}
