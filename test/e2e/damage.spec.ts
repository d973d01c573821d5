// A damaged file, its good copy in a snapshot, and scrubs of a part.
import type { Machine } from "../vm/machine.ts";

import { done } from "./devices.ts";
import { expect, test } from "./fixtures.ts";
import { whileParameter } from "./parameters.ts";
import type { Session } from "./session.ts";

const folder = "/run/damage";

/** A pool in a file, in which the blocks of a file are damaged that one snapshot shares, and an older one does not. */
const damage = `set -e
rm -rf ${folder}; mkdir ${folder}; truncate -s 64M ${folder}/a
zpool create -O compression=off tank ${folder}/a
zfs create tank/home; yes before | head -c 1M >/tank/home/data
touch -d '1 hour ago' /tank/home/data; zfs snapshot tank/home@good
yes needle | head -c 1M >${folder}/new; cat ${folder}/new >/tank/home/data
zfs snapshot tank/home@shared; zpool export tank
place=$(grep -obaF -m 1 needle ${folder}/a | head -n 1 | cut -d : -f 1)
dd if=/dev/zero of=${folder}/a bs=1 seek=$place count=512 conv=notrunc status=none
zpool import -d ${folder} tank; zpool scrub -w tank
# 2.1 names of what a scrub found only the snapshot
cat /tank/home/data >/dev/null || true`;

test("of a damaged file the page knows the snapshot that holds another one @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(damage);
    await admin.goTo("/pools/tank");
    const section = admin.zfs.getByRole("region", { name: "Damaged files" });
    await section.getByRole("button", { name: "Look for a good copy of /tank/home/data" }).click();
    const copies = section.getByRole("list", { name: "Copies" });
    const good = copies.getByRole("listitem").filter({ hasText: "good: 1 MiB" });
    const path = "/tank/home/.zfs/snapshot/good/data";
    await expect(good).toContainText(path);
    await expect(good).not.toContainText("same blocks");
    await machine.execute(`test "$(head -n 1 ${path})" = before && cat ${path} >/dev/null`);

    await good.getByRole("link", { name: "good", exact: true }).click();
    await expect(admin.zfs.getByRole("dialog", { name: "tank/home@good" })).toBeVisible();

    await machine.execute("zfs unmount tank/home");
    await admin.goTo("/pools/tank");
    await section.getByRole("button", { name: /^Look for a good copy of tank\/home:\/data/ }).click();
    await expect(section).toContainText("tank/home is not mounted");
});

/** What is scrubbed, the version that brought it, what `zpool scrub` is told, and what the page calls it. */
const parts = [
    { item: "Scrub damaged data only", version: "2.2", options: "-e", name: "Scrub of damaged blocks" },
    { item: "Scrub new data only", version: "2.3", options: "-C", name: "Scrub" },
    {
        item: "Scrub some days only",
        version: "2.4",
        options: "-S 2001-02-03 -E 2101-01-01",
        name: "Scrub",
    },
] as const;

const knows = async (machine: Machine, options: string) =>
    (await machine.execute(`zpool scrub ${options} nothing 2>&1 | grep -q "no such pool"`, { check: false }))
        .exitCode === 0;

/** An item in the menu of scrubs, which is opened. */
async function scrubItem({ zfs }: Session, item: string) {
    await zfs.getByRole("button", { name: "Scrub", exact: true }).click();
    return zfs.getByRole("menuitem", { name: new RegExp(`^${item}`) });
}

/** Waits until the last changes are these. */
const expectDone = (machine: Machine, lines: readonly string[]) =>
    expect(async () => expect(await done(machine, lines.length)).toEqual(lines)).toPass();

/** Scrubs the damaged data, and tries what can be done about that meanwhile. */
async function holdErrorScrub(machine: Machine, admin: Session): Promise<void> {
    const { zfs } = admin;
    const line = zfs.getByText(/^Scrub of damaged blocks/);
    await whileParameter(machine, { name: "zfs_scan_suspend_progress", value: 1 }, async () => {
        await (await scrubItem(admin, "Scrub damaged data only")).click();
        await expect(line).toContainText("blocks: ");
        await expect(await scrubItem(admin, "Start")).toContainText(
            "A scrub of damaged data is not finished",
        );
        await zfs.getByRole("menuitem", { name: /^Pause/ }).click();
        await expect(line).toContainText("blocks paused");
        await (await scrubItem(admin, "Resume")).click();
        await expect(line).toContainText("blocks: ");
        await (await scrubItem(admin, "Stop")).click();
        await zfs.getByRole("dialog").getByRole("button", { name: "Stop the scrub" }).click();
        await expect(line).toContainText("blocks canceled");
    });
    await expectDone(machine, [
        "zpool scrub -e tank",
        "zpool scrub -p tank",
        "zpool scrub -e tank",
        "zpool scrub -s tank",
    ]);
}

test("a part of a pool is scrubbed, where this ZFS can @all", async ({ machine, admin }) => {
    await machine.execute(damage);
    await admin.goTo("/pools/tank");
    const work = admin.zfs.getByRole("list", { name: "Scrub and other work" });
    const damagedOnly = work.getByText(/^Scrub of damaged blocks/);
    for (const { item, version, options, name } of parts) {
        const entry = await scrubItem(admin, item);
        if (!(await knows(machine, options))) {
            await expect(entry).toContainText(`It needs ZFS ${version}`);
            await admin.page.keyboard.press("Escape");
            continue;
        }
        await whileParameter(machine, { name: "zfs_scan_suspend_progress", value: 1 }, async () => {
            await entry.click();
            if (options.startsWith("-S")) {
                const dialog = admin.zfs.getByRole("dialog");
                await dialog.getByLabel("Written from").fill("2001-02-03");
                await dialog.getByLabel("Until before").fill("2101-01-01");
                await dialog.getByRole("button", { name: "Start the scrub" }).click();
            }
            const line = `zpool scrub ${options} tank`;
            await expectDone(machine, [line]);
            expect((await machine.execute("zpool history tank")).stdout).toContain(line);
            await expect(work.getByText(new RegExp(`^${name}: `))).toBeVisible();
        });
        await expect(work.getByText(new RegExp(`^${name} finished`))).toBeVisible();
        // a scrub of damaged blocks has nothing to tell any more after a later scrub
        if (options !== "-e") await expect(damagedOnly).toBeHidden();
        else {
            await expect(damagedOnly).toContainText(/, [12] blocks? read again$/);
            // once that is stopped, ZFS knows no damage any more
            await holdErrorScrub(machine, admin);
        }
    }
});
