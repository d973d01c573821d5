// The tree of datasets and the page of one: few and ten thousand, live, with whatever stands in the way.

import type { Frame } from "@playwright/test";

import { answersOf, datasetEvent, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import {
    answering,
    datasetAnswers,
    datasetsLine,
    listOf,
    locked,
    manyDatasets,
    mountsLine,
    volume,
} from "./datasets.ts";
import type { DatasetRow } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Host, Replay } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { longTasks, watchLongTasks } from "./long-tasks.ts";
import { generatedPool } from "./pools.ts";

const tank = generatedPool("tank", 10);
const safe = generatedPool("safe", 10);
const gib = 2 ** 30;
const sizes = (data: number, snapshots: number, children: number, reserved = 0) => ({
    used: String((data + snapshots + children + reserved) * gib),
    usedbydataset: String(data * gib),
    usedbysnapshots: String(snapshots * gib),
    usedbychildren: String(children * gib),
    usedbyrefreservation: String(reserved * gib),
});
const hex = (digit: string) => digit.repeat(64);

/** One of each kind. */
const few: readonly DatasetRow[] = [
    { name: "safe", ...sizes(1, 0, 0) },
    { name: "tank", ...sizes(1, 0, 114) },
    { name: "tank/docker", ...sizes(1, 0, 24) },
    ...["a", "b", "c", "d", "e", "f"].map((digit) => ({
        name: `tank/docker/${hex(digit)}`,
        origin: `tank/docker/base@${digit}`,
        mountpoint: "legacy",
        mounted: "no",
    })),
    { name: "tank/home", ...sizes(10, 20, 30), quota: String(64 * gib), sharenfs: "rw=@10.0.0.0/8" },
    { name: "tank/home/anna b", ...sizes(10, 5, 0), readonly: "on" },
    { name: "tank/home/bert", ...sizes(14, 2, 0), mounted: "no" },
    { name: "tank/secret", ...locked("tank/secret"), ...sizes(1, 1, 8) },
    { name: "tank/secret/in", ...locked("tank/secret"), keylocation: "none", ...sizes(8, 0, 0) },
    { name: "tank/try", origin: "tank/home@before", ...sizes(1, 0, 0) },
    { name: "tank/vm", ...volume, ...sizes(1, 0, 0, 7) },
];

const host = (rows: readonly DatasetRow[] = few): Host => ({
    answers: { ...answersOf([safe, tank]), ...datasetAnswers(rows) },
    installed: ["zpool", "zfs", "zfsadmin", "findmnt"],
});

const rows = (frame: Frame) => frame.locator("tr[data-row]");
const row = (frame: Frame, name: string) => rows(frame).filter({ has: frame.locator(`a[title="${name}"]`) });
const names = async (frame: Frame) =>
    (await rows(frame).locator(".zfs-dataset-name").allTextContents()).map((name) => name.trim());
const readsOf = async (replay: Replay): Promise<number> =>
    (await replay.scenario.calls()).filter(({ argv }) => argv.join(" ") === datasetsLine).length;

test("says of each dataset what it takes and what is to be known", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    await expect(row(frame, "tank/home")).toContainText("60 GiB");
    await expect(row(frame, "tank/home")).toContainText("Quota 94% full");
    await expect(row(frame, "tank/home")).toContainText("Set to be shared");
    await expect(row(frame, "tank/home").getByRole("img")).toHaveAttribute(
        "aria-label",
        "60 GiB used. Data: 10 GiB, Snapshots: 20 GiB, Datasets in it: 30 GiB",
    );
    await expect(row(frame, "tank/home/anna b")).toContainText("Read-only");
    await expect(row(frame, "tank/home/bert")).toContainText("Not mounted");
    await expect(row(frame, "tank/secret")).toContainText("Locked");
    await expect(row(frame, "tank/try")).toContainText("Clone");
    await expect(row(frame, "tank/vm")).toContainText("Volume");
    // layers of containers are one row
    await expect(rows(frame)).toHaveCount(few.length - 6 + 1);
    await expect(rows(frame).filter({ hasText: "6 container layers" })).toContainText("24 GiB");
    await rows(frame).filter({ hasText: "6 container layers" }).click();
    await expect(rows(frame)).toHaveCount(few.length + 1);
});

