// Pools that are found and not simply imported: used by another host, without a log, destroyed, two of one name.
import { lastChange, lastDone } from "./audit.ts";
import { expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const folder = "/run/found";

/** A pool in files, as another host left it that did not export it. */
const leaveBehind = `set -e
hostid=/sys/module/spl/parameters/spl_hostid
trap "echo $(cat $hostid) >$hostid" EXIT
rm -rf ${folder} /run/copies; mkdir ${folder} /run/copies
truncate -s 256M ${folder}/disk ${folder}/log
echo 4660 >$hostid
zpool create old ${folder}/disk log ${folder}/log
touch /old/kept; zpool sync old
cp ${folder}/disk /run/copies/
zpool destroy old
rm -r ${folder}; mv /run/copies ${folder}`;

async function search(admin: Session, areDestroyed = false): Promise<void> {
    await admin.goTo("/import");
    await admin.zfs.getByLabel("Directories to search").fill(folder);
    await admin.zfs.getByLabel("Destroyed pools instead").setChecked(areDestroyed);
    await admin.zfs.getByRole("button", { name: "Search" }).click();
}

test("a pool of another host comes only when that is ticked, and back when it was destroyed @all @stable", async ({
    machine,
    admin,
}) => {
    await machine.execute(leaveBehind);
    await search(admin);
    const open = admin.zfs.getByRole("button", { name: "Import old" });
    await open.click();
    const form = admin.zfs.getByRole("dialog", { name: "Import old" });
    const run = form.getByRole("button", { name: "Import old" });
    await form.getByLabel("Without its missing log device").check();
    await expect(form.getByLabel(/^Although another host/)).toBeHidden();
    await run.click();
    await expect(form).toContainText("pool was previously in use from another system");
    expect(await lastChange(machine)).toMatchObject({
        state: "failed",
        line: `zpool import -d ${folder} -m GUID`,
    });
    await form.getByLabel(/^Although another host used it last: .*\(hostid=1234\)/).check();
    await run.click();
    await expect(form).toBeHidden();
    const imported = admin.zfs.getByRole("link", { name: "Imported as old" });
    await expect(imported).toBeVisible();
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} -f -m GUID`);
    await machine.execute("test -e /old/kept && zpool destroy old");

    await search(admin, true);
    await expect(admin.zfs.getByText("Destroyed", { exact: true })).toBeVisible();
    await open.click();
    await form.getByLabel("Without its missing log device").check();
    await run.click();
    await expect(imported).toBeVisible();
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} -D -m GUID`);
    await machine.execute("test -e /old/kept");
});

test("of two pools of one name each is imported by its number @all @stable", async ({ machine, admin }) => {
    await machine.execute(`set -e; rm -rf ${folder}; mkdir ${folder}; cd ${folder}
        truncate -s 256M a b
        zpool create old ${folder}/a && touch /old/first && zpool export old
        zpool create old ${folder}/b && zpool export old`);
    const guids = (await machine.execute(`zpool import -d ${folder} | awk '$1 == "id:" { print $2 }'`))
        .stdout;
    const [one = "", other = ""] = guids.trim().split("\n");
    await search(admin);
    const card = (guid: string) =>
        admin.zfs.locator(".pf-v6-c-card").filter({ hasText: `Identifier ${guid}` });
    for (const [guid, name] of [
        [one, "old"],
        [other, "cellar"],
    ] as const) {
        await card(guid).getByRole("button", { name: "Import old" }).click();
        const form = admin.zfs.getByRole("dialog", { name: "Import old" });
        const run = form.getByRole("button", { name: `Import ${name}` });
        if (name !== "old") {
            await expect(form).toContainText("A pool of this name is imported");
            await form.getByLabel("Name").fill(name);
        }
        await run.click();
        await expect(card(guid).getByRole("link", { name: `Imported as ${name}` })).toBeVisible();
        expect((await machine.execute(["zpool", "get", "-Ho", "value", "guid", name])).stdout.trim()).toBe(
            guid,
        );
    }
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} GUID cellar`);
});
