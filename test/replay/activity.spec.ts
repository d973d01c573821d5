// The Activity page: every recorded change, live, to be searched, and as many as there may be.

import type { Frame } from "@playwright/test";

import { streamLines } from "./answers.ts";
import {
    auditAnswer,
    auditOf,
    hostWith,
    journalOnlyAudit,
    manyRows,
    newerAudit,
    now,
    threeRows,
    toldOf,
} from "./audit.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { longTasks, watchLongTasks } from "./long-tasks.ts";
import type { Answers } from "./scenario.ts";

async function open(replay: Replay, audit: Answers, path = "/activity"): Promise<Frame> {
    await replay.page.clock.setFixedTime(new Date(now * 1000));
    return replay.open({ answers: hostWith(audit), time: now }, path);
}

const rows = (frame: Frame) => frame.locator("tr[data-row]");
const rowOf = (frame: Frame, text: string) => rows(frame).filter({ hasText: text });
const hash = (frame: Frame) => frame.evaluate(() => decodeURIComponent(location.hash));

test("says of each change when, who, what and what came of it", async ({ replay }) => {
    const frame = await open(replay, auditOf(threeRows));
    await expect(rows(frame)).toHaveCount(3);
    await expect(rows(frame).first()).toHaveText(/1 minute ago.*anna.*zpool scrub tank.*Running/);
    const failed = rowOf(frame, "Failed");
    await expect(failed).toContainText("root (no login)");
    await expect(failed).toContainText(String.raw`zfs destroy 'tank/it'\''s old'`);
    await expect(failed).toContainText("cannot destroy 'tank/it's old': filesystem has children");
    await expect(rowOf(frame, "Unknown outcome")).toContainText("bert");
    await expect(rows(frame).first().locator("time")).toHaveAttribute("title", /2026/);
});

test("a row opens to its details, and leads back to where a person was", async ({ replay }) => {
    const frame = await open(replay, auditOf(threeRows), "/");
    await frame.getByRole("link", { name: "Activity" }).click();
    await rowOf(frame, "Failed").click();
    const dialog = frame.getByRole("dialog", { name: "Change 8" });
    await expect(dialog).toContainText("use '-r' to destroy the following datasets");
    await expect(dialog).toContainText("Exit status 1");
    await expect(dialog).toContainText("A terminal");
    expect(await hash(frame)).toBe("#/activity?change=8");
    await replay.screenshot("activity-details");
    await expectAccessible(frame);
    await frame.page().keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await expect(rowOf(frame, "Failed")).toBeFocused();
    expect(await hash(frame)).toBe("#/activity");
    await frame.evaluate(() => history.back());
    await expect(frame.getByRole("heading", { name: "ZFS", level: 1 })).toBeVisible();
});

test("filters are in the address", async ({ replay }) => {
    const frame = await open(replay, auditOf(threeRows), "/activity?state=failed");
    await expect(rows(frame)).toHaveCount(1);
    await frame.getByRole("button", { name: "Clear filters" }).click();
    await expect(rows(frame)).toHaveCount(3);
    await frame.getByRole("combobox", { name: "Person" }).selectOption("bert");
    await expect(rows(frame)).toHaveCount(1);
    expect(await hash(frame)).toBe("#/activity?person=bert");
    await frame.getByRole("combobox", { name: "Pool" }).selectOption("tank");
    await frame.getByRole("searchbox").pressSequentially("no such thing");
    await expect(rows(frame)).toHaveCount(0);
    await expect(frame.getByText("No change matches the filters")).toBeVisible();
    await replay.screenshot("activity-no-match");
    expect(await hash(frame)).toMatch(/text=no such thing&person=bert&pool=\d+$/);
});

test("a change is there as soon as it is told, and what runs is looked at again", async ({ replay }) => {
    const frame = await open(replay, auditOf(threeRows));
    await expect(rowOf(frame, "Running")).toHaveCount(1);
    const [running, ...settled] = threeRows;
    const ended = { ...running, id: 9, state: "done", exitStatus: 0, duration: 5e9, ended: now };
    await replay.scenario.answer(
        toldOf(auditOf([{ id: 10, argv: ["zpool", "trim", "tank"], person: "carl" }, ended]), 10),
    );
    await expect(rowOf(frame, "carl")).toContainText("zpool trim tank");
    await expect(rows(frame)).toHaveCount(2 + settled.length);
    await expect(rowOf(frame, "zpool scrub tank")).toContainText(/Done.*5 sec/);
    const calls = (await replay.scenario.calls()).filter(({ argv }) => argv[1] === "audit");
    // number 9 was not over, so that what comes after 8 was read again
    expect(calls.map(({ argv }) => argv.slice(-2))).toContainEqual(["--since", "8"]);
});