test("keys lead through the tree, and what was closed stays closed", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    const { keyboard } = replay.page;
    const focused = () => frame.evaluate(() => document.activeElement?.querySelector("a")?.title);
    await rows(frame).first().focus();
    await keyboard.press("ArrowDown");
    expect(await focused()).toBe("tank");
    await keyboard.press("ArrowRight");
    expect(await focused()).toBe("tank/docker");
    await keyboard.press("h");
    expect(await focused()).toBe("tank/home");
    await expect(row(frame, "tank/home")).toHaveAttribute("aria-level", "2");
    await expect(row(frame, "tank/home")).toHaveAttribute("aria-setsize", "5");
    await keyboard.press("ArrowLeft");
    await expect(row(frame, "tank/home")).toHaveAttribute("aria-expanded", "false");
    await expect(row(frame, "tank/home/bert")).toBeHidden();
    expect(await focused()).toBe("tank/home");
    await keyboard.press("ArrowLeft");
    expect(await focused()).toBe("tank");
    await keyboard.press("End");
    expect(await focused()).toBe("tank/vm");
    await keyboard.press(" ");
    await expect(frame.getByText("1 dataset chosen")).toBeVisible();
    await keyboard.press("Enter");
    await expect(frame.getByRole("heading", { name: "vm", level: 1 })).toBeVisible();
    await replay.page.goBack();
    await expect(row(frame, "tank/home")).toHaveAttribute("aria-expanded", "false");
    await frame.evaluate(() => location.reload());
    await expect(row(frame, "tank/home")).toHaveAttribute("aria-expanded", "false");
});

test("what is looked for is found, with the way to it", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    await frame.getByRole("searchbox").fill("ANNA");
    await expect(rows(frame)).toHaveCount(3);
    expect(await names(frame)).toEqual(["tank", "home", "anna b"]);
    await expect(frame.getByText("1 dataset shown")).toBeVisible();
    await frame.getByRole("button", { name: "Clear filters" }).click();
    await frame.getByRole("button", { name: "Filters" }).click();
    await frame
        .getByRole("menuitem", { name: "Quota nearly full" })
        .or(frame.getByLabel("Quota nearly full"))
        .first()
        .click();
    await expect(rows(frame)).toHaveCount(2);
    await replay.screenshot("datasets-filters");
    await expectAccessible(frame);
    await replay.page.keyboard.press("Escape");
    await frame.getByRole("searchbox").fill("nothing");
    await expect(frame.getByText("No dataset matches the filters")).toBeVisible();
});

test("layers that stand in one row are not said to be nothing", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets/tank/docker");
    await expect(rows(frame).filter({ hasText: "6 container layers" })).toBeVisible();
    await expect(frame.getByText("6 container layers folded")).toBeVisible();
    await expect(frame.getByText("No dataset matches the filters")).toBeHidden();
    await rows(frame).filter({ hasText: "6 container layers" }).click();
    await expect(frame.getByText("6 datasets shown")).toBeVisible();
});

test("they are sorted by name and by space, among those beside each other", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    await frame.getByRole("button", { name: "Used" }).click();
    await frame.getByRole("button", { name: "Used" }).click();
    await expect(rows(frame).first()).toContainText("tank");
    const shown = await names(frame);
    expect(shown.slice(0, 4)).toEqual(["tank", "home", "bert", "anna b"]);
    expect(shown.at(-1)).toBe("safe");
});

test("columns are chosen, and stay chosen", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    await frame.getByRole("button", { name: "Columns" }).click();
    await frame
        .getByRole("menuitem", { name: "Encryption" })
        .or(frame.getByLabel("Encryption"))
        .first()
        .click();
    await expect(row(frame, "tank/secret")).toContainText("aes-256-gcm");
    await replay.screenshot("datasets-columns");
    await frame.evaluate(() => location.reload());
    await expect(row(frame, "tank/home")).toContainText("off");
    await expect(row(frame, "tank/secret")).toContainText("aes-256-gcm");
});

