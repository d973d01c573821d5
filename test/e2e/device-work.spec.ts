// The work that devices do for long: trim, initialization, removal, expansion, rebuild. Each is held still by ZFS's own
// parameters, so that what the page offers meanwhile is tried too.
import { choose, done, giveDisk, makePool, nameOf, row, status } from "./devices.ts";
import { disks, expect, test } from "./fixtures.ts";
import { whileParameter } from "./parameters.ts";
import { hasFeature } from "./states/state.ts";

const [first = "", second = "", third = "", fourth = ""] = disks;

test("a disk is trimmed slowly, paused, resumed and stopped @all", async ({ machine, admin }) => {
    await makePool(machine, first);
    await admin.goTo("/pools/tank");
    // else more of a small disk is under way at once than the rate lets through in a minute
    await whileParameter(machine, { name: "zfs_trim_extent_bytes_max", value: 1 << 20 }, async () => {
        const dialog = await choose(admin, nameOf(first), "Trim");
        await dialog.getByLabel("Rate limit per disk, per second").fill("1M");
        await dialog.getByRole("button", { name: "Trim" }).click();
        await expect(dialog).toBeHidden();
        const line = admin.zfs.getByText(/^(Trimming|Suspended trim of) 1 device: /);
        await expect(row(admin, first)).toContainText("trimming");
        await expect(line).toContainText("Trimming");
        await choose(admin, nameOf(first), "Pause trim");
        await expect(row(admin, first)).toContainText(/trimmed .*, suspended/);
        await expect(line).toContainText("Suspended trim");
        await expect.poll(() => status(machine, "-t")).toMatch(/trimmed, suspended/);
        await choose(admin, nameOf(first), "Resume trim");
        await expect(row(admin, first)).toContainText("trimming");
        await expect(line).toContainText("Trimming");
        await expect.poll(() => status(machine, "-t")).toMatch(/trimmed, started/);
        await choose(admin, nameOf(first), "Stop trim");
        await expect(line).toBeHidden();
        await expect(row(admin, first)).not.toContainText("trim");
        await expect.poll(() => status(machine, "-t")).toMatch(/untrimmed/);
    });
    expect(await done(machine, 4)).toEqual([
        "zpool trim -r 1048576 tank GUID",
        "zpool trim -s tank GUID",
        "zpool trim tank GUID",
        "zpool trim -c tank GUID",
    ]);
});

test("a disk is initialized, paused, resumed and stopped @all", async ({ machine, admin }) => {
    await makePool(machine, first);
    await admin.goTo("/pools/tank");
    await whileParameter(machine, { name: "zfs_initialize_chunk_size", value: 4096 }, async () => {
        const dialog = await choose(admin, nameOf(first), "Initialize");
        await dialog.getByRole("button", { name: "Initialize" }).click();
        await expect(dialog).toBeHidden();
        const line = admin.zfs.getByText(/^(Initializing|Suspended initializing of) 1 device: /);
        await expect(line).toContainText("Initializing");
        await choose(admin, nameOf(first), "Pause initialization");
        await expect(row(admin, first)).toContainText(/initialized .*, suspended/);
        await expect(line).toContainText("Suspended");
        await expect.poll(() => status(machine, "-i")).toMatch(/initialized, suspended/);
        await choose(admin, nameOf(first), "Resume initialization");
        await expect(row(admin, first)).toContainText(/initialized [^,]*$/);
        await expect(line).toContainText("Initializing");
        await expect.poll(() => status(machine, "-i")).toMatch(/initialized, started/);
        await choose(admin, nameOf(first), "Stop initialization");
        await expect(line).toBeHidden();
        await expect(row(admin, first)).not.toContainText("initialized");
        await expect.poll(() => status(machine, "-i")).toMatch(/uninitialized/);
    });
    expect(await done(machine, 4)).toEqual([
        "zpool initialize tank GUID",
        "zpool initialize -s tank GUID",
        "zpool initialize tank GUID",
        "zpool initialize -c tank GUID",
    ]);
});

