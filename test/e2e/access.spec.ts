// Who may do what and who may take how much, changed on the page of a dataset: what zfs says, what the page shows, what
// the audit log holds; and what somebody may do without administrative access.
import type { DatasetTab } from "../../src/routes.ts";
import { formatSize, parseSize } from "../../src/zfs/size.ts";
import type { Machine } from "../vm/machine.ts";

import { audit, lastChange, lastDone, lineOf } from "./audit.ts";
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const open = async (session: Session, dataset: string, tab: DatasetTab) => {
    await new Pages(session).openDataset(dataset, tab);
    const leaf = dataset.split("/").at(-1) ?? "";
    await expect(session.zfs.getByRole("heading", { name: leaf, level: 1 })).toBeVisible();
};

const valueOf = async (machine: Machine, property: string, dataset: string) =>
    (await machine.execute(["zfs", "get", "-Hp", "-o", "value", property, dataset])).stdout.trim();

const allowed = async (machine: Machine, dataset: string) =>
    (await machine.execute(["zfs", "allow", dataset])).stdout;

test.beforeEach(async ({ machine }) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/home");
});

test("a quota is set, refused below what is used, and taken away @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute("head -c 20M /dev/urandom >/tank/home/file && zpool sync tank");
    await open(admin, "tank/home", "quotas");
    await admin.zfs.getByRole("button", { name: "Set quota", exact: true }).click();
    const dialog = admin.zfs.getByRole("dialog", { name: "Set quota of tank/home" });
    const field = dialog.getByLabel("quota", { exact: true });
    await field.fill("1M");
    await expect(field).toHaveAccessibleDescription(/is used already: ZFS takes no less/);
    await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
    await field.fill("50M");
    await field.press("Enter");
    await expect(admin.zfs.getByText(/of 50 MiB with all that lies in it/)).toBeVisible();
    expect(await valueOf(machine, "quota", "tank/home")).toBe("52428800");
    expect(await lastDone(machine)).toBe("zfs set quota=52428800 tank/home");
    await admin.zfs.getByRole("button", { name: "Set quota", exact: true }).click();
    await expect(field).toHaveValue("50M");
    await dialog.getByRole("slider", { name: "About how much: quota" }).press("ArrowRight");
    await expect(field).toHaveValue(/^[\d.]+[KMG]$/);
    const more = parseSize(await field.inputValue()) ?? 0n;
    expect(more).toBeGreaterThan(50n << 20n);
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await valueOf(machine, "quota", "tank/home")).toBe(String(more));
    // what is set next holds for what the dialog was opened on
    await expect(admin.zfs.getByText(`of ${formatSize(more)} with all that lies in it`)).toBeVisible();
    await admin.zfs.getByRole("button", { name: "Set quota", exact: true }).click();
    await admin.zfs.getByRole("dialog").getByLabel("quota", { exact: true }).fill("none");
    await admin.zfs.getByRole("dialog").getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(admin.zfs.getByText(/^[\d.]+ MiB of [\d.]+ MiB with all that lies in it$/)).toBeHidden();
    expect(await valueOf(machine, "quota", "tank/home")).toBe("0");
    expect(await lastDone(machine)).toBe("zfs set quota=none tank/home");
});

test("a reservation of more than there is is refused at its field @all @debian-12", async ({
    machine,
    admin,
}) => {
    await open(admin, "tank/home", "quotas");
    await admin.zfs.getByRole("button", { name: "Set refreservation", exact: true }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("refreservation", { exact: true }).fill("9P");
    await expect(dialog.getByText(/There is not so much/)).toBeVisible();
    await dialog.getByLabel("refreservation", { exact: true }).fill("10M");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await valueOf(machine, "refreservation", "tank/home")).toBe("10485760");
    expect(await lastDone(machine)).toBe("zfs set refreservation=10485760 tank/home");
    await expect(admin.zfs.getByText("10 MiB").first()).toBeVisible();
});

test("what a dataset itself may hold is limited, and room is kept for all that lies in it @all @debian-12", async ({
    machine,
    admin,
}) => {
    await open(admin, "tank/home", "quotas");
    for (const [limit, size, bytes] of [
        ["refquota", "50M", "52428800"],
        ["reservation", "20M", "20971520"],
    ] as const) {
        await admin.zfs.getByRole("button", { name: `Set ${limit}`, exact: true }).click();
        const dialog = admin.zfs.getByRole("dialog", { name: `Set ${limit} of tank/home` });
        await dialog.getByLabel(limit, { exact: true }).fill(size);
        await dialog.getByRole("button", { name: "Set", exact: true }).click();
        await expect(dialog).toBeHidden();
        expect(await valueOf(machine, limit, "tank/home")).toBe(bytes);
        expect(await lastDone(machine)).toBe(`zfs set ${limit}=${bytes} tank/home`);
    }
    await expect(admin.zfs.getByText(/of 50 MiB in the dataset itself/)).toBeVisible();
    await expect(admin.zfs.getByText(/of 20 MiB with all that lies in it/)).toBeVisible();
});

