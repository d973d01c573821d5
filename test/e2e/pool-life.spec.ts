// Pools come and go by the page: what zpool says afterwards, what the page shows without a reload, what the audit holds.
import type { Machine } from "../vm/machine.ts";

import { lastChange, lastDone } from "./audit.ts";
import { choose, findToImport } from "./devices.ts";
import { filePool } from "./file-pool.ts";
import { disks, expect, test } from "./fixtures.ts";

const [first = "", second = ""] = disks;

const poolNames = async (machine: Machine) => (await machine.execute("zpool list -Ho name")).stdout.trim();

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
    await choose(admin, "tank", "Export");
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
    expect(await lastDone(machine)).toBe("zpool export tank");

    await admin.zfs.getByRole("link", { name: "All pools" }).click();
    await admin.zfs.getByRole("link", { name: "Import pool…" }).click();
    await admin.zfs.getByRole("button", { name: "Import tank" }).click();
    const form = admin.zfs.getByRole("dialog", { name: "Import tank" });
    await form.getByLabel("Name").fill("cellar");
    await form.getByRole("button", { name: "Import cellar" }).click();
    await admin.zfs.getByRole("link", { name: "Imported as cellar" }).click();
    await expect(admin.zfs.getByRole("heading", { name: "cellar", level: 1 })).toBeVisible();
    expect(await poolNames(machine)).toBe("cellar");
    expect(await lastDone(machine)).toBe("zpool import GUID cellar");
});

test("a checkpoint is taken and discarded, and the pool destroyed", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", first]);
    await machine.execute("zfs snapshot tank@old");
    await admin.goTo("/pools/tank");
    await choose(admin, "tank", "Take checkpoint");
    await expect(admin.zfs.getByText(/^Checkpoint made/)).toBeVisible();
    expect((await machine.execute("zpool get -Ho value checkpoint tank")).stdout.trim()).not.toBe("-");
    expect(await lastDone(machine)).toBe("zpool checkpoint tank");

    await choose(admin, "tank", "Discard checkpoint");
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await dialog.getByRole("button", { name: "Discard the checkpoint" }).click();
    await expect(admin.zfs.getByText(/^Checkpoint (made|is being discarded)/)).toBeHidden();
    expect((await machine.execute("zpool get -Ho value checkpoint tank")).stdout.trim()).toBe("-");
    expect(await lastDone(machine)).toBe("zpool checkpoint -d tank");

    await choose(admin, "tank", "Destroy");
    for (const text of ["1 filesystem", "1 snapshot"]) await expect(dialog).toContainText(text);
    const action = dialog.getByRole("button", { name: "Destroy tank" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await action.click();
    await expect(admin.zfs.getByRole("heading", { name: "There is no pool “tank”" })).toBeVisible();
    expect(await poolNames(machine)).toBe("");
    expect(await lastDone(machine)).toBe("zpool destroy tank");
});

test("an import goes back to the checkpoint of a pool @all", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", first]);
    await machine.execute("touch /tank/before; zpool checkpoint tank; touch /tank/after; zpool export tank");
    await findToImport(admin, "tank");
    const form = admin.zfs.getByRole("dialog", { name: "Import tank" });
    await form.getByLabel("Go back to its checkpoint").check();
    await form.getByLabel("Type tank to confirm").fill("tank");
    await form.getByRole("button", { name: "Import tank" }).click();
    await expect(admin.zfs.getByRole("link", { name: "Imported as tank" })).toBeVisible();
    expect((await machine.execute("ls /tank")).stdout.trim()).toBe("before");
    expect(await lastDone(machine)).toContain("--rewind-to-checkpoint");
});

