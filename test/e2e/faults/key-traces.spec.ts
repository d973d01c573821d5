// A passphrase that is typed on the page goes to ZFS and nowhere else: it is looked for everywhere, meanwhile and after.
import { audit, auditStates, change, lastRow } from "./changes.ts";
import { expect, test } from "./held-pool.ts";
import { canary, findTraces, forms, isKey } from "./secrets.ts";

const line = "zfs change-key -o keyformat=passphrase -o keylocation=prompt tank/birdcage";

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
    await admin.reload();
    const choose = async (item: RegExp) => {
        await zfs.getByRole("button", { name: "Actions for the key of tank/birdcage", exact: true }).click();
        await zfs.getByRole("menuitem", { name: item }).click();
        return zfs.getByRole("dialog");
    };
    /** Nowhere in the guest, and not in what the browser keeps. */
    const expectNoTrace = async () => {
        expect([...(await findTraces(machine, forms))]).toEqual([]);
        const kept = await admin
            .frame()
            .evaluate(() =>
                JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie, location.href]),
            );
        for (const form of forms) expect(kept).not.toContain(form);
    };

    await test.step("it becomes the key", async () => {
        const dialog = await choose(/^Change the key/);
        await dialog.getByLabel("Passphrase", { exact: true }).fill(canary);
        await dialog.getByLabel("Passphrase again").fill(canary);
        await tank.hold();
        await dialog.getByRole("button", { name: "Change the key", exact: true }).click();
        await expect.poll(() => auditStates(machine, begin)).toEqual([`running: ${line}`]);
        // the name of the dataset shows that the search finds what is there
        expect([...(await findTraces(machine, ["tank/birdcage"]))]).toEqual(
            expect.arrayContaining(["cmdline", "journal", "database", "files"]),
        );
        await expectNoTrace();
        await tank.release();
        await expect(dialog).toBeHidden();
        expect(await auditStates(machine, begin)).toEqual([`done: ${line}`]);
        expect(await isKey(machine, "tank/birdcage", Buffer.from(canary))).toBe(true);
        await expectNoTrace();
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
        await dialog.getByLabel("Passphrase", { exact: true }).press("Enter");
        await expect(dialog).toBeHidden();
        await expectNoTrace();
    });

    const { stdout } = await machine.execute("zpool sync tank && zpool history -il tank");
    expect(stdout).toContain("tank/birdcage");
    const rows = JSON.stringify(await audit(machine, begin));
    for (const form of forms) expect(stdout + rows).not.toContain(form);
});