test("a disk with a fault is cleared @all", async ({ machine, admin }) => {
    await makePool(machine, "mirror", first, second);
    await admin.goTo("/pools/tank");
    await machine.execute(`zpool offline -f tank ${second}`);
    await expect(row(admin, second)).toContainText("Faulted");
    await choose(admin, nameOf(second), "Clear errors");
    await expect(row(admin, second)).toContainText("Online");
    await expect.poll(() => status(machine)).toMatch(new RegExp(`${second}-part1 +ONLINE`));
    expect(await done(machine, 1)).toEqual(["zpool clear tank GUID"]);
});

test("a disk that is offline for now comes back when its pool is imported again @all @debian-12", async ({
    machine,
    admin,
}) => {
    await makePool(machine, "mirror", first, second);
    await admin.goTo("/pools/tank");
    const dialog = await choose(admin, nameOf(second), "Take offline");
    await dialog.getByLabel(/^Only until the host is restarted/).check();
    await dialog.getByRole("button", { name: "Take offline" }).click();
    await expect(row(admin, second)).toContainText("Offline");
    expect(await status(machine)).toMatch(new RegExp(`${second}-part1 +OFFLINE`));
    expect(await done(machine, 1)).toEqual(["zpool offline -t tank GUID"]);
    await machine.execute("zpool export tank && zpool import -d /dev/disk/by-id tank");
    await expect(row(admin, second)).toContainText("Online");
});

test("a disk with data is removed, which is cancelled and done again @all", async ({ machine, admin }) => {
    await makePool(machine, first, second);
    await admin.goTo("/pools/tank");
    await whileParameter(machine, { name: "zfs_removal_suspend_progress", value: 1 }, async () => {
        const remove = await choose(admin, nameOf(second), "Remove");
        await expect(remove).toContainText(/The table of moved blocks takes .* of memory/);
        await remove.getByRole("button", { name: "Remove" }).click();
        await expect(remove).toBeHidden();
        const progress = admin.zfs.getByText(/^Removal of a device: /);
        await expect(progress).toBeVisible();
        await expect.poll(() => status(machine)).toMatch(/remove: Evacuation of .* in progress/);
        const cancel = await choose(admin, "all devices of tank", "Cancel the removal");
        await cancel.getByRole("button", { name: "Cancel the removal" }).click();
        await expect(cancel).toBeHidden();
        await expect(progress).toBeHidden();
        await expect.poll(() => status(machine)).toMatch(/Removal of .* canceled/);
        await expect(row(admin, second)).toContainText("Online");
    });
    const again = await choose(admin, nameOf(second), "Remove");
    await again.getByRole("button", { name: "Remove" }).click();
    await expect(row(admin, second)).toBeHidden();
    await expect.poll(() => status(machine)).toMatch(/Removal of vdev 1 copied/);
    expect(await done(machine, 3)).toEqual([
        "zpool remove tank GUID",
        "zpool remove -s tank",
        "zpool remove tank GUID",
    ]);
});

test("a log, a cache and a spare are removed at once @all", async ({ machine, admin }) => {
    await makePool(machine, first, "log", second, "cache", third, "spare", fourth);
    await admin.goTo("/pools/tank");
    for (const disk of [second, third, fourth]) {
        const dialog = await choose(admin, nameOf(disk), "Remove");
        await expect(dialog).toContainText("No data of the pool is lost");
        await dialog.getByRole("button", { name: "Remove" }).click();
        await expect(dialog).toBeHidden();
        await expect(row(admin, disk)).toBeHidden();
        expect(await status(machine)).not.toContain(disk);
    }
    expect(await done(machine, 3)).toEqual(Array.from({ length: 3 }, () => "zpool remove tank GUID"));
});

