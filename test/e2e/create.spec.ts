// Pools made of disks in the wizard, and disks added to them: what zpool says of each layout, what the page shows without
// a reload, what the audit log holds.
import { parseSize } from "../../src/zfs/size.ts";
import type { Machine } from "../vm/machine.ts";

import { audit, lastDone } from "./audit.ts";
import { done, nameOf, row, status } from "./devices.ts";
import { expect, test } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { MadeLayout } from "./layouts.ts";
import type { Session } from "./session.ts";
import { hasFeature } from "./states/state.ts";
import {
    allNumbers,
    chooseDisks,
    diskAt,
    layOut,
    next,
    openAdd,
    patience,
    press,
    review,
    wipe,
} from "./wizard.ts";

/**
 * Makes the pool tank in the wizard, tried again: under software emulation udev may be late with the partition that
 * zpool has just made on a whole disk, and then it fails. Gives the bytes that the page says can be used.
 */
async function create(machine: Machine, admin: Session, layout: MadeLayout): Promise<bigint> {
    const { zfs } = admin;
    let usable: bigint | undefined;
    await expect(async () => {
        await wipe(machine, allNumbers);
        await review(admin, layout);
        if (layout.isForced) await zfs.getByLabel("Do it all the same (-f)").check();
        await expect(zfs.getByText("would create 'tank' with the following layout:")).toBeVisible();
        const headline = await zfs.getByText(/^About .* usable$/).textContent();
        usable = parseSize(/^About (.*) usable$/.exec(headline ?? "")?.[1] ?? "");
        await press(admin, /^Create tank on/);
    }).toPass({ timeout: patience });
    return usable ?? 0n;
}

/** The names in the config of `zpool status`, from the top: DISK1 for a disk. */
const outline = async (machine: Machine): Promise<string> => {
    const [, config = ""] = /config:\n\n[^\n]*\n(.*?)\n\n?errors:/s.exec(await status(machine)) ?? [];
    return config
        .split("\n")
        .map((line) => line.trim().split(/\s+/)[0] ?? "")
        .map((name) => name.replace(/^.*virtio-(DISK\d)-part1$/, "$1"))
        .join(" ")
        .trim();
};

const options = "-o ashift=12 -O compression=lz4 -O atime=off -O xattr=sa -O acltype=posixacl";

for (const layout of layouts) {
    const { name, isOnAll = false, isCore = false, isForced = false, words, rows } = layout;
    test(`${name} is made${isCore ? "" : isOnAll ? " @all" : " @all @debian-13"}`, async ({
        machine,
        admin,
    }) => {
        const usable = await create(machine, admin, layout);

        expect(await outline(machine)).toBe(`tank ${rows}`);
        const properties = "compression,atime,xattr,acltype,mountpoint";
        const values = await machine.execute(`zfs get -Ho value ${properties} tank`);
        const [compression, atime, xattr, acltype, mountpoint] = values.stdout.trim().split("\n");
        expect([compression, atime, mountpoint]).toEqual(["lz4", "off", "/tank"]);
        expect(acltype).toMatch(/^posix(acl)?$/);
        // 2.3 prints "on" for what 2.1 and 2.4 call "sa"
        const [is23, is24] = await Promise.all(
            ["raidz_expansion", "physical_rewrite"].map((feature) => hasFeature(machine, feature)),
        );
        expect(xattr).toBe(is23 && !is24 ? "on" : "sa");
        // what the page promised, as ZFS tells it; on so small disks whole metaslabs weigh
        const { stdout } = await machine.execute("zfs list -Hpo available,used tank");
        const told = stdout.trim().split("\t").map(Number);
        const all = told.reduce((sum, bytes) => sum + bytes, 0);
        expect(Number(usable) / all).toBeGreaterThan(0.95);
        expect(Number(usable) / all).toBeLessThan(1.2);

        for (const number of layout.parts.flatMap((part) => part.disks))
            await expect(row(admin, diskAt(number))).toBeVisible();
        const [last] = await audit(machine);
        const spelled = words.replaceAll(/DISK\d/g, (disk) => `/dev/disk/by-id/virtio-${disk}`);
        expect(last?.argv.join(" ")).toBe(`zpool create ${isForced ? "-f " : ""}${options} tank ${spelled}`);
        expect(last).toMatchObject({ person: "admin", state: "done" });
    });
}

const pair: MadeLayout = {
    name: "a mirror",
    parts: [{ title: "Data", kind: "mirror", disks: [1, 2] }],
    words: "mirror DISK1 DISK2",
    rows: "mirror-0 DISK1 DISK2",
};

