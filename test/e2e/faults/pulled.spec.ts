// A disk is pulled while the pool is written to: the page says so, leads to its replacement, and shows the resilver.
import { done, giveDisk, makePool, nameOf, row, status } from "../devices.ts";
import { disks, expect, test } from "../fixtures.ts";
import { Pages } from "../pages.ts";

const [first = "", second = ""] = disks;
const hot = "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT1";

test("a disk pulled under load is shown, replaced and resilvered @all", async ({
    ownMachine: machine,
    ownAdmin: admin,
}) => {
    await makePool(machine, "mirror", first, hot);
    // zed may take it for a removal that the kernel has read the new partitions again
    await expect(async () => {
        await machine.execute(["zpool", "online", "tank", hot]);
        expect(await status(machine)).toMatch(/HOT1-part1 +ONLINE/);
    }).toPass({ timeout: 120_000 });
    await new Pages(admin).openPool("tank");
    await expect(row(admin, hot)).toContainText("Online");
    await machine.execute(
        "(while test ! -e /run/quiet; do dd if=/dev/urandom of=/tank/load bs=128k count=64 conv=fsync; done &) >/dev/null 2>&1",
    );
    await machine.unplugDisk("HOT1");
    const pulled = Date.now();
    const since = () => ((Date.now() - pulled) / 1000).toFixed(1);
    await machine.execute(
        "until zpool status -P tank | grep -qE 'HOT1-part1 +(REMOVED|UNAVAIL|FAULTED)'; do sleep 0.2; done",
    );
    console.log(`${since()} s from the pull to what ZFS says`);
    await expect(row(admin, hot)).toContainText(/Removed|Unavailable|Faulted/);
    console.log(`${since()} s from the pull to the page`);
    const { zfs } = admin;
    await expect(zfs.getByText(/^1 device of mirror-0 /)).toBeVisible();

    await machine.execute(
        "touch /run/quiet; echo 1 >/sys/module/zfs/parameters/zfs_scan_suspend_progress; zpool sync",
    );
    const opener = zfs.getByRole("button", { name: `${nameOf(hot)}: Replace…` });
    await giveDisk(machine, admin, { device: nameOf(hot), action: "Replace", disk: second, opener });
    // of the device itself 2.1 says it only when something of it was resilvered
    await expect(zfs.getByText(/^Resilver: /)).toBeVisible();
    await expect(row(admin, second)).toBeVisible();
    await machine.execute("echo 0 >/sys/module/zfs/parameters/zfs_scan_suspend_progress");
    await expect.poll(() => status(machine)).toMatch(/resilvered .* with 0 errors/);
    await expect(row(admin, hot)).toBeHidden();
    await expect(row(admin, second)).toContainText("Online");
    await expect(zfs.getByText(/^Resilver finished/)).toBeVisible();
    await expect(opener).toBeHidden();
    expect(await done(machine, 1)).toEqual([`zpool replace tank GUID ${second}`]);
});
