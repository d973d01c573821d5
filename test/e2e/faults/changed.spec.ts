// The world is not as it was when the person looked: nothing is run, and it is said what is different.
import type { Machine } from "../../vm/machine.ts";
import { choose, nameOf } from "../devices.ts";
import { Pages } from "../pages.ts";

import { audit, change, lastRow } from "./changes.ts";
import { expect, test } from "./held-pool.ts";

const guid = async (machine: Machine, name: string): Promise<string> =>
    (await machine.execute(`zfs get -Hpo value guid ${name}`)).stdout.trim();

const poolGuid = async (machine: Machine, name: string): Promise<string> =>
    (await machine.execute(`zpool get -Hpo value guid ${name}`)).stdout.trim();

interface Disk {
    readonly path: string;
    readonly size: number;
    readonly serial?: string;
}

async function disk(machine: Machine, path: string): Promise<Disk> {
    const { disks } = JSON.parse((await machine.execute("zfsadmin disks")).stdout) as { disks: Disk[] };
    const found = disks.find((known) => known.path === path);
    if (!found) throw new Error(`there is no ${path}`);
    return found;
}

/** The two SCSI disks change their names: what was found second is found first. */
const swapDisks = `set -e
place() { basename "$(readlink -f /sys/block/$1/device)"; }
find_disk() { # HOST:CHANNEL:TARGET:LUN NAME
    echo "$1" | { IFS=: read -r host rest; echo "$rest" | tr : ' ' >/sys/class/scsi_host/host$host/scan; }
    until [ -e /sys/block/$2 ]; do sleep 0.1; done
    udevadm settle
}
a=$(place sda) b=$(place sdb)
for name in sda sdb; do echo 1 >/sys/block/$name/device/delete; done
while [ -e /sys/block/sda ] || [ -e /sys/block/sdb ]; do sleep 0.1; done
udevadm settle
find_disk $b sda
find_disk $a sdb`;