test("boxes tick datasets, all that are shown, and layers together", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    await frame.getByRole("checkbox", { name: "Choose tank/home/bert", exact: true }).check();
    await frame.getByRole("checkbox", { name: "Choose these layers" }).check();
    await expect(frame.getByText("7 datasets chosen")).toBeVisible();
    await frame.getByLabel("Search by name").fill("bert");
    await expect(frame.getByText("6 of them are not shown")).toBeVisible();
    await replay.screenshot("datasets-chosen");
    await frame.getByRole("button", { name: "Clear filters" }).click();
    await expect(frame.getByText("not shown")).toBeHidden();
    await frame.getByRole("checkbox", { name: "Choose all that are shown" }).check();
    await expect(frame.getByText(`${few.length} datasets chosen`)).toBeVisible();
    await frame.getByRole("button", { name: "Choose none" }).click();
    await expect(frame.getByText("datasets chosen")).toBeHidden();
});

test("a tick is for a dataset, not for another one that gets its name", async ({ replay }) => {
    const { answers } = host();
    const frame = await replay.open(host(), "/datasets");
    for (const name of ["tank/home/bert", "tank/secret"])
        await frame.getByRole("checkbox", { name: `Choose ${name}`, exact: true }).check();
    await expect(frame.getByText("2 datasets chosen")).toBeVisible();
    const anew = few.map((one) => (one.name === "tank/home/bert" ? { ...one, guid: "4711" } : one));
    await replay.scenario.answer(
        saying({ ...answers, [datasetsLine]: { stdout: listOf(anew) } }, datasetEvent("tank/home/bert")),
    );
    await expect(frame.getByText("1 dataset chosen")).toBeVisible();
    await expect(frame.getByRole("checkbox", { name: "Choose tank/home/bert" })).not.toBeChecked();
});

test("a change elsewhere and a mount are seen, and nothing else is read", async ({ replay }) => {
    const { answers } = host();
    const frame = await replay.open(host(), "/datasets");
    await expect(row(frame, "tank/home/bert")).toContainText("Not mounted");
    const made = [...few.slice(0, 10), { name: "tank/home/carl" }, ...few.slice(10)];
    await replay.scenario.answer(
        saying({ ...answers, [datasetsLine]: { stdout: listOf(made) } }, datasetEvent("tank/home/carl")),
    );
    await expect(row(frame, "tank/home/carl")).toBeVisible();
    expect(await readsOf(replay)).toBe(2);
    const mounted = made.map((one) => ({ ...one, mounted: "yes" }));
    await replay.scenario.answer(
        saying(
            {
                ...answers,
                [datasetsLine]: { stdout: listOf(mounted) },
                [mountsLine]: { stdout: "mount tank/home/bert /b\n", stays: true },
            },
            datasetEvent("tank/home/carl"),
        ),
    );
    await expect(row(frame, "tank/home/bert")).not.toContainText("Not mounted");
    expect(await readsOf(replay)).toBe(3);
});

test("datasets of a suspended pool are not gone", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets");
    await expect(row(frame, "tank/home")).toBeVisible();
    const suspended = { ...tank, health: "SUSPENDED", json: { ...tank.json, state: "SUSPENDED" } };
    const answers = {
        ...answersOf([safe, suspended]),
        ...datasetAnswers(few.filter(({ name }) => name.startsWith("safe"))),
    };
    await replay.scenario.answer(saying(answers, datasetEvent("safe")));
    await expect(frame.getByText("tank is suspended: its datasets cannot be read")).toBeVisible();
    await expect(row(frame, "tank/home")).toContainText("60 GiB");
    await replay.screenshot("datasets-suspended");
    await row(frame, "tank/home").getByRole("link").click();
    await expect(frame.getByText("tank is suspended: its datasets cannot be read")).toBeVisible();
    await expect(frame.getByText("60 GiB used")).toBeVisible();
});

test("output that makes no sense is shown as it is, and tried again when asked", async ({ replay }) => {
    const broken = { ...host().answers, ...answering({ stdout: listOf(few).slice(0, 2_000) }) };
    const frame = await replay.open({ ...host(), answers: broken }, "/datasets");
    await expect(frame.getByText("The datasets cannot be read")).toBeVisible();
    await expect(frame.locator(".zfs-raw")).toContainText("a dataset without an end");
    await replay.screenshot("datasets-unreadable");
    await replay.scenario.answer(host().answers);
    await frame.getByRole("button", { name: "Try again" }).click();
    await expect(row(frame, "tank/home")).toBeVisible();
});

