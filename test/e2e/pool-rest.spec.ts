// What is seldom done to a pool, on its page: what zpool says, what the page shows, what the audit log holds.
import type { Machine } from "../vm/machine.ts";

import { lastDone } from "./audit.ts";
import { choose, nameOf } from "./devices.ts";
import { disks, expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";
import { hasFeature } from "./states/state.ts";

const [first = "", second = "", third = ""] = disks;

async function openMirror(machine: Machine, admin: Session, tab = ""): Promise<void> {
    await machine.execute(["make-pool", "tank", "mirror", first, second]);
    await machine.execute("udevadm settle");
    await admin.goTo(`/pools/tank${tab}`);
}

const value = async (machine: Machine, property: string) =>
    (await machine.execute(`zpool get -Hp -o value ${property} tank`)).stdout.trim();

const guid = (machine: Machine) => value(machine, "guid");

/** How many blocks ZFS has in the deduplication table. */
const tableEntries = async (machine: Machine) =>
    /DDT entries (\d+)/.exec((await machine.execute("zpool status -D tank")).stdout)?.[1] ?? "none";

/** Waits until the card of deduplication has this figure. */
async function expectFact({ zfs }: Session, term: string, figure: string): Promise<void> {
    const fact = zfs.locator(".pf-v6-c-description-list__group").filter({ hasText: term });
    await expect(fact.getByRole("definition")).toHaveText(figure);
}

test("a pool is written to its disks, and gets a new guid @all @debian-12", async ({ machine, admin }) => {
    await openMirror(machine, admin);
    await choose(admin, "tank", "Sync");
    await expect(admin.zfs.getByText("tank written to its disks")).toBeVisible();
    expect(await lastDone(machine)).toBe("zpool sync tank");
    const before = await guid(machine);
    const dialog = await choose(admin, "tank", "New guid");
    await dialog.getByRole("button", { name: "Give a new guid" }).click();
    await expect(dialog).toBeHidden();
    expect(await guid(machine)).not.toBe(before);
    expect(await lastDone(machine)).toBe("zpool reguid tank");
    await admin.goTo("/pools/tank/properties");
    await expect(admin.zfs.getByText(await guid(machine))).toBeVisible();
});

test("the first disk of a mirror leaves it as a pool of its own @all @debian-12", async ({
    machine,
    admin,
}) => {
    await openMirror(machine, admin);
    await machine.execute("zfs create tank/home");
    const dialog = await choose(admin, "tank", "Split");
    await dialog.getByLabel("Name of the new pool").fill("half");
    await dialog.getByLabel("Disk to take from mirror-0").selectOption({ label: nameOf(first) });
    await expect(dialog).toContainText("would create 'half' with the following layout");
    await dialog.getByRole("button", { name: "Split" }).click();
    await expect(dialog).toBeHidden();
    const row = (disk: string) => admin.zfs.getByRole("button", { name: nameOf(disk), exact: true });
    await expect(row(first)).toBeHidden();
    await expect(row(second)).toBeVisible();
    expect((await machine.execute("zpool status tank")).stdout).not.toContain("mirror");
    expect((await machine.execute("zpool import")).stdout).toContain("half");
    expect(await lastDone(machine)).toBe(`zpool split tank half ${first}`);
    await machine.execute("zpool import -R /mnt half && zfs list half/home && zpool destroy half");
});

test("what leaves a mirror can be imported at once, below a folder @all @debian-12", async ({
    machine,
    admin,
}) => {
    await openMirror(machine, admin);
    await machine.execute("touch /tank/kept");
    const dialog = await choose(admin, "tank", "Split");
    // whoever splits now sees another disk leave than will
    await machine.execute(`zpool attach tank ${second} ${third} && zpool wait -t resilver tank`);
    await dialog.getByLabel("Name of the new pool").fill("half");
    await dialog.getByRole("button", { name: "Split" }).click();
    await expect(dialog).toContainText("Another device has come to mirror-0.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    const row = admin.zfs.getByRole("button", { name: nameOf(third), exact: true });
    await expect(row).toBeVisible();
    await machine.execute(`zpool detach tank ${third}`);
    await expect(row).toBeHidden();
    await choose(admin, "tank", "Split");
    await dialog.getByLabel("Name of the new pool").fill("half");
    await dialog.getByLabel("Import it below").fill("/run/half");
    await dialog.getByRole("button", { name: "Split" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zpool split -R /run/half tank half");
    await machine.execute("test -e /run/half/half/kept");
    await admin.goTo("/pools/half");
    await expect(admin.zfs.getByRole("button", { name: nameOf(second), exact: true })).toBeVisible();
});

test("what is initialized can be forgotten where this ZFS can @all", async ({ machine, admin }) => {
    await openMirror(machine, admin);
    await machine.execute("zpool initialize -w tank");
    const has = await machine.execute("zpool initialize -u nothing 2>&1 | grep -q 'no such pool'", {
        check: false,
    });
    await admin.reload();
    const menu = `Actions for ${nameOf(first)}`;
    await admin.zfs.getByRole("button", { name: menu, exact: true }).click();
    const item = admin.zfs.getByRole("menuitem", { name: /^Forget initialization/ });
    if (has.exitCode !== 0) {
        await expect(item).toContainText("It needs ZFS 2.2");
        return;
    }
    await item.click();
    await expect(admin.zfs.getByText(`Initialization of ${nameOf(first)} forgotten`)).toBeVisible();
    expect((await machine.execute("zpool status -i tank")).stdout).toMatch(/DISK1.*\(uninitialized\)/);
    expect(await lastDone(machine)).toBe("zpool initialize -u tank GUID");
});

test("the deduplication table is told, pruned and read into memory where this ZFS can @all", async ({
    machine,
    admin,
}) => {
    await openMirror(machine, admin, "/properties");
    await machine.execute(
        "zfs set dedup=on tank && dd if=/dev/urandom of=/tank/a bs=128k count=8 conv=fsync",
    );
    await machine.execute(
        `cp --reflink=never /tank/a /tank/b && dd if=/dev/urandom of=/tank/once bs=128k count=4 conv=fsync && zpool sync tank`,
    );
    await expectFact(admin, "Blocks in its table", await tableEntries(machine));
    await expect(admin.zfs.getByText("How often blocks are used")).toBeVisible();
    const has = await machine.execute("zpool ddtprune 2>&1 | grep -q missing", { check: false });
    const prune = admin.zfs.getByRole("button", { name: "Prune the deduplication table…" });
    if (has.exitCode !== 0) {
        await expect(prune).toBeHidden();
        return;
    }
    expect(await tableEntries(machine)).toBe("12");
    await admin.zfs.getByRole("button", { name: "Set dedup_table_quota" }).click();
    const quota = admin.zfs.getByRole("dialog");
    await quota.getByLabel("dedup_table_quota", { exact: true }).fill("64M");
    await quota.getByRole("button", { name: "Set", exact: true }).click();
    await expect(quota).toBeHidden();
    await expectFact(admin, "Limit of the table", "64 MiB");
    expect(await value(machine, "dedup_table_quota")).toBe(String(64 << 20));

    await machine.execute(
        `zfs create -o dedup=off tank/plain && dd if=/dev/urandom of=/tank/plain/a bs=128k count=8 conv=fsync &&
            zpool sync tank && cp --reflink=always /tank/plain/a /tank/plain/b && zpool sync tank`,
    );
    expect(await value(machine, "bcloneused")).toBe(String(1 << 20));
    await expectFact(admin, "Used by cloned blocks", "1 MiB");
    await expectFact(admin, "Saved by cloning", "1 MiB");
    await admin.zfs.getByRole("button", { name: "Load the table into memory" }).click();
    await expect(admin.zfs.getByText("Table of tank read into memory")).toBeVisible();
    expect(await lastDone(machine)).toBe("zpool prefetch -t ddt tank");
    const clones = admin.zfs.getByRole("button", { name: "Load the table of clones into memory" });
    if (await hasFeature(machine, "physical_rewrite")) {
        await clones.click();
        await expect(async () => expect(await lastDone(machine)).toBe("zpool prefetch -t brt tank")).toPass();
    } else await expect(clones).toBeHidden();
    await prune.click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("a part of all, the oldest first").check();
    await dialog.getByLabel("Percent").fill("100");
    await dialog.getByRole("button", { name: "Prune", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zpool ddtprune -p 100 tank");
    await expectFact(admin, "Blocks in its table", await tableEntries(machine));
    await prune.click();
    await dialog.getByRole("textbox", { name: "Days" }).fill("30");
    await dialog.getByRole("button", { name: "Prune", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zpool ddtprune -d 30 tank");
});
