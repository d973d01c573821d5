// What is done to the disks of a pool on its page: what zpool says, what the page shows without a reload, what the audit
// log holds.
import { choose, done, giveDisk, makePool, nameOf, row, status } from "./devices.ts";
import { disks, expect, test } from "./fixtures.ts";

const [first = "", second = "", third = "", fourth = ""] = disks;

test("a disk of a mirror goes offline and comes back", async ({ machine, admin }) => {
    await makePool(machine, "mirror", first, second);
    await admin.goTo("/pools/tank");
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
    await admin.goTo("/pools/tank");

    await giveDisk(machine, admin, { device: nameOf(first), action: "Attach a mirror disk", disk: second });
    await expect(row(admin, second)).toContainText("Online");
    await expect.poll(() => status(machine)).toMatch(/resilvered .* with 0 errors/);
    expect(await status(machine)).toMatch(/mirror-0 +ONLINE/);

    await giveDisk(machine, admin, { device: nameOf(second), action: "Replace", disk: third });
    await expect.poll(() => status(machine)).not.toMatch(/replacing|in progress/);
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
    await machine.execute(`mkfs.ext4 -q -F ${third} && mkdir -p /run/music && mount ${third} /run/music`);
    await admin.goTo("/pools/tank");
    const dialog = await choose(admin, nameOf(first), "Attach a mirror disk");
    await expect(dialog.getByRole("radio", { name: nameOf(first), exact: true })).toBeDisabled();
    await expect(dialog.getByText("The pool tank uses it.")).toBeVisible();
    await expect(dialog.getByRole("radio", { name: nameOf(third), exact: true })).toBeDisabled();
    await expect(dialog.getByText("It is mounted at /run/music.")).toBeVisible();
    await machine.execute(`umount /run/music && wipefs -a -q ${third}`);
    const attach = dialog.getByRole("button", { name: "Attach" });
    await dialog.getByRole("radio", { name: nameOf(fourth), exact: true }).check();
    const content = dialog.getByText("Not empty: ext4 “photos”");
    await expect(content).toBeVisible();
    await expect(attach).toBeDisabled();
    await dialog.getByLabel(/^Overwrite what is on/).check();
    await attach.click();
    const force = dialog.getByRole("button", { name: "Overwrite all of this (-f)" });
    await expect(force).toBeVisible();
    await machine.execute(`wipefs -a -q ${fourth} && udevadm settle`);
    await force.click();
    await expect(dialog).toContainText("changed since you looked");
    await expect(force).toBeHidden();
    await expect(content).toBeHidden();

    await machine.execute(`mkfs.ext4 -q -F -L photos ${fourth} && udevadm settle`);
    await attach.click();
    await expect(content).toBeVisible();
    await expect(dialog).toContainText("changed since you looked");
    expect(await status(machine)).not.toContain(fourth);
    await attach.click();
    await force.click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, fourth)).toContainText("Online");
    expect(await done(machine, 1)).toEqual([`zpool attach -f tank GUID ${fourth}`]);
});

test("of a disk that a host starts from it is said what another one does not get @all @debian-13", async ({
    machine,
    admin,
}) => {
    await machine.execute(
        `parted --script ${first} mklabel gpt mkpart boot 1MiB 65MiB mkpart zfs 65MiB 100% && udevadm settle &&
            mkfs.ext4 -q ${first}-part1 && udevadm settle`,
    );
    await makePool(machine, `${first}-part2`);
    await admin.goTo("/pools/tank");
    const replace = await choose(admin, nameOf(first), "Replace");
    await expect(replace).toContainText(
        /The old disk has other partitions, which are not copied: vd[a-z]1 ext4 64 MiB\./,
    );
    await replace.getByRole("button", { name: "Cancel" }).click();
    const attach = await choose(admin, nameOf(first), "Attach a mirror disk");
    await expect(attach).toContainText("The disk that is there has other partitions");
    await attach.getByRole("button", { name: "Cancel" }).click();
});
