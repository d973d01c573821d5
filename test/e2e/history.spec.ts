// The history of a pool on its page: what was done there, and in a terminal, and what is recorded of it.
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";

test("the history tells what was done, and leads to what is recorded @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/made-in-a-terminal");
    await admin.goTo("/pools/tank/properties");
    await admin.zfs.getByRole("button", { name: "Set comment" }).click();
    await admin.zfs.getByLabel("comment", { exact: true }).fill("by the door");
    await admin.zfs.getByRole("button", { name: "Set", exact: true }).click();
    await expect(admin.zfs.getByRole("row", { name: /^comment by the door/ })).toBeVisible();
    await admin.goTo("/pools/tank/history");
    const rows = admin.zfs.locator("tr[data-row]");
    const { stdout } = await machine.execute("zpool history tank");
    await expect(rows).toHaveCount(stdout.trim().split("\n").length - 1);
    await expect(rows.first()).toContainText("zpool set comment=by the door tank");
    const inTerminal = rows.filter({ hasText: "zfs create tank/made-in-a-terminal" });
    // ZFS names the host with its zone
    const host = `${(await machine.execute("hostname")).stdout.trim()}:linux`;
    await expect(inTerminal.getByRole("gridcell", { name: "root", exact: true })).toBeVisible();
    await expect(inTerminal.getByRole("gridcell", { name: host, exact: true })).toBeVisible();

    const search = admin.zfs.getByRole("searchbox");
    await search.fill("MADE-in");
    await expect(rows).toHaveCount(1);
    await expect(inTerminal).toBeVisible();
    await search.fill("");
    await admin.zfs.getByText("Internal events").click();
    const all = (await machine.execute("zpool history -il tank")).stdout.match(/^\d{4}-/gm)?.length ?? 0;
    await expect(admin.zfs.getByText(`${all} entries`, { exact: true })).toBeVisible();
    await expect(rows.filter({ hasText: /\[txg:\d+\] create tank\/made-in-a-terminal/ })).toBeVisible();
    await admin.zfs.getByText("Internal events").click();
    await expect(rows.filter({ hasText: "[txg:" })).toHaveCount(0);
    await expect(rows.first()).toContainText("zpool set comment=by the door tank");
    await rows.first().click();
    await admin.zfs.getByRole("link", { name: /^Change \d+ in the activity, by admin/ }).click();
    await expect(admin.zfs.getByRole("dialog")).toContainText("zpool set 'comment=by the door' tank");
    await admin.page.keyboard.press("Escape");
    await admin.goTo("/pools/tank/history");
    await machine.execute("zpool set comment=from-a-terminal tank");
    await expect(rows.first()).toContainText("zpool set comment=from-a-terminal tank");
});
