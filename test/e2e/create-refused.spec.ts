// Disks and words that the wizard, or ZFS, does not take as they are: what each of them says, and that nothing is made.
import { lastChange, lastDone } from "./audit.ts";
import { choose, nameOf } from "./devices.ts";
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";
import { chooseDisks, diskAt, next, openCreate, patience, press, wipe } from "./wizard.ts";

/** A disk in the list of the wizard. */
const listed = ({ zfs }: Session, disk: string) =>
    zfs.getByRole("listitem").filter({ has: zfs.getByLabel(disk, { exact: true }) });

/** What ZFS would overwrite: an ext4, and a pool that was exported. */
const oldDisks = `set -e
if zpool list old >/dev/null 2>&1; then zpool destroy old; fi
make-pool old ${diskAt(1)}; zpool export old
mkfs.ext4 -qF -L photos ${diskAt(2)}; udevadm settle`;

/** A disk that is mounted, one with something built on it, and half a disk at the end of a path of its own. */
const busyDisks = `set -e
mkfs.ext4 -qF ${diskAt(4)}; mkdir -p /run/data; mount ${diskAt(4)} /run/data
echo "0 1048576 linear ${diskAt(5)} 0" | dmsetup create built
echo "0 1048576 linear ${diskAt(6)} 0" | dmsetup create half --uuid mpath-half
udevadm settle`;
const half = "dm-name-half";

test("disks in use are not offered, and -f is for what was ticked on the others @all", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    const force = zfs.getByLabel("Do it all the same (-f)");
    await wipe(machine, [1, 2, 3]);
    await machine.execute(busyDisks);
    await openCreate(admin);
    const systemDisk = zfs.getByRole("listitem").filter({ hasText: "The running system uses it." });
    await expect(systemDisk.getByRole("checkbox")).toBeDisabled();
    for (const [number, words] of [
        [4, "It is mounted at /run/data."],
        [5, "/dev/mapper/built stands on it."],
    ] as const) {
        const item = listed(admin, nameOf(diskAt(number)));
        await expect(item).toContainText(words);
        await expect(item.getByRole("checkbox")).toBeDisabled();
    }

    // what is unwise has to be seen, too
    await zfs.getByLabel(half, { exact: true }).check();
    await chooseDisks(admin, [3]);
    await zfs.getByRole("radio", { name: "mirror", exact: true }).check();
    await expect(zfs.getByText(/^Disks of one mirror differ in size: 512 MiB/)).toBeVisible();
    await next(admin);
    await zfs.getByLabel("Name").fill("tank");
    await next(admin);
    await expect(zfs.getByText("mirror contains devices of different sizes")).toBeVisible();
    await expect(zfs.getByText(/^zpool create -o/)).toBeVisible();
    await force.check();
    await expect(zfs.getByText("would create 'tank' with the following layout:")).toBeVisible();
    await expect(zfs.getByText(/^zpool create -f -o/)).toBeVisible();

    await expect(async () => {
        await machine.execute(oldDisks);
        await openCreate(admin);
        await zfs.getByLabel(nameOf(diskAt(1)), { exact: true }).check();
        await zfs.getByLabel(nameOf(diskAt(2)), { exact: true }).check();
        await expect(zfs.getByRole("button", { name: "Next" })).toBeDisabled();
        await zfs.getByLabel(/^Overwrite what is on virtio-DISK1: .*part of the pool “old”/).check();
        await zfs.getByLabel(/^Overwrite what is on virtio-DISK2: ext4 “photos”/).check();
        await next(admin);
        await next(admin);
        await zfs.getByLabel("Name").fill("tank");
        await next(admin);
        await expect(zfs.getByText(/virtio-DISK1-part1 is part of exported pool 'old'/)).toBeVisible();
        await expect(zfs.getByText(/virtio-DISK2 contains a filesystem of type 'ext4'/)).toBeVisible();
        await expect(force).not.toBeChecked();
        await force.check();
        await press(admin, "Create tank on 2 disks");
    }).toPass({ timeout: patience });
    expect(await lastDone(machine)).toMatch(
        new RegExp(`^zpool create -f -o .* tank mirror ${diskAt(1)} ${diskAt(2)}$`),
    );

    const dialog = await choose(admin, nameOf(diskAt(2)), "Replace");
    const small = dialog.getByRole("radio", { name: half, exact: true });
    await expect(small).toBeDisabled();
    await expect(small).toHaveAccessibleDescription(/It is too small: .* are needed\./);
    const tried = await machine.execute(
        `truncate -s 512M /run/small; zpool replace tank ${diskAt(2)} /run/small`,
        { check: false },
    );
    expect(tried.stderr).toContain("device is too small");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await machine.execute("umount /run/data; dmsetup remove built half; rm /run/small; udevadm settle");
    await wipe(machine, [4, 5, 6]);
});

