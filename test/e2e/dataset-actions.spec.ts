// What is done with datasets on the page: what zfs says afterwards, what the page shows, what the audit holds.
import { formatSize } from "../../src/zfs/size.ts";
import type { Machine } from "../vm/machine.ts";

import { audit, lastChange, lastDone, lineOf } from "./audit.ts";
import { choose } from "./devices.ts";
import { filePool } from "./file-pool.ts";
import { disks, expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const [first = "", second = "", third = ""] = disks;

const zfs = async (machine: Machine, line: string) => (await machine.execute(`zfs ${line}`)).stdout.trim();

const value = (machine: Machine, property: string, dataset: string) =>
    zfs(machine, `get -Hpo value ${property} '${dataset}'`);

const names = async (machine: Machine) => (await zfs(machine, "list -Ho name")).split("\n");

/** The page of a dataset. */
const open = (admin: Session, dataset: string) => new Pages(admin).openDataset(dataset);

/** A row of the tree of all datasets. */
const inTree = ({ zfs: page }: Session, dataset: string) =>
    page
        .getByRole("row")
        .filter({ has: page.getByRole("button", { name: `Actions for ${dataset}`, exact: true }) });

test("a filesystem and a volume are created, with nothing set that was not", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", "raidz", first, second, third]);
    await machine.execute("zfs set compression=zstd tank; mkdir -p /srv/full; touch /srv/full/x");
    const dialog = await new Pages(admin).openCreate("tank");
    await dialog.getByLabel("Name").fill("a b/films");
    await dialog.getByLabel("Create what is missing above it").check();
    await expect(dialog.getByLabel("compression")).toContainText("inherit: zstd from tank");
    await dialog.getByLabel("mountpoint").fill("/srv/full");
    await expect(dialog).toContainText("The folder /srv/full is not empty.");
    await dialog.getByLabel("mountpoint").fill("/srv/<img src=x onerror=alert(1)>");
    await dialog.getByLabel("quota", { exact: true }).fill("64M");
    await dialog.getByRole("button", { name: "What ZFS says that it would create" }).click();
    await expect(dialog).toContainText("quota\t67108864");
    await dialog.getByRole("button", { name: "Create tank/a b/films" }).click();
    await expect(dialog).toBeHidden();
    expect(await value(machine, "quota", "tank/a b/films")).toBe("67108864");
    expect(await value(machine, "mountpoint", "tank/a b/films")).toBe("/srv/<img src=x onerror=alert(1)>");
    expect(await zfs(machine, "get -Hpo property -s local all 'tank/a b/films'")).toBe("quota\nmountpoint");
    expect(await lastDone(machine)).toContain("zfs create -p ");
    await open(admin, "tank/a b/films");
    await expect(admin.zfs.getByText("/srv/<img src=x onerror=alert(1)>").first()).toBeVisible();

    await new Pages(admin).openCreate("tank");
    await dialog.getByLabel("Volume").check();
    await dialog.getByLabel("Name").fill("vm");
    await dialog.getByLabel("Size", { exact: true }).fill("16M");
    await dialog.getByLabel("volblocksize").fill("4K");
    await expect(dialog).toContainText("On raidz1-0 of 3 disks, blocks of 4 KiB take about");
    await dialog.getByLabel("Do not reserve its space").check();
    await dialog.getByRole("button", { name: "Create tank/vm" }).click();
    await expect(dialog).toBeHidden();
    expect(await value(machine, "volsize,volblocksize,refreservation", "tank/vm")).toBe("16777216\n4096\n0");
    expect(await lastDone(machine)).toBe("zfs create -s -o volblocksize=4096 -V 16777216 tank/vm");
    await admin.goTo("/datasets");
    await expect(inTree(admin, "tank/vm")).toBeVisible();
});

test("what is created or set, and cannot be mounted then, is done, and that is said @all", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    const dialog = await new Pages(admin).openCreate("tank");
    await dialog.getByLabel("Name").fill("new");
    // no folder can be made there
    await dialog.getByLabel("mountpoint").fill("/proc/new");
    await dialog.getByRole("button", { name: "Create tank/new" }).click();
    await expect(admin.zfs.getByText("tank/new created, but mounting failed")).toBeVisible();
    expect(await lastDone(machine)).toBe("zfs create -o mountpoint=/proc/new tank/new");
    expect(await value(machine, "mounted", "tank/new")).toBe("no");

    await machine.execute("zfs create tank/away");
    await new Pages(admin).openDataset("tank/away", "properties");
    await admin.zfs.getByRole("button", { name: "Set mountpoint", exact: true }).click();
    await dialog.getByRole("textbox").fill("/proc/away");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(admin.zfs.getByText("mountpoint of tank/away set, but mounting failed")).toBeVisible();
    expect(await lastDone(machine)).toBe("zfs set mountpoint=/proc/away tank/away");
    expect(await value(machine, "mountpoint", "tank/away")).toBe("/proc/away");
});