test("no datasets", async ({ replay }) => {
    const answers = { ...answersOf([]), ...answering({ stderr: "no datasets available\n" }) };
    const frame = await replay.open({ ...host(), answers }, "/datasets");
    await expect(frame.getByRole("heading", { name: "No datasets" })).toBeVisible();
    await expect(frame.getByRole("link", { name: "Create pool…" })).toBeVisible();
    await replay.screenshot("datasets-none");
});

test("one dataset: its space, its place, and whom it belongs to", async ({ replay }) => {
    const uses = {
        processes: [{ pid: 4711, command: "rsync", path: "/tank/home/films" }],
        volumes: [{ volume: "tank/home/disk", uses: ["swap"] }],
    };
    const used = { "zfsadmin uses tank/home": { stdout: JSON.stringify(uses) } };
    const frame = await replay.open(
        { ...host(), answers: { ...host().answers, ...used } },
        "/datasets/tank/home",
    );
    await expect(frame.getByText("rsync (process 4711) holds /tank/home/films")).toBeVisible();
    await expect(frame.getByText("The volume tank/home/disk is in use: swap")).toBeVisible();
    const path = frame.getByRole("navigation", { name: "Breadcrumb" });
    await expect(path).toHaveText(/Datasets.*tank.*home/);
    await expect(frame.getByText("60 GiB used, 100 GiB available")).toBeVisible();
    await expect(frame.getByText("Snapshots: 20 GiB (33%)")).toBeVisible();
    await expect(frame.getByText("Quota: 60 GiB of 64 GiB").first()).toBeVisible();
    await expect(frame.locator(".zfs-dataset-facts")).toContainText("rw=@10.0.0.0/8");
    await expect(frame.getByRole("link", { name: "tank/try" })).toBeVisible();
    await expect(rows(frame)).toHaveCount(2);
    await replay.screenshot("dataset");
    await replay.scenario.answer(host().answers);
    await frame.getByRole("button", { name: "Look again" }).click();
    await expect(
        frame.getByText("No process, swap, mount or other device was found that holds it."),
    ).toBeVisible();
    await row(frame, "tank/home/bert").getByRole("link").click();
    await expect(frame.getByText("No, but it should be at /tank/home/bert")).toBeVisible();
    await frame.getByRole("link", { name: "tank", exact: true }).click();
    await expect(frame.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    // from one page to the next nothing was read again
    expect(await readsOf(replay)).toBe(1);
});

test("a locked dataset leads to its keys", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets/tank/secret/in");
    await expect(frame.getByText("Its key is not loaded: what is in it cannot be read")).toBeVisible();
    await replay.screenshot("dataset-locked");
    await frame.getByRole("link", { name: "Keys of tank/secret" }).click();
    await expect.poll(() => frame.evaluate(() => location.hash)).toBe("#/datasets/tank/secret?tab=keys");
});

test("a dataset that is not there", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets/tank/nothing");
    await expect(frame.getByRole("heading", { name: "There is no dataset “tank/nothing”" })).toBeVisible();
    await replay.scenario.answer(
        saying(
            { ...host().answers, ...datasetAnswers([...few, { name: "tank/nothing" }]) },
            datasetEvent("tank/nothing"),
        ),
    );
    await expect(frame.getByRole("heading", { name: "nothing", level: 1 })).toBeVisible();
});

