// What is done to the disks of a pool on its page: what zpool says, what the page shows without a reload, what the audit
// log holds.
import type { Machine } from "../vm/machine.ts";

import { audit } from "./audit.ts";
import { disks, expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const [first = "", second = "", third = "", fourth = ""] = disks;

const nameOf = (disk: string): string => disk.slice(disk.lastIndexOf("/") + 1);

const row = ({ zfs }: Session, disk: string) =>
    zfs.getByRole("row").filter({ has: zfs.getByRole("button", { name: nameOf(disk), exact: true }) });

/** Chooses from the menu of a device, and gives the dialog that may open. */
async function choose({ zfs }: Session, device: string, action: string) {
    await zfs.getByRole("button", { name: `Actions for ${device}`, exact: true }).click();
    await zfs.getByRole("menuitem", { name: new RegExp(`^${action}`) }).click();
    return zfs.getByRole("dialog");
}

interface Gift {
    readonly device: string;
    readonly action: string;
    readonly disk: string;
}

/**
 * Gives a blank disk to the pool in a dialog, tried again: under software emulation udev may be late with the
 * partition that zpool has just made on a whole disk, and then it fails.
 */
async function giveDisk(machine: Machine, admin: Session, { device, action, disk }: Gift): Promise<void> {
    await expect(async () => {
        await machine.execute(`wipefs --all --quiet --force ${disk}; udevadm settle`);
        const dialog = await choose(admin, device, action);
        try {
            await dialog.getByRole("radio", { name: nameOf(disk), exact: true }).check();
            await dialog.getByRole("button", { name: action.replace(/ .*/, ""), exact: true }).click();
            await expect(dialog).toBeHidden();
        } catch (error) {
            await dialog.getByRole("button", { name: "Cancel" }).click();
            throw error;
        }
    }).toPass({ timeout: 200_000 });
}

const status = async (machine: Machine) => (await machine.execute("zpool status -P tank")).stdout;

/** What the page did, the newest last, with the guids of devices as the word GUID. */
const done = async (machine: Machine, count: number) => {
    const changes = (await audit(machine)).slice(0, count).toReversed();
    expect(changes.every(({ person, state }) => person === "admin" && state === "done")).toBe(true);
    return changes.map(({ argv }) => argv.join(" ").replace(/\b\d{10,}\b/, "GUID"));
};

/** A pool with enough in it that a resilver is seen. */
async function makePool(machine: Machine, ...layout: string[]): Promise<void> {
    await machine.execute(["make-pool", "tank", ...layout]);
    await machine.execute("dd if=/dev/urandom of=/tank/file bs=1M count=16 conv=fsync");
    await machine.execute("udevadm settle");
}

async function openPool(admin: Session): Promise<void> {
    await admin.goTo("/pools/tank");
    await admin.reload(); // it may still show another pool of this name
}

test("a disk of a mirror goes offline and comes back", async ({ machine, admin }) => {
    await makePool(machine, "mirror", first, second);
    await openPool(admin);
    const dialog = await choose(admin, nameOf(second), "Take offline");
    await dialog.getByRole("button", { name: "Take offline" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, second)).toContainText("Offline");
    expect(await status(machine)).toMatch(new RegExp(`${second}-part1 +OFFLINE`));
    await admin.zfs.getByRole("button", { name: `Actions for ${nameOf(first)}`, exact: true }).click();
    await expect(admin.zfs.getByRole("menuitem", { name: /^Take offline/ })).toContainText("would lose data");
    await admin.page.keyboard.press("Escape");
    await choose(admin, nameOf(second), "Bring online");
    await expect(row(admin, second)).toContainText("Online");
    await expect.poll(() => status(machine)).toMatch(new RegExp(`${second}-part1 +ONLINE`));
    expect(await done(machine, 2)).toEqual(["zpool offline tank GUID", "zpool online tank GUID"]);
});

test("a disk is attached, replaced by another of the list, and detached", async ({ machine, admin }) => {
    await makePool(machine, first);
    await openPool(admin);

    await giveDisk(machine, admin, { device: nameOf(first), action: "Attach a mirror disk", disk: second });
    await expect(row(admin, second)).toContainText("Online");
    await expect.poll(() => status(machine)).toMatch(/resilvered .* with 0 errors/);
    expect(await status(machine)).toMatch(/mirror-0 +ONLINE/);

    await giveDisk(machine, admin, { device: nameOf(second), action: "Replace", disk: third });
    await expect.poll(() => status(machine), { timeout: 60_000 }).not.toMatch(/replacing|in progress/);
    await expect(row(admin, third)).toContainText("Online");
    await expect(row(admin, second)).toBeHidden();
    expect(await status(machine)).not.toContain(second);

    const detach = await choose(admin, nameOf(third), "Detach");
    await expect(detach).toContainText("has no redundancy any more");
    await detach.getByRole("button", { name: "Detach" }).click();
    await expect(detach).toBeHidden();
    await expect(row(admin, third)).toBeHidden();
    expect(await status(machine)).not.toContain("mirror-0");
    expect(await done(machine, 3)).toEqual([
        `zpool attach tank GUID ${second}`,
        `zpool replace tank GUID ${third}`,
        "zpool detach tank GUID",
    ]);
});

test("what is on a disk has to be ticked, and what has changed since is refused @all", async ({
    machine,
    admin,
}) => {
    await makePool(machine, first);
    await machine.execute(`mkfs.ext4 -q -F -L photos ${fourth} && udevadm settle`);
    await openPool(admin);
    const dialog = await choose(admin, nameOf(first), "Attach a mirror disk");
    await expect(dialog.getByRole("radio", { name: nameOf(first), exact: true })).toBeDisabled();
    await expect(dialog.getByText("The pool tank uses it.")).toBeVisible();
    const attach = dialog.getByRole("button", { name: "Attach" });
    await dialog.getByRole("radio", { name: nameOf(fourth), exact: true }).check();
    await expect(dialog.getByText("Not empty: ext4 “photos”")).toBeVisible();
    await expect(attach).toBeDisabled();
    await dialog.getByLabel(/^Overwrite what is on/).check();
    await machine.execute(`wipefs -a -q ${fourth} && udevadm settle`);
    await attach.click();
    await expect(dialog).toContainText("changed since you looked");
    await machine.execute(`mkfs.ext4 -q -F -L photos ${fourth} && udevadm settle`);
    await attach.click();
    await dialog.getByRole("button", { name: "Overwrite all of this (-f)" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, fourth)).toContainText("Online");
    expect(await done(machine, 1)).toEqual([`zpool attach -f tank GUID ${fourth}`]);
});