test("destroying stops at holds, clones and what is in use, and then takes what was listed @all", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        [
            "zfs create -p -o sharenfs=on tank/home/anna",
            "zfs create -V 16M tank/home/disk",
            "zfs snapshot -r tank/home@a",
            "zfs clone tank/home/anna@a tank/copy",
            "zfs clone tank/home/disk@a tank/copy2",
            "zfs hold keep tank/home@a",
            "udevadm settle",
            "mkswap /dev/zvol/tank/home/disk",
            "swapon /dev/zvol/tank/home/disk",
        ].join(" && "),
    );
    await open(admin, "tank/home");
    const dialog = await choose(admin, "tank/home", "Destroy");
    await expect(dialog).toContainText("2 clones elsewhere are made of its snapshots");
    await dialog.getByRole("button", { name: "Destroy tank/copy2…" }).click();
    await dialog.getByLabel("Type tank/copy2 to confirm").fill("tank/copy2");
    await dialog.getByRole("button", { name: "Destroy tank/copy2", exact: true }).click();
    // the question comes back
    await expect(dialog).toContainText("Destroy tank/home and everything in it?");
    await expect(dialog).toContainText("1 clone elsewhere is made of its snapshots");
    expect(await names(machine)).not.toContain("tank/copy2");
    expect(await lastDone(machine)).toBe("zfs destroy tank/copy2");
    await dialog.getByRole("button", { name: "Promote tank/copy…" }).click();
    await expect(dialog).toContainText("From tank/home/anna to tank/copy: a");
    await dialog.getByRole("button", { name: "Promote" }).click();
    await expect(dialog).toContainText("Destroy tank/home and everything in it?");
    expect(await value(machine, "origin", "tank/home/anna")).toBe("tank/copy@a");
    expect(await lastDone(machine)).toBe("zfs promote tank/copy");

    await expect(dialog).toContainText("tank/home@a is held by “keep”");
    await expect(dialog).toContainText("The volume tank/home/disk is in use: swap");
    const action = dialog.getByRole("button", { name: "Destroy 3 datasets" });
    await expect(action).toBeDisabled();
    await machine.execute("zfs release keep tank/home@a; swapoff /dev/zvol/tank/home/disk; udevadm settle");
    await dialog.getByRole("button", { name: "Look again" }).first().click();
    await dialog.getByLabel("Type tank/home to confirm").fill("tank/home");
    await expect(action).toBeEnabled();

    // somebody takes another one meanwhile
    await machine.execute("zfs snapshot tank/home@later");
    await expect(dialog.getByRole("list", { name: "What is lost" }).getByRole("listitem")).toHaveText([
        "2 filesystems",
        "1 volume: tank/home/disk",
        "3 snapshots",
        "What is mounted at /tank/home, /tank/home/anna",
        "Set to be shared by NFS: tank/home/anna",
    ]);
    const used = BigInt(await value(machine, "used", "tank/home"));
    await expect(dialog).toContainText(`Frees up to ${formatSize(used)}`);
    const goes = (await zfs(machine, "destroy -nvpr tank/home")).matchAll(/^destroy\t(.*)$/gm);
    await dialog.getByRole("button", { name: "Show all" }).click();
    await expect(dialog.locator("pre")).toHaveText([...goes].map(([, name]) => name).join("\n"));
    await action.click();
    await expect(dialog).toBeHidden();
    expect(await names(machine)).toEqual(["tank", "tank/copy"]);
    expect(await lastDone(machine)).toBe("zfs destroy -r tank/home");
    await admin.goTo("/datasets");
    await expect(inTree(admin, "tank/copy")).toBeVisible();
    await expect(inTree(admin, "tank/home")).toBeHidden();
});

