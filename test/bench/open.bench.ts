// What a page costs: the time until its first pool beside that of the bare commands, and the processes that it
// starts, with one pool and with twenty. Figures are printed, nothing is judged by them.
import { disks, expect, test } from "../e2e/fixtures.ts";
import { Pages } from "../e2e/pages.ts";
import type { Session } from "../e2e/session.ts";
import type { Machine } from "../vm/machine.ts";

const [disk = ""] = disks;

/** Tasks that the guest's kernel has started since its boot, threads and the counting itself included. */
const countTasks = async (machine: Machine): Promise<number> =>
    Number((await machine.execute("sed -n 's/^processes //p' /proc/stat")).stdout);

/** Seconds that `run` takes, and the tasks that the guest starts meanwhile. */
async function measure(machine: Machine, run: () => Promise<unknown>) {
    const before = await countTasks(machine);
    const start = Date.now();
    await run();
    const seconds = (Date.now() - start) / 1000;
    return { seconds, tasks: (await countTasks(machine)) - before };
}

const say = (what: string, { seconds, tasks }: { readonly seconds: number; readonly tasks: number }) =>
    console.log(`${what.padEnd(44)}${seconds.toFixed(2).padStart(8)} s ${String(tasks).padStart(6)} tasks`);

/** The page, opened anew, until the card of `pool` is there. */
async function openAnew(session: Session, pool: string): Promise<void> {
    await session.goTo("/");
    await session.reload();
    await expect(new Pages(session).poolCard(pool)).toBeVisible();
}

for (const count of [1, 20])
    test(`opening the page with ${count} pools`, async ({ machine, admin }) => {
        const last = `pool${count}`;
        await machine.execute(`mkdir -p /var/tmp/pools && for n in $(seq ${count}); do
            truncate -s 128M /var/tmp/pools/$n && zpool create -f pool$n /var/tmp/pools/$n; done`);
        try {
            const commands = await measure(machine, () =>
                machine.execute("zpool list >/dev/null; zpool status >/dev/null; zfs list >/dev/null"),
            );
            say(`zpool list, zpool status and zfs list, ${count}`, commands);
            await openAnew(admin, last);
            const opening = await measure(machine, () => openAnew(admin, last));
            say(`the page until its last pool, ${count}`, opening);
            console.log(`ratio ${(opening.seconds / commands.seconds).toFixed(1)}`);
        } finally {
            await machine.execute("zpool list -Ho name | xargs -rn 1 zpool destroy; rm -r /var/tmp/pools");
        }
    });

test("a minute of an idle page, in view and left", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", disk]);
    await openAnew(admin, "tank");
    const aMinute = () => new Promise((resolve) => setTimeout(resolve, 60_000));
    say("a minute in view", await measure(machine, aMinute));
    await admin.page.getByRole("link", { name: "Accounts" }).click();
    say("a minute out of view", await measure(machine, aMinute));
    await admin.page.context().close();
    say("a minute without a browser", await measure(machine, aMinute));
});