/** Names of pools, good and bad. */
const poolNames = [
    ...[
        "tank",
        "log",
        "logs",
        "mirror",
        "mirrorx",
        "raidz9",
        "draid",
        "spare",
        "c0",
        "a b",
        "a%b",
        "a@b",
        "1st",
        "_a",
    ],
    ...["ä", "a:b", "x".repeat(239), "x".repeat(240)],
];

test("names, a key that is missing and a pulled disk are refused, and nothing is made @all @debian-13", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    const hot = "scsi-0QEMU_QEMU_HARDDISK_HOT1";
    await wipe(machine, [1]);
    await machine.execute(filePool("tank"));
    await openCreate(admin);
    await zfs.getByLabel(nameOf(diskAt(1)), { exact: true }).check();
    await zfs.getByLabel(hot, { exact: true }).check();
    await next(admin);
    await next(admin);
    // a dry run takes any name
    const { stdout } = await machine.execute(
        `truncate -s 64M /run/pool; while read -r name; do
        zpool create -m none "$name" /run/pool 2>/dev/null && zpool destroy "$name" && echo "$name"; done; rm /run/pool`,
        {
            input: `${poolNames.join("\n")}\n`,
        },
    );
    const taken: string[] = [];
    for (const name of poolNames) {
        await zfs.getByLabel("Name").fill(name);
        if (await zfs.getByRole("button", { name: "Next" }).isEnabled()) taken.push(name);
    }
    expect(taken).toEqual(stdout.trim().split("\n"));
    expect(taken).toContain("logs");

    await zfs.getByLabel("Name").fill("vault");
    await zfs.getByLabel("Encrypt the pool").check();
    await zfs
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "A file or address that the host reads" });
    await zfs.getByLabel("File or address").fill("/root/vault.key");
    await next(admin);
    const action = zfs.getByRole("button", { name: "Create vault on 2 disks" });
    const refused = zfs.getByText("vault was not created");
    await action.click();
    await expect(refused).toBeVisible();
    await expect(zfs.getByText(/Failed to open key material file: No such file/)).toBeVisible();
    expect(await lastChange(machine)).toMatchObject({ state: "failed" });
    // by then zpool has partitioned them
    await machine.execute("udevadm settle");
    await zfs.getByRole("button", { name: /Disks$/ }).click();
    for (const box of await zfs.getByLabel(/^Overwrite what is on /).all()) await box.check();
    await zfs.getByRole("button", { name: /Options$/ }).click();
    await expect(zfs.getByText(/Failed to open key material file: No such file/)).toBeVisible();
    await expect(zfs.getByLabel("File or address")).toHaveValue("/root/vault.key");
    await zfs.getByLabel("Encrypt the pool").uncheck();
    await next(admin);
    await expect(zfs.getByText("would create 'vault' with the following layout:")).toBeVisible();
    await machine.unplugDisk("HOT1");
    try {
        await action.click();
        await expect(zfs.getByText(/^The disk .*HOT1 is not there any more\.$/)).toBeVisible();
        await expect(refused).toBeVisible();
        await zfs.getByRole("button", { name: /Disks$/ }).click();
        await expect(zfs.getByText("It was chosen, and is not there any more.")).toBeVisible();
        await expect(zfs.getByRole("button", { name: "Next" })).toBeDisabled();
    } finally {
        await machine.plugDisk("HOT1");
    }
    expect((await machine.execute("zpool list -Ho name")).stdout).toBe("tank\n");
});
