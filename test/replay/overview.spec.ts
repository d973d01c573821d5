// The Overview on a host with pools in many states: the sentence, the work under way, and what a person must know.

import type { Frame } from "@playwright/test";

import { answersOf, statusLines, streamLines, versionLine } from "./answers.ts";
import { card } from "./cards.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool, renamedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import type { StatusPool } from "./status-json.ts";

/** Two hours after the recordings, Unix seconds. */
const now = 1_795_353_000;

/** Opens the page two hours after the recordings, in a browser whose clock is so many seconds ahead of the host's. */
async function openAt(replay: Replay, pools: readonly Pool[], ahead = 0): Promise<Frame> {
    await replay.page.clock.setFixedTime(1000 * (now + ahead));
    return replay.open({ answers: answersOf(pools), time: now });
}

const suspended = (): Pool => {
    const pool = renamedPool("s13-susp", "stuck");
    return { ...pool, health: "SUSPENDED" };
};

/** A scrub that is half done after two hours. */
function scrubbing(): Pool {
    const pool = renamedPool("s04-scrubbing", "scrubbing");
    const numbers = {
        to_examine: 8e12,
        examined: 5e12,
        bytes_per_scan: 5e12,
        issued: 4e12,
        issued_bytes_per_scan: 4e12,
    };
    const scanned = Object.entries(numbers).map(([key, value]) => [key, String(value)] as const);
    const stats = { ...pool.json.scan_stats, ...Object.fromEntries(scanned) };
    return { ...pool, json: { ...pool.json, scan_stats: stats } };
}

const states: readonly (readonly [pool: Pool, ...texts: (string | RegExp)[]])[] = [
    [
        generatedPool("tank", 10),
        "No known problems",
        "10 devices",
        "Fragmentation 3%",
        "Compression 1.43x",
        "Never scrubbed",
    ],
    [
        renamedPool("s02-faulted", "faulted"),
        "1 device of mirror-1 is faulted: /mnt/m4",
        "1 device of mirror-0 is offline: /mnt/m2",
    ],
    [renamedPool("s02-unavail-was", "gone"), "1 device of mirror-0 does not answer"],
    [renamedPool("s03-replacing", "replacing"), "Resilver: "],
    [scrubbing(), "No known problems", /Scrub: 50%, 52\d MiB\/s, 2 h \d min left/],
    [renamedPool("s04-paused", "paused"), "Scrub paused"],
    [renamedPool("s04-canceled", "canceled"), "Scrub canceled"],
    [renamedPool("s05-rebuild", "rebuild"), "mirror-0 is being rebuilt", "Rebuild of mirror-0: "],
    [renamedPool("s06-checkpoint", "checkpoint"), "Checkpoint made 2 hours ago holds "],
    [renamedPool("s07-removing", "removing"), "Removal of a device: "],
    [renamedPool("s09-expanding", "expanding"), "Expansion of raidz1-0: "],
    [renamedPool("s10-init", "initializing"), "Initializing "],
    [renamedPool("s11-errors", "damaged"), "Data is damaged and could not be repaired in 18 places"],
    [suspended(), "The pool is suspended"],
    [renamedPool("s17-nofeat", "old"), "newer features are available"],
    [renamedPool("s01-full", "with spaces"), "No known problems"],
    [renamedPool("s04-scrubbed", "<script>alert(1)</script>"), "Scrub finished 2 hours ago, no errors"],
];

test("says of each pool what a person would say first", async ({ replay }) => {
    const frame = await openAt(
        replay,
        states.map(([pool]) => pool),
    );
    for (const [pool, ...texts] of states)
        for (const text of texts) await expect(card(frame, pool.json.name)).toContainText(text);
});

test("ZFS's own words are one click below", async ({ replay }) => {
    const frame = await openAt(replay, [renamedPool("s02-faulted", "tank")]);
    const words = frame.getByText("faulted in response to persistent errors");
    await expect(words).toBeHidden();
    await frame.getByRole("button", { name: "What ZFS says" }).click();
    await expect(words).toBeVisible();
});

test("shows what a pool reads and writes, and moves nothing when that changes", async ({ replay }) => {
    const answers = answersOf([generatedPool("tank", 10)]);
    const saying = (...rates: readonly number[]) => ({
        ...answers,
        [streamLines.iostat]: {
            stdout: rates.map((rate) => `tank\t6\t4\t10\t20\t${rate << 20}\t${rate << 19}\n`).join(""),
            stays: true,
        },
    });
    const frame = await replay.open({ answers });
    const tank = card(frame, "tank");
    await expect(tank).toContainText("Read –");
    await expect(tank).toContainText("Compression");
    const before = await tank.boundingBox();
    await replay.scenario.answer(saying(1_000, 412, 100, 300, 40, 10, 0, 0, 500, 88));
    await expect(tank).toContainText("Read 88 MiB/s");
    await expect(tank).toContainText("Write 44 MiB/s");
    expect(await tank.boundingBox()).toEqual(before);
    await replay.screenshot("throughput");
});

