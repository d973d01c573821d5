import { disks, expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const [first = "", second = "", third = ""] = disks;

const rowOf = ({ zfs }: Session, name: string) =>
    zfs.locator("tr[data-row]").filter({ has: zfs.locator("th", { hasText: name }) });

test.beforeEach(async ({ machine }) => {
    await machine.execute([
        ...["make-pool", "-o", "ashift=12", "-o", "comment=by the door"],
        ...["tank", "mirror", first, second, "log", third],
    ]);
});

test("disks have their names, with their serial numbers said once, and fold away", async ({ admin }) => {
    await admin.goTo("/pools/tank");
    const disk = rowOf(admin, "virtio-DISK1");
    await expect(disk).toContainText("Online");
    await expect(disk.locator(".zfs-hardware", { hasText: "DISK1" })).toHaveCount(0);
    await expect(rowOf(admin, "logs")).toBeVisible();
    await rowOf(admin, "mirror-0").press("ArrowLeft");
    await expect(disk).toBeHidden();
    await expect(rowOf(admin, "virtio-DISK3")).toBeVisible();
    await rowOf(admin, "mirror-0").press("ArrowRight");
    await expect(disk).toBeVisible();
});

test("a disk's details hold its guid, and its properties where ZFS has some", async ({ machine, admin }) => {
    const { stdout } = await machine.execute(["zpool", "get", "-Hp", "all", "tank", "mirror-0"], {
        check: false,
    });
    const hasVdevProperties = stdout.startsWith("mirror-0\t");
    await admin.goTo("/pools/tank");
    await admin.zfs.getByRole("button", { name: "virtio-DISK1", exact: true }).click();
    await expect(admin.zfs.locator("dl").getByText("/dev/disk/by-id/virtio-DISK1-part1")).toBeVisible();
    const hardware = admin.zfs.locator("dl > div").filter({ hasText: "Hardware" });
    await expect(hardware).toContainText("DISK1");
    const property = admin.zfs.getByRole("row", { name: /^numchildren 0/ });
    if (hasVdevProperties) await expect(property).toBeVisible();
    else await expect(property).toBeHidden();
    await expect(admin.zfs.getByText("cannot be read")).toBeHidden();
});

test("a disk's details hold its alias @all @debian-13", async ({ machine, admin }) => {
    const [rules, aliases] = ["/etc/udev/rules.d/69-vdev.rules", "/etc/zfs/vdev_id.conf"];
    const lookAgain = `udevadm control --reload && udevadm trigger --settle --name-match=${first}`;
    await machine.execute(`echo 'alias bay7 ${first}' >${aliases} && rm ${rules} && ${lookAgain}`);
    try {
        await machine.execute("test -e /dev/disk/by-vdev/bay7");
        await admin.goTo("/pools/tank");
        await admin.zfs.getByRole("button", { name: "virtio-DISK1", exact: true }).click();
        await expect(admin.zfs.locator("dl > div").filter({ hasText: "Alias" })).toContainText("bay7");
    } finally {
        // without the rules again, as in all other tests
        await machine.execute(`rm ${aliases} && ln -sf /dev/null ${rules} && ${lookAgain}`);
    }
});

test("properties are those of zpool get", async ({ machine, admin }) => {
    await admin.goTo("/pools/tank/properties");
    await expect(admin.zfs.getByRole("row", { name: /^ashift 12 \(4 KiB\) (.* )?set here$/ })).toBeVisible();
    await expect(admin.zfs.getByRole("row", { name: /^comment by the door .*set here$/ })).toBeVisible();
    const { stdout } = await machine.execute("zpool get -Hp -o value size tank");
    await expect(admin.zfs.locator(`[title="${stdout.trim()}"]`).first()).toContainText("MiB");
    await admin.goTo("/pools/tank/features");
    await expect(admin.zfs.getByRole("row", { name: /^async_destroy / })).toBeVisible();
});

test("a phone shows name and state, and the rest below a tap", async ({ admin }) => {
    const size = admin.page.viewportSize() ?? { width: 1280, height: 720 };
    await admin.page.setViewportSize({ width: 360, height: 740 });
    try {
        await admin.goTo("/pools/tank");
        const disk = rowOf(admin, "virtio-DISK1");
        await expect(disk).toContainText("Online");
        await expect(disk.locator(".zfs-hardware")).toBeHidden();
        await disk.getByRole("button", { name: "virtio-DISK1", exact: true }).click();
        await expect(admin.zfs.getByText("Checksum errors")).toBeVisible();
    } finally {
        await admin.page.setViewportSize(size);
    }
});
