import type { Machine } from "../vm/machine.ts";

import { disks, expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const sixDisks = disks.slice(0, 6);

const createRaidz2 = (machine: Machine) => machine.execute(["make-pool", "tank", "raidz2", ...sixDisks]);

/** Sees the pool that `createRaidz2` makes, in the overview and with its devices. */
async function expectRaidz2(session: Session): Promise<void> {
    const { zfs } = session;
    const card = new Pages(session).poolCard("tank");
    await expect(card.getByText("Online", { exact: true })).toBeVisible();
    await expect(card.getByText(/ of 5\.\d+ GiB used, 5\.\d+ GiB free/)).toBeVisible();

    await card.getByRole("link", { name: "tank" }).click();
    await expect(zfs.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    const row = (name: string) => zfs.getByRole("row").filter({ hasText: name });
    await expect(row("raidz2-0")).toContainText("Online");
    for (const disk of sixDisks)
        await expect(row(disk.replace("/dev/disk/by-id/", ""))).toContainText("Online");
}

test("a person with sudo finds ZFS in the menu and sees a raidz2 pool", async ({ machine, admin }) => {
    await createRaidz2(machine);
    await admin.openZfs();
    await expectRaidz2(admin);
    await expect(admin.zfs.getByText("limited access")).toBeHidden();
});

test("limited access shows the same pool, live, and says that it is limited", async ({
    machine,
    limited,
}) => {
    await createRaidz2(machine);
    await limited.openZfs();
    await expect(limited.zfs.getByText("You have limited access")).toBeVisible();
    await expectRaidz2(limited);
    const degraded = limited.zfs.getByText("Degraded", { exact: true });
    await expect(degraded).toHaveCount(0);
    await machine.execute(["zpool", "offline", "tank", sixDisks[0] ?? ""]);
    await expect(degraded.first()).toBeVisible();
});

test("a person who may not become root sees the same pool @all", async ({ machine, reader }) => {
    await createRaidz2(machine);
    await reader.openZfs();
    await expect(reader.zfs.getByText("You have limited access")).toBeVisible();
    await expectRaidz2(reader);
});

test("a pool that is destroyed in a terminal leaves the page @all", async ({ machine, admin }) => {
    await createRaidz2(machine);
    await admin.openZfs();
    await expect(admin.zfs.getByRole("heading", { name: "tank", exact: true })).toBeVisible();
    await machine.execute(["zpool", "destroy", "tank"]);
    await expect(admin.zfs.getByRole("heading", { name: "No pools" })).toBeVisible();
});

test("the address of a pool that is not there says so", async ({ admin }) => {
    await admin.goTo("/pools/nosuch");
    await expect(admin.zfs.getByRole("heading", { name: "There is no pool “nosuch”" })).toBeVisible();
    await admin.zfs.getByRole("link", { name: "All pools" }).click();
    await expect(admin.zfs.getByRole("heading", { name: "No pools" })).toBeVisible();
});

test("without ZFS's tools the page says how to get them, and finds them when they come", async ({
    machine,
    admin,
}) => {
    await machine.execute("mv /usr/sbin/zpool /usr/sbin/zpool.away");
    try {
        await admin.goTo("/");
        await admin.reload();
        await expect(
            admin.zfs.getByRole("heading", { name: "ZFS is not installed on this host" }),
        ).toBeVisible();
    } finally {
        await machine.execute("mv /usr/sbin/zpool.away /usr/sbin/zpool");
    }
    // found by itself, within ten seconds
    await expect(admin.zfs.getByRole("heading", { name: "No pools" })).toBeVisible();
});

/** Tries to unload the module, and gives what stands in the way: what the kernel says, and who has the device open. */
async function unloadZfs(machine: Machine): Promise<string> {
    const unload = "pkill -f '[z]fsadmin follow'; rmmod zfs 2>&1";
    const users =
        "for fd in $(find /proc/[0-9]*/fd -lname /dev/zfs); do ps -fp $(echo $fd | cut -d/ -f3); done";
    const { exitCode, stdout } = await machine.execute(
        `${unload} || { grep -w zfs /proc/modules /proc/mounts; ${users}; exit 1; }`,
        { check: false },
    );
    return exitCode === 0 ? "" : `exit code ${exitCode}: ${stdout}`;
}

test("without ZFS's module the page says so, with ZFS's own words", async ({ machine, admin }) => {
    const block = "/etc/modprobe.d/zfs-away.conf";
    await machine.write(block, "install zfs /bin/false\n");
    await machine.execute("systemctl stop zfs-zed");
    // a page that follows ZFS's events holds the module, for some time also after it was left
    await admin.page.goto(new URL("/system", admin.page.url()).href);
    await expect.poll(() => unloadZfs(machine), "what keeps the module").toBe("");
    try {
        await admin.openZfs();
        await expect(
            admin.zfs.getByRole("heading", { name: "The ZFS kernel module is not loaded" }),
        ).toBeVisible();
        await expect(admin.zfs.getByText("What ZFS says")).toBeVisible();
    } finally {
        await machine.execute(`rm ${block} && modprobe zfs && systemctl start zfs-zed`);
    }
    await expect(admin.zfs.getByRole("heading", { name: "No pools" })).toBeVisible();
});
