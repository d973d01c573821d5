// What is seldom done to a pool: split it, prune its deduplication table, write to its disks, give it a new guid.

import type { Frame } from "@playwright/test";

import { seenVdev } from "../../src/zfs/commands/expect.ts";
import { reguidPool, syncPool } from "../../src/zfs/commands/pool.ts";
import { splitPool } from "../../src/zfs/commands/split.ts";
import { pruneDedup } from "../../src/zfs/commands/tables.ts";
import { parseStatusJson } from "../../src/zfs/parse/status-json.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";
import { vitalVdevs } from "../../src/zfs/vdevs.ts";

import { answersOf, datasetEvent, dedupAnswers, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool, renamedPool } from "./pools.ts";
import { propertyAnswers } from "./property-answers.ts";
import type { Answers } from "./scenario.ts";

const mirrors = renamedPool("s10-inited", "tank");
const tankId = { name: "tank", guid: mirrors.json.pool_guid };

const values = {
    ...{ dedupratio: "2.00", dedup_table_size: "384", dedup_table_quota: "auto" },
    ...{ bcloneused: "1048576", bclonesaved: "2097152", bcloneratio: "3.00" },
};

const host = (changes: Answers = {}) => ({
    answers: {
        ...answersOf([mirrors]),
        ...propertyAnswers("tank", values),
        ...moduleAnswers(),
        ...dedupAnswers("tank"),
        ...changes,
    },
    installed: withModule,
});

async function choose(frame: Frame, name: string) {
    await frame.getByRole("button", { name: "Actions for tank", exact: true }).click();
    await frame.getByRole("menuitem", { name: new RegExp(`^${name}`) }).click();
    return frame.getByRole("dialog");
}

const first = "/mnt/t1";
const [status] = parseStatusJson(JSON.stringify({ pools: { tank: mirrors.json } }), 0);
const seenMirrors = status
    ? vitalVdevs(status).flatMap((vdev) => seenVdev(tankId, { vdev, above: [] }) ?? [])
    : [];

test("a split says what it would make, and which disk leaves", async ({ replay }) => {
    const [one, two] = [
        { name: "half", devices: [], mirrors: seenMirrors },
        { name: "half", devices: [first], mirrors: seenMirrors },
    ];
    const frame = await replay.open(
        host({
            [shellQuote(splitPool(tankId, one).dryRun)]: {
                stdout: "would create 'half' with the following layout:\n",
            },
            [shellQuote(splitPool(tankId, two).dryRun)]: {
                stderr: "cannot split tank: no such device\n",
                exit: 1,
            },
            [executeLine(splitPool(tankId, one))]: failed("cannot create 'half': pool already exists\n"),
        }),
        "/pools/tank",
    );
    const dialog = await choose(frame, "Split");
    const name = dialog.getByLabel("Name of the new pool");
    await name.fill("tank");
    await expect(dialog).toContainText("A pool of this name is imported");
    await name.fill("half");
    await expect(dialog).toContainText("would create 'half' with the following layout");
    await expectAccessible(frame);
    await replay.screenshot("split-dialog");
    await dialog.getByRole("button", { name: "Split" }).click();
    await expect(dialog).toContainText("cannot create 'half': pool already exists");
    await dialog.getByLabel("Disk to take from mirror-0").selectOption({ index: 0 });
    await expect(dialog).toContainText("cannot split tank: no such device");
});

test("what harms nothing runs at once, a new guid asks first", async ({ replay }) => {
    const answers = Object.fromEntries(
        [syncPool(tankId), reguidPool(tankId)].map((one) => [executeLine(one), done]),
    );
    const frame = await replay.open(host(answers), "/pools/tank");
    await choose(frame, "Sync");
    await expect(frame.getByText("tank written to its disks")).toBeVisible();
    const dialog = await choose(frame, "New guid");
    await dialog.getByRole("button", { name: "Give a new guid" }).click();
    await expect(frame.getByText("tank has a new guid")).toBeVisible();
});

test("a pool of raidz says why it is not split", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([generatedPool("tank", 10)]) }, "/pools/tank");
    await frame.getByRole("button", { name: "Actions for tank", exact: true }).click();
    await expect(frame.getByRole("menuitem", { name: /^Split/ })).toContainText("Only a pool of mirrors");
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("deduplication and its dialog fit", async ({ replay }) => {
            const prune = pruneDedup(tankId, { percent: 5 });
            const { answers, installed } = host({ [executeLine(prune)]: done });
            const frame = await replay.open({ answers, installed }, "/pools/tank/properties");
            await expect(frame.getByText("Saved by cloning")).toBeVisible();
            await expect(frame.locator("dd", { hasText: /^3.00x$/ })).toBeVisible();
            await frame.getByRole("button", { name: "How often blocks are used" }).click();
            await expectFitting(frame);
            await replay.screenshot("dedup");
            await frame.getByRole("button", { name: "Prune the deduplication table…" }).click();
            const dialog = frame.getByRole("dialog");
            await dialog.getByLabel("a part of all, the oldest first").check();
            await expect(dialog).toContainText("A whole number from 1 to 100");
            await dialog.getByLabel("Percent").fill("5");
            await expectAccessible(frame);
            await expectFitting(frame);
            await replay.screenshot("prune-dialog");
            await dialog.getByRole("button", { name: "Prune", exact: true }).click();
            await expect(frame.getByText("Deduplication table of tank pruned")).toBeVisible();
            // what is done to a dataset may change the figures
            const later = { ...answers, ...propertyAnswers("tank", { ...values, bcloneratio: "4.00" }) };
            await replay.scenario.answer(saying(later, datasetEvent("tank/copy")));
            await expect(frame.locator("dd", { hasText: /^4.00x$/ })).toBeVisible();
        });
    });
