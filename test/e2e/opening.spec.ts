// What opening the page costs the host: as many processes for twenty pools as for one.
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import { seenProcesses, stopWatching, watchProcesses } from "./processes.ts";

/** What is started last, or at no certain moment. */
const last = ["zpool iostat", "zpool events", "zfs version", "find /boot", "zfs list"];

for (const count of [1, 20])
    test(`the page opens with at most 8 processes for ${count} pools, 10 before ZFS 2.3`, async ({
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
            await expect(async () => {
                const started = await seenProcesses(machine);
                for (const program of last) expect(started).toContainEqual(expect.stringContaining(program));
            }).toPass();
            const { stdout } = await machine.execute("cat /sys/module/zfs/version");
            const limit = /^(0|2\.[0-2])\./.test(stdout) ? 10 : 8;
            const started = await seenProcesses(machine);
            expect(started.length, started.join("\n")).toBeLessThanOrEqual(limit);
        } finally {
            await stopWatching(machine);
            await machine.execute(
                "zpool list -Ho name | grep ^pool | xargs -rn 1 zpool destroy; rm -r /var/tmp/pools",
            );
        }
    });