test("an encrypted pool has the passphrase that was typed, and keeps it nowhere @all @debian-12", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    const passphrase = "correct horse battery";
    await expect(async () => {
        await wipe(machine, allNumbers);
        await review(admin, pair);
        await zfs.getByRole("button", { name: "Back" }).click();
        await zfs.getByLabel("Encrypt the pool").check();
        await zfs.getByLabel("Passphrase", { exact: true }).fill(passphrase);
        await zfs.getByLabel("Passphrase again").fill(passphrase);
        await next(admin);
        await press(admin, "Create tank on 2 disks");
    }).toPass({ timeout: patience });
    const { stdout } = await machine.execute("zfs get -Ho value encryption,keyformat,keylocation tank");
    expect(stdout.trim().split("\n")).toEqual(["aes-256-gcm", "passphrase", "prompt"]);
    await machine.execute(`printf '%s\\n' '${passphrase}' | zfs load-key -n tank`);
    const [last] = await audit(machine);
    expect(last?.argv.join(" ")).toContain("-O keylocation=prompt");
    expect(JSON.stringify(last)).not.toContain("horse");

    await admin.goTo("/pools/tank/history");
    await zfs.locator("tr[data-row]").filter({ hasText: "zpool create" }).click();
    await zfs.getByRole("link", { name: /^Change \d+ in the activity, by admin/ }).click();
    await expect(zfs.getByRole("dialog")).toContainText("-O keylocation=prompt");
});

test("a pool that cannot be mounted where it should be is made all the same, and its page says so @all", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    await expect(async () => {
        await wipe(machine, allNumbers);
        await review(admin, pair);
        await zfs.getByRole("button", { name: "Back" }).click();
        await zfs.getByLabel("Mount point").fill("/proc/tank");
        await next(admin);
        await press(admin, "Create tank on 2 disks");
    }).toPass({ timeout: patience });
    await expect(zfs.getByText("tank created, but mounting failed")).toBeVisible();
    await expect(zfs.getByText("cannot mount '/proc/tank'")).toBeVisible();
    const { stdout } = await machine.execute("zfs get -Ho value mounted tank");
    expect(stdout.trim()).toBe("no");
    const [last] = await audit(machine);
    expect(last).toMatchObject({ person: "admin", state: "done", exitStatus: 1 });
});

test("what stands in the way of a mount is ZFS's to say, and nothing is made @all", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    await machine.execute("mkdir -p /tank && touch /tank/file");
    await review(admin, pair);
    await expect(zfs.getByText("ZFS refuses this")).toBeVisible();
    await zfs.getByRole("button", { name: "Create tank on 2 disks" }).click();
    await expect(zfs.getByText("tank was not created")).toBeVisible();
    await zfs.getByRole("button", { name: /Options$/ }).click();
    await expect(zfs.getByText(/mountpoint '\/tank' exists and is not empty/)).toBeVisible();
    expect((await machine.execute("zpool list -Ho name")).stdout).toBe("");
    expect((await audit(machine))[0]).toMatchObject({ state: "failed" });
    await machine.execute("rm /tank/file");
});

test("a log and a spare are added to a pool @all @debian-12", async ({ machine, admin }) => {
    const { zfs } = admin;
    await machine.execute(["make-pool", "tank", "mirror", diskAt(1), diskAt(2)]);
    await machine.execute("udevadm settle");
    await expect(async () => {
        await wipe(machine, [3, 4]);
        await openAdd(admin);
        await expect(zfs.getByLabel(nameOf(diskAt(1)), { exact: true })).toBeDisabled();
        await chooseDisks(admin, [3, 4]);
        await zfs.getByLabel("What for").selectOption("Log");
        await zfs.getByRole("radio", { name: "single disks", exact: true }).check();
        await layOut(admin, [
            { title: "Log", disks: [] },
            { title: "Spare", disks: [4] },
        ]);
        await next(admin);
        await expect(zfs.getByText("These devices can be removed again at any time.")).toBeVisible();
        await press(admin, "Add 2 disks to tank");
    }).toPass({ timeout: patience });
    await expect(row(admin, diskAt(3))).toContainText("Online");
    await expect(row(admin, diskAt(4))).toContainText("Available");
    expect(await outline(machine)).toBe("tank mirror-0 DISK1 DISK2 logs DISK3 spares DISK4");
    expect(await done(machine, 1)).toEqual([
        expect.stringMatching(
            new RegExp(`^zpool add (-o ashift=\\d+ )?tank log ${diskAt(3)} spare ${diskAt(4)}$`),
        ),
    ]);
});

test("what cannot be undone is said, and a checkpoint keeps the way back @all", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    await machine.execute(["make-pool", "tank", "mirror", diskAt(1), diskAt(2)]);
    await machine.execute("udevadm settle");
    const checkpoint = zfs.getByRole("button", { name: "Take a checkpoint first" });
    await expect(async () => {
        await wipe(machine, [3, 4, 5]);
        await openAdd(admin);
        await chooseDisks(admin, [3, 4, 5]);
        await zfs.getByRole("radio", { name: "raidz1", exact: true }).check();
        await expect(zfs.getByText("Redundancy is not the same everywhere")).toBeHidden();
        await next(admin);
        await expect(zfs.getByText("This cannot be undone: ")).toBeVisible();
        if (await checkpoint.isVisible()) await checkpoint.click();
        await expect(zfs.getByText("The pool has a checkpoint: ")).toBeVisible();
        await press(admin, "Add 3 disks to tank");
    }).toPass({ timeout: patience });
    expect((await machine.execute("zpool get -Ho value checkpoint tank")).stdout).not.toBe("-\n");
    expect(await outline(machine)).toBe("tank mirror-0 DISK1 DISK2 raidz1-1 DISK3 DISK4 DISK5");
    for (const number of [3, 4, 5]) await expect(row(admin, diskAt(number))).toContainText("Online");
    const changes = (await audit(machine)).filter(
        ({ person, state }) => person === "admin" && state === "done",
    );
    const [added, taken] = changes.map(({ argv }) => argv.join(" "));
    expect(taken).toBe("zpool checkpoint tank");
    expect(added).toMatch(
        new RegExp(`^zpool add (-o ashift=\\d+ )?tank raidz1 ${[3, 4, 5].map(diskAt).join(" ")}$`),
    );
});