test("without changes it says what appears here", async ({ replay }) => {
    const frame = await open(replay, auditOf([]));
    await expect(frame.getByRole("heading", { name: "No changes yet" })).toBeVisible();
    await replay.screenshot("activity-empty");
    await expectAccessible(frame);
});

test("with limited access it says what it needs, and asks for nothing", async ({ replay }) => {
    await replay.page.clock.setFixedTime(new Date(now * 1000));
    const frame = await replay.open({ answers: hostWith(auditOf(threeRows)), user: "nobody" }, "/activity");
    await expect(frame.getByRole("heading", { name: "Activity needs administrative access" })).toBeVisible();
    await replay.screenshot("activity-limited");
    await expectAccessible(frame);
    expect((await replay.scenario.calls()).filter(({ argv }) => argv[1] === "audit")).toEqual([]);
});

test("without the helper it says how changes are recorded", async ({ replay }) => {
    const frame = await replay.open(
        { answers: hostWith(auditOf([])), installed: ["zpool", "zfs"] },
        "/activity",
    );
    await expect(frame.getByRole("heading", { name: "Changes are not recorded on this host" })).toBeVisible();
    await replay.screenshot("activity-no-helper");
});

test("a database that is newer than the helper is shown, and said to be so", async ({ replay }) => {
    const frame = await open(replay, newerAudit(threeRows));
    await expect(frame.getByText("The record of changes belongs to a newer zfsadmin")).toBeVisible();
    await expect(rows(frame)).toHaveCount(3);
    await expect(rowOf(frame, "Failed")).toContainText("filesystem has children");
    await replay.screenshot("activity-newer");
    await expectAccessible(frame);
});

test("changes that the journal alone has are counted, and how to see them is said", async ({ replay }) => {
    const frame = await open(replay, journalOnlyAudit(threeRows, 2));
    await expect(rows(frame)).toHaveCount(3);
    await expect(frame.getByText("2 changes are recorded in the system's journal only")).toBeVisible();
    await expect(frame.getByText("journalctl -t zfsadmin")).toBeVisible();
    await replay.screenshot("activity-journal-only");
    await expectAccessible(frame);
});

test("a database that cannot be read is said to be so, and tried again when asked", async ({ replay }) => {
    // a stream that has nothing to say yet: nobody but the person has the record read again
    const quiet = { [streamLines.follow]: { stays: true } };
    const frame = await open(replay, {
        ...auditAnswer({ stderr: "the database cannot be read: disk I/O error\n", exit: 74 }),
        ...quiet,
    });
    await expect(frame.getByText("the database cannot be read: disk I/O error")).toBeVisible();
    await replay.screenshot("activity-failed");
    await replay.scenario.answer({ ...hostWith(auditOf(threeRows)), ...quiet });
    await frame.getByRole("button", { name: "Try again" }).click();
    await expect(rows(frame)).toHaveCount(3);
});

test("output that makes no sense is shown as it is", async ({ replay }) => {
    const frame = await open(replay, auditAnswer({ stdout: '{"id":12,"time":17\n' }));
    await expect(frame.getByText("The record of changes cannot be read")).toBeVisible();
    await expect(frame.locator(".zfs-raw")).toContainText('{"id":12,"time":17');
    await replay.screenshot("activity-unreadable");
});

