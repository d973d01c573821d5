// The power goes while pools are being changed: after the next start the page shows what goes on, to its end.
import { choose, done, giveDisk, nameOf, row } from "../devices.ts";
import { cockpitPort, disks, expect, test } from "../fixtures.ts";
import { Pages } from "../pages.ts";
import { Session } from "../session.ts";
import { hasFeature } from "../states/state.ts";

const hot = (number: number) => `/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT${number}`;
const [a1 = "", a2 = "", b1 = "", b2 = "", c1 = "", c2 = "", d1 = "", d2 = ""] = disks;

/** Nothing gets on, and not after the next start either, until it is let go. */
const holds = { zfs_scan_suspend_progress: 1, zfs_removal_suspend_progress: 1 };
const expansionHold = "raidz_expand_max_reflow_bytes";

test("attach, replace, remove and expansion survive a power cut @all @debian-13", async ({
    ownMachine: machine,
    ownAdmin: admin,
    browser,
}) => {
    test.setTimeout(900_000);
    const canExpand = await hasFeature(machine, "raidz_expansion");
    const parameters = Object.entries({ ...holds, ...(canExpand && { [expansionHold]: 1 }) });
    const setAll = (valueOf: (held: number) => number) =>
        parameters
            .map(([name, held]) => `echo ${valueOf(held)} >/sys/module/zfs/parameters/${name}`)
            .join("; ");
    const pools = [
        { pool: "one", layout: [a1], shows: /Resilver: /, end: ["mirror-0", a1, a2], gone: [] },
        { pool: "two", layout: [b1], shows: /Resilver: /, end: [b2], gone: [b1] },
        { pool: "three", layout: [c1, c2], shows: /Removal of a device: /, end: [c1], gone: [c2] },
        ...(canExpand
            ? [
                  {
                      ...{ pool: "four", layout: ["raidz1", d1, d2, hot(1)] },
                      ...{ shows: /Expansion of raidz1-0: /, gone: [] },
                      end: ["raidz1-0", d1, d2, hot(1), hot(2)],
                  },
              ]
            : []),
    ];
    for (const { pool, layout } of pools) {
        await machine.execute(["make-pool", pool, ...layout]);
        await machine.execute(`dd if=/dev/urandom of=/${pool}/file bs=1M count=16 conv=fsync`);
    }
    await machine.execute(
        `echo options zfs ${parameters.map(([name, held]) => `${name}=${held}`).join(" ")} \\
            >/etc/modprobe.d/hold.conf; sync /etc/modprobe.d/hold.conf; ${setAll((held) => held)}`,
    );
    const pages = new Pages(admin);
    await pages.openPool("one");
    await giveDisk(machine, admin, { device: nameOf(a1), action: "Attach a mirror disk", disk: a2 });
    await pages.openPool("two");
    await giveDisk(machine, admin, { device: nameOf(b1), action: "Replace", disk: b2 });
    await pages.openPool("three");
    const remove = await choose(admin, nameOf(c2), "Remove");
    await remove.getByRole("button", { name: "Remove" }).click();
    await expect(remove).toBeHidden();
    if (canExpand) {
        await pages.openPool("four");
        await giveDisk(machine, admin, { device: "raidz1-0", action: "Expand by a disk", disk: hot(2) });
    }
    await machine.execute("zpool sync");

    await machine.powerCut();
    await machine.boot();
    const later = await Session.logIn(browser, machine.url(cockpitPort), "admin", "administrative");
    const laterPages = new Pages(later);
    await laterPages.openOverview();
    for (const { pool, shows } of pools) await expect(laterPages.poolCard(pool)).toContainText(shows);
    expect(await done(machine, pools.length)).toEqual([
        `zpool attach one GUID ${a2}`,
        `zpool replace two GUID ${b2}`,
        "zpool remove three GUID",
        ...(canExpand ? [`zpool attach four GUID ${hot(2)}`] : []),
    ]);

    await machine.execute(setAll(() => 0));
    for (const { pool, shows } of pools) {
        const card = laterPages.poolCard(pool);
        await expect(card).not.toContainText(shows);
        await expect(card).toContainText("Online");
        expect((await machine.execute(["zpool", "list", "-Ho", "health", pool])).stdout).toBe("ONLINE\n");
    }
    for (const { pool, end, gone } of pools) {
        const { stdout } = await machine.execute(
            `zpool status -P ${pool} | sed -n 's/^\t *\\([^ ]*\\) *ONLINE .*/\\1/p'`,
        );
        const devices = end.map((name) => (name.startsWith("/") ? `${name}-part1` : name));
        expect(stdout.trim().split("\n")).toEqual([pool, ...devices]);
        await laterPages.openPool(pool);
        for (const name of end) await expect(row(later, name)).toContainText("Online");
        for (const name of gone) await expect(row(later, name)).toBeHidden();
    }
    await later.close();
});