test("a change is refused when the world is not as it was seen", async ({ machine, tank }) => {
    const begin = await lastRow(machine);
    const set = ["zfs", "set", "test:value=x", "tank"];
    /** Expects that the command is refused, and why. */
    const expectChanged = async (argv: readonly string[], expected: object, changes: readonly object[]) => {
        const { code, lines } = await change(machine, argv, { expect: expected });
        expect(lines).toEqual([expect.objectContaining({ kind: "refused", reason: "changed", changes })]);
        expect(code).toBe(76);
    };

    await test.step("a dataset of the same name is another one", async () => {
        await machine.execute("zfs create tank/data");
        const seen = await guid(machine, "tank/data");
        await machine.execute("zfs destroy tank/data && zfs create tank/data");
        const found = await guid(machine, "tank/data");
        await expectChanged(set, { datasets: [{ name: "tank/data", guid: seen }] }, [
            { what: "dataset", name: "tank/data", expected: seen, found },
        ]);
    });

    await test.step("a snapshot of the same name is another one, and one came", async () => {
        await machine.execute("zfs snapshot tank/data@x");
        const [data, seen] = [await guid(machine, "tank/data"), await guid(machine, "tank/data@x")];
        await machine.execute(
            "zfs destroy tank/data@x && zfs snapshot tank/data@x && zfs snapshot tank/data@y",
        );
        const contents = {
            of: "tank/data",
            datasets: [{ name: "tank/data", guid: data }],
            snapshots: [{ name: "tank/data@x", guid: seen }],
        };
        await expectChanged(["zfs", "destroy", "-r", "tank/data"], { contents }, [
            {
                ...{ what: "dataset", name: "tank/data@x", expected: seen },
                found: await guid(machine, "tank/data@x"),
            },
            {
                ...{ what: "snapshots", name: "tank/data", added: ["tank/data@y"], addedCount: 1 },
                ...{ removed: [], removedCount: 0 },
            },
        ]);
        await machine.execute("zfs destroy tank/data@x,y");
    });

    await test.step("a dataset came to what would be destroyed", async () => {
        const argv = ["zfs", "destroy", "-nvpr", "tank/data"];
        const seen = (await machine.execute(argv)).stdout.trimEnd().split("\n");
        await machine.execute("zfs create tank/data/child");
        await expectChanged(["zfs", "destroy", "-r", "tank/data"], { dryRun: { argv, lines: seen } }, [
            {
                ...{ what: "dryRun", argv, added: ["destroy\ttank/data/child"], addedCount: 1 },
                ...{ removed: [], removedCount: 0 },
            },
        ]);
        await machine.execute("zfs list tank/data/child");
    });

    await test.step("a dataset came to a pool that would be destroyed", async () => {
        const listed = await machine.execute("zfs list -Hpr -t filesystem,volume -o name,guid tank");
        const datasets = listed.stdout
            .trimEnd()
            .split("\n")
            .map((row) => row.split("\t"))
            .map(([name, guid]) => ({ name, guid }));
        await machine.execute("zfs create tank/late");
        await expectChanged(["zpool", "destroy", "tank"], { contents: { of: "tank", datasets } }, [
            {
                ...{ what: "contents", name: "tank", added: ["tank/late"], addedCount: 1 },
                ...{ removed: [], removedCount: 0 },
            },
        ]);
        await machine.execute("zfs list tank/late");
    });

    await test.step("a volume was enlarged that would be made larger by less", async () => {
        await machine.execute("zfs create -s -V 16M tank/disk && zfs set volsize=64M tank/disk");
        const seen = { name: "tank/disk", property: "volsize", value: String(16 << 20) };
        const { value: was, ...about } = { what: "property", ...seen };
        await expectChanged(["zfs", "set", "volsize=32M", "tank/disk"], { properties: [seen] }, [
            { ...about, expected: was, found: String(64 << 20) },
        ]);
        await machine.execute("zfs destroy tank/disk");
    });

    await test.step("the checkpoint was discarded, and another one taken", async () => {
        const taken = async (): Promise<number> => {
            const { stdout } = await machine.execute("TZ=UTC zpool status tank");
            const [, date = ""] = /^checkpoint: created (.*), consumes/m.exec(stdout) ?? [];
            return Date.parse(`${date} UTC`) / 1000;
        };
        await machine.execute("zpool checkpoint tank");
        const seen = await taken();
        // one of another second, by which they are told apart
        await machine.execute(
            `zpool checkpoint -d -w tank; until [ "$(date +%s)" -gt ${seen} ]; do sleep 0.1; done; zpool checkpoint tank`,
        );
        const found = await taken();
        const expected = { checkpoints: [{ pool: "tank", time: seen }] };
        await expectChanged(["zpool", "checkpoint", "-d", "tank"], expected, [
            { what: "checkpoint", name: "tank", expected: seen, found },
        ]);
        await machine.execute("zpool checkpoint -d -w tank");
    });

    await test.step("a disk was replaced by another one", async () => {
        const { path, size, serial } = await disk(machine, "/dev/sda");
        await machine.execute(swapDisks);
        const { serial: found } = await disk(machine, "/dev/sda");
        expect(found).not.toBe(serial);
        const expected = { disks: [{ path, serial, size, signatures: [null] }] };
        await expectChanged(["zpool", "create", "fresh", path], expected, [
            { what: "disk", path, field: "serial", expected: serial, found },
        ]);
        await machine.execute(swapDisks);
    });

    await test.step("somebody wrote to a disk that was blank, and uses it", async () => {
        const path = "/dev/sda";
        const { size, serial } = await disk(machine, path);
        const expected = { disks: [{ path, serial, size, signatures: [null] }] };
        await machine.execute(
            `mkfs.ext4 -q ${path} && udevadm settle && mkdir -p /run/used && mount ${path} /run/used`,
        );
        try {
            await expectChanged(["zpool", "create", "-f", "fresh", path], expected, [
                { what: "disk", path, field: "inUse", expected: null, found: "/run/used" },
                { what: "disk", path, field: "signature", expected: null, found: "ext4" },
            ]);
        } finally {
            await machine.execute(`umount /run/used && wipefs -qa ${path} && udevadm settle`);
        }
    });

    await test.step("a pool of the same name is another one, or is gone", async () => {
        const seen = await poolGuid(machine, "tank");
        await tank.replace();
        const found = await poolGuid(machine, "tank");
        const expected = { pools: [{ name: "tank", guid: seen }] };
        await expectChanged(set, expected, [{ what: "pool", name: "tank", expected: seen, found }]);
        await machine.execute("zpool export tank");
        await expectChanged(set, expected, [{ what: "pool", name: "tank", expected: seen, found: null }]);
        await machine.execute("zpool import -d /dev/mapper tank");
    });

    await test.step("and as it was seen, it runs", async () => {
        const expected = { pools: [{ name: "tank", guid: await poolGuid(machine, "tank") }] };
        expect((await change(machine, set, { expect: expected })).code).toBe(0);
        expect(await audit(machine, begin)).toHaveLength(1);
    });
});

