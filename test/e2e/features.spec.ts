// Features of a pool, enabled on its page: what zpool says, what the page shows, what the audit log holds.
import type { Machine } from "../vm/machine.ts";

import { audit, lastDone } from "./audit.ts";
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const stateOf = async (machine: Machine, feature: string) =>
    (await machine.execute(`zpool get -H -o value feature@${feature} tank`)).stdout.trim();

async function openFeatures(machine: Machine, admin: Session, ...options: string[]): Promise<void> {
    await machine.execute(filePool("tank", ...options));
    await admin.goTo("/pools/tank/features");
}

async function confirm({ zfs }: Session, action: string): Promise<void> {
    const dialog = zfs.getByRole("dialog");
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await dialog.getByRole("button", { name: action, exact: true }).click();
    await expect(dialog).toBeHidden();
}

test("one feature is enabled, and the others stay as they are @all", async ({ machine, admin }) => {
    await openFeatures(machine, admin, "-d");
    await admin.zfs.getByRole("button", { name: "Enable bookmarks", exact: true }).click();
    await expect(admin.zfs.getByRole("dialog")).toContainText("cannot be disabled again");
    await confirm(admin, "Enable bookmarks");
    await expect(admin.zfs.getByRole("row", { name: /^bookmarks .* (Enabled|Active)/ })).toBeVisible();
    expect(await stateOf(machine, "bookmarks")).toBe("enabled");
    expect(await stateOf(machine, "encryption")).toBe("disabled");
    expect(await lastDone(machine)).toBe("zpool set feature@bookmarks=enabled tank");
});

test("an upgrade is told with its systems, after a checkpoint, and enables all @all", async ({
    machine,
    admin,
}) => {
    const { stdout: compatible } = await machine.execute("ls /usr/share/zfs/compatibility.d");
    await openFeatures(machine, admin, "-o", "compatibility=openzfs-2.0-linux");
    await machine.execute("zpool set compatibility=off tank");
    await expect(admin.zfs.getByText(/An upgrade enables \d+ more feature/)).toBeVisible();
    expect(compatible).toContain("grub2");
    await admin.zfs.getByRole("button", { name: "Upgrade…" }).click();
    const dialog = admin.zfs.getByRole("dialog");
    await expect(dialog.getByRole("grid", { name: "Which systems can import it" })).toContainText(
        "openzfs-2.0-linux",
    );
    await dialog.getByRole("button", { name: "Take a checkpoint first" }).click();
    await expect(dialog).toContainText("The way back is the checkpoint");
    await confirm(admin, "Upgrade tank");
    await expect(admin.zfs.getByText("All features that an upgrade of this pool enables")).toBeVisible();
    const { stdout } = await machine.execute("zpool get -H -o property,value all tank");
    // 2.4 leaves one to be enabled alone
    expect(stdout.replace("feature@dynamic_gang_header\tdisabled", "")).not.toMatch(
        /^feature@\S+\tdisabled$/m,
    );
    expect((await machine.execute("zpool status tank")).stdout).toContain("checkpoint: created");
    const changes = (await audit(machine)).slice(0, 2);
    expect(changes.map(({ argv }) => argv.join(" "))).toEqual([
        "zpool upgrade tank",
        "zpool checkpoint tank",
    ]);
    expect(changes.every(({ person, state }) => person === "admin" && state === "done")).toBe(true);
});