test("what is added has the block size of the pool, or another one once ZFS has said no @all", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    await machine.execute(["make-pool", "-o", "ashift=13", "tank", diskAt(1)]);
    const told = await machine.execute(`zpool get -Ho value ashift tank ${diskAt(1)}`, { check: false });
    // 2.1 neither tells the block sizes, nor minds another one
    const isKnown = told.exitCode === 0;
    await expect(async () => {
        await wipe(machine, [2]);
        await openAdd(admin);
        await chooseDisks(admin, [2]);
        const ashift = zfs.getByLabel("Smallest block (ashift)");
        await expect(ashift).toHaveValue(isKnown ? "13" : "");
        await ashift.selectOption("13 (8 KiB)");
        const warning = zfs.getByText("ashift would be 12 (4 KiB); the pool has 13 (8 KiB)");
        await expect(warning).toBeHidden();
        await ashift.selectOption("12 (4 KiB)");
        await expect(warning).toBeVisible({ visible: isKnown });
        await next(admin);
        if (isKnown) {
            const force = zfs.getByLabel("Do it all the same (-f)");
            await expect(zfs.getByText("would update 'tank' to the following configuration:")).toBeVisible();
            await expect(force).toBeHidden();
            await zfs.getByRole("button", { name: "Add 1 disk to tank" }).click();
            await expect(zfs.getByText("different physical sector sizes is not allowed")).toBeVisible();
            // by then zpool has partitioned it
            await zfs.getByRole("button", { name: /Disks$/ }).click();
            await zfs.getByLabel(/^Overwrite what is on /).check();
            await zfs.getByRole("button", { name: /Review$/ }).click();
            await force.check();
        }
        await press(admin, "Add 1 disk to tank");
    }).toPass({ timeout: 230_000 });
    await expect(row(admin, diskAt(2))).toContainText("Online");
    expect(await lastDone(machine)).toBe(`zpool add ${isKnown ? "-f " : ""}-o ashift=12 tank ${diskAt(2)}`);
    const labels = await machine.execute(`zdb -l ${diskAt(2)}-part1 | grep -m 1 -w ashift`);
    expect(labels.stdout.trim()).toBe("ashift: 12");
});

test("a pool has all that was changed, as it was listed, and nothing else @all @debian-12", async ({
    machine,
    admin,
}) => {
    const { zfs } = admin;
    let listed: readonly string[] = [];
    await expect(async () => {
        await wipe(machine, allNumbers);
        await review(admin, pair);
        await zfs.getByRole("button", { name: "Back" }).click();
        await zfs.getByLabel("Mount point").fill("none");
        await zfs.getByLabel("Compression").selectOption("zstd");
        await zfs.getByLabel("Access times (atime)").selectOption("relatime");
        await zfs.getByLabel("POSIX access lists").uncheck();
        await zfs.getByLabel("Automatic trim (autotrim)").check();
        await zfs.getByLabel("Smallest block (ashift)").selectOption("13 (8 KiB)");
        await zfs.getByLabel("Compatible with").selectOption("openzfs-2.0-linux");
        await next(admin);
        const options = zfs.locator("dl[aria-label=Options]");
        await expect(options).toContainText("It is mounted nowhere.");
        listed = (await options.locator("dt").allTextContents()).filter((term) => term.includes("="));
        await press(admin, "Create tank on 2 disks");
    }).toPass({ timeout: patience });
    const { stdout } = await machine.execute(`zpool get -Hpo property,value,source all tank |
        awk -F'\\t' '$3 == "local" && $1 !~ /^feature@/ { print $1 "=" $2 }'
        zfs get -Hpo property,value -s local all tank | sed 's/\\t/=/'`);
    expect(stdout.trim().split("\n").toSorted()).toEqual([...listed, "mountpoint=none"].toSorted());
    expect(listed).toEqual(
        "ashift=13 autotrim=on compatibility=openzfs-2.0-linux compression=zstd atime=on relatime=on".split(
            " ",
        ),
    );
    const [pool, root] = [listed.slice(0, 3), listed.slice(3)];
    const words = [...pool.map((one) => `-o ${one}`), ...root.map((one) => `-O ${one}`)].join(" ");
    expect(await lastDone(machine)).toBe(
        `zpool create ${words} -m none tank mirror ${diskAt(1)} ${diskAt(2)}`,
    );
});