test("a volume that a virtual machine has open stays @all @debian-12", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "zfs create -V 16M tank/disk; udevadm settle; cp /bin/sleep /usr/local/bin/qemu-system-x86",
    );
    await machine.execute(
        "(setsid qemu-system-x86 1000 9<>/dev/zvol/tank/disk >/dev/null 2>&1 & echo $! >/run/holder)",
    );
    await open(admin, "tank/disk");
    const dialog = await choose(admin, "tank/disk", "Destroy");
    await expect(dialog).toContainText(/qemu-system-x86 \(process \d+\) holds \/dev\/zd\d+/);
    const action = dialog.getByRole("button", { name: "Destroy tank/disk" });
    await expect(action).toBeDisabled();
    await machine.execute("kill $(cat /run/holder); udevadm settle");
    await dialog.getByRole("button", { name: "Look again" }).click();
    await dialog.getByLabel("Type tank/disk to confirm").fill("tank/disk");
    await action.click();
    await expect(admin.zfs.getByText("tank/disk destroyed")).toBeVisible();
    expect(await names(machine)).toEqual(["tank"]);
    expect(await lastDone(machine)).toBe("zfs destroy tank/disk");
});

test("a dataset moves to where parents are missing, and a snapshot of it is cloned @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/old; touch /tank/old/x; zfs snapshot tank/old@a");
    await open(admin, "tank/old");
    let dialog = await choose(admin, "tank/old", "Rename or move");
    await dialog.getByLabel("New name, in full").fill("tank/new/place");
    await dialog.getByLabel("Create what is missing above it").check();
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(dialog).toBeHidden();
    expect(await names(machine)).toEqual(["tank", "tank/new", "tank/new/place"]);
    expect((await machine.execute("ls /tank/new/place")).stdout.trim()).toBe("x");
    expect(await lastDone(machine)).toBe("zfs rename -p tank/old tank/new/place");

    await open(admin, "tank/new/place");
    dialog = await choose(admin, "tank/new/place", "Clone a snapshot");
    await dialog.getByLabel("Name of the clone, in full").fill("tank/try");
    await dialog.getByRole("button", { name: "Clone", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await value(machine, "origin", "tank/try")).toBe("tank/new/place@a");
    expect(await lastDone(machine)).toBe("zfs clone tank/new/place@a tank/try");
});

test("what is encrypted does not move out of the dataset whose key it uses @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "printf 'correct horse\\n' | zfs create -o encryption=on -o keyformat=passphrase tank/enc && zfs create tank/enc/a",
    );
    await open(admin, "tank/enc/a");
    const dialog = await choose(admin, "tank/enc/a", "Rename or move");
    await dialog.getByLabel("New name, in full").fill("tank/a");
    await expect(dialog).toContainText("It is encrypted with the key of tank/enc, and has to stay in it");
    await expect(dialog.getByRole("button", { name: "Rename" })).toBeDisabled();
    const { stdout, stderr } = await machine.execute("zfs rename tank/enc/a tank/a 2>&1 || true");
    expect(stdout + stderr).toContain("cannot move encrypted child outside of its encryption root");
});

test("a busy filesystem stays mounted, and is unmounted and mounted once it is let go @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "zfs create tank/films; cd /tank/films && (setsid sleep 1000 >/dev/null 2>&1 </dev/null & echo $! >/run/holder)",
    );
    await open(admin, "tank/films");
    const dialog = await choose(admin, "tank/films", "Unmount");
    await expect(dialog).toContainText(/sleep \(process \d+\) holds \/tank\/films/);
    await dialog.getByRole("button", { name: "Unmount" }).click();
    await expect(dialog).toContainText("is busy");
    expect(await lastChange(machine)).toEqual({
        line: "zfs unmount tank/films",
        person: "admin",
        state: "failed",
    });
    await machine.execute("kill $(cat /run/holder)");
    await dialog.getByRole("button", { name: "Unmount" }).click();
    await expect(dialog).toBeHidden();
    expect(await value(machine, "mounted", "tank/films")).toBe("no");

    await choose(admin, "tank/films", "Mount");
    await expect(admin.zfs.getByText("tank/films mounted")).toBeVisible();
    expect(await value(machine, "mounted", "tank/films")).toBe("yes");
    expect(await lastDone(machine)).toBe("zfs mount tank/films");
});

