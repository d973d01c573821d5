// The rarer things that are done with datasets on the page, and names that are hard to handle.
import type { Machine } from "../vm/machine.ts";

import { audit, lastDone, lineOf } from "./audit.ts";
import { choose } from "./devices.ts";
import { isKey } from "./faults/secrets.ts";
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const zfs = async (machine: Machine, ...args: readonly string[]) =>
    (await machine.execute(["zfs", ...args])).stdout.trimEnd();

const value = (machine: Machine, property: string, dataset: string) =>
    zfs(machine, "get", "-Hpo", "value", property, dataset);

const open = (admin: Session, dataset: string) => new Pages(admin).openDataset(dataset);

/** Finds the dataset in the list of all, by its whole name. */
async function expectListed(admin: Session, dataset: string): Promise<void> {
    await admin.goTo("/datasets");
    await expect(
        admin.zfs.getByRole("button", { name: `Actions for ${dataset}`, exact: true }),
    ).toBeVisible();
}

const exportsOf = async (machine: Machine) =>
    (await machine.execute("cat /etc/exports.d/zfs.exports 2>/dev/null || true")).stdout;

test("sharing ends and begins again @all @debian-12", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/films && zfs set sharenfs=on tank/films");
    expect(await exportsOf(machine)).toContain("/tank/films ");
    await open(admin, "tank/films");
    const dialog = await choose(admin, "tank/films", "Stop sharing");
    await dialog.getByRole("button", { name: "Stop sharing" }).click();
    await expect(dialog).toBeHidden();
    expect(await exportsOf(machine)).not.toContain("/tank/films ");
    expect(await lastDone(machine)).toBe("zfs unshare tank/films");
    await choose(admin, "tank/films", "Share");
    await expect(admin.zfs.getByText("tank/films shared")).toBeVisible();
    expect(await exportsOf(machine)).toContain("/tank/films ");
    expect(await lastDone(machine)).toBe("zfs share tank/films");
});

test("many stop being shared, and are shared again @all @debian-12", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "for name in a b; do zfs create -o sharenfs=on tank/$name; done; zfs create tank/c",
    );
    await admin.goTo("/datasets");
    const dialog = admin.zfs.getByRole("dialog");
    for (const [item, action, line, isShared] of [
        ["Stop sharing…", "Stop sharing 2 filesystems", "zfs unshare", false],
        ["Share…", "Share 2 filesystems", "zfs share", true],
    ] as const) {
        for (const name of ["tank/a", "tank/b", "tank/c"])
            await new Pages(admin).datasetRow(name).getByRole("checkbox").check();
        await admin.zfs.getByRole("button", { name: "Do with 3 datasets" }).click();
        await admin.zfs.getByRole("menuitem", { name: item }).click();
        await expect(dialog).toContainText("tank/c: Its properties sharenfs and sharesmb are off");
        await dialog.getByRole("button", { name: action }).click();
        await expect(dialog).toContainText("2 of 2 done");
        await dialog.getByRole("button", { name: "Close" }).last().click();
        for (const name of ["a", "b"])
            expect((await exportsOf(machine)).includes(`/tank/${name} `)).toBe(isShared);
        expect((await audit(machine)).slice(0, 2).map(lineOf).toSorted()).toEqual([
            `${line} tank/a`,
            `${line} tank/b`,
        ]);
    }
});

test("a filesystem of an old version is upgraded, with those in it @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create -o version=4 tank/old && zfs create -o version=4 tank/old/in");
    await open(admin, "tank/old");
    const dialog = await choose(admin, "tank/old", "Upgrade its version");
    await expect(dialog).toContainText("It is of version 4; the newest is 5");
    await dialog.getByLabel("Also 1 filesystem in it that is of an older version").check();
    await dialog.getByLabel("Type tank/old to confirm").fill("tank/old");
    await dialog.getByRole("button", { name: "Upgrade" }).click();
    await expect(dialog).toBeHidden();
    expect(await zfs(machine, "get", "-rHpo", "value", "version", "tank/old")).toBe("5\n5");
    expect(await lastDone(machine)).toMatch(/^zfs upgrade .*-r.*tank\/old$/);
    await choose(admin, "tank/old", "Upgrade its version");
    await expect(dialog).toContainText("It is of version 5, the newest: there is nothing to do.");
});

