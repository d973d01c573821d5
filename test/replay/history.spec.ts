// The history of a pool: found among very many entries, and joined to what was recorded.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { history } from "../../src/zfs/reads.ts";

import { answersOf, datasetEvent, saying } from "./answers.ts";
import { auditOf, manyRows, now } from "./audit.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool } from "./pools.ts";

const tank = generatedPool("tank", 10);
const recorded = readFileSync(resolve(import.meta.dirname, "../fixtures/zpool-history/2.3.9.txt"), "utf8");
const line = history("tank").join(" ");

/** When the entry was written that the audit log has, too: Unix seconds. */
const written = Date.UTC(2026, 10, 22, 11, 5, 12) / 1000;
const change = { id: 7, argv: ["zfs", "create", "tank/norm"], time: written - 1, ended: written };

const host = (stdout: string) => ({
    answers: { ...answersOf([tank]), ...auditOf([change]), [line]: { stdout } },
});

test("commands are found, events are hidden, and what is recorded leads to its change", async ({
    replay,
}) => {
    const frame = await replay.open(host(recorded), "/pools/tank/history");
    const rows = frame.locator("tr[data-row]");
    await expect(rows).toHaveCount(14);
    await expect(rows.last()).toContainText("zpool create -f -o ashift=12 tank");
    await expect(rows.last()).toContainText("testhost:linux");
    await frame.getByText("Internal events").click();
    await expect(frame.getByRole("status").filter({ hasText: "85 entries" })).toBeVisible();
    await frame.getByText("Internal events").click();
    await frame.getByRole("searchbox").fill("create TANK/norm");
    await expect(rows).toHaveCount(1);
    await rows.click();
    const dialog = frame.getByRole("dialog", { name: "Command" });
    await expectAccessible(frame);
    await replay.screenshot("history-entry");
    await dialog.getByRole("link", { name: "Change 7 in the activity, by anna" }).click();
    await expect(frame.getByRole("dialog", { name: "Change 7" })).toBeVisible();
});

test("after five seconds it says what it waits for, and shows it when it comes", async ({ replay }) => {
    const { answers } = host(recorded);
    const slow = { answers: { ...answers, [line]: { stdout: recorded, delay: 8_000 } } };
    const frame = await replay.open(slow, "/pools/tank/history");
    const words = frame.getByText("Waiting for ZFS to tell the history of this pool");
    await expect(frame.locator(".pf-v6-c-skeleton")).toHaveCount(8);
    await expect(words).toBeHidden();
    await expect(words).toBeVisible({ timeout: 7_000 });
    await expect(frame.locator(".pf-v6-c-skeleton")).toHaveCount(7);
    await replay.screenshot("history-waiting");
    await expect(frame.locator("tr[data-row]")).toHaveCount(14, { timeout: 15_000 });
    await expect(words).toBeHidden();
});

test("tens of thousands of entries come as they are read", async ({ replay }) => {
    const entry = (number: number) =>
        `2026-11-22.11:05:12 zfs snapshot tank@${number} [user 0 (root) on h:linux]\n`;
    const many = Array.from({ length: 50_000 }, (_, index) => entry(index + 1)).join("");
    const frame = await replay.open(host(`History for 'tank':\n${many}\n`), "/pools/tank/history");
    await expect(frame.getByText("50000 entries", { exact: true })).toBeVisible({ timeout: 30_000 });
    await expect(frame.locator("tr[data-row]").first()).toContainText("zfs snapshot tank@50000");
    await frame.getByRole("searchbox").fill("tank@31415");
    await expect(frame.locator("tr[data-row]")).toHaveCount(1);
});

test("what is done in a terminal is in the history that is shown", async ({ replay }) => {
    const { answers } = host(recorded);
    const frame = await replay.open({ answers }, "/pools/tank/history");
    await expect(frame.getByText("14 entries")).toBeVisible();
    const entry = "2026-11-22.11:06:00 zfs create tank/new [user 0 (root) on testhost:linux]";
    const told = { ...answers, [line]: { stdout: `${recorded.trimEnd()}\n${entry}\n\n` } };
    await replay.scenario.answer(saying(told, datasetEvent("tank/new")));
    await expect(frame.locator("tr[data-row]").first()).toContainText("zfs create tank/new");
});

test("what was done long ago leads to its change, too", async ({ replay }) => {
    const ago = new Date((now - 60 * 2900) * 1000).toISOString().slice(0, 19).replace("T", ".");
    const answers = {
        ...answersOf([tank]),
        ...manyRows(3000),
        [line]: { stdout: `History for 'tank':\n${ago} zpool scrub tank [user 0 (root) on h:linux]\n\n` },
    };
    const frame = await replay.open({ answers }, "/pools/tank/history");
    await frame.locator("tr[data-row]").click();
    await expect(frame.getByRole("link", { name: "Change 100 in the activity, by bert" })).toBeVisible();
});

test("limited access says what the history needs", async ({ replay }) => {
    const frame = await replay.open({ ...host("no history\n"), user: "nobody" }, "/pools/tank/history");
    await expect(
        frame.getByRole("heading", { name: "The history needs administrative access" }),
    ).toBeVisible();
    await replay.screenshot("history-limited");
});

test("what is no history is shown as it is", async ({ replay }) => {
    const frame = await replay.open(host("no history\n"), "/pools/tank/history");
    await expect(frame.getByText("The history of this pool cannot be read")).toBeVisible();
});

test("the history of a pool that does not answer is not asked for", async ({ replay }) => {
    const suspended = { ...tank, health: "SUSPENDED", json: { ...tank.json, state: "SUSPENDED" } };
    const frame = await replay.open({ answers: answersOf([suspended]) }, "/pools/tank/history");
    await expect(frame.getByRole("heading", { name: "The history cannot be read now" })).toBeVisible();
    expect((await replay.scenario.calls()).some(({ argv }) => argv[1] === "history")).toBe(false);
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("the history fits", async ({ replay }) => {
            const frame = await replay.open(host(recorded), "/pools/tank/history");
            await expect(frame.getByText("14 entries")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("history");
        });
    });