test("the menu of a pool leads back to its checkpoint, and says what that undoes @all", async ({
    machine,
    admin,
}) => {
    await machine.execute(["make-pool", "tank", first]);
    await machine.execute(
        "touch /tank/before; zpool checkpoint tank; zfs create tank/later; touch /tank/after; zpool sync tank",
    );
    await admin.goTo("/pools/tank");
    await choose(admin, "tank", "Rewind to checkpoint");
    const dialog = admin.zfs.getByRole("dialog", { name: "Rewind tank to its checkpoint?" });
    await expect(dialog).toContainText("1 command since then is undone, too:");
    await expect(dialog).toContainText("zfs create tank/later");
    await expect(dialog).toContainText("2 filesystems mounted: /tank, /tank/later");
    const action = dialog.getByRole("button", { name: "Rewind tank" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await action.click();
    await expect(dialog).toBeHidden();
    await expect(admin.zfs.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    await expect(admin.zfs.getByText(/^Checkpoint made/)).toBeHidden();
    expect((await machine.execute("ls /tank")).stdout.trim()).toBe("before");
    expect((await machine.execute("zpool get -Ho value checkpoint tank")).stdout.trim()).toBe("-");
    expect(await lastDone(machine)).toBe("zpool import --rewind-to-checkpoint GUID tank");
});

test("a pool that the system starts from stays until /boot is elsewhere, and its upgrade warns @all @debian-13", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    await machine.execute(filePool("tank", "-o", "compatibility=openzfs-2.0-linux"));
    await machine.execute(`set -e; zpool set compatibility=off tank; zpool checkpoint tank
        zfs create -o mountpoint=legacy tank/boot; mount -t zfs tank/boot /boot`);
    await admin.goTo("/pools/tank");
    const menu = zfs.getByRole("button", { name: "Actions for tank", exact: true });
    const words = "The system starts from this pool: it is mounted at /boot";
    const items = ["Export", "Destroy", "Rewind to checkpoint"].map((name) =>
        zfs.getByRole("menuitem", { name: new RegExp(`^${name}`) }),
    );
    await menu.click();
    for (const item of items) {
        await expect(item).toContainText(words);
        await expect(item).toHaveAttribute("aria-disabled", "true");
    }
    await admin.page.keyboard.press("Escape");
    await admin.goTo("/pools/tank/features");
    const dialog = zfs.getByRole("dialog");
    const warning = dialog.getByText("The system starts from this pool");
    await zfs.getByRole("button", { name: "Upgrade…" }).click();
    await expect(warning).toBeVisible();
    await expect(dialog.getByText(/^grub2 can/)).toBeVisible();
    await dialog.getByRole("button", { name: "Cancel" }).click();

    await machine.execute("umount /boot");
    await zfs.getByRole("button", { name: "Upgrade…" }).click();
    await expect(dialog.getByRole("grid", { name: "Which systems can import it" })).toBeVisible();
    await expect(warning).toBeHidden();
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await menu.click();
    for (const item of items) {
        await expect(item).not.toContainText(words);
        await expect(item).not.toHaveAttribute("aria-disabled", "true");
    }
    await admin.page.keyboard.press("Escape");
});

/** A disk of the kernel's iSCSI target, which gives a volume to others. */
const backstore = "/sys/kernel/config/target/core/iblock_0/disk";

test("what is shared or in use as a disk is told before a pool is exported or destroyed @all @debian-13", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute(`set -e; zfs create -o sharenfs=on tank/films
        for name in swap vm target; do zfs create -V 16M tank/$name; done; udevadm settle
        mkswap /dev/zvol/tank/swap; swapon /dev/zvol/tank/swap
        cp /bin/sleep /usr/local/bin/qemu-system-x86
        (setsid qemu-system-x86 1000 9<>/dev/zvol/tank/vm >/dev/null 2>&1 & echo $! >/run/holder)
        modprobe target_core_iblock; mkdir -p ${backstore}
        echo /dev/zvol/tank/target >${backstore}/udev_path
        echo udev_path=/dev/zvol/tank/target >${backstore}/control; echo 1 >${backstore}/enable`);
    const told = [
        "2 filesystems mounted: /tank, /tank/films",
        "Set to be shared by NFS: tank/films",
        "The volume tank/swap is in use: swap",
        "The volume tank/target is in use: iSCSI",
        /qemu-system-x86 \(process \d+\) holds \/dev\/zd\d+/,
    ];
    await admin.goTo("/pools/tank");
    const dialog = await choose(admin, "tank", "Export");
    for (const line of told) await expect(dialog).toContainText(line);
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await choose(admin, "tank", "Destroy");
    for (const line of [/3 volumes: tank\/swap, .*tank\/vm/, ...told])
        await expect(dialog).toContainText(line);

    await machine.execute(`swapoff /dev/zvol/tank/swap; kill $(cat /run/holder)
        rmdir ${backstore} $(dirname ${backstore}); udevadm settle`);
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await dialog.getByRole("button", { name: "Destroy tank" }).click();
    await expect(admin.zfs.getByRole("heading", { name: "There is no pool “tank”" })).toBeVisible();
    expect(await lastDone(machine)).toBe("zpool destroy tank");
});
