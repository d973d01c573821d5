// Properties of pools and devices, set on their pages: what zpool says, what the page shows, what the audit log holds.
import type { Machine } from "../vm/machine.ts";

import { lastChange, lastDone } from "./audit.ts";
import { disks, expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const [first = "", second = ""] = disks;

const valueOf = async (machine: Machine, name: string, ...vdev: string[]) =>
    (await machine.execute(["zpool", "get", "-Hp", "-o", "value", name, "tank", ...vdev])).stdout.trim();

const dialogOf = async ({ zfs }: Session, property: string) => {
    await zfs.getByRole("button", { name: `Set ${property}`, exact: true }).click();
    return zfs.getByRole("dialog");
};

const rowOf = ({ zfs }: Session, text: RegExp) => zfs.getByRole("row", { name: text });

test.beforeEach(async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", "mirror", first, second]);
    await admin.goTo("/pools/tank/properties");
});

test("a choice is set and set back to its default @all", async ({ machine, admin }) => {
    const dialog = await dialogOf(admin, "failmode");
    await dialog.getByRole("radio", { name: "continue" }).check();
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(rowOf(admin, /^failmode continue .*set here/)).toBeVisible();
    expect(await valueOf(machine, "failmode")).toBe("continue");
    expect(await lastDone(machine)).toBe("zpool set failmode=continue tank");
    const back = await dialogOf(admin, "failmode");
    await back.getByRole("button", { name: "Use the default: wait" }).click();
    await back.getByRole("button", { name: "Set", exact: true }).click();
    await expect(rowOf(admin, /^failmode wait .*default/)).toBeVisible();
    expect(await valueOf(machine, "failmode")).toBe("wait");
    expect(await lastDone(machine)).toBe("zpool set failmode=wait tank");
});

test("ZFS's refusal of a value stands at its field, and nothing is changed @all", async ({
    machine,
    admin,
}) => {
    const dialog = await dialogOf(admin, "bootfs");
    await dialog.getByLabel("bootfs").fill("other/root");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog.getByLabel("bootfs")).toHaveAccessibleDescription(/cannot set property for 'tank'/);
    expect(await valueOf(machine, "bootfs")).toBe("-");
    expect(await lastChange(machine)).toMatchObject({ state: "failed" });
    await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("all properties that can be set have a field that takes what they hold @all", async ({
    machine,
    admin,
}) => {
    const { stdout } = await machine.execute("grep -l '^0' /sys/module/zfs/properties.pool/*/readonly");
    const { stdout: listed } = await machine.execute("zpool get -Hp -o property all tank");
    const settable = stdout.split("\n").flatMap((path) => path.split("/").at(-2) ?? []);
    const names = listed.split("\n").filter((name) => settable.includes(name));
    expect(names).toEqual(expect.arrayContaining(["ashift", "autoexpand", "cachefile", "comment"]));
    for (const name of names) {
        const pencil = admin.zfs.getByRole("button", { name: `Set ${name}`, exact: true });
        await expect(pencil).toBeVisible();
        if ((await pencil.getAttribute("aria-disabled")) === "true") continue;
        const dialog = await dialogOf(admin, name);
        await expect(dialog.getByText(name, { exact: true })).toBeVisible();
        await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
        await dialog.getByRole("button", { name: "Cancel" }).click();
    }
    for (const name of ["altroot", "readonly", "version"])
        await expect(admin.zfs.getByRole("button", { name: `Set ${name}`, exact: true })).toHaveAttribute(
            "aria-disabled",
            "true",
        );
});

test("a device takes properties and notes where vdevs have them @all", async ({ machine, admin }) => {
    const has = await machine.execute("test -d /sys/module/zfs/properties.vdev", { check: false });
    await admin.goTo("/pools/tank");
    await admin.zfs.getByRole("button", { name: "mirror-0", exact: true }).click();
    await expect(admin.zfs.getByText("Guid", { exact: true })).toBeVisible();
    if (has.exitCode !== 0) {
        await expect(admin.zfs.getByText("Add a user property…")).toBeHidden();
        return;
    }
    const limit = await dialogOf(admin, "checksum_n");
    await limit.getByLabel("checksum_n").fill("5");
    await limit.getByRole("button", { name: "Set", exact: true }).click();
    await expect(rowOf(admin, /^checksum_n 5 /)).toBeVisible();
    expect(await valueOf(machine, "checksum_n", "mirror-0")).toBe("5");
    expect(await lastDone(machine)).toBe("zpool set checksum_n=5 tank GUID");
    await admin.zfs.getByRole("button", { name: "Add a user property…" }).click();
    const note = admin.zfs.getByRole("dialog");
    await note.getByLabel("Name").fill("org.example:bay");
    await note.getByLabel("Value").fill("7, left");
    await note.getByRole("button", { name: "Set", exact: true }).click();
    await expect(rowOf(admin, /^org\.example:bay 7, left/)).toBeVisible();
    expect(await valueOf(machine, "org.example:bay", "mirror-0")).toBe("7, left");
    expect(await lastDone(machine)).toBe("zpool set org.example:bay=7, left tank GUID");
});