test("what users take is shown, and quotas of them are set @all", async ({ machine, admin }) => {
    await machine.execute(
        "install -o reader -m 644 /dev/null /tank/home/of-reader && head -c 2M /dev/urandom >/tank/home/of-reader",
    );
    await machine.execute("touch /tank/home/of-nobody && chown 4242 /tank/home/of-nobody && zpool sync tank");
    await open(admin, "tank/home", "quotas");
    const table = admin.zfs.getByRole("grid", { name: "Space by user, group and project" });
    await expect(table.getByRole("row", { name: /^4242 \(unknown on this host\) User/ })).toBeVisible();
    await table.getByRole("row", { name: /^reader User/ }).click();
    const dialog = admin.zfs.getByRole("dialog", { name: "Quotas of reader on tank/home" });
    await dialog.getByLabel("Space").fill("10M");
    await dialog.getByLabel("Files, folders and the like").fill("100");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toBeHidden();
    expect(await valueOf(machine, "userquota@reader", "tank/home")).toBe("10485760");
    expect(await valueOf(machine, "userobjquota@reader", "tank/home")).toBe("100");
    const [newest, older] = await audit(machine);
    expect([older, newest].map((change) => change?.argv.join(" "))).toEqual([
        "zfs set userquota@reader=10485760 tank/home",
        "zfs set userobjquota@reader=100 tank/home",
    ]);
    await expect(table.getByRole("row", { name: /^reader User .* 10 MiB/ })).toBeVisible();
    await admin.zfs.getByRole("button", { name: "Set a quota…" }).click();
    const other = admin.zfs.getByRole("dialog", { name: "Set a quota on tank/home" });
    await other.getByRole("radio", { name: "Project" }).check();
    await other.getByRole("textbox", { name: "Project" }).fill("7");
    await other.getByLabel("Space").fill("1G");
    await other.getByRole("button", { name: "Set", exact: true }).click();
    await expect(table.getByRole("row", { name: /^7 Project .* 1 GiB/ })).toBeVisible();
    expect(await valueOf(machine, "projectquota@7", "tank/home")).toBe("1073741824");
    expect(await lastDone(machine)).toBe("zfs set projectquota@7=1073741824 tank/home");
    await admin.zfs.getByRole("button", { name: "Set a quota…" }).click();
    await other.getByRole("radio", { name: "Group" }).check();
    await other.getByRole("textbox", { name: "Group" }).fill("reader");
    await other.getByLabel("Space").fill("1G");
    await other.getByLabel("Files, folders and the like").fill("50");
    await other.getByRole("button", { name: "Set", exact: true }).click();
    await expect(other).toBeHidden();
    await expect(table.getByRole("row", { name: /^reader Group .* 1 GiB/ })).toBeVisible();
    expect(await valueOf(machine, "groupquota@reader", "tank/home")).toBe("1073741824");
    expect(await valueOf(machine, "groupobjquota@reader", "tank/home")).toBe("50");
    expect((await audit(machine)).slice(0, 2).map(lineOf)).toEqual([
        "zfs set groupobjquota@reader=50 tank/home",
        "zfs set groupquota@reader=1073741824 tank/home",
    ]);
});

test("what all others may take is set where ZFS has that @all", async ({ machine, admin }) => {
    const has = await machine.execute("test -d /sys/module/zfs/properties.dataset/defaultuserquota", {
        check: false,
    });
    await open(admin, "tank/home", "quotas");
    await expect(admin.zfs.getByText("root").first()).toBeVisible();
    const pencil = admin.zfs.getByRole("button", { name: "Set defaultuserquota", exact: true });
    if (has.exitCode !== 0) {
        await expect(pencil).toBeHidden();
        return;
    }
    await pencil.click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Space of a user").fill("2G");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(admin.zfs.getByRole("region", { name: "Default quotas" })).toContainText("2 GiB");
    expect(await valueOf(machine, "defaultuserquota", "tank/home")).toBe("2147483648");
    expect(await lastDone(machine)).toBe("zfs set defaultuserquota=2147483648 tank/home");
});

