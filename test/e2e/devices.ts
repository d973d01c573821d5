// How tests do something to the devices of the pool tank on its page, and find out what came of it.
import type { Locator } from "@playwright/test";

import type { Machine } from "../vm/machine.ts";

import { audit, lineOf } from "./audit.ts";
import { expect } from "./fixtures.ts";
import type { Session } from "./session.ts";

/** The name by which the page shows a disk. */
export const nameOf = (disk: string): string => disk.slice(disk.lastIndexOf("/") + 1);

/** The row of a disk in the device tree. */
export const row = ({ zfs }: Session, disk: string) =>
    zfs.getByRole("row").filter({ has: zfs.getByRole("button", { name: nameOf(disk), exact: true }) });

/** Chooses from the menu of a device, or of a pool, and gives the dialog that may open. */
export async function choose({ zfs }: Session, device: string, action: string) {
    await zfs.getByRole("button", { name: `Actions for ${device}`, exact: true }).click();
    await zfs.getByRole("menuitem", { name: new RegExp(`^${action}`) }).click();
    return zfs.getByRole("dialog");
}

interface Gift {
    readonly device: string;
    readonly action: string;
    readonly disk: string;
    readonly isSequential?: boolean;
    /** What opens the dialog, if it is not the menu of the device. */
    readonly opener?: Locator;
}

/**
 * Gives a blank disk to the pool in a dialog, tried again: under software emulation udev may be late with the
 * partition that zpool has just made on a whole disk, and then it fails.
 */
export async function giveDisk(
    machine: Machine,
    admin: Session,
    { device, action, disk, isSequential = false, opener }: Gift,
): Promise<void> {
    await expect(async () => {
        await machine.execute(`wipefs --all --quiet --force ${disk}; udevadm settle`);
        if (opener) await opener.click();
        const dialog = opener ? admin.zfs.getByRole("dialog") : await choose(admin, device, action);
        try {
            await dialog.getByRole("radio", { name: nameOf(disk), exact: true }).check();
            if (isSequential) await dialog.getByLabel(/^Rebuild in the order of the disk/).check();
            await dialog.getByRole("button", { name: action.replace(/ .*/, ""), exact: true }).click();
            await expect(dialog).toBeHidden();
        } catch (error) {
            await dialog.getByRole("button", { name: "Cancel" }).click();
            throw error;
        }
    }).toPass({ timeout: 500_000 });
}

/** What ZFS says of the pool. */
export const status = async (machine: Machine, options = "") =>
    (await machine.execute(`zpool status -P ${options} tank`)).stdout;

/** What the page did, the newest last, with the guids of devices as the word GUID. */
export const done = async (machine: Machine, count: number) => {
    const changes = (await audit(machine)).slice(0, count).toReversed();
    expect(changes.every(({ person, state }) => person === "admin" && state === "done")).toBe(true);
    return changes.map(lineOf);
};

/** A pool with enough in it that a resilver is seen. */
export async function makePool(machine: Machine, ...layout: string[]): Promise<void> {
    await machine.execute(["make-pool", "tank", ...layout]);
    await machine.execute("dd if=/dev/urandom of=/tank/file bs=1M count=16 conv=fsync");
    await machine.execute("udevadm settle");
}

/**
 * Looks for a pool on all disks, and opens the dialog that imports it. Looks again if it is not found: under software
 * emulation udev may be late with what was just exported.
 */
export async function findToImport(admin: Session, name: string): Promise<void> {
    const found = admin.zfs.getByRole("button", { name: `Import ${name}`, exact: true });
    await admin.goTo("/import");
    await expect(async () => {
        await admin.zfs.getByRole("button", { name: "Search" }).click();
        await expect(found).toBeVisible({ timeout: 30_000 });
    }).toPass();
    await found.click();
}
