// Properties of datasets, set on their page: what zfs says, what the page shows, what the audit log holds.
import type { Machine } from "../vm/machine.ts";

import { audit, lastChange, lastDone, lineOf } from "./audit.ts";
import { choose } from "./devices.ts";
import { auditStates, lastRow } from "./faults/changes.ts";
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const zfs = async (machine: Machine, ...words: readonly string[]) =>
    (await machine.execute(["zfs", ...words])).stdout;

const valueOf = async (machine: Machine, name: string, dataset: string) =>
    (await zfs(machine, "get", "-Hp", "-o", "value", name, dataset)).replace(/\n$/, "");

const sourceOf = async (machine: Machine, name: string, dataset: string) =>
    (await zfs(machine, "get", "-Hp", "-o", "source", name, dataset)).trim();

const open = async (admin: Session, dataset: string) => {
    await new Pages(admin).openDataset(dataset, "properties");
    await expect(admin.zfs.getByRole("checkbox", { name: "Only what was set" })).toBeVisible();
};

const rowOf = ({ zfs: page }: Session, name: string) =>
    page.getByRole("row").filter({ has: page.locator("code", { hasText: new RegExp(`^${name}$`) }) });

const dialogOf = async ({ zfs: page }: Session, name: string) => {
    await page.getByRole("button", { name: `Set ${name}`, exact: true }).click();
    return page.getByRole("dialog");
};

const press = async (dialog: Awaited<ReturnType<typeof dialogOf>>, name: string) => {
    await dialog.getByRole("button", { name, exact: true }).click();
    await expect(dialog).toBeHidden();
};

test.beforeEach(async ({ machine }) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/home && zfs create tank/home/anna && zfs create tank/home/own");
});

test("a property is set, seen below, and inherited again @all @debian-12", async ({ machine, admin }) => {
    await machine.execute("zfs set compression=lz4 tank && zfs set compression=gzip tank/home/own");
    await open(admin, "tank/home");
    await expect(rowOf(admin, "compression").getByRole("link", { name: "tank" })).toBeVisible();
    const dialog = await dialogOf(admin, "compression");
    await expect(dialog).toContainText("1 dataset below inherits this");
    await expect(dialog).toContainText("1 dataset below keeps a value of its own");
    await dialog.getByRole("combobox").selectOption("zstd");
    await press(dialog, "Set");
    await expect(rowOf(admin, "compression")).toContainText("set here");
    expect(await valueOf(machine, "compression", "tank/home/anna")).toBe("zstd");
    expect(await valueOf(machine, "compression", "tank/home/own")).toBe("gzip");
    expect(await lastDone(machine)).toBe("zfs set compression=zstd tank/home");
    const back = await dialogOf(admin, "compression");
    await back.getByRole("radio", { name: "Inherit from tank: lz4" }).check();
    await back.getByRole("checkbox", { name: /Also below/ }).check();
    await press(back, "Inherit");
    await expect(rowOf(admin, "compression")).toContainText("inherited from tank");
    expect(await sourceOf(machine, "compression", "tank/home/own")).toBe("inherited from tank");
    expect(await lastDone(machine)).toBe("zfs inherit -r compression tank/home");
});

test("a change in a terminal is on the page", async ({ machine, admin }) => {
    await open(admin, "tank/home");
    await expect(rowOf(admin, "atime")).toContainText("default");
    await machine.execute("zfs set atime=off tank");
    await expect(rowOf(admin, "atime")).toContainText("inherited from tank");
    // as long as it is mounted so, whatever the property says
    await machine.execute("mount -o remount,noexec /tank/home");
    expect((await sourceOf(machine, "exec", "tank/home")).trim()).toBe("temporary");
    await expect(rowOf(admin, "exec")).toContainText("until unmounted");
});

test("a wrong value is told at its field, by the page or by ZFS @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute("zfs create -V 64M tank/disk");
    await open(admin, "tank/disk");
    const dialog = await dialogOf(admin, "volsize");
    const field = dialog.getByRole("textbox").first();
    await field.fill("65000000");
    await expect(field).toHaveAccessibleDescription(/A multiple of the block size/);
    await field.fill("100T");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(field).toHaveAccessibleDescription(/cannot set property for 'tank\/disk'/);
    expect(await valueOf(machine, "volsize", "tank/disk")).toBe("67108864");
    expect(await lastChange(machine)).toMatchObject({ state: "failed" });
    await field.fill("32M");
    await expect(dialog).toContainText("what is beyond its new end is lost");
    await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
    await dialog.getByLabel("Type tank/disk to confirm").fill("tank/disk");
    await press(dialog, "Set");
    expect(await valueOf(machine, "volsize", "tank/disk")).toBe("33554432");
    await expect(admin.zfs.getByRole("button", { name: "Set volblocksize" })).toHaveAccessibleDescription(
        /Only at creation/,
    );
});