test("a filesystem is given to a container, and taken from it @all", async ({ machine, admin }) => {
    const hasZones = (await machine.execute("zfs 2>&1 | grep -c '^.zone ' || true")).stdout.trim() !== "0";
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create -o zoned=on tank/guest");
    await open(admin, "tank/guest");
    if (!hasZones) {
        await admin.zfs.getByRole("button", { name: "Actions for tank/guest" }).click();
        await expect(admin.zfs.getByRole("menuitem", { name: /^User namespace/ })).toContainText(
            "It needs ZFS 2.2",
        );
        return;
    }
    await machine.execute(
        "(setsid unshare --user --map-root-user sleep 1000 >/dev/null 2>&1 </dev/null & echo $! >/run/container) && " +
            "until [ $(readlink /proc/$(cat /run/container)/ns/user) != $(readlink /proc/self/ns/user) ]; do sleep 0.1; done",
    );
    try {
        const { stdout: pid } = await machine.execute("cat /run/container");
        const seen = async () =>
            (
                await machine.execute(`nsenter --user --target ${pid.trim()} zfs list -Ho name 2>&1 || true`)
            ).stdout.split("\n");
        expect(await seen()).not.toContain("tank/guest");
        for (const [what, action, line] of [
            ["Attach it to the namespace", "Attach", "zfs zone"],
            ["Detach it from the namespace", "Detach", "zfs unzone"],
        ] as const) {
            const dialog = await choose(admin, "tank/guest", "User namespace");
            await dialog.getByLabel(what).check();
            await dialog.getByLabel("Process in the container").fill(pid.trim());
            await dialog.getByRole("button", { name: action }).click();
            await expect(dialog).toBeHidden();
            expect(await lastDone(machine)).toBe(`${line} /proc/${pid.trim()}/ns/user tank/guest`);
            expect((await seen()).includes("tank/guest")).toBe(line === "zfs zone");
        }
    } finally {
        await machine.execute("kill $(cat /run/container)");
    }
});

test("a filesystem keeps its mount while it is renamed, and a clone without one where ZFS can @all", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/old && zfs snapshot tank/old@a");
    await open(admin, "tank/old");
    let dialog = await choose(admin, "tank/old", "Rename or move");
    await dialog.getByLabel("New name, in full").fill("tank/new");
    await dialog.getByLabel("Leave it mounted where it is (-u)").check();
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs rename -u tank/old tank/new");
    expect((await machine.execute("findmnt -nt zfs -o TARGET -S tank/new")).stdout.trim()).toBe("/tank/old");
    await expectListed(admin, "tank/new");
    await expect(admin.zfs.getByRole("button", { name: "Actions for tank/old", exact: true })).toHaveCount(0);

    await open(admin, "tank/new");
    dialog = await choose(admin, "tank/new", "Clone a snapshot");
    await dialog.getByLabel("Name of the clone, in full").fill("tank/try");
    const unmounted = dialog.getByLabel("Do not mount it now (-u)");
    const usage = (await machine.execute("zfs 2>&1 | grep '^.clone ' || true")).stdout;
    const canStay = /\[-\w*u/.test(usage);
    if (canStay) await unmounted.check();
    else await expect(unmounted).toBeHidden();
    await dialog.getByRole("button", { name: "Clone", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await value(machine, "origin,mounted", "tank/try")).toBe(`tank/new@a\n${canStay ? "no" : "yes"}`);
    expect(await lastDone(machine)).toBe(`zfs clone ${canStay ? "-u " : ""}tank/new@a tank/try`);
    await expectListed(admin, "tank/try");
});

test("a clone takes over what it came from @all", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute(
        "zfs create tank/old && zfs snapshot tank/old@a && zfs snapshot tank/old@b && zfs clone tank/old@b tank/new",
    );
    await open(admin, "tank/new");
    const dialog = await choose(admin, "tank/new", "Promote");
    await expect(dialog).toContainText("From tank/old to tank/new: a, b");
    await dialog.getByRole("button", { name: "Promote" }).click();
    await expect(dialog).toBeHidden();
    expect(await zfs(machine, "list", "-Hrt", "snapshot", "-o", "name", "tank")).toBe(
        "tank/new@a\ntank/new@b",
    );
    expect(await value(machine, "origin", "tank/old")).toBe("tank/new@b");
    expect(await lastDone(machine)).toBe("zfs promote tank/new");
    await open(admin, "tank/old");
    await expect(admin.zfs.getByText("tank/new@b")).toBeVisible();
});

