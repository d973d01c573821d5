// The tree of datasets and the page of one on real ZFS: what `zfs list` says, the page shows, and soon.
import type { Locator } from "@playwright/test";

import type { Machine } from "../vm/machine.ts";

import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const rowOf = (session: Session, name: string): Locator => new Pages(session).datasetRow(name);

const list = async (machine: Machine, column: string): Promise<readonly string[]> =>
    (await machine.execute(["zfs", "list", "-Hp", "-t", "filesystem,volume", "-o", column])).stdout
        .split("\n")
        .slice(0, -1);

test.beforeEach(async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/home && zfs create -o quota=64M 'tank/home/with space'");
    await machine.execute("zfs create -V 16M tank/vol");
    await admin.goTo("/datasets");
});

test("shows all datasets that there are, and what changes in a terminal @all", async ({ machine, admin }) => {
    for (const name of await list(machine, "name")) await expect(rowOf(admin, name)).toBeVisible();
    await expect(admin.zfs.locator("tr[data-row]")).toHaveCount((await list(machine, "name")).length);
    await machine.execute("zfs create tank/home/new");
    await expect(rowOf(admin, "tank/home/new")).toBeVisible();
    // mounting makes no event
    await machine.execute("zfs unmount tank/home/new");
    await expect(rowOf(admin, "tank/home/new")).toContainText("Not mounted");
    await machine.execute("zfs mount tank/home/new");
    await expect(rowOf(admin, "tank/home/new")).not.toContainText("Not mounted");
    await machine.execute("zfs rename tank/home/new tank/home/newer");
    await expect(rowOf(admin, "tank/home/newer")).toBeVisible();
    await expect(rowOf(admin, "tank/home/new")).toBeHidden();
    await machine.execute("zfs destroy tank/home/newer");
    await expect(rowOf(admin, "tank/home/newer")).toBeHidden();
});

test("space that is used in a terminal is seen, and a quota that is nearly full @all", async ({
    machine,
    admin,
}) => {
    await expect(rowOf(admin, "tank/home/with space")).toBeVisible();
    await machine.execute("head -c 16M /dev/urandom >'/tank/home/with space/file'; zpool sync tank");
    await expect(rowOf(admin, "tank/home/with space")).toContainText(/16(\.\d)? MiB/);
    await machine.execute("zfs set quota=17M 'tank/home/with space'");
    await expect(rowOf(admin, "tank/home/with space")).toContainText(/Quota 9\d% full/);
    await rowOf(admin, "tank/home/with space").getByRole("link").click();
    await expect(admin.zfs.getByRole("heading", { name: "with space", level: 1 })).toBeVisible();
    await expect(admin.zfs.getByText("/tank/home/with space")).toBeVisible();
});

test("values with TABs and line ends are read as what they are @all", async ({ machine, admin }) => {
    await machine.execute("zfs set canmount=off tank/home/with\\ space");
    await machine.execute(
        String.raw`zfs set mountpoint="$(printf '/a\tb\nc <img src=x onerror=alert(1)>')" 'tank/home/with space'`,
    );
    await admin.goTo("/datasets/tank/home/with%20space");
    await expect(admin.zfs.getByText("No: its property canmount is off")).toBeVisible();
    await admin.goTo("/datasets");
    await expect(rowOf(admin, "tank/vol")).toBeVisible();
    await expect(admin.zfs.locator("tr[data-row]")).toHaveCount((await list(machine, "guid")).length);
    await expect(admin.zfs.locator("img[src=x]")).toHaveCount(0);
});

test("limited access shows the same @all", async ({ machine, limited }) => {
    await limited.goTo("/datasets");
    for (const name of await list(machine, "name")) await expect(rowOf(limited, name)).toBeVisible();
});
