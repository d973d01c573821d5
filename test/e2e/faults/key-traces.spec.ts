// A passphrase that is typed on the page goes to ZFS and nowhere else: it is looked for everywhere, meanwhile and after.
import type { Machine } from "../../vm/machine.ts";
import { Pages } from "../pages.ts";
import type { Session } from "../session.ts";

import { audit, auditStates, change, lastRow } from "./changes.ts";
import { expect, test } from "./held-pool.ts";
import { canary, findTraces, forms, formsOf, isKey } from "./secrets.ts";

const line = "zfs change-key -o keyformat=passphrase -o keylocation=prompt tank/birdcage";

/** Waits for a key to be loaded, and stops that in its tracks: no write that a held pool could delay is part of it. */
const stopLoading =
    "while :; do for pid in $(pgrep -x zfs); do " +
    "if grep -qa load-key /proc/$pid/cmdline; then kill -STOP $pid; exit; fi; done; sleep 0.02; done";

/** The name of the dataset shows that the search finds what is there while a change of it runs. */
async function expectFound(machine: Machine, dataset: string): Promise<void> {
    expect([...(await findTraces(machine, [dataset]))]).toEqual(
        expect.arrayContaining(["cmdline", "journal", "database", "files"]),
    );
}

/** Nowhere in the guest, and not in what the browser keeps. */
async function expectNoTrace(machine: Machine, session: Session, texts: readonly string[]): Promise<void> {
    expect([...(await findTraces(machine, texts))]).toEqual([]);
    const kept = await session
        .frame()
        .evaluate(() =>
            JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
        );
    for (const text of texts) expect(kept).not.toContain(text);
}

/** Nor in what the pool and the audit remember, which do remember the dataset. */
async function expectNotRecorded(
    machine: Machine,
    dataset: string,
    texts: readonly string[],
    begin: number,
): Promise<void> {
    const { stdout } = await machine.execute("zpool sync tank && zpool history -il tank");
    expect(stdout).toContain(dataset);
    const rows = JSON.stringify(await audit(machine, begin));
    expect(rows).toContain(dataset);
    for (const text of texts) expect(stdout + rows).not.toContain(text);
}

test("a passphrase typed on the page leaves no trace, neither while it is used nor afterwards @all", async ({
    machine,
    admin,
    tank,
}) => {
    const { zfs } = admin;
    const options = ["encryption=on", "keyformat=passphrase", "keylocation=prompt"];
    const create = ["zfs", "create", ...options.flatMap((option) => ["-o", option]), "tank/birdcage"];
    expect((await change(machine, create, { secret: Buffer.from("the first one") })).code).toBe(0);
    const begin = await lastRow(machine);
    await admin.goTo("/datasets/tank/birdcage?tab=keys");
    const choose = async (item: RegExp) => {
        await zfs.getByRole("button", { name: "Actions for the key of tank/birdcage", exact: true }).click();
        await zfs.getByRole("menuitem", { name: item }).click();
        return zfs.getByRole("dialog");
    };

    await test.step("it becomes the key", async () => {
        const dialog = await choose(/^Change the key/);
        await dialog.getByLabel("Passphrase", { exact: true }).fill(canary);
        await dialog.getByLabel("Passphrase again").fill(canary);
        await tank.hold();
        await dialog.getByRole("button", { name: "Change the key", exact: true }).click();
        await expect.poll(() => auditStates(machine, begin)).toEqual([`running: ${line}`]);
        await expectFound(machine, "tank/birdcage");
        await expectNoTrace(machine, admin, forms);
        await tank.release();
        await expect(dialog).toBeHidden();
        expect(await auditStates(machine, begin)).toEqual([`done: ${line}`]);
        expect(await isKey(machine, "tank/birdcage", Buffer.from(canary))).toBe(true);
        await expectNoTrace(machine, admin, forms);
    });

    await test.step("it is tried, and loads the key", async () => {
        let dialog = await choose(/^Test a key/);
        await dialog.getByLabel("Passphrase", { exact: true }).fill(canary);
        await dialog.getByRole("button", { name: "Test", exact: true }).click();
        await expect(dialog).toBeHidden();
        dialog = await choose(/^Unload/);
        await dialog.getByRole("button", { name: "Unmount and unload the key" }).click();
        await expect(dialog).toBeHidden();
        await zfs.getByRole("button", { name: "Load the key of tank/birdcage" }).click();
        dialog = zfs.getByRole("dialog");
        // wrong, and yet nobody's business
        await dialog.getByLabel("Passphrase", { exact: true }).fill(`${canary}!`);
        await dialog.getByLabel("Passphrase", { exact: true }).press("Enter");
        await expect(dialog.getByText("This is not the key of tank/birdcage")).toBeVisible();
        await dialog.getByLabel("Passphrase", { exact: true }).fill(canary);
        const stopped = machine.execute(stopLoading);
        await dialog.getByLabel("Passphrase", { exact: true }).press("Enter");
        await stopped;
        try {
            await expectFound(machine, "tank/birdcage");
            await expectNoTrace(machine, admin, forms);
        } finally {
            await machine.execute("pkill -CONT -x zfs");
        }
        await expect(dialog).toBeHidden();
        await expectNoTrace(machine, admin, forms);
    });

    await expectNotRecorded(machine, "tank/birdcage", forms, begin);
});

test("the passphrase of a dataset that is created on the page leaves no trace @all @debian-12", async ({
    machine,
    admin,
    tank,
}) => {
    // not that of another test, whose traces would be taken for those of this one
    const passphrase = "a finch whistles 0815 at dusk";
    const texts = formsOf(passphrase);
    const created = "zfs create -o encryption=on -o keyformat=passphrase -o keylocation=prompt tank/aviary";
    const begin = await lastRow(machine);
    const dialog = await new Pages(admin).openCreate("tank");
    await dialog.getByLabel("Name", { exact: true }).fill("aviary");
    await dialog.getByLabel("Encrypt it").check();
    await dialog.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await dialog.getByLabel("Passphrase again").fill(passphrase);
    // what ZFS would create is asked with all that is set but the passphrase
    await expect(dialog.getByRole("button", { name: "What ZFS says that it would create" })).toBeVisible();
    await expectNoTrace(machine, admin, texts);
    await tank.hold();
    await dialog.getByRole("button", { name: "Create tank/aviary" }).click();
    await expect.poll(() => auditStates(machine, begin)).toEqual([`running: ${created}`]);
    await expectFound(machine, "tank/aviary");
    await expectNoTrace(machine, admin, texts);
    await tank.release();
    await expect(dialog).toBeHidden();
    expect(await auditStates(machine, begin)).toEqual([`done: ${created}`]);
    expect(await isKey(machine, "tank/aviary", Buffer.from(passphrase))).toBe(true);
    await expectNoTrace(machine, admin, texts);
    await expectNotRecorded(machine, "tank/aviary", texts, begin);
});
