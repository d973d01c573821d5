// The keys of datasets on their pages: what ZFS says, what the page shows, what the audit log holds.
import type { Locator } from "@playwright/test";

import type { Machine } from "../vm/machine.ts";

import { audit, lastDone, lineOf } from "./audit.ts";
import { auditStates, lastRow } from "./faults/changes.ts";
import { isKey } from "./faults/secrets.ts";
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const passphrase = "correct horse battery";

/** Makes `tank/a`, which is encrypted, and `tank/a/in`, which has its key. */
async function makeEncrypted(machine: Machine): Promise<void> {
    await machine.execute(filePool("tank"));
    await machine.write("/root/key", passphrase);
    await machine.execute(
        "zfs create -o encryption=on -o keyformat=passphrase -o keylocation=file:///root/key tank/a && " +
            "zfs set keylocation=prompt tank/a && zfs create tank/a/in && rm /root/key",
    );
}

async function openKeys(admin: Session, dataset: string): Promise<void> {
    await new Pages(admin).openDataset(dataset, "keys");
    await expect(card(admin, "tank/a")).toContainText("Nowhere: a person types it");
}

const card = ({ zfs }: Session, name: string): Locator =>
    zfs.getByRole("region", { name: new RegExp(`^${name} `) });

async function choose({ zfs }: Session, name: string, item: string): Promise<Locator> {
    await zfs.getByRole("button", { name: `Actions for the key of ${name}`, exact: true }).click();
    await zfs.getByRole("menuitem", { name: new RegExp(`^${item}`) }).click();
    return zfs.getByRole("dialog");
}

