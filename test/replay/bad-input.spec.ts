// Names and output that nobody expects: shown right, or told plainly on the card concerned, with the rest at work.

import { answersOf, followStart, listLine, statusLines, streamLines } from "./answers.ts";
import { card } from "./cards.ts";
import { datasetAnswers } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import { generatedPool, renamedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import type { StatusPool } from "./status-json.ts";

const safe = generatedPool("safe", 10);

/** `pool` with `text` in place of the word `WDC` in the names of all its disks. */
const withDisks = (pool: Pool, text: string): Pool => {
    const json = JSON.stringify(pool.json).replaceAll("WDC", JSON.stringify(text).slice(1, -1));
    return { ...pool, json: JSON.parse(json) as StatusPool };
};

const hostile = [
    "my pool",
    "$(reboot)",
    'it\'s "mine"',
    "<img src=x onerror=alert(1)>",
    "-rf",
    "%2e%2e",
    "größe",
];

for (const name of hostile)
    test(`a pool and disks called ${name} are shown right`, async ({ replay }) => {
        const dialogs: string[] = [];
        replay.page.on(
            "dialog",
            (dialog) => void dialog.dismiss().then(() => dialogs.push(dialog.message())),
        );
        const pool = renamedPool("s04-scrubbed", name);
        const disks = withDisks(generatedPool("tank", 10), name);
        const frame = await replay.open({ answers: answersOf([pool, disks]) });
        await card(frame, name).getByRole("link", { name, exact: true }).click();
        await expect(frame.getByRole("heading", { name, level: 1, exact: true })).toBeVisible();
        await expect(frame.getByRole("row").first()).toBeVisible();
        await frame.getByRole("navigation").getByRole("link", { name: "ZFS" }).click();
        await card(frame, "tank").getByRole("link", { name: "tank" }).click();
        await expect(frame.getByRole("button", { name: `ata-${name}_WD40EFRX` }).first()).toBeVisible();
        expect(dialogs).toEqual([]);
    });

test("bytes that are no text hide nothing", async ({ replay }) => {
    const tank = generatedPool("tank", 10);
    // replay.py writes this half of a character as the byte FF
    const damaged = (pools: readonly Pool[]) => ({
        stdout: (answersOf(pools)[statusLines.json]?.stdout ?? "").replaceAll("WDC", "\udcff"),
    });
    const frame = await replay.open({
        answers: {
            ...answersOf([tank, safe]),
            [statusLines.json]: damaged([tank, safe]),
            [`${statusLines.json} tank`]: damaged([tank]),
            [`${statusLines.json} safe`]: answersOf([safe])[statusLines.json] ?? {},
        },
    });
    await expect(card(frame, "safe")).toContainText("10 devices");
    await expect(card(frame, "tank")).toContainText("10 devices");
});

test("counters above 2^63 are errors like others", async ({ replay }) => {
    const { json, text } = generatedPool("tank", 10);
    const counted = JSON.stringify(json).replace(
        /"read_errors":"0"(?=[^{}]*"slow_ios")/,
        '"read_errors":"18446744073709551615"',
    );
    const pool = { json: JSON.parse(counted) as StatusPool, text };
    const frame = await replay.open({ answers: answersOf([pool, safe]) });
    await expect(card(frame, "tank")).toContainText("1 device of raidz2-0 had errors");
    await expect(card(frame, "safe")).toContainText("No known problems");
});

test("a storm of 10,000 events costs a few reads", async ({ replay }) => {
    const answers = answersOf([safe]);
    const frame = await replay.open({ answers });
    await expect(card(frame, "safe")).toContainText("10 devices");
    const event = '{"kind":"event","class":"sysevent.fs.zfs.config_sync","pool":"safe","count":1}\n';
    const storm = { stdout: followStart + event.repeat(10_000), stays: true };
    await replay.scenario.answer({
        ...answersOf([safe, generatedPool("tank", 10)]),
        [streamLines.follow]: storm,
    });
    await expect(card(frame, "tank")).toContainText("10 devices");
    const calls = await replay.scenario.calls();
    const reads = calls.filter(({ argv }) => [listLine, statusLines.json].includes(argv.join(" ")));
    expect(reads.length).toBeLessThan(20);
});

test("without zfs the pools are there, and the datasets are said to be what is missing", async ({
    replay,
}) => {
    const answers = { ...answersOf([safe]), ...datasetAnswers([{ name: "safe" }, { name: "safe/home" }]) };
    const frame = await replay.open({ answers, installed: ["zpool", "zfsadmin"] });
    await expect(card(frame, "safe")).toContainText("10 devices");
    await frame.getByRole("link", { name: "Datasets", exact: true }).click();
    await expect(frame.getByText("The datasets cannot be read")).toBeVisible();
    await expect(frame.locator("pre")).toContainText(/not.found|no such file/i);
    await replay.scenario.install(answers, ["zfs"]);
    await frame.getByRole("button", { name: "Try again" }).click();
    await expect(frame.locator("a[title='safe/home']")).toBeVisible();
    await expect(frame.getByText("The datasets cannot be read")).toBeHidden();
});

test("zpool that is gone is told, and the page goes on when it is back", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([safe]), installed: ["zfs", "zfsadmin"] });
    await expect(frame.getByRole("heading", { name: "ZFS is not installed" })).toBeVisible();
    await replay.scenario.install(answersOf([safe]), ["zpool"]);
    await frame.getByRole("button", { name: "Try again" }).click();
    await expect(card(frame, "safe")).toContainText("10 devices");
});
