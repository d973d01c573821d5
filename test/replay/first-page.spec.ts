// The first page: the pools of a host with health, size, use and devices, and what it says when there are none.

import { answersOf, refusingAnswers, statusLines } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool, recordedPool } from "./pools.ts";

const healthy = generatedPool("archive", 10);
const faulted = recordedPool("s02-faulted");

for (const version of ["2.3", "2.1"] as const) {
    test(`shows pools of ZFS ${version} with health, size and use`, async ({ replay }) => {
        const frame = await replay.open({ answers: answersOf([healthy, faulted], version) });
        const archive = frame.getByRole("listitem").filter({ hasText: "archive" });
        // the first test of a run, on a host that may not have run a browser before
        await expect(archive).toContainText("Online", { timeout: 20_000 });
        await expect(archive).toContainText("21.8 TiB of 36.4 TiB used, 14.6 TiB free");
        await expect(archive).toContainText("10 devices");
        const deg = frame.getByRole("listitem").filter({ hasText: "deg" });
        await expect(deg).toContainText("Degraded");
        await expect(deg).toContainText("4 devices");
        await expect(deg).toContainText("devices are faulted in response to persistent errors");
    });

    test(`shows the devices of a pool of ZFS ${version}`, async ({ replay }) => {
        const frame = await replay.open({ answers: answersOf([healthy, faulted], version) });
        await frame.getByRole("link", { name: "deg" }).click();
        const row = (name: string) => frame.getByRole("row").filter({ hasText: name });
        await expect(row("m4")).toContainText("Faulted");
        await expect(row("m2")).toContainText("Offline");
        await expect(row("mirror-0")).toContainText("Degraded");
        await expect(row("m1")).toContainText("Online");
    });
}

test("a deep link opens a pool, and back is the overview", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([healthy, faulted]) }, "/pools/archive");
    await expect(frame.getByRole("heading", { name: "archive", level: 1 })).toBeVisible();
    await expect(frame.getByRole("row").filter({ hasText: "ata-WDC_WD40EFRX" })).toHaveCount(10);
    await frame.getByRole("navigation").getByRole("link", { name: "ZFS" }).click();
    await expect(frame.getByRole("listitem").filter({ hasText: "deg" })).toBeVisible();
});

test("says when there are no pools", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([]) });
    await expect(frame.getByRole("heading", { name: "No pools" })).toBeVisible();
    await replay.screenshot("no-pools");
});

test("says when ZFS is not installed", async ({ replay }) => {
    const frame = await replay.open({ answers: {}, installed: [] });
    await expect(frame.getByRole("heading", { name: "ZFS is not installed" })).toBeVisible();
    await replay.screenshot("not-installed");
});

test("says when the kernel module is not loaded, in ZFS's words too", async ({ replay }) => {
    const stderr =
        "The ZFS modules cannot be auto-loaded.\nTry running 'modprobe zfs' as root to manually load them.\n";
    const frame = await replay.open({ answers: refusingAnswers({ stderr, exit: 1 }) });
    await expect(frame.getByRole("heading", { name: "module is not loaded" })).toBeVisible();
    await replay.screenshot("no-module");
    await expect(frame.getByText("cannot be auto-loaded")).toBeVisible();
    await replay.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await frame.getByRole("button", { name: "Copy for a bug report" }).click();
    await expect(frame.getByRole("button", { name: "Copied" })).toBeVisible();
    const copied = await frame.evaluate(() => navigator.clipboard.readText());
    expect(copied).toMatch(/^zfsadmin \d[^]*\nCockpit \d[^]*cannot be auto-loaded/);
});

test("finds pools once ZFS is there", async ({ replay }) => {
    const frame = await replay.open({ answers: refusingAnswers({ stderr: "no module\n", exit: 1 }) });
    const again = frame.getByRole("button", { name: "Try again" });
    await expect(again).toBeVisible();
    await replay.scenario.answer(answersOf([healthy]));
    await again.click();
    await expect(frame.getByRole("link", { name: "archive" })).toBeVisible();
});

test("shows pools with limited access and says so", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([healthy]), user: "nobody" });
    await expect(frame.getByText("limited access")).toBeVisible();
    await expect(frame.getByRole("link", { name: "archive" })).toBeVisible();
    for (const name of ["Create pool…", "Import pool…"])
        await expect(frame.getByRole("button", { name })).toHaveAccessibleDescription(
            "This needs administrative access.",
        );
    await replay.screenshot("limited-access");
});

test("does not speak of limited access to root", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([healthy]) });
    await expect(frame.getByRole("link", { name: "archive" })).toBeVisible();
    await expect(frame.getByText("limited access")).toBeHidden();
});

test("output that it cannot read stands there, and the rest of the page works", async ({ replay }) => {
    const answers = { ...answersOf([healthy]), [statusLines.json]: { stdout: "{ nonsense" } };
    const frame = await replay.open({ answers });
    await expect(frame.getByRole("link", { name: "archive" })).toBeVisible();
    await expect(frame.getByText("This pool cannot be read")).toBeVisible();
    await replay.screenshot("unreadable");
});

test("speaks the language that the person has chosen, with its plurals", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([healthy, faulted]), language: "de-de" });
    await expect(frame.getByRole("link", { name: "Überblick", exact: true })).toBeVisible();
    const archive = frame.getByRole("listitem").filter({ hasText: "archive" });
    await expect(archive).toContainText("Keine bekannten Probleme");
    await expect(archive).toContainText("10 Geräte");
    await expect(frame.getByRole("listitem").filter({ hasText: "deg" })).toContainText("Beeinträchtigt");
    await replay.screenshot("german");
    await frame.getByRole("link", { name: "deg" }).click();
    await expect(frame.getByRole("treegrid", { name: "Geräte von deg" })).toBeVisible();
    await expect(frame.getByRole("row").filter({ hasText: "m4" })).toContainText("Fehlerhaft");
    await replay.screenshot("german-pool");
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("fits and is accessible", async ({ replay }) => {
            const pools = [healthy, faulted, recordedPool("s11-errors"), recordedPool("s01-full")];
            const frame = await replay.open({ answers: answersOf(pools) });
            await expect(frame.getByRole("link", { name: "archive" }).first()).toBeVisible();
            await replay.screenshot("overview");
            await expectFitting(frame);
            await expectAccessible(frame);
            await frame.getByRole("link", { name: "deg" }).click();
            await expect(frame.getByRole("row").first()).toBeVisible();
            await replay.screenshot("pool");
            await expectFitting(frame);
            await expectAccessible(frame);
        });
    });
}

test("20 pools on 400 disks cost no more processes than one pool", async ({ replay }) => {
    const pools = Array.from({ length: 20 }, (_, index) => generatedPool(`pool${index}`, 20));
    const frame = await replay.open({ answers: answersOf(pools) });
    const cards = frame.getByRole("listitem").filter({ has: frame.getByRole("heading", { level: 2 }) });
    await expect(cards.filter({ hasText: "20 devices" })).toHaveCount(20);
    const calls = async () => (await replay.scenario.calls()).map(({ argv }) => argv.slice(0, 2).join(" "));
    await expect
        .poll(async () => (await calls()).sort())
        .toEqual([
            "zfs list",
            "zfs version",
            "zfsadmin follow",
            "zpool iostat",
            "zpool list",
            "zpool status",
        ]);
    await replay.screenshot("many-pools");
});
