import { join } from "node:path";
import { makeOnce, markUsed, needSpace, pruneOld } from "./cache.ts";
import type { Progress } from "./cache.ts";
import { dataDisks, dataDiskSize, diskFile, findAccelerator, hardwareKey, hotDisks } from "./hardware.ts";
import { imageFiles } from "./image.ts";
import { runOrThrow } from "./process.ts";
import { Vm } from "./vm.ts";

/** The name of the state that every machine begins with. */
export const bootedState = "booted";

const neededBytes = 2 * 2 ** 30;

/** The folder in an image that holds the state of the guest after it booted on this machine's kind of hardware. */
async function bootedFolder(imageFolder: string): Promise<string> {
    return join(imageFolder, `booted-${await hardwareKey(findAccelerator())}`);
}

/** Boots the image once and saves the state, unless that was done before. The caller holds the lock of the image. */
export async function provideBooted(imageFolder: string, onProgress: Progress): Promise<void> {
    const booted = await bootedFolder(imageFolder);
    await makeOnce(booted, neededBytes, (partial) => bootAndSave(imageFolder, partial, onProgress));
    await markUsed(booted);
    await pruneOld(imageFolder, (name) => name.startsWith("booted-"));
}

/** Copies the disks, with the saved state in them, for one machine; what it writes then needs as much again. */
export async function copyBootedDisks(imageFolder: string, folder: string): Promise<void> {
    await needSpace(folder, neededBytes, "a running machine");
    const booted = await bootedFolder(imageFolder);
    const disks = ["root", ...dataDisks, ...hotDisks].map((disk) => join(booted, diskFile(disk)));
    await runOrThrow(["cp", "--reflink=auto", "--sparse=always", ...disks, folder]);
}

async function bootAndSave(imageFolder: string, folder: string, onProgress: Progress): Promise<void> {
    const root = join(imageFolder, imageFiles.root);
    const create = ["qemu-img", "create", "-q", "-f", "qcow2"];
    await runOrThrow([...create, "-b", root, "-F", "qcow2", join(folder, diskFile("root"))]);
    for (const disk of [...dataDisks, ...hotDisks]) {
        await runOrThrow([...create, join(folder, diskFile(disk)), dataDiskSize]);
    }
    const { kind } = findAccelerator();
    onProgress(`booting for the first time${kind === "tcg" ? ", without KVM: some minutes" : ""}`);
    const vm = await Vm.start({ imageFolder, folder, forwards: [] });
    try {
        await vm.reach();
        await vm.settle();
        onProgress("saving the booted state");
        await vm.ssh.execute(warmUp, {});
        await vm.qemu.save(bootedState);
    } finally {
        await vm.stop();
    }
}

/** Reads from the disk what every test needs, and lets Cockpit make its certificate. */
const warmUp = "systemctl start cockpit; cockpit-bridge --packages; zpool status; sync";
