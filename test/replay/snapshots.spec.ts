// The snapshots of a dataset: listed by one process, found and sorted among very many, and read anew when one came.

import { snapshotsOf } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf, datasetEvent, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { datasetAnswers } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Host } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { longTasks, watchLongTasks } from "./long-tasks.ts";
import { generatedPool } from "./pools.ts";

const path = "/datasets/tank/home?tab=snapshots";
const line = shellQuote(snapshotsOf("tank/home"));
const KIB = 1024;

/** As `zfs list` prints it; the later the larger. */
const row = (label: string, number: number, holds = 0): string =>
    `tank/home@${label}\t${1_000 + number}\t${10 * number}\t${1_790_000_000 + 3600 * number}\t${number * KIB}\t${2 ** 30}\t${holds}\n`;

const some = [row("monday", 1), row("before <b>upgrade", 2, 1), row("tuesday", 3)].join("");

const host = (stdout: string): Host => ({
    answers: {
        ...answersOf([generatedPool("tank", 10)]),
        ...datasetAnswers([{ name: "tank" }, { name: "tank/home" }]),
        [line]: { stdout },
    },
    installed: ["zpool", "zfs", "zfsadmin", "findmnt"],
});

test("snapshots are listed by one process, the newest first, found, sorted, and looked at", async ({
    replay,
}) => {
    const frame = await replay.open(host(some), path);
    const table = frame.getByRole("grid", { name: "Snapshots" });
    const names = table.locator("[data-row] > .zfs-snapshot-name");
    await expect(names).toHaveText(["tuesday", "before <b>upgrade", "monday"]);
    await expect(frame.getByText("3 snapshots", { exact: true })).toBeVisible();
    await expect(table.locator("[data-row]").nth(1)).toContainText("2 KiB");
    const asked = (await replay.scenario.calls()).filter(({ argv }) => argv.includes("snapshot"));
    expect([...new Set(asked.map(({ argv }) => shellQuote(argv)))]).toEqual([line]);
    await table.getByRole("button", { name: "Used" }).click();
    await expect(names.first()).toHaveText("monday");
    await frame.getByLabel("Search in names of snapshots").fill("DAY");
    await expect(names).toHaveText(["monday", "tuesday"]);
    await frame.getByLabel("Search in names of snapshots").fill("never");
    await expect(frame.getByText("No snapshot is called so.")).toBeVisible();
    await frame.getByLabel("Search in names of snapshots").fill("upgrade");
    await names.first().click();
    const dialog = frame.getByRole("dialog", { name: "tank/home@before <b>upgrade" });
    await expect(dialog).toContainText("2 KiB (2048 bytes)");
    await expect(dialog).toContainText("1002");
    await expectAccessible(frame);
    await replay.screenshot("snapshot");
    await dialog.getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("1 snapshot", { exact: true })).toBeVisible();
});

test("an address leads to one snapshot, and says if it is gone", async ({ replay }) => {
    const frame = await replay.open(host(some), `${path}&snapshot=monday`);
    const dialog = frame.getByRole("dialog", { name: "tank/home@monday" });
    await expect(dialog).toBeVisible();
    const { answers } = host(row("tuesday", 3));
    await replay.scenario.answer(saying(answers, datasetEvent("tank/home@monday")));
    await expect(frame.getByText("There is no snapshot “tank/home@monday”")).toBeVisible();
    await expect(dialog).toBeHidden();
    await expectAccessible(frame);
    await replay.scenario.answer(saying(host("").answers, datasetEvent("tank/home@tuesday")));
    await expect(frame.getByRole("heading", { name: "There is no snapshot yet" })).toBeVisible();
    await expect(frame.getByText("There is no snapshot “tank/home@monday”")).toBeVisible();
});

test("one that is taken in a terminal is listed, too", async ({ replay }) => {
    const frame = await replay.open(host(some), path);
    await expect(frame.getByText("3 snapshots", { exact: true })).toBeVisible();
    const { answers } = host(some + row("wednesday", 4));
    await replay.scenario.answer(saying(answers, datasetEvent("tank/home@wednesday")));
    await expect(frame.locator("tr[data-row]").first()).toContainText("wednesday");
});

test("with limited access they are listed as well", async ({ replay }) => {
    const answers = { ...host(some).answers, "zfs allow tank/home": {} };
    const frame = await replay.open({ ...host(some), answers, user: "nobody" }, path);
    await expect(frame.getByText("3 snapshots", { exact: true })).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("snapshots-limited");
});

test("without a snapshot there is the way to one", async ({ replay }) => {
    const frame = await replay.open(host(""), path);
    await expect(frame.getByRole("heading", { name: "There is no snapshot yet" })).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("snapshots-none");
    await frame.getByRole("button", { name: "Take a snapshot…" }).last().click();
    await expect(frame.getByRole("dialog", { name: "Take a snapshot of tank/home" })).toBeVisible();
});

test("what is no list of snapshots is shown as it is", async ({ replay }) => {
    const frame = await replay.open(host("no list\n"), path);
    await expect(frame.getByText("The snapshots of this dataset cannot be read")).toBeVisible();
});

test("a hundred thousand snapshots scroll like a hundred", async ({ replay }) => {
    test.setTimeout(120_000);
    const many = Array.from({ length: 100_000 }, (_one, index) => row(`auto-${index}`, index + 1)).join("");
    const frame = await replay.open(host(many), path);
    await expect(frame.getByText("100000 snapshots", { exact: true })).toBeVisible({ timeout: 60_000 });
    const rows = frame.locator("tr[data-row]");
    await expect(rows.first()).toContainText("auto-99999");
    await watchLongTasks(frame);
    await rows.first().focus();
    await replay.page.keyboard.press("End");
    await expect(rows.last().locator(".zfs-snapshot-name")).toHaveText("auto-0");
    await expect(rows.last()).toBeInViewport();
    for (const key of ["Home", ...Array.from({ length: 40 }, () => "PageDown")])
        await replay.page.keyboard.press(key);
    await replay.page.mouse.move(700, 500);
    for (let turn = 0; turn < 40; turn++) await replay.page.mouse.wheel(0, 5_000);
    expect(await rows.count()).toBeLessThan(80);
    console.log(
        `long tasks while 100,000 snapshots are scrolled: ${JSON.stringify(await longTasks(frame))} ms`,
    );
    await frame.getByLabel("Search in names of snapshots").fill("auto-31415");
    await expect(frame.getByText("1 snapshot", { exact: true })).toBeVisible();
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("the snapshots of a dataset fit", async ({ replay }) => {
            const frame = await replay.open(host(some), path);
            await expect(frame.getByText("3 snapshots", { exact: true })).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("snapshots");
            await frame.locator("tr[data-row]").first().click();
            await expect(frame.getByRole("dialog")).toContainText("Transaction group");
            await replay.screenshot("snapshot");
            await expectFitting(frame);
            await expectAccessible(frame);
        });
    });
