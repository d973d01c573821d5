import { disks, expect, test } from "./fixtures.ts";

const raidz2 = ["zpool", "create", "tank", "raidz2", ...disks.slice(0, 6)];

test("a person with sudo finds ZFS in the menu and sees a raidz2 pool", async ({ machine, admin }) => {
    await machine.execute(raidz2);
    await admin.openZfs();

    const card = admin.zfs.locator("li", { has: admin.zfs.getByRole("heading", { name: "tank" }) });
    await expect(card.getByText("Online")).toBeVisible();
    await expect(card.getByText(/of 5\.\d+ GiB used/)).toBeVisible();
    await expect(card.getByText("6 devices")).toBeVisible();

    await card.getByRole("link", { name: "tank" }).click();
    await expect(admin.zfs.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    await expect(admin.zfs.getByRole("row", { name: /^raidz2-0/ })).toContainText("Online");
    for (const disk of disks.slice(0, 6))
        await expect(
            admin.zfs.getByRole("row", { name: disk.replace("/dev/disk/by-id/", "") }),
        ).toContainText("Online");
});

test("limited access shows the same pool, and says that it is limited", async ({ machine, limited }) => {
    await machine.execute(raidz2);
    await limited.openZfs();

    await expect(limited.zfs.getByText("You are looking with limited access")).toBeVisible();
    await expect(limited.zfs.getByRole("heading", { name: "tank" })).toBeVisible();
    await expect(limited.zfs.getByText("6 devices")).toBeVisible();
});
