// Keys of encrypted filesystems after an import: what ZFS says afterwards, what the page shows, what the audit holds.
import { audit, lineOf } from "./audit.ts";
import { choose, findToImport } from "./devices.ts";
import { disks, expect, test } from "./fixtures.ts";

const [first = ""] = disks;
const passphrase = "canary sings 4711 at dawn";

test("an import asks for the keys that are missing, and what they open is mounted @all", async ({
    machine,
    admin,
}) => {
    await machine.execute(["make-pool", "tank", first]);
    await machine.write("/root/typed", passphrase);
    await machine.execute(`set -e
        head -c 32 /dev/urandom >/root/raw
        zfs create -o encryption=on -o keyformat=passphrase -o keylocation=prompt tank/home </root/typed
        zfs create tank/home/anna; touch /tank/home/anna/kept
        zfs create -o encryption=on -o keyformat=raw -o keylocation=file:///root/raw tank/vault
        zpool export tank`);
    await findToImport(admin, "tank");
    const form = admin.zfs.getByRole("dialog", { name: "Import tank" });
    await form.getByRole("button", { name: "Import tank" }).click();

    const dialog = admin.zfs.getByRole("dialog", { name: "Load keys of tank" });
    const home = dialog.getByRole("form", { name: "tank/home" });
    const run = home.getByRole("button", { name: "Load the key of tank/home" });
    await home.getByLabel("Passphrase").fill("not the right one");
    await run.click();
    await expect(home).toContainText("This is not the key of tank/home");
    await home.getByLabel("Passphrase").fill(passphrase);
    await run.click();
    await expect(home).toContainText("The key is loaded, and 2 filesystems mounted.");
    await machine.execute("test -e /tank/home/anna/kept");
    const vault = dialog.getByRole("form", { name: "tank/vault" });
    await expect(vault).toContainText("/root/raw");
    await vault.getByLabel("Mount what it opens").uncheck();
    await vault.getByRole("button", { name: "Load the key of tank/vault" }).click();
    await expect(vault).toContainText("The key is loaded.");
    const status = await machine.execute("zfs get -Hro value keystatus tank/home tank/vault");
    expect(status.stdout.trim().split("\n")).toEqual(["available", "available", "available"]);
    expect((await machine.execute("zfs get -Ho value mounted tank/vault")).stdout.trim()).toBe("no");
    const changes = await audit(machine);
    expect(changes.slice(0, 6).map((change) => `${lineOf(change)}: ${change.state}`)).toEqual([
        "zfs load-key tank/vault: done",
        "zfs mount tank/home/anna: done",
        "zfs mount tank/home: done",
        "zfs load-key -L prompt tank/home: done",
        "zfs load-key -L prompt tank/home: failed",
        "zpool import GUID tank: done",
    ]);
    expect(JSON.stringify(changes)).not.toContain("canary");
    await dialog.getByRole("button", { name: "Close" }).last().click();

    await admin.goTo("/pools/tank");
    await choose(admin, "tank", "Load keys");
    await expect(dialog).toContainText("No key is missing.");
});