/** Unmounts what the key of `tank/a` opens, and forgets it. */
async function unload(admin: Session): Promise<void> {
    const dialog = await choose(admin, "tank/a", "Unload");
    await dialog.getByRole("button", { name: "Unmount and unload the key" }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("Key not loaded");
}

/** Opens the dialog that loads the key of `tank/a`. */
async function openLoad({ zfs }: Session): Promise<Locator> {
    await zfs.getByRole("button", { name: "Load the key of tank/a", exact: true }).click();
    return zfs.getByRole("dialog", { name: "Load the key of tank/a" });
}

/** Sends what stands in the dialog that loads the key of `tank/a`. */
async function load(admin: Session, dialog: Locator): Promise<void> {
    await dialog.getByRole("button", { name: "Load the key", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("2 datasets, 2 mounted");
}

const valuesOf = async (machine: Machine, dataset: string, properties: string): Promise<readonly string[]> =>
    (await machine.execute(["zfs", "get", "-Ho", "value", properties, dataset])).stdout.trim().split("\n");

/** The lines of the last changes, the oldest first. */
const lastLines = async (machine: Machine, count: number): Promise<readonly string[]> =>
    (await audit(machine)).slice(0, count).reverse().map(lineOf);

test("a key is unloaded, refused, and loaded again; what it opens is unmounted and mounted @all", async ({
    machine,
    admin,
}) => {
    await makeEncrypted(machine);
    await openKeys(admin, "tank");
    await expect(card(admin, "tank/a")).toContainText("Key loaded");
    await expect(card(admin, "tank/a")).toContainText("2 datasets, 2 mounted");
    let dialog = await choose(admin, "tank/a", "Unload");
    await expect(dialog.getByRole("listitem")).toHaveText(["tank/a/in at /tank/a/in", "tank/a at /tank/a"]);
    await dialog.getByRole("button", { name: "Unmount and unload the key" }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("Key not loaded");
    expect(await valuesOf(machine, "tank/a/in", "keystatus,mounted")).toEqual(["unavailable", "no"]);
    // it may be refused while somebody reads, and is tried again then
    expect([...new Set(await lastLines(machine, 6))].slice(-3)).toEqual([
        "zfs unmount tank/a/in",
        "zfs unmount tank/a",
        "zfs unload-key tank/a",
    ]);

    await admin.zfs.getByRole("button", { name: "Load the key of tank/a" }).click();
    dialog = admin.zfs.getByRole("dialog");
    const field = dialog.getByLabel("Passphrase", { exact: true });
    await field.fill("battery staple");
    await field.press("Enter");
    await expect(dialog.getByText("This is not the key of tank/a")).toBeVisible();
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
    expect(await valuesOf(machine, "tank/a", "keystatus")).toEqual(["unavailable"]);
    await field.fill(passphrase);
    await dialog.getByLabel("Mount what it opens").uncheck();
    await field.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("Key loaded");
    expect(await valuesOf(machine, "tank/a/in", "keystatus,mounted")).toEqual(["available", "no"]);
    const loads = ["zfs load-key -L prompt tank/a", "zfs load-key -L prompt tank/a"];
    expect(await lastLines(machine, 2)).toEqual(loads);

    dialog = await choose(admin, "tank/a", "Mount what it opens");
    await expect(dialog.getByRole("listitem")).toHaveText(["tank/a at /tank/a", "tank/a/in at /tank/a/in"]);
    await dialog.getByRole("button", { name: "Mount", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("2 datasets, 2 mounted");
    expect(await valuesOf(machine, "tank/a/in", "mounted")).toEqual(["yes"]);
    expect(await lastLines(machine, 4)).toEqual([...loads, "zfs mount tank/a", "zfs mount tank/a/in"]);
});

test("a key that is unloaded elsewhere is on the page, and one that is loaded with a mount together with that @all", async ({
    machine,
    admin,
}) => {
    await makeEncrypted(machine);
    await machine.write("/root/kept", passphrase);
    await machine.execute("zfs unmount tank/a/in && zfs unmount tank/a");
    await openKeys(admin, "tank/a");
    await machine.execute("zfs unload-key tank/a");
    await expect(card(admin, "tank/a")).toContainText("Key not loaded");
    await machine.execute(
        "zfs set keylocation=file:///root/kept tank/a && zfs mount -l tank/a && rm /root/kept",
    );
    // the reading that tells of the mount tells of the key, too
    await expect(card(admin, "tank/a")).toContainText("2 datasets, 1 mounted");
    expect(await card(admin, "tank/a").textContent()).toContain("Key loaded");
});

test("a key is tried, and changed to one that the page makes @all", async ({ machine, admin }) => {
    await makeEncrypted(machine);
    await openKeys(admin, "tank/a");
    let dialog = await choose(admin, "tank/a", "Test a key");
    const field = dialog.getByLabel("Passphrase", { exact: true });
    await field.fill("battery staple");
    await dialog.getByRole("button", { name: "Test", exact: true }).click();
    await expect(dialog.getByText("This is not the key of tank/a")).toBeVisible();
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
    await field.fill(passphrase);
    await dialog.getByRole("button", { name: "Test", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(admin.zfs.getByText("This is the key of tank/a")).toBeVisible();
    expect(await lastDone(machine)).toBe("zfs load-key -n -L prompt tank/a");

    dialog = await choose(admin, "tank/a", "Change the key");
    await dialog
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "A new random key, generated here" });
    const groups = await dialog.locator("code.zfs-key span").allTextContents();
    const action = dialog.getByRole("button", { name: "Change the key", exact: true });
    await expect(action).toBeDisabled();
    await dialog.getByRole("button", { name: "I wrote it down" }).click();
    const label = await dialog.getByText(/^Group \d of/).textContent();
    await dialog.getByLabel(/^Group/).fill(groups[Number(/\d/.exec(label ?? "")?.[0]) - 1] ?? "");
    await action.click();
    await expect(dialog).toBeHidden();
    expect(await valuesOf(machine, "tank/a", "keyformat,keylocation")).toEqual(["hex", "prompt"]);
    expect(await lastDone(machine)).toBe("zfs change-key -o keyformat=hex -o keylocation=prompt tank/a");
    expect(await isKey(machine, "tank/a", Buffer.from(groups.join("")))).toBe(true);
    expect(await isKey(machine, "tank/a", Buffer.from(passphrase))).toBe(false);
    await expect(card(admin, "tank/a")).toContainText("64 hexadecimal digits");

    await unload(admin);
    dialog = await openLoad(admin);
    await dialog.getByLabel("Hexadecimal key").fill(groups.join(""));
    await load(admin, dialog);
    expect(await lastLines(machine, 3)).toEqual([
        "zfs load-key -L prompt tank/a",
        "zfs mount tank/a",
        "zfs mount tank/a/in",
    ]);
});

test("where a key is kept is changed only to a place where it is, from which it is loaded to be changed @all @debian-12", async ({
    machine,
    admin,
}) => {
    await makeEncrypted(machine);
    await openKeys(admin, "tank/a");
    let dialog = await choose(admin, "tank/a", "Change where");
    const action = dialog.getByRole("button", { name: "Change", exact: true });
    await dialog.getByLabel("File or address").fill("/root/passphrase");
    await action.click();
    await expect(dialog.getByText(/No such file or directory/)).toBeVisible();
    expect(await valuesOf(machine, "tank/a", "keylocation")).toEqual(["prompt"]);
    await machine.write("/root/passphrase", passphrase);
    await action.click();
    await expect(dialog).toBeHidden();
    expect(await valuesOf(machine, "tank/a", "keylocation")).toEqual(["file:///root/passphrase"]);
    expect(await lastDone(machine)).toBe("zfs set keylocation=file:///root/passphrase tank/a");
    await expect(card(admin, "tank/a")).toContainText("/root/passphrase");

    await machine.execute("zfs unmount tank/a/in && zfs unmount tank/a && zfs unload-key tank/a");
    await expect(card(admin, "tank/a")).toContainText("Key not loaded", { timeout: 45_000 });
    dialog = await choose(admin, "tank/a", "Change the key");
    await expect(dialog).toContainText("The old key is first loaded from /root/passphrase.");
    await dialog.getByLabel("Passphrase", { exact: true }).fill("another one altogether");
    await dialog.getByLabel("Passphrase again").fill("another one altogether");
    await dialog.getByRole("button", { name: "Change the key", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("Key loaded");
    expect(await lastDone(machine)).toMatch(/^zfs change-key -l .*-o keylocation=prompt.* tank\/a$/);
    expect(await valuesOf(machine, "tank/a", "keystatus,keylocation")).toEqual(["available", "prompt"]);
    expect(await isKey(machine, "tank/a", Buffer.from("another one altogether"))).toBe(true);
    expect(await isKey(machine, "tank/a", Buffer.from(passphrase))).toBe(false);
    await machine.execute("rm /root/passphrase");
});

test("a key is changed to a file of one's own, and to one that the host reads @all @debian-12", async ({
    machine,
    admin,
}) => {
    await makeEncrypted(machine);
    await openKeys(admin, "tank/a");
    const own = Buffer.from(Array.from({ length: 32 }, (_, index) => 255 - index));
    const dialog = await choose(admin, "tank/a", "Change the key");
    const action = dialog.getByRole("button", { name: "Change the key", exact: true });
    await dialog.getByLabel("Key", { exact: true }).selectOption({ label: "A key file of yours" });
    await dialog
        .getByLabel("Key file")
        .setInputFiles({ name: "own.key", mimeType: "application/octet-stream", buffer: own });
    await action.click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs change-key -o keyformat=raw -o keylocation=prompt tank/a");
    expect(await isKey(machine, "tank/a", own)).toBe(true);
    await expect(card(admin, "tank/a")).toContainText("32 bytes");
    await unload(admin);
    const ownFile = await openLoad(admin);
    await ownFile
        .getByLabel("Key file")
        .setInputFiles({ name: "own.key", mimeType: "application/octet-stream", buffer: own });
    await load(admin, ownFile);

    const kept = Buffer.from(own).reverse();
    await machine.write("/root/kept.key", kept);
    await choose(admin, "tank/a", "Change the key");
    await dialog
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "A file or address that the host reads" });
    await dialog.getByLabel("File or address").fill("/root/none.key");
    await dialog.getByLabel("What is there").selectOption({ label: "32 bytes (raw)" });
    await action.click();
    await expect(dialog).toContainText("Failed to open key material file");
    expect(await isKey(machine, "tank/a", own)).toBe(true);
    await dialog.getByLabel("File or address").fill("/root/kept.key");
    await action.click();
    await expect(dialog).toBeHidden();
    expect(await valuesOf(machine, "tank/a", "keyformat,keylocation")).toEqual([
        "raw",
        "file:///root/kept.key",
    ]);
    expect(await isKey(machine, "tank/a", kept)).toBe(true);
    expect(await isKey(machine, "tank/a", own)).toBe(false);

    await unload(admin);
    await machine.execute("mv /root/kept.key /root/moved.key");
    const moved = await openLoad(admin);
    await moved.getByRole("button", { name: "Load the key", exact: true }).click();
    await expect(moved).toContainText("Failed to open key material file");
    await moved
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "Another file or address that the host reads" });
    await moved.getByLabel("File or address").fill("/root/moved.key");
    await load(admin, moved);
    expect((await lastLines(machine, 3))[0]).toBe("zfs load-key -L file:///root/moved.key tank/a");
    await machine.execute("rm /root/moved.key");
});

test("what becomes of a key at boot is said @all @debian-12", async ({ machine, admin }) => {
    await makeEncrypted(machine);
    await openKeys(admin, "tank/a");
    await expect(card(admin, "tank/a")).toContainText("No zfs-load-key service is enabled for it");
    await expect(
        admin.zfs.getByText("What is open by then is mounted at boot, by zfs-mount.service."),
    ).toBeVisible();
    const [unit, template] = ["zfs-load-key@tank-a.service", "/etc/systemd/system/zfs-load-key@.service"];
    await machine.write(
        template,
        "[Service]\nType=oneshot\nExecStart=/bin/true\n[Install]\nWantedBy=multi-user.target\n",
    );
    try {
        await machine.execute(`systemctl enable ${unit}`);
        await openKeys(admin, "tank");
        await expect(card(admin, "tank/a")).toContainText(`Asked for at the console (by ${unit})`);
    } finally {
        await machine.execute(`systemctl disable ${unit}; rm ${template}; systemctl daemon-reload`);
    }
});

test("a child gets a key of its own, and gives it up again @all @debian-12", async ({ machine, admin }) => {
    await makeEncrypted(machine);
    await openKeys(admin, "tank/a/in");
    await admin.zfs.getByRole("button", { name: "Give it a key of its own…" }).click();
    let dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Passphrase", { exact: true }).fill("a key of its own");
    await dialog.getByLabel("Passphrase again").fill("a key of its own");
    await dialog.getByLabel("Iterations (pbkdf2iters)").fill("100000");
    await dialog.getByRole("button", { name: "Give it the key" }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a/in")).toContainText("Key loaded");
    expect(await valuesOf(machine, "tank/a/in", "encryptionroot,pbkdf2iters")).toEqual([
        "tank/a/in",
        "100000",
    ]);
    expect(await lastDone(machine)).toBe(
        "zfs change-key -o keyformat=passphrase -o keylocation=prompt -o pbkdf2iters=100000 tank/a/in",
    );
    dialog = await choose(admin, "tank/a/in", "Use the key of the parent");
    await dialog.getByRole("button", { name: "Use the key of the parent" }).click();
    await expect(dialog).toBeHidden();
    expect(await valuesOf(machine, "tank/a/in", "encryptionroot")).toEqual(["tank/a"]);
    expect(await lastDone(machine)).toBe("zfs change-key -i tank/a/in");
    await expect(admin.zfs.getByText("tank/a/in has no key of its own")).toBeVisible();
});

test("all keys below a pool are unloaded together, the deepest first @all @debian-12", async ({
    machine,
    admin,
}) => {
    await makeEncrypted(machine);
    await machine.write("/root/key", passphrase);
    await machine.execute(
        "zfs create -o encryption=on -o keyformat=passphrase -o keylocation=file:///root/key tank/a/own && " +
            "zfs set keylocation=prompt tank/a/own && rm /root/key",
    );
    await openKeys(admin, "tank");
    const begin = await lastRow(machine);
    await admin.zfs.getByRole("button", { name: "Unload all keys here…" }).click();
    const dialog = admin.zfs.getByRole("dialog", { name: "Unload 2 keys in tank?" });
    await expect(dialog.getByRole("list", { name: "Locked afterwards" }).getByRole("listitem")).toHaveText([
        "tank/a/own",
        "tank/a",
        "tank/a/in (key of tank/a)",
    ]);
    await dialog.getByRole("button", { name: "Unmount and unload the keys" }).click();
    await expect(dialog).toBeHidden();
    await expect(card(admin, "tank/a")).toContainText("Key not loaded");
    await expect(card(admin, "tank/a/own")).toContainText("Key not loaded");
    expect(await valuesOf(machine, "tank/a/own", "keystatus,mounted")).toEqual(["unavailable", "no"]);
    expect(await valuesOf(machine, "tank/a/in", "keystatus,mounted")).toEqual(["unavailable", "no"]);
    // one may be refused while somebody reads, and is tried again then
    expect((await auditStates(machine, begin)).filter((state) => state.startsWith("done: "))).toEqual([
        "done: zfs unmount tank/a/own",
        "done: zfs unmount tank/a/in",
        "done: zfs unmount tank/a",
        "done: zfs unload-key tank/a/own",
        "done: zfs unload-key tank/a",
    ]);

    await admin.zfs.getByRole("button", { name: "Load 2 keys…" }).click();
    const load = admin.zfs.getByRole("dialog", { name: "Load keys of tank" });
    for (const name of ["tank/a", "tank/a/own"]) {
        const form = load.getByRole("form", { name, exact: true });
        await form.getByLabel("Passphrase", { exact: true }).fill(passphrase);
        await form.getByRole("button", { name: `Load the key of ${name}`, exact: true }).click();
        await expect(form).toContainText(/The key is loaded, and \d filesystems? mounted/);
    }
    await load.getByRole("button", { name: "Close" }).last().click();
    await expect(card(admin, "tank/a/own")).toContainText("Key loaded");
    for (const name of ["tank/a/in", "tank/a/own"])
        await expect.poll(() => valuesOf(machine, name, "keystatus,mounted")).toEqual(["available", "yes"]);
});

test("keys that the host reads itself are loaded in turn, and the one that is typed is left @all @debian-13", async ({
    machine,
    admin,
}) => {
    await makeEncrypted(machine);
    await machine.write("/root/one", passphrase);
    await machine.execute(`set -e
        head -c 32 /dev/urandom >/root/two
        zfs create -o encryption=on -o keyformat=passphrase -o keylocation=file:///root/one tank/one
        zfs create -o encryption=on -o keyformat=raw -o keylocation=file:///root/two tank/two
        zpool export tank && zpool import -d /var/tmp/pools tank`);
    await openKeys(admin, "tank");
    await admin.zfs.getByRole("button", { name: "Load 3 keys…" }).click();
    const dialog = admin.zfs.getByRole("dialog", { name: "Load keys of tank" });
    const all = dialog.getByRole("button", { name: "Load the 2 keys that the host reads itself" });
    await all.click();
    for (const name of ["tank/one", "tank/two"])
        await expect(dialog.getByRole("form", { name, exact: true })).toContainText(
            "The key is loaded, and 1 filesystem mounted.",
        );
    await expect(all).toBeHidden();
    await expect(dialog.getByRole("button", { name: "Close" }).last()).toBeFocused();
    expect(await lastLines(machine, 4)).toEqual([
        "zfs load-key tank/one",
        "zfs mount tank/one",
        "zfs load-key tank/two",
        "zfs mount tank/two",
    ]);
    for (const name of ["tank/one", "tank/two"])
        expect(await valuesOf(machine, name, "keystatus,mounted")).toEqual(["available", "yes"]);
    expect(await valuesOf(machine, "tank/a", "keystatus")).toEqual(["unavailable"]);
    const form = dialog.getByRole("form", { name: "tank/a", exact: true });
    await form.getByLabel("Passphrase", { exact: true }).fill(passphrase);
    await form.getByLabel("Passphrase", { exact: true }).press("Enter");
    await expect(form).toContainText("The key is loaded, and 2 filesystems mounted.");
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await expect(admin.zfs.getByText("3 keys, and all are loaded")).toBeVisible();
    await machine.execute("rm /root/one /root/two");
});

test("a key is unloaded with the unmount of what it opens @all @debian-12", async ({ machine, admin }) => {
    await makeEncrypted(machine);
    await machine.execute("zfs destroy tank/a/in");
    const pages = new Pages(admin);
    await pages.openDataset("tank/a");
    await admin.zfs.getByRole("button", { name: "Actions for tank/a", exact: true }).click();
    await admin.zfs.getByRole("menuitem", { name: /^Unmount/ }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Unload its key, too").check();
    await dialog.getByRole("button", { name: "Unmount", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await valuesOf(machine, "tank/a", "keystatus,mounted")).toEqual(["unavailable", "no"]);
    expect(await lastLines(machine, 1)).toEqual(["zfs unmount -u tank/a"]);
    await pages.openDataset("tank/a", "keys");
    await expect(card(admin, "tank/a")).toContainText("Key not loaded");
});
