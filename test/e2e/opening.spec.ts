// What the page costs the host: as many processes to open for twenty pools as for one, and none when nobody sees it.
import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import { seenProcesses, stopWatching, watchProcesses } from "./processes.ts";

/** Whether it is a program that the page runs; another page of Cockpit runs its own. */
const isOurs = (program: string) => /\b(zfs|zpool|zfsadmin)\b/.test(program);

/** What is started last, or at no certain moment. */
const last = ["zpool iostat", "zpool events", "zfs version", "find /boot", "zfs list"];

for (const count of [1, 20])
    test(`the page opens with at most 8 processes for ${count} pools, 10 before ZFS 2.3${count > 1 ? " @all" : ""}`, async ({
        machine,
        admin,
    }) => {
        await machine.execute(`mkdir -p /var/tmp/pools && for n in $(seq ${count}); do
            truncate -s 128M /var/tmp/pools/$n && zpool create -f pool$n /var/tmp/pools/$n; done`);
        try {
            const card = new Pages(admin).poolCard(`pool${count}`);
            await admin.goTo("/");
            await expect(card).toBeVisible();
            // what the page before still reads would be counted
            await admin.leave();
            await watchProcesses(machine);
            await admin.enter();
            await expect(card).toBeVisible();
            let started: readonly string[] = [];
            await expect(async () => {
                started = await seenProcesses(machine);
                for (const program of last) expect(started).toContainEqual(expect.stringContaining(program));
                // one that has only just been made is no program yet
                expect(started).not.toContain("");
            }).toPass();
            const { stdout } = await machine.execute("cat /sys/module/zfs/version");
            const limit = /^(0|2\.[0-2])\./.test(stdout) ? 10 : 8;
            // a host that is slow to tell of changes is read before it does, and once more from then on; that one which is
            // not is read once is seen without a machine
            const again = started.filter((program, index) => started.indexOf(program) < index);
            for (const program of again) expect(program, started.join("\n")).toMatch(/^zpool (list|status) /);
            expect(again).toEqual([...new Set(again)]);
            expect(started.length - again.length, started.join("\n")).toBeLessThanOrEqual(limit);
        } finally {
            await stopWatching(machine);
            await machine.execute(
                "zpool list -Ho name | grep ^pool | xargs -rn 1 zpool destroy; rm -r /var/tmp/pools",
            );
        }
    });

test("out of sight the page starts nothing, whatever happens @all @debian-13", async ({ machine, admin }) => {
    await machine.write("/run/typed", "canary sings 4711 at dawn");
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create -o encryption=on -o keyformat=passphrase tank/vault </run/typed");
    const pages = new Pages(admin);
    await admin.goTo("/datasets");
    await expect(pages.datasetRow("tank/vault")).toBeVisible();
    try {
        await watchProcesses(machine);
        // in view it asks for the keys again and again
        await expect
            .poll(async () =>
                (await seenProcesses(machine)).filter((program) => program.includes("keystatus")),
            )
            .not.toEqual([]);
        await admin.page.getByRole("link", { name: "Accounts" }).click();
        await expect(admin.page.locator("iframe[name$='/users']")).toBeVisible();
        await stopWatching(machine);
        await watchProcesses(machine);
        // longer than what lies between any two readings of a page in view
        await machine.execute("zfs create tank/new; sleep 31");
        expect((await seenProcesses(machine)).filter(isOurs)).toEqual([]);
        await admin.page.getByRole("link", { name: "ZFS", exact: true }).click();
        await admin.goTo("/datasets");
        await expect(pages.datasetRow("tank/new")).toBeVisible();
        expect((await seenProcesses(machine)).filter(isOurs)).not.toEqual([]);
    } finally {
        await stopWatching(machine);
    }
});