test("many are mounted, each with its result, and destroyed together @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "for name in a b c; do zfs create tank/$name; zfs unmount tank/$name; done; zfs set mountpoint=none tank/c",
    );
    // a dialog keeps what was known when it was opened
    await open(admin, "tank/c");
    await expect(admin.zfs.getByText("No: its property mountpoint is none")).toBeVisible();
    await admin.goTo("/datasets");
    const tick = async () => {
        for (const name of ["tank/a", "tank/b", "tank/c"])
            await inTree(admin, name).getByRole("checkbox").check();
    };
    for (const name of ["tank/a", "tank/b"]) await expect(inTree(admin, name)).toContainText("Not mounted");
    await tick();
    await admin.zfs.getByRole("button", { name: "Do with 3 datasets" }).click();
    await admin.zfs.getByRole("menuitem", { name: /^Mount/ }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await expect(dialog).toContainText("tank/c: Its property mountpoint is none");
    await dialog.getByRole("button", { name: "Mount 2 filesystems" }).click();
    await expect(dialog).toContainText("2 of 2 done");
    await dialog.getByRole("button", { name: "Close" }).last().click();
    expect(await zfs(machine, "list -Ho mounted tank/a tank/b tank/c")).toBe("yes\nyes\nno");
    expect((await audit(machine)).slice(0, 2).map(lineOf)).toEqual(["zfs mount tank/b", "zfs mount tank/a"]);
    for (const name of ["tank/a", "tank/b"])
        await expect(inTree(admin, name)).not.toContainText("Not mounted");

    await tick();
    await admin.zfs.getByRole("button", { name: "Do with 3 datasets" }).click();
    await admin.zfs.getByRole("menuitem", { name: /^Unmount/ }).click();
    await dialog.getByRole("button", { name: "Unmount 2 filesystems" }).click();
    await expect(dialog).toContainText("2 of 2 done");
    await dialog.getByRole("button", { name: "Close" }).last().click();
    expect(await zfs(machine, "list -Ho mounted tank/a tank/b tank/c")).toBe("no\nno\nno");
    expect(await lastDone(machine)).toBe("zfs unmount tank/a");
    for (const name of ["tank/a", "tank/b"]) await expect(inTree(admin, name)).toContainText("Not mounted");

    await tick();
    await admin.zfs.getByRole("button", { name: "Do with 3 datasets" }).click();
    await admin.zfs.getByRole("menuitem", { name: /^Destroy/ }).click();
    await dialog.getByLabel("Type 3 datasets to confirm").fill("3 datasets");
    await dialog.getByRole("button", { name: "Destroy 3 datasets" }).click();
    await expect(dialog).toContainText("3 of 3 done");
    expect(await names(machine)).toEqual(["tank"]);
    expect(await lastDone(machine)).toBe("zfs destroy tank/c");
});

test("what this ZFS has is offered: rewriting, containers @all", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "zfs create tank/films; dd if=/dev/urandom of=/tank/films/x bs=1M count=2; zfs snapshot tank/films@a",
    );
    const has = async (verb: string) =>
        (await machine.execute(`zfs 2>&1 | grep -c "^.${verb} " || true`)).stdout.trim() !== "0";
    await open(admin, "tank/films");
    await admin.zfs.getByRole("button", { name: "Actions for tank/films" }).click();
    const item = (name: string) => admin.zfs.getByRole("menuitem", { name: new RegExp(`^${name}`) });
    if (await has("rewrite")) {
        await item("Rewrite").click();
        const dialog = admin.zfs.getByRole("dialog");
        const referenced = formatSize(BigInt(await value(machine, "referenced", "tank/films")));
        await expect(dialog).toContainText(`Each snapshot that it has may keep up to ${referenced} more.`);
        await dialog.getByRole("button", { name: "Rewrite" }).click();
        await expect(dialog).toBeHidden();
        expect(await lastDone(machine)).toBe("zfs rewrite -r -x /tank/films");
        await machine.execute("zpool sync tank");
        expect(Number(await value(machine, "written", "tank/films"))).toBeGreaterThan(2 << 20);
        await admin.zfs.getByRole("button", { name: "Actions for tank/films" }).click();
    } else await expect(item("Rewrite")).toContainText("It needs ZFS 2.3.4");
    if (await has("zone")) {
        await item("User namespace").click();
        const dialog = admin.zfs.getByRole("dialog");
        await dialog.getByLabel("Process in the container").fill("no");
        await expect(dialog).toContainText("The number of a process, or a path");
        await dialog.getByRole("button", { name: "Cancel" }).click();
    } else await expect(item("User namespace")).toContainText("It needs ZFS 2.2");
});