test("a hot spare is put in by hand, and takes the place for good @all", async ({ machine, admin }) => {
    await makePool(machine, "mirror", first, second, "spare", third);
    await admin.goTo("/pools/tank");
    await expect(admin.zfs.getByText("The ZFS event daemon puts one in when a device fails")).toBeVisible();
    const dialog = await choose(admin, nameOf(second), "Replace");
    await expect(dialog.getByText("Hot spare of this pool")).toBeVisible();
    await dialog.getByRole("radio", { name: nameOf(third), exact: true }).check();
    await expect(dialog).toContainText("The old device stays listed beside the spare");
    await dialog.getByRole("button", { name: "Replace", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, "spare-1")).toBeVisible();
    await expect.poll(() => status(machine)).toMatch(/resilvered .* with 0 errors/);
    expect(await status(machine)).toMatch(new RegExp(`${third}-part1 +INUSE +currently in use`));
    const detach = await choose(admin, nameOf(second), "Detach");
    await expect(detach).toContainText(`The spare ${nameOf(third)} takes its place for good.`);
    await detach.getByRole("button", { name: "Detach" }).click();
    await expect(detach).toBeHidden();
    await expect(row(admin, second)).toBeHidden();
    await expect(row(admin, third)).toContainText("Online");
    expect(await status(machine)).not.toMatch(/spare|INUSE/);
    // before 2.3 ZFS does not say whether it was given the whole disk
    expect(await done(machine, 2)).toEqual([
        expect.stringMatching(new RegExp(`^zpool replace tank GUID ${third}(-part1)?$`)),
        "zpool detach tank GUID",
    ]);
});

