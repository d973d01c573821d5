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

/** Opens the dialog of the pool that was found. */
async function openFound(admin: Session) {
    await admin.zfs.getByRole("button", { name: "Import old" }).click();
    const form = admin.zfs.getByRole("dialog", { name: "Import old" });
    return { form, run: form.getByRole("button", { name: "Import old" }) };
}

const imported = ({ zfs }: Session) => zfs.getByRole("link", { name: "Imported as old" });

test("a pool of another host comes only when that is ticked, and back when it was destroyed @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(leaveBehind);
    await search(admin);
    const card = admin.zfs.locator(".pf-v6-c-card").filter({ hasText: "Import…" });
    await expect(card.locator(".pf-v6-c-card__header")).toContainText("Unavailable");
    const devices = card.getByRole("list", { name: "Devices" });
    await expect(devices).toContainText(new RegExp(`${folder}/disk.*Online.*logs.*Unavailable`));
    const { form, run } = await openFound(admin);
    await form.getByLabel("Without its missing log device").check();
    await expect(form.getByLabel(/^Although another host/)).toBeHidden();
    await run.click();
    await expect(form).toContainText("pool was previously in use from another system");
    expect(await lastChange(machine)).toMatchObject({
        state: "failed",
        line: `zpool import -d ${folder} -m GUID old`,
    });
    await form.getByLabel(/^Although another host used it last: .*\(hostid=1234\)/).check();
    await run.click();
    await expect(form).toBeHidden();
    await expect(imported(admin)).toBeVisible();
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} -f -m GUID old`);
    await machine.execute("test -e /old/kept && zpool destroy old");

    await search(admin, true);
    await expect(admin.zfs.getByText("Destroyed", { exact: true })).toBeVisible();
    await openFound(admin);
    await form.getByLabel("Without its missing log device").check();
    await run.click();
    await expect(imported(admin)).toBeVisible();
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} -D -m GUID old`);
    await machine.execute("test -e /old/kept");
});

test("of two pools of one name each is imported by its number @all @debian-12", async ({
    machine,
    admin,
}) => {
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

test("a pool is only looked at: read-only, below a folder, and with nothing mounted @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(`set -e; rm -rf ${folder}; mkdir ${folder}; cd ${folder}; truncate -s 256M a
        zpool create old ${folder}/a && touch /old/kept && zpool export old`);
    await search(admin);
    await expect(admin.zfs.getByRole("list", { name: "Devices" })).toHaveText(`${folder}/a Online`);
    const { form, run } = await openFound(admin);
    // somebody wipes what was found
    await machine.execute(`mv ${folder}/a /run/kept; truncate -s 256M ${folder}/a`);
    await run.click();
    await expect(form).toContainText(/cannot import '\d+': no such pool available/);
    expect(await lastChange(machine)).toMatchObject({ state: "failed" });
    await machine.execute(`mv /run/kept ${folder}/a`);
    await form.getByLabel("Mount below").fill("/run/look");
    await form.getByLabel("Read-only").check();
    await form.getByLabel("Mount nothing").check();
    await run.click();
    await expect(form).toBeHidden();
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} -N -o readonly=on -R /run/look GUID old`);
    const facts = "zpool get -Ho value readonly,altroot old; zfs get -Ho value mounted,mountpoint old";
    expect((await machine.execute(facts)).stdout).toBe("on\n/run/look\nno\n/run/look/old\n");
    await admin.goTo("/pools/old");
    await admin.zfs.getByRole("button", { name: "Scrub", exact: true }).click();
    await expect(admin.zfs.getByRole("menuitem", { name: /^Start/ })).toContainText("read-only");
    await admin.page.keyboard.press("Escape");
});

/**
 * A pool as a host left it that lost its power, and of its last transaction group all copies of the root, which the newest
 * uberblock names, are damaged.
 */
const damageLast = `set -e
rm -rf ${folder} /run/copies; mkdir ${folder} /run/copies; cd /run/copies
truncate -s 256M ${folder}/a; zpool create old ${folder}/a
touch /old/kept; zpool sync old; touch /old/later; zpool sync old
cp ${folder}/a /run/copies/; zpool destroy old
zdb -luuuu a | awk '/[^_]txg = / { txg = $3 } /rootbp = / && txg > last { last = txg; root = $0 } END { print root }' |
    grep -o 'DVA[^>]*>' | sed 's/.*<0:\\([0-9a-f]*\\):\\([0-9a-f]*\\)>/\\1 \\2/' |
    while read -r place size; do
        dd if=/dev/zero of=a bs=512 conv=notrunc status=none \\
            seek=$(((0x$place + 0x400000) / 512)) count=$((0x$size / 512))
    done
rm -r ${folder}; mv /run/copies ${folder}`;

test("a pool whose last transactions are damaged comes back without them @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(damageLast);
    await search(admin);
    const { form, run } = await openFound(admin);
    const giveUp = form.getByLabel("Give up its last transactions");
    await expect(giveUp).toBeHidden();
    await run.click();
    await expect(form).toContainText("Recovery is possible, but will result in some data loss");
    await giveUp.check();
    await expect(run).toBeDisabled();
    await form.getByLabel("Type old to confirm").fill("old");
    await run.click();
    await expect(form).toBeHidden();
    await expect(imported(admin)).toBeVisible();
    expect(await lastDone(machine)).toBe(`zpool import -d ${folder} -F GUID old`);
    expect((await machine.execute("ls /old")).stdout.trim()).toBe("kept");
});