test("names and values of any characters are text", async ({ replay }) => {
    const image = "<img src=x onerror=alert(1)>";
    const hostile = [
        { name: "tank" },
        { name: "tank/ a:b.c-d_e " },
        { name: "tank/x", mountpoint: `/${image}\n\tmore`, sharenfs: image, keylocation: `file:///${image}` },
    ];
    const frame = await replay.open(
        { ...host(hostile), answers: { ...answersOf([tank]), ...datasetAnswers(hostile) } },
        "/datasets",
    );
    await expect(row(frame, "tank/x")).toBeVisible();
    await expect(frame.locator("img[src=x]")).toHaveCount(0);
    await row(frame, "tank/ a:b.c-d_e ").getByRole("link").click();
    await expect.poll(() => frame.evaluate(() => document.title)).toBe("a:b.c-d_e");
    await expect(frame.getByText("/tank/ a:b.c-d_e ")).toBeVisible();
    await replay.page.goBack();
    await row(frame, "tank/x").getByRole("link").click();
    await expect(frame.locator(".zfs-dataset-facts")).toContainText(image);
    await expect(frame.locator("img[src=x]")).toHaveCount(0);
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });

        test("datasets fit and are accessible", async ({ replay }) => {
            const frame = await replay.open(host(), "/datasets");
            await expect(row(frame, "tank/home")).toBeVisible();
            await row(frame, "tank/home").hover();
            await replay.screenshot("datasets");
            await expectFitting(frame);
            await expectAccessible(frame);
            await row(frame, "tank/home").getByRole("link").click();
            await expect(frame.getByText("60 GiB used")).toBeVisible();
            await replay.screenshot("dataset");
            await expectFitting(frame);
            await expectAccessible(frame);
        });

        test("limited access shows them all", async ({ replay }) => {
            const answers = { ...host().answers, "zfs allow *": {} };
            const frame = await replay.open({ ...host(), answers, user: "nobody" }, "/datasets");
            await expect(row(frame, "tank/home")).toContainText("60 GiB");
            await expect(frame.getByText("limited access")).toBeVisible();
            await replay.screenshot("datasets-limited");
            await expectFitting(frame);
            await expectAccessible(frame);
            await row(frame, "tank/home").getByRole("link").click();
            await expect(frame.getByText("60 GiB used")).toBeVisible();
            await expect(frame.getByRole("heading", { name: "In use by" })).toBeHidden();
        });
    });

test("ten thousand datasets cost no more processes than one, and are walked as easily", async ({
    replay,
}) => {
    test.setTimeout(120_000);
    const many = manyDatasets("tank", 10_000);
    const answers = { ...answersOf([tank]), ...datasetAnswers(many) };
    const frame = await replay.open({ ...host(), answers });
    await expect(frame.getByText("10 devices")).toBeVisible({ timeout: 15_000 });
    await watchLongTasks(frame);
    await frame.getByRole("link", { name: "Datasets" }).click();
    await expect(row(frame, "tank")).toBeVisible({ timeout: 15_000 });
    // the one in which the output is read and the first rows are drawn is the longest
    const first = await longTasks(frame);
    const calls = async () =>
        (await replay.scenario.calls())
            .map(({ argv }) => argv.slice(0, 2).join(" "))
            .filter((line) => line !== "findmnt -T") // Cockpit's own
            .sort();
    await expect.poll(calls).toEqual([
        "findmnt --poll",
        "zfs list", // of the pools' own, for the overview
        "zfs list",
        "zfs version",
        "zfsadmin follow",
        "zpool iostat",
        "zpool list",
        "zpool status",
    ]);
    await watchLongTasks(frame);
    await frame.getByRole("button", { name: "Expand all" }).click();
    await expect(frame.getByRole("treegrid")).toHaveAttribute("aria-rowcount", "10001");
    const opening = await longTasks(frame);
    await watchLongTasks(frame);
    await rows(frame).first().focus();
    for (const key of ["End", "Home", ...Array.from({ length: 40 }, () => "PageDown")])
        await replay.page.keyboard.press(key);
    await replay.page.mouse.move(700, 500);
    for (let turn = 0; turn < 40; turn++) await replay.page.mouse.wheel(0, 5_000);
    expect(await rows(frame).count()).toBeLessThan(80);
    const scrolling = await longTasks(frame);
    await watchLongTasks(frame);
    await frame.getByRole("searchbox").pressSequentially("e42");
    await expect(row(frame, "tank/branch-0/d420/e421")).toBeVisible();
    const searching = await longTasks(frame);
    const memory = await frame.evaluate(
        () =>
            (performance as unknown as { readonly memory: { readonly usedJSHeapSize: number } }).memory
                .usedJSHeapSize,
    );
    console.log(
        `long tasks from the last byte to the first rows ${JSON.stringify(first)}, of expanding ${JSON.stringify(opening)}, scrolling ${JSON.stringify(scrolling)}, ` +
            `searching ${JSON.stringify(searching)} ms, ${Math.round(memory / 2 ** 20)} MiB of memory`,
    );
    await replay.screenshot("datasets-many");
});