test("a hot spare steps in where the event daemon runs, comes out again, and is free @all @debian-12", async ({
    machine,
    admin,
}) => {
    await makePool(machine, "mirror", first, second, "spare", third);
    await machine.execute("systemctl stop zfs-zed");
    try {
        await admin.goTo("/pools/tank");
        const note = admin.zfs.getByText("The ZFS event daemon does not run: no spare steps in by itself");
        await expect(note).toBeVisible();
        await machine.execute("systemctl start zfs-zed");
        await admin.goTo("/pools/tank/history");
        await admin.goTo("/pools/tank");
        await expect(
            admin.zfs.getByText("The ZFS event daemon puts one in when a device fails"),
        ).toBeVisible();
        await expect(note).toBeHidden();
    } finally {
        await machine.execute("systemctl start zfs-zed");
    }
    await machine.execute(`zpool offline -f tank ${second}`);
    await expect(row(admin, "spare-1")).toBeVisible();
    await expect(row(admin, second)).toContainText("Faulted");
    // zed may begin its resilver only then
    await expect.poll(() => status(machine)).toMatch(/resilvered .* with 0 errors/);
    // beside the disk whose place it takes, and among the spares
    await admin.zfs
        .getByRole("button", { name: `Actions for ${nameOf(third)}`, exact: true })
        .first()
        .click();
    await admin.zfs.getByRole("menuitem", { name: /^Detach/ }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await expect(dialog).toContainText(`The spare is free again, and ${nameOf(second)} stays in its place.`);
    await dialog.getByRole("button", { name: "Detach" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, "spare-1")).toBeHidden();
    await expect(row(admin, third)).toContainText("Available");
    expect(await status(machine)).toMatch(new RegExp(`${third}(-part1)? +AVAIL`));
    expect(await done(machine, 1)).toEqual(["zpool detach tank GUID"]);
});

test("the spare that a draid has in itself is put in, and comes out again @all @debian-12", async ({
    machine,
    admin,
}) => {
    const files = ["a", "b", "c", "d"].map((name) => `/var/tmp/draid-${name}`);
    await machine.execute(
        `rm -f ${files.join(" ")}; truncate -s 256M ${files.join(" ")}; zpool create tank draid1:1d:4c:1s ${files.join(" ")}`,
    );
    await admin.goTo("/pools/tank");
    const place = files[3] ?? "";
    const actions = (name: string) =>
        admin.zfs.getByRole("button", { name: `Actions for ${name}`, exact: true }).first();
    await actions(place).click();
    await admin.zfs.getByRole("menuitem", { name: /^Replace/ }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByRole("radio", { name: "draid1-0-0", exact: true }).check();
    await dialog.getByRole("button", { name: "Replace", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, "spare-3")).toBeVisible();
    await expect.poll(() => status(machine)).toMatch(/resilvered .* with 0 errors/);
    expect(await status(machine)).toMatch(/spares\s+draid1-0-0 +INUSE/);
    await expect(async () => {
        await actions("draid1-0-0").click();
        await admin.zfs.getByRole("menuitem", { name: /^Detach/ }).click({ timeout: 5_000 });
    }).toPass();
    await expect(dialog).toContainText(`The spare is free again, and ${place} stays in its place.`);
    await dialog.getByRole("button", { name: "Detach" }).click();
    await expect(dialog).toBeHidden();
    await expect(row(admin, "spare-3")).toBeHidden();
    expect(await status(machine)).toMatch(/spares\s+draid1-0-0 +AVAIL/);
    expect(await done(machine, 2)).toEqual(["zpool replace tank GUID draid1-0-0", "zpool detach tank GUID"]);
});

test("what a device has grown by is used, and the devices are opened anew @all @debian-12", async ({
    machine,
    admin,
}) => {
    const file = "/var/tmp/grows";
    await machine.execute(`truncate -s 1G ${file} && zpool create tank ${file}`);
    await admin.goTo("/pools/tank");
    const menu = admin.zfs.getByRole("button", { name: /^Actions for .*grows$/ });
    const grow = admin.zfs.getByRole("menuitem", { name: /^Use all of the disk/ });
    await menu.click();
    await expect(admin.zfs.getByRole("menuitem", { name: /^Replace/ })).toBeVisible();
    await expect(grow).toBeHidden();
    await admin.page.keyboard.press("Escape");
    await machine.execute(`truncate -s 2G ${file}`);
    // only then ZFS sees it
    await choose(admin, "all devices of tank", "Reopen devices");
    await expect(admin.zfs.getByText("Devices of tank reopened")).toBeVisible();
    expect(await done(machine, 1)).toEqual(["zpool reopen tank"]);
    await expect(async () => {
        await menu.click();
        try {
            await grow.click({ timeout: 5_000 });
        } catch (error) {
            await admin.page.keyboard.press("Escape");
            throw error;
        }
    }).toPass();
    const dialog = admin.zfs.getByRole("dialog");
    await expect(dialog).toContainText("The device cannot become smaller again");
    await dialog.getByRole("button", { name: "Use all of the disk" }).click();
    await expect(dialog).toBeHidden();
    await expect
        .poll(async () => Number((await machine.execute("zpool list -Hpo size tank")).stdout))
        .toBeGreaterThan(1.5 * 2 ** 30);
    await menu.click();
    await expect(admin.zfs.getByRole("menuitem", { name: /^Replace/ })).toBeVisible();
    await expect(grow).toBeHidden();
    await admin.page.keyboard.press("Escape");
    expect(await done(machine, 1)).toEqual(["zpool online -e tank GUID"]);
});

test("a disk is rebuilt in its own order, and read again @all", async ({ machine, admin }) => {
    await makePool(machine, first);
    await admin.goTo("/pools/tank");
    const gift = { device: nameOf(first), action: "Attach a mirror disk", disk: second };
    await giveDisk(machine, admin, { ...gift, isSequential: true });
    // read by a scrub; or by a resilver (func=2), which ZFS then tells in its status in place of the rebuild, and for
    // which it may give up the rebuild
    const history = async () => (await machine.execute("zpool history -i tank")).stdout;
    const rebuilt =
        /rebuild vdev_id=0 vdev_guid=\d+ (complete|canceled[^]* scan setup func=2)[^]* scan done errors=0/;
    await expect.poll(history).toMatch(rebuilt);
    expect(await status(machine)).toMatch(/with 0 errors/);
    await expect(row(admin, second)).toContainText("Online");
    expect(await done(machine, 1)).toEqual([`zpool attach -s tank GUID ${second}`]);
});

test("a raidz becomes wider by a disk, where this ZFS can @all", async ({ machine, admin }) => {
    await makePool(machine, "raidz1", first, second, third);
    await admin.goTo("/pools/tank");
    if (!(await hasFeature(machine, "raidz_expansion"))) {
        await admin.zfs.getByRole("button", { name: "Actions for raidz1-0", exact: true }).click();
        const item = admin.zfs.getByRole("menuitem", { name: /^Expand by a disk/ });
        await expect(item).toContainText("ZFS 2.3");
        await admin.page.keyboard.press("Escape");
        return;
    }
    await giveDisk(machine, admin, { device: "raidz1-0", action: "Expand by a disk", disk: fourth });
    await expect(row(admin, fourth)).toContainText("Online");
    await expect.poll(() => status(machine)).toMatch(/expand: expanded raidz1-0 copied/);
    expect(await done(machine, 1)).toEqual([`zpool attach tank GUID ${fourth}`]);
});