test("rights are delegated and taken by ticking @all", async ({ machine, admin }) => {
    await open(admin, "tank/home", "delegation");
    await admin.zfs.getByRole("button", { name: "Delegate…" }).click();
    const dialog = admin.zfs.getByRole("dialog", { name: "Delegate permissions on tank/home" });
    const name = dialog.getByRole("textbox", { name: "User" });
    const tick = (label: string) => dialog.getByRole("checkbox", { name: label, exact: true });
    await name.fill("no-such-person");
    await tick("snapshot: here").check();
    await tick("send: below").check();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(name).toHaveAccessibleDescription(/^This host knows no such user/);
    expect(await allowed(machine, "tank/home")).toBe("");
    await name.fill("reader");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(admin.zfs.getByRole("row", { name: /user reader/ })).toBeVisible();
    expect(await allowed(machine, "tank/home")).toMatch(
        /Local permissions:\n\tuser reader snapshot\nDescendent permissions:\n\tuser reader send\n/,
    );
    const [newest, older] = await audit(machine);
    expect([older, newest].map((change) => change?.argv.join(" "))).toEqual([
        "zfs allow -l -u reader snapshot tank/home",
        "zfs allow -d -u reader send tank/home",
    ]);
    await admin.zfs.getByRole("button", { name: "Edit what is granted: user reader" }).click();
    const edit = admin.zfs.getByRole("dialog", { name: "Permissions on tank/home: user reader" });
    await edit.getByRole("checkbox", { name: "send: below", exact: true }).uncheck();
    await edit.getByRole("button", { name: "Apply" }).click();
    await expect(edit).toBeHidden();
    expect(await allowed(machine, "tank/home")).not.toContain("send");
    expect(await lastDone(machine)).toBe("zfs unallow -d -u reader send tank/home");
});

test("a group is granted what its members then may @all @debian-12", async ({ machine, admin }) => {
    await machine.execute("zfs allow -d -u reader rollback tank");
    await open(admin, "tank/home", "delegation");
    await admin.zfs.getByRole("button", { name: "Delegate…" }).click();
    const dialog = admin.zfs.getByRole("dialog", { name: "Delegate permissions on tank/home" });
    await dialog.getByRole("radio", { name: "Group" }).check();
    await dialog.getByRole("textbox", { name: "Group" }).fill("no-such-group");
    for (const place of ["here", "below"])
        await dialog.getByRole("checkbox", { name: `hold: ${place}`, exact: true }).check();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog.getByRole("textbox", { name: "Group" })).toHaveAccessibleDescription(
        /^This host knows no such group/,
    );
    await dialog.getByRole("textbox", { name: "Group" }).fill("reader");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog).toBeHidden();
    expect(await allowed(machine, "tank/home")).toContain(
        "Local+Descendent permissions:\n\tgroup reader hold\n",
    );
    expect(await lastDone(machine)).toBe("zfs allow -ld -g reader hold tank/home");
    await admin.zfs.getByRole("textbox", { name: "User" }).fill("reader");
    await admin.zfs.getByRole("textbox", { name: "User" }).press("Enter");
    await expect(admin.zfs.getByRole("row", { name: /^hold group reader, on tank\/home$/ })).toBeVisible();
    await expect(admin.zfs.getByRole("row", { name: /^rollback user reader, on tank$/ })).toBeVisible();
});

test("sets, creators and everyone have their own kinds of grants @all", async ({ machine, admin }) => {
    await open(admin, "tank/home", "delegation");
    const grant = async (button: string, permission: string, fill?: readonly [string, string]) => {
        await admin.zfs.getByRole("button", { name: button }).click();
        const dialog = admin.zfs.getByRole("dialog");
        if (fill) await dialog.getByLabel(fill[0]).fill(fill[1]);
        await dialog.getByRole("checkbox", { name: permission, exact: true }).check();
        await dialog.getByRole("button", { name: "Apply" }).click();
        await expect(dialog).toBeHidden();
        return lastDone(machine);
    };
    expect(await grant("Define a set…", "hold: granted", ["Name of the set", "@keep"])).toBe(
        "zfs allow -s @keep hold tank/home",
    );
    expect(await grant("Grant at creation…", "destroy: granted")).toBe("zfs allow -c destroy tank/home");
    await admin.zfs.getByRole("button", { name: "Delegate…" }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Everyone" }).check();
    await dialog.getByRole("checkbox", { name: "@keep: here", exact: true }).check();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog).toBeHidden();
    expect(await lastDone(machine)).toBe("zfs allow -l -e @keep tank/home");
    expect(await allowed(machine, "tank/home")).toMatch(
        /Permission sets:\n\t@keep hold\nCreate time permissions:\n\tdestroy\nLocal permissions:\n\teveryone @keep\n/,
    );
    await admin.zfs.getByRole("textbox", { name: "User" }).fill("reader");
    await admin.zfs.getByRole("textbox", { name: "User" }).press("Enter");
    await expect(
        admin.zfs.getByRole("row", { name: /^hold everyone, on tank\/home, by the set @keep$/ }),
    ).toBeVisible();
    const take = async (grantee: string, permission: string) => {
        await admin.zfs
            .getByRole("button", { name: `Edit what is granted: ${grantee}`, exact: true })
            .click();
        await dialog.getByRole("checkbox", { name: permission, exact: true }).uncheck();
        await dialog.getByRole("button", { name: "Apply" }).click();
        await expect(dialog).toBeHidden();
        return lastDone(machine);
    };
    expect(await take("who creates a dataset below", "destroy: granted")).toBe(
        "zfs unallow -c destroy tank/home",
    );
    expect(await take("@keep", "hold: granted")).toBe("zfs unallow -s @keep hold tank/home");
    const left = await allowed(machine, "tank/home");
    expect(left).toMatch(/Local permissions:\n\teveryone @keep\n/);
    expect(left).not.toMatch(/Permission sets|Create time permissions/);
    await expect(admin.zfs.getByText("Nothing is delegated to reader on tank/home.")).toBeVisible();
});

