// How tests go through the wizards that make a pool of disks and add disks to one.
import type { Machine } from "../vm/machine.ts";

import { nameOf } from "./devices.ts";
import { disks, expect } from "./fixtures.ts";
import type { MadeLayout, MadePart } from "./layouts.ts";
import type { Session } from "./session.ts";

/** DISK1 as the page calls it, and in /dev. */
export const diskAt = (number: number): string => disks[number - 1] ?? "";

/** Presses the button that leads to the next step. */
export const next = ({ zfs }: Session) => zfs.getByRole("button", { name: "Next" }).click();

/** Ticks disks, and goes on. */
export async function chooseDisks(admin: Session, numbers: readonly number[]): Promise<void> {
    for (const number of numbers) await admin.zfs.getByLabel(nameOf(diskAt(number)), { exact: true }).check();
    await next(admin);
}

/** Chooses what becomes of the disks: the first part has those that the others do not take. */
export async function layOut({ zfs }: Session, parts: readonly MadePart[]): Promise<void> {
    for (const [index, part] of parts.entries()) {
        if (index > 0) {
            await zfs.getByRole("button", { name: "Add vdevs" }).click();
            await zfs.getByRole("menuitem", { name: new RegExp(`^${part.title}`) }).click();
        }
        const fields = zfs.getByRole("group", { name: part.title, exact: true }).last();
        if (index > 0)
            for (const number of part.disks)
                await fields.getByLabel(nameOf(diskAt(number)), { exact: true }).check();
        if (part.kind !== undefined)
            await fields.getByRole("radio", { name: part.kind, exact: true }).check();
        if (part.width !== undefined)
            await fields.getByLabel("Disks in each vdev").selectOption(String(part.width));
        if (part.draidData !== undefined)
            await fields.getByLabel("Disks with data in each group").fill(String(part.draidData));
        if (part.draidSpares !== undefined)
            await fields.getByLabel("Distributed spares").fill(String(part.draidSpares));
    }
}

/** Opens the wizard that makes a pool, with nothing chosen. */
export async function openCreate(admin: Session): Promise<void> {
    await admin.goTo("/");
    await admin.goTo("/create");
}

/** Walks to the last step. */
export async function review(admin: Session, { parts }: MadeLayout): Promise<void> {
    await openCreate(admin);
    await chooseDisks(
        admin,
        parts.flatMap((part) => part.disks),
    );
    await layOut(admin, parts);
    await next(admin);
    await admin.zfs.getByLabel("Name").fill("tank");
    await next(admin);
}

/** All data disks. */
export const allNumbers = disks.map((_disk, index) => index + 1);

/** Makes disks blank. */
export const wipe = (machine: Machine, numbers: readonly number[]) =>
    machine.execute(`wipefs --all --quiet --force ${numbers.map(diskAt).join(" ")}; udevadm settle`);

/** How long a pool may take to be made, with all attempts. */
export const patience = 500_000;

/** Presses the last button of a wizard, and comes to the page of the pool; throws when zpool refuses. */
export async function press({ zfs }: Session, name: string | RegExp): Promise<void> {
    await zfs.getByRole("button", { name }).click();
    const made = zfs.getByRole("heading", { name: "tank", level: 1, exact: true });
    await expect(
        made.or(zfs.getByText(/tank was not created|No devices were added to tank/)).first(),
    ).toBeVisible({ timeout: patience });
    await expect(made).toBeVisible({ timeout: 1 });
}

/** Opens the wizard that adds devices to the pool tank. */
export async function openAdd(admin: Session): Promise<void> {
    await admin.goTo("/pools/tank");
    await admin.zfs.getByRole("link", { name: "Add devices…" }).click();
}
