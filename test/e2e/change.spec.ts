// Changes made on the page, and what ZFS says afterwards.
import type { Machine } from "../vm/machine.ts";
import { users } from "../vm/machine.ts";

import { audit } from "./audit.ts";
import { filePool } from "./file-pool.ts";
import { cockpitPort, disks, expect, test } from "./fixtures.ts";
import { Session } from "./session.ts";

const [first = "", second = ""] = disks;

const scrubButton = ({ zfs }: Session) => zfs.getByRole("button", { name: "Scrub", exact: true });

async function choose(session: Session, name: string): Promise<void> {
    await scrubButton(session).click();
    await session.zfs.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
}

const status = async (machine: Machine) => (await machine.execute("zpool status tank")).stdout;

const property = async (machine: Machine, name: string) =>
    (await machine.execute(["zpool", "get", "-H", "-o", "value", name, "tank"])).stdout.trim();

/** A pool on which a scrub takes as long as the test needs. */
async function makeSlowPool(machine: Machine): Promise<void> {
    await machine.execute(["make-pool", "tank", "mirror", first, second]);
    await machine.execute("dd if=/dev/urandom of=/tank/file bs=1M count=128 conv=fsync");
    await machine.execute("echo 1 >/sys/module/zfs/parameters/zfs_scan_suspend_progress");
}

const letScansGoOn = (machine: Machine) =>
    machine.execute("echo 0 >/sys/module/zfs/parameters/zfs_scan_suspend_progress");

test("a scrub is started, paused, resumed and stopped, and recorded", async ({ machine, admin }) => {
    await makeSlowPool(machine);
    try {
        await admin.goTo("/pools/tank");
        await choose(admin, "Start");
        await expect.poll(() => status(machine)).toContain("scrub in progress");
        await expect(admin.zfs.getByText(/^Scrub: /)).toBeVisible();
        await choose(admin, "Pause");
        await expect.poll(() => status(machine)).toContain("scrub paused");
        await expect(admin.zfs.getByText(/^Scrub paused/)).toBeVisible();
        await choose(admin, "Resume");
        await expect.poll(() => status(machine)).toContain("scrub in progress");
        await expect(admin.zfs.getByText(/^Scrub: /)).toBeVisible();
        await choose(admin, "Stop");
        await admin.zfs.getByRole("dialog").getByRole("button", { name: "Stop the scrub" }).click();
        await expect.poll(() => status(machine)).toContain("scrub canceled");
        await expect(admin.zfs.getByText(/^Scrub canceled/)).toBeVisible();
    } finally {
        await letScansGoOn(machine);
    }
    const changes = (await audit(machine)).slice(0, 4);
    expect(changes.map(({ argv }) => argv.join(" "))).toEqual([
        "zpool scrub -s tank",
        "zpool scrub tank",
        "zpool scrub -p tank",
        "zpool scrub tank",
    ]);
    expect(changes.every(({ person, state }) => person === "admin" && state === "done")).toBe(true);
});

test("comment and autotrim are set, and a change in a terminal is shown", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", "mirror", first, second]);
    await admin.goTo("/pools/tank/properties");
    await admin.zfs.getByRole("button", { name: "Set comment" }).click();
    await admin.zfs.getByLabel("comment", { exact: true }).fill("it's by the $HOME door");
    await admin.zfs.getByRole("button", { name: "Set", exact: true }).click();
    await expect(admin.zfs.getByRole("row", { name: /^comment it's by the \$HOME door/ })).toBeVisible();
    expect(await property(machine, "comment")).toBe("it's by the $HOME door");
    await admin.zfs.getByRole("button", { name: "Set autotrim" }).click();
    await admin.zfs.getByRole("radio", { name: "on" }).check();
    await admin.zfs.getByRole("button", { name: "Set", exact: true }).click();
    await expect(admin.zfs.getByRole("row", { name: /^autotrim on/ })).toBeVisible();
    expect(await property(machine, "autotrim")).toBe("on");
    await machine.execute(["zpool", "set", "comment=from a terminal", "tank"]);
    await expect(admin.zfs.getByRole("row", { name: /^comment from a terminal/ })).toBeVisible();
});

test("a package that is upgraded under the page is said, and nothing changes until it is loaded anew @all @debian-13", async ({
    machine,
    admin,
}) => {
    const version = "/usr/share/zfsadmin/zfsadmin/version.py";
    const updated = admin.zfs.locator(".pf-v6-c-alert", { hasText: "This page was updated" });
    await machine.execute(filePool("tank"));
    await admin.goTo("/pools/tank");
    await expect(scrubButton(admin)).toBeVisible();
    await expect(scrubButton(admin)).not.toHaveAttribute("aria-disabled", "true");
    // as dpkg does: another file in the place of the old one
    await machine.execute(`cp -p ${version} ${version}.old && sed 's/^VERSION = .*/VERSION = "9.9.9"/' ${version} >${version}.new && \
        mv ${version}.new ${version}`);
    try {
        await expect(updated).toBeVisible();
        await expect(scrubButton(admin)).toHaveAttribute("aria-disabled", "true");
        await expect(scrubButton(admin)).toHaveAccessibleDescription(
            "This page was updated. Reload it first.",
        );
    } finally {
        await machine.execute(["mv", `${version}.old`, version]);
    }
    await admin.reload();
    await expect(scrubButton(admin)).toBeVisible();
    await expect(updated).toBeHidden();
    await choose(admin, "Start");
    await expect.poll(() => status(machine)).toMatch(/scrub (in progress|repaired)/);
});

test("another pool of the same name is left alone, and the page says so", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await admin.goTo("/pools/tank/properties");
    await admin.zfs.getByRole("button", { name: "Set comment" }).click();
    await admin.zfs.getByLabel("comment", { exact: true }).fill("mine");
    await machine.execute("zpool destroy tank");
    await machine.execute(filePool("tank"));
    const dialog = admin.zfs.getByRole("dialog");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toContainText("changed since you looked");
    await expect(dialog).toContainText("“tank” is another pool now");
    expect(await property(machine, "comment")).toBe("-");
    await dialog.getByRole("button", { name: "Cancel" }).click();
});

test("limited access says why nothing can be changed, and leads to more @all", async ({
    machine,
    browser,
}) => {
    const limited = await Session.logIn(browser, machine.url(cockpitPort), "admin", "limited");
    await machine.execute(filePool("tank"));
    await limited.goTo("/pools/tank");
    await expect(scrubButton(limited)).toHaveAccessibleDescription("This needs administrative access.");
    await limited.zfs.getByRole("button", { name: "Turn on administrative access" }).click();
    const dialog = limited.zfs.getByRole("dialog", { name: "Turn on administrative access" });
    await dialog.getByLabel(/password/i).fill("wrong");
    await dialog.getByRole("button", { name: "Authenticate" }).click();
    await expect(dialog).toContainText(/try again/i);
    await dialog.getByLabel(/password/i).fill(users.password);
    await dialog.getByRole("button", { name: "Authenticate" }).click();
    await expect(dialog).toBeHidden();
    await expect(scrubButton(limited)).not.toHaveAttribute("aria-disabled", "true");
    await choose(limited, "Start");
    await expect.poll(() => status(machine)).toMatch(/scrub (in progress|repaired)/);
    await limited.close();
});