test("who may take snapshots takes them as themselves, there and nowhere else @all", async ({
    machine,
    reader,
}) => {
    await machine.execute("zfs create 'tank/other place' && zfs allow -l -u reader snapshot tank/home");
    const before = await lastChange(machine).catch(() => undefined);
    await open(reader, "tank/home", "delegation");
    await reader.zfs.getByRole("button", { name: "Take a snapshot…" }).click();
    const dialog = reader.zfs.getByRole("dialog", { name: "Take a snapshot of tank/home" });
    await expect(dialog).toContainText("It stands in the history of the pool only");
    await dialog.getByLabel("Name").fill("by reader");
    await dialog.getByRole("button", { name: "Take the snapshot" }).click();
    await expect(reader.zfs.getByText("Snapshot by reader of tank/home taken")).toBeVisible();
    const { stdout: listed } = await machine.execute("zfs list -H -t snapshot -o name -r tank");
    expect(listed).toBe("tank/home@by reader\n");
    const { stdout: history } = await machine.execute("zpool history -l tank");
    expect(history).toMatch(/zfs snapshot tank\/home@by reader \[user \d+ \(reader\)/);
    expect(await lastChange(machine).catch(() => undefined)).toEqual(before);
    await open(reader, "tank/other place", "delegation");
    await expect(reader.zfs.getByRole("button", { name: "Take a snapshot…" })).toHaveAccessibleDescription(
        "This needs administrative access, or these permissions on tank/other place: snapshot",
    );
});

test("where delegation is off, who may take snapshots is told why they cannot @all @debian-12", async ({
    machine,
    reader,
}) => {
    await machine.execute("zfs allow -l -u reader snapshot tank/home");
    await open(reader, "tank/home", "delegation");
    const button = reader.zfs.getByRole("button", { name: "Take a snapshot…" });
    await expect(button).not.toHaveAttribute("aria-disabled", "true");
    await machine.execute("zpool set delegation=off tank");
    const told = reader.zfs.getByText("Nothing that is delegated in the pool tank counts now");
    await expect(told).toBeVisible();
    await expect(button).toHaveCount(0);
    // what was granted still stands there, and ZFS refuses it
    await expect(reader.zfs.getByRole("row", { name: /user reader/ })).toBeVisible();
    const refused = await machine.execute("runuser -u reader -- zfs snapshot tank/home@no", { check: false });
    expect(refused.exitCode).not.toBe(0);
    expect((await machine.execute("zfs list -H -t snapshot -o name -r tank")).stdout).toBe("");
    await machine.execute("zpool set delegation=on tank");
    await expect(button).not.toHaveAttribute("aria-disabled", "true");
    await expect(told).toBeHidden();
});

test("an administrator's snapshot is recorded @all @debian-12", async ({ machine, admin }) => {
    await open(admin, "tank/home", "delegation");
    await admin.zfs.getByRole("button", { name: "Take a snapshot…" }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByLabel("Name").fill("before");
    await dialog.getByLabel("Name").press("Enter");
    await expect(admin.zfs.getByText("Snapshot before of tank/home taken")).toBeVisible();
    expect((await machine.execute("zfs list -H -t snapshot -o name -r tank")).stdout).toBe(
        "tank/home@before\n",
    );
    expect(await lastDone(machine)).toBe("zfs snapshot tank/home@before");
    await open(admin, "tank/home", "snapshots");
    const row = admin.zfs.getByRole("grid", { name: "Snapshots" }).locator("[data-row]");
    await expect(row).toHaveCount(1);
    await expect(row).toContainText("before");
    // taken, held and destroyed elsewhere
    await machine.execute("zfs snapshot 'tank/home@by hand' && zfs hold keep 'tank/home@by hand'");
    await expect(row).toHaveCount(2);
    await expect(row.filter({ hasText: "by hand" }).locator(".zfs-snapshot-holds")).toHaveText("1");
    await machine.execute("zfs release keep 'tank/home@by hand' && zfs destroy 'tank/home@by hand'");
    await expect(row).toHaveCount(1);
});