test("a mount point is noted where ZFS can, or mounted anew @all", async ({ machine, admin }) => {
    const hostile = "/srv/<img src=x onerror=alert(1)> $(id) 'a' \"b\"";
    const usage = await machine.execute("zfs set 2>&1 | grep -q 'set \\[-u\\]'", { check: false });
    await open(admin, "tank/home");
    const dialog = await dialogOf(admin, "mountpoint");
    const noted = dialog.getByRole("checkbox", { name: /Only note it/ });
    await machine.execute("mkdir -p /srv/full && touch /srv/full/x");
    await dialog.getByRole("textbox").fill("/srv/full");
    await expect(dialog).toContainText("The folder /srv/full is not empty.");
    await dialog.getByRole("textbox").fill(hostile);
    if (usage.exitCode === 0) {
        await noted.check();
        await press(dialog, "Set");
        await expect(rowOf(admin, "mountpoint")).toContainText(hostile);
        expect((await machine.execute("findmnt -n -o TARGET -S tank/home")).stdout.trim()).toBe("/tank/home");
    } else {
        await expect(noted).toBeHidden();
        await press(dialog, "Set");
        await expect(rowOf(admin, "mountpoint")).toContainText(hostile);
        expect(await valueOf(machine, "mounted", "tank/home")).toBe("yes");
    }
    expect(await valueOf(machine, "mountpoint", "tank/home/anna")).toBe(`${hostile}/anna`);
    await new Pages(admin).openDataset("tank/home/anna");
    await choose(admin, "tank/home/anna", "Unmount");
    await dialog.getByRole("button", { name: "Unmount", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await valueOf(machine, "mounted", "tank/home/anna")).toBe("no");
    await choose(admin, "tank/home/anna", "Mount");
    await expect(admin.zfs.getByText("tank/home/anna mounted")).toBeVisible();
    expect(await lastDone(machine)).toBe("zfs mount tank/home/anna");
    expect((await machine.execute("findmnt -n -o TARGET -S tank/home/anna")).stdout.trim()).toBe(
        `${hostile}/anna`,
    );
    await expect(admin.zfs.getByText(`${hostile}/anna`).first()).toBeVisible();
});

test("notes hold any characters, and are removed @all @debian-12", async ({ machine, admin }) => {
    const text = `first\nsecond\t"$(id)" 'ü' ${"x".repeat(8000)}`;
    await open(admin, "tank/home");
    await admin.zfs.getByRole("button", { name: "Add a user property…" }).click();
    const note = admin.zfs.getByRole("dialog");
    await note.getByLabel("Name").fill("org.example:note");
    await note.getByLabel("Value").fill(text);
    await press(note, "Set");
    await expect(rowOf(admin, "org.example:note")).toContainText("second");
    expect(await valueOf(machine, "org.example:note", "tank/home")).toBe(text);
    // the audit has it whole
    const [noted] = await audit(machine);
    expect(noted?.argv).toEqual(["zfs", "set", `org.example:note=${text}`, "tank/home"]);
    await machine.execute("zfs set 'org.example:other=a\tb' tank/home");
    await expect(rowOf(admin, "org.example:other")).toContainText("a\tb");
    const dialog = await dialogOf(admin, "org.example:note");
    await expect(dialog.getByRole("textbox")).toHaveValue(text);
    await dialog.getByRole("radio", { name: "Remove it" }).check();
    await press(dialog, "Remove");
    await expect(rowOf(admin, "org.example:note")).toBeHidden();
    expect(await valueOf(machine, "org.example:note", "tank/home")).toBe("-");
    expect(await lastDone(machine)).toBe("zfs inherit org.example:note tank/home");
});

test("what was received comes back @all @debian-12", async ({ machine, admin }) => {
    await machine.execute(
        "zfs set compression=gzip tank/home/own && zfs snapshot tank/home/own@s && zfs send -p tank/home/own@s | zfs receive -u tank/copy && zfs set compression=off tank/copy",
    );
    await open(admin, "tank/copy");
    const dialog = await dialogOf(admin, "compression");
    await dialog.getByRole("radio", { name: "As it was received: gzip" }).check();
    await press(dialog, "Revert");
    await expect(rowOf(admin, "compression")).toContainText("received");
    expect(await valueOf(machine, "compression", "tank/copy")).toBe("gzip");
    expect(await lastDone(machine)).toBe("zfs inherit -S compression tank/copy");
});

/** Why ZFS sets those no more that its module says can be set. */
const fixedReasons: Readonly<Record<string, string>> = {
    version: "An upgrade of the filesystem raises it",
    keylocation: "Only an encryption root has a key of its own",
    keyformat: "It is changed together with the key",
    pbkdf2iters: "It is changed together with the key",
};

test("every property that can be set has a field @all", async ({ machine, admin }) => {
    await machine.execute("zfs create -V 16M tank/disk");
    for (const [dataset, type, some] of [
        ["tank/home", "filesystem", ["atime", "compression", "mountpoint", "quota"]],
        ["tank/disk", "volume", ["compression", "snapdev", "volmode", "volsize"]],
    ] as const) {
        await open(admin, dataset);
        const folder = "/sys/module/zfs/properties.dataset";
        const { stdout } = await machine.execute(
            `cd ${folder} && grep -l ${type} */datasets | cut -d/ -f1 | while read -r name; do echo "$name $(cat $name/readonly $name/setonce $name/visible | tr -d '\\n')"; done`,
        );
        const names = stdout
            .split("\n")
            .flatMap((line) => (line.endsWith(" 001") ? [line.split(" ")[0] ?? ""] : []));
        expect(names).toEqual(expect.arrayContaining([...some]));
        for (const name of names) {
            const pencil = admin.zfs.getByRole("button", { name: `Set ${name}`, exact: true });
            await expect(pencil).toBeVisible();
            const reason = fixedReasons[name];
            if (reason !== undefined) {
                await expect(pencil).toHaveAccessibleDescription(reason);
                continue;
            }
            const dialog = await dialogOf(admin, name);
            await expect(dialog.getByText(name, { exact: true })).toBeVisible();
            await dialog.getByRole("button", { name: "Cancel" }).click();
        }
    }
});

test("a note is set and a value inherited for three, of which one is a volume @all @debian-12", async ({
    machine,
    admin,
}) => {
    const names = ["tank/home/anna", "tank/home/disk", "tank/home/own"];
    await machine.execute(
        `zfs set compression=lz4 tank && zfs create -V 16M tank/home/disk && zfs set compression=gzip ${names.join(" ")}`,
    );
    await admin.goTo("/datasets");
    for (const name of names) await new Pages(admin).datasetRow(name).getByRole("checkbox").check();
    await admin.zfs.getByRole("button", { name: "Properties…" }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Property").selectOption({ label: "A user property" });
    await dialog.getByLabel("Name").fill("org.example:owner");
    await dialog.getByLabel("Value").fill("ann & co");
    await dialog.getByRole("button", { name: "Another property…" }).click();
    await dialog.getByLabel("Property").last().selectOption("compression");
    await dialog.getByRole("radio", { name: "Inherit" }).check();
    await dialog.getByRole("button", { name: "Change 3 datasets" }).click();
    await expect(dialog).toContainText("3 datasets changed");
    for (const name of names)
        await expect(dialog.getByRole("row").filter({ hasText: name })).toHaveText(`${name}Changed`);
    await dialog.getByRole("button", { name: "Close" }).last().click();
    const found = await zfs(
        machine,
        ...["get", "-H", "-o", "name,property,value,source", "org.example:owner,compression", ...names],
    );
    expect(found.trim().split("\n")).toEqual(
        names.flatMap((name) => [
            `${name}\torg.example:owner\tann & co\tlocal`,
            `${name}\tcompression\tlz4\tinherited from tank`,
        ]),
    );
    expect((await audit(machine)).slice(0, 2).map(lineOf).toSorted()).toEqual([
        `zfs inherit compression ${names.join(" ")}`,
        `zfs set org.example:owner=ann & co ${names.join(" ")}`,
    ]);
});

test("500 datasets are changed by five processes, and each says what became of it @all @debian-13", async ({
    machine,
    admin,
}) => {
    test.setTimeout(1_200_000);
    await machine.execute(filePool("vault"));
    // many at once share a transaction group, and a page that looks on would read them all again and again
    await admin.leave();
    await machine.execute(
        "zfs create -o canmount=off vault/many; seq 499 | xargs -P 8 -I N zfs create -o canmount=off vault/many/dN",
        { timeoutMs: 500_000 },
    );
    await admin.enter();
    await admin.goTo("/datasets");
    await admin.zfs.getByLabel("Search by name").fill("vault/many");
    // the last of them may still be on their way to the page
    await expect(async () => {
        await admin.zfs.getByRole("checkbox", { name: /^Choose all/ }).check();
        await expect(admin.zfs.getByText("500 datasets chosen")).toBeVisible({ timeout: 5_000 });
    }).toPass({ timeout: 120_000 });
    await admin.zfs.getByRole("button", { name: "Properties…" }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Property").selectOption("compression");
    await dialog.getByLabel("Value").selectOption("zstd");
    await machine.execute("zfs destroy vault/many/d499");
    const begin = await lastRow(machine);
    await dialog.getByRole("button", { name: "Change 500 datasets" }).click();
    await expect(dialog).toContainText("Gone through 100 of 500 datasets", { timeout: 200_000 });
    // two or three a second, in a guest beside another
    await expect(dialog).toContainText("499 datasets changed", { timeout: 400_000 });
    await expect(dialog.getByRole("row").filter({ hasText: "vault/many/d499" })).toContainText(
        "is not there any more",
    );
    const values = await zfs(machine, "get", "-Hr", "-o", "value,source", "compression", "vault/many");
    expect(values.trim().split("\n")).toEqual(Array.from({ length: 499 }, () => "zstd\tlocal"));
    // without d499, of which its process was told before it began
    const rows = (await auditStates(machine, begin)).map((row) => row.split(" vault/many"));
    expect(rows.map(([line]) => line)).toEqual(
        Array.from({ length: 5 }, () => "done: zfs set compression=zstd"),
    );
    expect(rows.map(({ length }) => length - 1).toSorted((a, b) => a - b)).toEqual([99, 100, 100, 100, 100]);
    // which forgets what was looked for
    await admin.reload();
});