/** What ZFS allows in a name besides letters: blanks anywhere, and each of these. */
const hardNames = [" first", "last ", "two  blanks", "a:b.c-d_e", "-r", ".hidden"];

test("names that are hard to handle are shown and acted on as they are @all", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    for (const name of hardNames) await zfs(machine, "create", `tank/${name}`);
    const left = () => zfs(machine, "list", "-Hrd1", "-o", "name", "tank");
    let dialog = admin.zfs.getByRole("dialog");

    await new Pages(admin).openCreate("tank/.hidden");
    await dialog.getByLabel("Name", { exact: true }).fill(" in it");
    await dialog.getByRole("button", { name: "Create tank/.hidden/ in it" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs create tank/.hidden/ in it");
    expect(await zfs(machine, "list", "-Ho", "name", "tank/.hidden/ in it")).toBe("tank/.hidden/ in it");

    await new Pages(admin).openDataset("tank/ first", "properties");
    await admin.zfs.getByRole("button", { name: "Set atime", exact: true }).click();
    await dialog.getByRole("radio", { name: "off", exact: true }).check();
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs set atime=off tank/ first");
    expect(await value(machine, "atime", "tank/ first")).toBe("off");
    await new Pages(admin).openDataset("tank/ first", "delegation");
    await admin.zfs.getByRole("button", { name: "Take a snapshot…" }).click();
    await dialog.getByLabel("Name").fill("-n");
    await dialog.getByRole("button", { name: "Take the snapshot" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs snapshot tank/ first@-n");
    expect(await zfs(machine, "list", "-Hrt", "snapshot", "-o", "name", "tank")).toBe("tank/ first@-n");

    for (const name of hardNames) {
        await open(admin, `tank/${name}`);
        dialog = await choose(admin, `tank/${name}`, "Rename or move");
        await expect(dialog.getByLabel("New name, in full")).toHaveValue(`tank/${name}`);
        await dialog.getByLabel("New name, in full").fill(`tank/${name}2`);
        await dialog.getByRole("button", { name: "Rename" }).click();
        await expect(dialog).toBeHidden();
        expect((await left()).split("\n")).toContain(`tank/${name}2`);
        expect(await lastDone(machine)).toBe(`zfs rename tank/${name} tank/${name}2`);
        await open(admin, `tank/${name}2`);
        dialog = await choose(admin, `tank/${name}2`, "Destroy");
        await dialog.getByLabel(/ to confirm$/).fill(`tank/${name}2`);
        await dialog.getByRole("button", { name: /^Destroy / }).click();
        await expect(dialog).toBeHidden();
        expect((await left()).split("\n")).not.toContain(`tank/${name}2`);
        const isAlone = name !== " first" && name !== ".hidden";
        expect(await lastDone(machine)).toBe(`zfs destroy ${isAlone ? "" : "-r "}tank/${name}2`);
    }
    expect(await left()).toBe("tank");

    // udev calls its device "a+disk"
    await new Pages(admin).openCreate("tank");
    await dialog.getByLabel("Volume").check();
    await dialog.getByLabel("Name", { exact: true }).fill("a disk");
    await dialog.getByLabel("Size", { exact: true }).fill("16M");
    await dialog.getByRole("button", { name: "Create tank/a disk" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs create -V 16777216 tank/a disk");
    // its space is reserved, with that of what ZFS notes about it
    expect(Number(await value(machine, "refreservation", "tank/a disk"))).toBeGreaterThan(16 << 20);
    await machine.execute(
        "udevadm settle; mkswap /dev/zvol/tank/a+disk && swapon /dev/zvol/tank/a+disk && readlink -f /dev/zvol/tank/a+disk >/run/swap",
    );
    await open(admin, "tank/a disk");
    dialog = await choose(admin, "tank/a disk", "Destroy");
    await expect(dialog).toContainText("The volume tank/a disk is in use: swap");
    await machine.execute("swapoff $(cat /run/swap); udevadm settle");
    await dialog.getByRole("button", { name: "Look again" }).click();
    await dialog.getByLabel(/ to confirm$/).fill("tank/a disk");
    await dialog.getByRole("button", { name: "Destroy tank/a disk" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs destroy tank/a disk");
    expect(await left()).toBe("tank");
});

test("names as long and as deep as ZFS takes them are taken, and no others @all @debian-13", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    // dozens of datasets are made, in each other, and to mount them all takes minutes
    await machine.execute("zfs set mountpoint=none tank");
    const dialog = await new Pages(admin).openCreate("tank");
    for (const [name, isGood] of [
        ["x".repeat(250), true],
        ["x".repeat(251), false],
        [Array.from({ length: 49 }, () => "d").join("/"), true],
        [Array.from({ length: 50 }, () => "e").join("/"), false],
    ] as const) {
        await dialog.getByLabel("Name", { exact: true }).fill(name);
        if (name.includes("/")) await dialog.getByLabel("Create what is missing above it").check();
        const action = dialog.getByRole("button", { name: `Create tank/${name}`, exact: true });
        if (isGood) await expect(action).toBeEnabled();
        else await expect(action).toBeDisabled();
        const tried = await machine.execute(["zfs", "create", "-p", "-o", "canmount=off", `tank/${name}`], {
            check: false,
        });
        expect([name, tried.exitCode === 0]).toEqual([name, isGood]);
    }
    await dialog.getByRole("button", { name: "Cancel" }).click();
});

const keyBytes = Buffer.from(Array.from({ length: 32 }, (_unused, index) => index));

test("keys of every kind are given when a filesystem is created @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.write("/root/tank.key", keyBytes);
    const hex = keyBytes.toString("hex");
    for (const [name, source, format, location] of [
        ["raw", "A key file of yours", "raw", "prompt"],
        ["hex", "A key of 64 hexadecimal digits", "hex", "prompt"],
        ["made", "A new random key, generated here", "hex", "prompt"],
        ["file", "A file or address that the host reads", "raw", "file:///root/tank.key"],
    ] as const) {
        const dialog = await new Pages(admin).openCreate("tank");
        await dialog.getByLabel("Name", { exact: true }).fill(name);
        await dialog.getByLabel("Encrypt it").check();
        await dialog.getByLabel("Key", { exact: true }).selectOption({ label: source });
        const field = dialog.getByLabel("Key file");
        let key: Buffer = format === "hex" ? Buffer.from(hex) : keyBytes;
        if (name === "raw") {
            await field.setInputFiles({
                name: "short.key",
                mimeType: "application/octet-stream",
                buffer: keyBytes.subarray(1),
            });
            await expect(dialog).toContainText("A key file has 32 bytes; this has another length");
            await field.setInputFiles({
                name: "tank.key",
                mimeType: "application/octet-stream",
                buffer: keyBytes,
            });
        } else if (name === "hex") await dialog.getByLabel("Hexadecimal key").fill(hex);
        else if (name === "made") {
            const groups = await dialog.locator("code.zfs-key span").allTextContents();
            key = Buffer.from(groups.join(""));
            await dialog.getByRole("button", { name: "I wrote it down" }).click();
            const label = await dialog.getByText(/^Group \d of/).textContent();
            await dialog.getByLabel(/^Group/).fill(groups[Number(/\d/.exec(label ?? "")?.[0]) - 1] ?? "");
        } else {
            await dialog.getByLabel("File or address").fill("/root/none.key");
            await dialog.getByLabel("What is there").selectOption({ label: "32 bytes (raw)" });
            await dialog.getByRole("button", { name: `Create tank/${name}` }).click();
            await expect(dialog).toContainText("Failed to open key material file");
            await dialog.getByLabel("File or address").fill("/root/tank.key");
        }
        await dialog.getByRole("button", { name: `Create tank/${name}` }).click();
        await expect(dialog).toBeHidden();
        expect(await value(machine, "keyformat,keylocation,keystatus", `tank/${name}`)).toBe(
            `${format}\n${location}\navailable`,
        );
        expect(await isKey(machine, `tank/${name}`, key)).toBe(true);
        await expectListed(admin, `tank/${name}`);
    }
    expect(await lastDone(machine)).toContain("-o keylocation=file:///root/tank.key tank/file");
});