for (const ahead of [600, -600])
    test(`a browser whose clock is ${ahead} s ahead tells the same`, async ({ replay }) => {
        const scrubbed = renamedPool("s04-scrubbed", "tank");
        const text = JSON.stringify(scrubbed.json).replace(/"end_time":"\d+"/, `"end_time":"${now - 5}"`);
        const json = JSON.parse(text) as StatusPool;
        const frame = await openAt(
            replay,
            [{ ...scrubbed, json }, renamedPool("s04-canceled", "canceled"), generatedPool("safe", 10)],
            ahead,
        );
        await expect(card(frame, "tank")).toContainText("Scrub finished less than a minute ago");
        await expect(card(frame, "canceled")).toContainText("Scrub canceled 2 hours ago");
    });

test("the exact time is on hover", async ({ replay }) => {
    const frame = await openAt(replay, [renamedPool("s04-scrubbed", "tank")]);
    await expect(frame.getByText("Scrub finished 2 hours ago")).toHaveAttribute("title", /2026/);
});

test("advises what a person must know, and how to solve it", async ({ replay }) => {
    const pools = [renamedPool("s04-scrubbed", "my pool"), renamedPool("s17-nofeat", "old")];
    const answers = {
        ...answersOf(pools),
        [versionLine]: { stdout: "zfs-2.3.9-0+deb13u1\nzfs-kmod-2.3.2-2\n" },
    };
    const frame = await replay.open({ answers, time: now + 40 * 86_400 });
    const advice = frame.getByRole("region", { name: "Advice" }).getByRole("listitem");
    await expect(advice).toHaveText([
        /No scrub of my pool has finished for 40 days/,
        /The first scrub of old is due/,
        /The tools are ZFS 2.3.9-0\+deb13u1, the loaded module is 2.3.2-2/,
        /old can be upgraded to newer features/,
    ]);
    await expect(advice.first().getByRole("textbox").or(advice.first().locator("code"))).toContainText(
        "zpool scrub 'my pool'",
    );
    await replay.screenshot("advice");
});

/** Has the page copy what it cannot read. */
async function copyReport(replay: Replay): Promise<Frame> {
    await replay.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const answers = {
        ...answersOf([generatedPool("tank", 10)]),
        [statusLines.json]: { stdout: "{ nonsense" },
    };
    const frame = await replay.open({ answers });
    // it waits for the versions
    await frame.getByRole("button", { name: "Copy for a bug report" }).click();
    await expect(frame.getByRole("button", { name: "Copied" })).toBeVisible();
    return frame;
}

test("what cannot be read is copied with command and versions", async ({ replay }) => {
    const frame = await copyReport(replay);
    const copied = await frame.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^zfsadmin \d+\.\d+\.\d+\nZFS tools 2\.3\.9\S*, module 2\.3\.9/);
    expect(copied).toMatch(/\nCockpit \d\S*, .+, kernel \S+\n/);
    expect(copied).toContain('["zpool","status","-jpPti"]');
    expect(copied).toContain("{ nonsense");
});

test("what cannot be read is copied from a page without https, too", async ({ replay }) => {
    // as the browser leaves it out there
    await replay.page.addInitScript(() => {
        Object.defineProperty(window, "clipboard", { value: navigator.clipboard });
        Reflect.deleteProperty(Navigator.prototype, "clipboard");
    });
    const frame = await copyReport(replay);
    const copied = await frame.evaluate(() =>
        (window as unknown as { clipboard: Clipboard }).clipboard.readText(),
    );
    expect(copied).toContain("{ nonsense");
});

test("of 10 MB that cannot be read there is the part that matters to see, and all to copy", async ({
    replay,
}) => {
    await replay.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    const whole = answersOf([generatedPool("huge", 20_000)])[statusLines.json]?.stdout ?? "";
    const stdout = `${whole.slice(0, 5_000_000)}\n☹${whole.slice(5_000_000)}`;
    const answers = { ...answersOf([generatedPool("tank", 10)]), [statusLines.json]: { stdout } };
    const frame = await replay.open({ answers });
    const alert = card(frame, "tank").locator("pre");
    await expect(alert).toContainText("☹");
    await expect(alert).toContainText(/… \d{7,} more characters …/);
    expect((await alert.innerText()).length).toBeLessThan(30_000);
    await frame.getByRole("button", { name: "Copy for a bug report" }).click();
    await expect(frame.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await frame.evaluate(() => navigator.clipboard.readText());
    // not compared by expect(), which would print both
    expect(copied.endsWith(`\nOutput:\n${stdout}`)).toBe(true);
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("many states fit and are accessible", async ({ replay }) => {
            const frame = await openAt(
                replay,
                states.map(([pool]) => pool),
            );
            await expect(frame.getByRole("region", { name: "Advice" })).toBeVisible();
            await replay.screenshot("states");
            await expectFitting(frame);
            await expectAccessible(frame);
            await frame.getByRole("heading", { name: "Advice" }).scrollIntoViewIfNeeded();
            await replay.screenshot("states-end");
        });
    });
}

test("20 pools look fine", async ({ replay }) => {
    const frame = await openAt(
        replay,
        Array.from({ length: 20 }, (_, index) => generatedPool(`pool${index}`, 20)),
    );
    await expect(frame.getByRole("heading", { level: 2, name: /^pool/ })).toHaveCount(20);
    await replay.screenshot("20-pools");
});
