// Pools come and go by the page: what zpool says afterwards, what the page shows without a reload, what the audit holds.
import type { Machine } from "../vm/machine.ts";

import { audit } from "./audit.ts";
import { disks, expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const [first = "", second = ""] = disks;

const actions = ({ zfs }: Session) => zfs.getByRole("button", { name: "Actions for tank" });

async function choose(session: Session, name: string): Promise<void> {
    await actions(session).click();
    await session.zfs.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
}

const poolNames = async (machine: Machine) => (await machine.execute("zpool list -Ho name")).stdout.trim();

/** The last change in the audit log. */
async function lastChange(machine: Machine) {
    const [last] = await audit(machine);
    return { line: last?.argv.join(" "), person: last?.person, state: last?.state };
}

test("a busy pool stays; let go it is exported, and imported under another name", async ({
    machine,
    admin,
}) => {
    await machine.execute(["make-pool", "tank", "mirror", first, second]);
    await machine.execute("zfs create tank/films");
    await machine.execute(
        "cd /tank/films && (setsid sleep 1000 >/dev/null 2>&1 </dev/null & echo $! >/run/holder)",
    );
    await admin.goTo("/pools/tank");
    await choose(admin, "Export");
    const dialog = admin.zfs.getByRole("dialog", { name: "Export tank?" });
    await expect(dialog).toContainText("2 filesystems mounted: /tank, /tank/films");
    await expect(dialog).toContainText(/sleep \(process \d+\) holds \/tank\/films/);
    await dialog.getByRole("button", { name: "Export tank" }).click();
    await expect(dialog).toContainText("tank was not exported");
    await expect(dialog).toContainText("is busy");
    expect(await lastChange(machine)).toEqual({
        line: "zpool export tank",
        person: "admin",
        state: "failed",
    });
    await machine.execute("kill $(cat /run/holder); zfs mount -a");
    await dialog.getByRole("button", { name: "Export tank" }).click();
    await expect(admin.zfs.getByRole("heading", { name: "There is no pool “tank”" })).toBeVisible();
    expect(await poolNames(machine)).toBe("");
    expect(await lastChange(machine)).toEqual({ line: "zpool export tank", person: "admin", state: "done" });

    await admin.zfs.getByRole("link", { name: "All pools" }).click();
    await admin.zfs.getByRole("link", { name: "Import pool…" }).click();
    await admin.zfs.getByRole("button", { name: "Import tank" }).click();
    const form = admin.zfs.getByRole("dialog", { name: "Import tank" });
    await form.getByLabel("Name").fill("cellar");
    await form.getByRole("button", { name: "Import cellar" }).click();
    await admin.zfs.getByRole("link", { name: "Imported as cellar" }).click();
    await expect(admin.zfs.getByRole("heading", { name: "cellar", level: 1 })).toBeVisible();
    expect(await poolNames(machine)).toBe("cellar");
    const { line, ...rest } = await lastChange(machine);
    expect(line).toMatch(/^zpool import \d+ cellar$/);
    expect(rest).toEqual({ person: "admin", state: "done" });
});

test("a checkpoint is taken and discarded, and the pool destroyed", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", first]);
    await machine.execute("zfs snapshot tank@old");
    await admin.goTo("/pools/tank");
    await choose(admin, "Take checkpoint");
    await expect(admin.zfs.getByText(/^Checkpoint made/)).toBeVisible();
    expect((await machine.execute("zpool get -Ho value checkpoint tank")).stdout.trim()).not.toBe("-");
    expect(await lastChange(machine)).toEqual({
        line: "zpool checkpoint tank",
        person: "admin",
        state: "done",
    });

    await choose(admin, "Discard checkpoint");
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await dialog.getByRole("button", { name: "Discard the checkpoint" }).click();
    await expect(admin.zfs.getByText(/^Checkpoint (made|is being discarded)/)).toBeHidden();
    expect((await machine.execute("zpool get -Ho value checkpoint tank")).stdout.trim()).toBe("-");
    expect(await lastChange(machine)).toEqual({
        line: "zpool checkpoint -d tank",
        person: "admin",
        state: "done",
    });

    await choose(admin, "Destroy");
    for (const text of ["1 filesystem", "1 snapshot"]) await expect(dialog).toContainText(text);
    const action = dialog.getByRole("button", { name: "Destroy tank" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await action.click();
    await expect(admin.zfs.getByRole("heading", { name: "There is no pool “tank”" })).toBeVisible();
    expect(await poolNames(machine)).toBe("");
    expect(await lastChange(machine)).toEqual({ line: "zpool destroy tank", person: "admin", state: "done" });
});

test("an import goes back to the checkpoint of a pool @all", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", first]);
    await machine.execute("touch /tank/before; zpool checkpoint tank; touch /tank/after; zpool export tank");
    await admin.goTo("/import");
    await admin.zfs.getByRole("button", { name: "Search" }).click();
    await admin.zfs.getByRole("button", { name: "Import tank" }).click();
    const form = admin.zfs.getByRole("dialog", { name: "Import tank" });
    await form.getByLabel("Go back to its checkpoint").check();
    await form.getByLabel("Type tank to confirm").fill("tank");
    await form.getByRole("button", { name: "Import tank" }).click();
    await expect(admin.zfs.getByRole("link", { name: "Imported as tank" })).toBeVisible();
    expect((await machine.execute("ls /tank")).stdout.trim()).toBe("before");
    expect((await lastChange(machine)).line).toContain("--rewind-to-checkpoint");
});