test("the tabs lead between the screens", async ({ replay }) => {
    const frame = await open(replay, auditOf(threeRows), "/");
    const screens = frame.getByRole("navigation", { name: "Screens" });
    await expect(screens.getByRole("link", { name: "Overview" })).toHaveAttribute("aria-current", "page");
    await screens.getByRole("link", { name: "Overview" }).focus();
    await replay.page.keyboard.press("Tab");
    await expect(screens.getByRole("link", { name: "Datasets" })).toBeFocused();
    await replay.page.keyboard.press("Tab");
    await replay.page.keyboard.press("Enter");
    await expect(frame.getByRole("heading", { name: "Activity", level: 1 })).toBeVisible();
    await expect(screens.getByRole("link", { name: "Activity" })).toHaveAttribute("aria-current", "page");
    await replay.page.goBack();
    await expect(frame.getByRole("heading", { name: "ZFS", level: 1 })).toBeVisible();
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("changes fit and are accessible", async ({ replay }) => {
            const frame = await open(replay, auditOf(threeRows));
            await expect(rows(frame)).toHaveCount(3);
            await replay.screenshot("activity");
            await expectFitting(frame);
            await expectAccessible(frame);
            await rows(frame).nth(1).click();
            await expect(frame.getByRole("dialog")).toBeVisible();
            await replay.screenshot("activity-opened");
        });

        test("many changes fit", async ({ replay }) => {
            const frame = await open(replay, manyRows(2_500));
            await expect(rows(frame).first()).toBeVisible({ timeout: 15_000 });
            await replay.screenshot("activity-many");
            await expectFitting(frame);
        });
    });
}

const focusedRow = (frame: Frame) =>
    frame.evaluate(() => Number(document.activeElement?.getAttribute("aria-rowindex")));

test("20,000 changes are walked by keyboard, and the focus survives scrolling away @all", async ({
    replay,
}) => {
    test.setTimeout(120_000);
    const frame = await open(replay, manyRows(20_000));
    const { keyboard, mouse } = replay.page;
    // to sort them, all have to be read
    await frame.getByRole("button", { name: "Took" }).click();
    await expect(frame.getByText("20000 changes", { exact: true })).toBeVisible({ timeout: 90_000 });
    await expect(frame.getByRole("grid")).toHaveAttribute("aria-rowcount", "20001");
    await watchLongTasks(frame);
    await rows(frame).first().focus();
    for (const [key, row] of [
        ["ArrowDown", 3],
        ["ArrowDown", 4],
        ["ArrowUp", 3],
        ["End", 20_001],
        ["ArrowUp", 20_000],
        ["Home", 2],
    ] as const) {
        await keyboard.press(key);
        await expect.poll(() => focusedRow(frame), key).toBe(row);
        await expect(frame.locator("tr:focus")).toBeInViewport({ ratio: 0.99 });
    }
    for (let page = 0; page < 50; page++) await keyboard.press("PageDown");
    const far = await focusedRow(frame);
    expect(far).toBeGreaterThan(300);
    await mouse.move(700, 500);
    for (let turn = 0; turn < 40; turn++) await mouse.wheel(0, 5_000);
    await expect(frame.locator(`tr[aria-rowindex="${far}"]`)).not.toBeInViewport();
    expect(await focusedRow(frame)).toBe(far);
    expect(await rows(frame).count()).toBeLessThan(80);
    const tasks = await longTasks(frame);
    console.log(`DOM rows ${await rows(frame).count()}, long tasks ${JSON.stringify(tasks)} ms`);
    await keyboard.press("ArrowDown");
    expect(await focusedRow(frame)).toBe(far + 1);
    await expect(frame.locator("tr:focus")).toBeInViewport({ ratio: 0.99 });
    await replay.screenshot("activity-far");
    await expectAccessible(frame);
    await keyboard.press("Enter");
    await expect(frame.getByRole("dialog")).toBeVisible();
});

test("a row that a person looks at stays where it is when a change is recorded", async ({ replay }) => {
    const many = Array.from({ length: 200 }, (_, index) => ({ id: 200 - index }));
    const frame = await open(replay, auditOf(many));
    await rows(frame).first().focus();
    for (let page = 0; page < 5; page++) await replay.page.keyboard.press("PageDown");
    const focused = frame.locator("tr:focus");
    const before = { row: await focusedRow(frame), box: await focused.boundingBox() };
    await replay.scenario.answer(toldOf(auditOf([{ id: 201 }, ...many]), 201));
    await expect.poll(() => focusedRow(frame)).toBe(before.row + 1);
    expect((await focused.boundingBox())?.y).toBeCloseTo(before.box?.y ?? -1, 0);
});