/** The page is told nothing of what happens meanwhile: its streams are held. */
async function untold(machine: Machine, work: () => Promise<void>): Promise<void> {
    const signal = (name: string) =>
        machine.execute(`pkill -${name} -f '[z]fsadmin follow|[z]pool iostat -Hp|[f]indmnt .*--poll'`);
    await signal("STOP");
    try {
        await work();
    } finally {
        await signal("CONT");
    }
}

test("a dialog that could not learn of a change is refused, and says of which @all @debian-13", async ({
    machine,
    admin,
}) => {
    const file = "/var/tmp/smaller";
    await machine.execute(
        `rm -f ${file} && truncate -s 512M ${file} && zpool create tank ${file} && zfs create tank/data`,
    );
    const dialog = admin.zfs.getByRole("dialog");
    const refused = async (action: string, sentence: string | RegExp) => {
        await dialog.getByRole("button", { name: action }).click();
        await expect(dialog).toContainText("It changed since you looked:");
        await expect(dialog).toContainText(sentence);
        await dialog.getByRole("button", { name: "Cancel" }).click();
    };

    await test.step("a dataset was destroyed and made anew", async () => {
        await new Pages(admin).openDataset("tank/data");
        await choose(admin, "tank/data", "Destroy");
        await dialog.getByLabel("Type tank/data to confirm").fill("tank/data");
        await untold(machine, async () => {
            await machine.execute("zfs destroy tank/data && zfs create tank/data");
            await refused("Destroy tank/data", /“tank\/data” was destroyed and made anew, or renamed/);
        });
        await machine.execute("zfs list tank/data");
    });

    await test.step("a dataset came to a pool", async () => {
        await new Pages(admin).openPool("tank");
        await choose(admin, "tank", "Destroy");
        await expect(dialog).toContainText("2 filesystems");
        await dialog.getByLabel("Type tank to confirm").fill("tank");
        await untold(machine, async () => {
            await machine.execute("zfs create tank/late");
            await refused("Destroy tank", "1 dataset has come to tank: tank/late.");
        });
        await machine.execute("zfs list tank/late");
    });

    await test.step("disks changed their names: the one that was chosen is taken", async () => {
        const hot = "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT1";
        const place = async () => (await machine.execute(`readlink -f ${hot}`)).stdout.trim();
        // udev may be late with the partition that zpool makes, and then it fails
        await expect(async () => {
            await machine.execute(`wipefs --all --quiet --force ${hot}; udevadm settle`);
            await choose(admin, file, "Attach a mirror disk");
            try {
                await dialog.getByRole("radio", { name: nameOf(hot), exact: true }).check();
                const before = await place();
                await machine.execute(swapDisks);
                expect(await place()).not.toBe(before);
                await dialog.getByRole("button", { name: "Attach", exact: true }).click();
                await expect(dialog).toBeHidden();
            } catch (error) {
                await dialog.getByRole("button", { name: "Cancel" }).click();
                throw error;
            }
        }).toPass();
        const { stdout } = await machine.execute("zpool status -LP tank");
        expect(stdout).toContain(`${await place()}1 `);
        await machine.execute("zpool destroy tank");
    });
});
