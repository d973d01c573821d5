// The page of a pool: its devices with what they do and where they are, its properties, what is damaged.

import type { Frame } from "@playwright/test";

import { answersOf, disksLine } from "./answers.ts";
import { busyPool, disksOf } from "./busy-pool.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { longTasks, watchLongTasks } from "./long-tasks.ts";
import { generatedPool, recordedPool } from "./pools.ts";
import { propertyAnswers } from "./property-answers.ts";

const busy = busyPool("tank");
const busyAnswers = { ...answersOf([busy]), [disksLine]: { stdout: disksOf(busy) } };

const rowOf = (frame: Frame, name: string) =>
    frame.locator("tr[data-row]").filter({ has: frame.locator("th", { hasText: name }) });

const focusedRow = (frame: Frame) => frame.evaluate(() => document.activeElement?.getAttribute("data-row"));

test("says of every device what it is, what it does and what is wrong", async ({ replay }) => {
    const frame = await replay.open({ answers: busyAnswers }, "/pools/tank");
    const faulted = rowOf(frame, "ata-WDC").filter({ hasText: "Faulted" });
    await expect(faulted).toContainText("too many errors");
    await expect(faulted.getByRole("gridcell")).toContainText(["Faulted", "0", "12", "417", "3", "3.64 TiB"]);
    await expect(faulted.locator(".zfs-hardware")).toHaveText("slot 1 · 31 °C");
    for (const words of ["trimming 28%", "initialized 21%", "awaiting resilver"])
        await expect(rowOf(frame, "ata-WDC").filter({ hasText: words })).toHaveCount(1);
    await expect(frame.getByText("block size mismatch: 512 B configured, 4 KiB native")).toBeVisible();
    await expect(rowOf(frame, "replacing-7")).toContainText("42%");
    await expect(rowOf(frame, "ata-ST4000")).toContainText("resilvering");
    await expect(rowOf(frame, "ata-ST4000")).toContainText("WDC WD40EFRX-68N32N0 · slot ");
    await expect(frame.getByText("was /dev/disk/by-id/ata-WDC")).toBeVisible();
});

test("names the classes as zpool does, under the data", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([recordedPool("s01-full")]) }, "/pools/tank");
    await expect(rowOf(frame, "spares")).toBeVisible();
    const names = await frame.locator("tr[data-row] th").allTextContents();
    expect(names).toEqual([
        ...["tank", "mirror-0", "/mnt/a1", "/mnt/a2", "dedup", "mirror-3", "/mnt/d1", "/mnt/d2"],
        ...["special", "mirror-2", "/mnt/s1", "/mnt/s2", "logs", "/mnt/l1", "cache", "/mnt/c1"],
        ...["spares", "/mnt/sp1", "/mnt/sp2"],
    ]);
    await expect(rowOf(frame, "/mnt/sp1")).toContainText("Available");
    await replay.screenshot("pool-classes");
});

test("shows a draid whose distributed spare is in use", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([recordedPool("s08-draidspare")]) }, "/pools/dr");
    await expect(rowOf(frame, "spare-2")).toHaveAttribute("aria-level", "3");
    await expect(rowOf(frame, "spares")).toBeVisible();
    await expect(rowOf(frame, "draid1-0-0").last()).toContainText("In use");
});

test("every row says where it stands in the tree", async ({ replay }) => {
    const frame = await replay.open({ answers: busyAnswers }, "/pools/tank");
    await expect(frame.getByRole("treegrid", { name: "Devices of tank" })).toBeVisible();
    const disk = rowOf(frame, "ata-ST4000");
    await expect(disk).toHaveAttribute("aria-level", "4");
    await expect(disk).toHaveAttribute("aria-posinset", "2");
    await expect(disk).toHaveAttribute("aria-setsize", "2");
    await expect(disk).not.toHaveAttribute("aria-expanded");
    await expect(rowOf(frame, "replacing-7")).toHaveAttribute("aria-expanded", "true");
});

test("the keyboard does all that the mouse does", async ({ replay }) => {
    const answers = {
        ...answersOf([recordedPool("s01-full")]),
        "zpool get -jp all tank 6693039916470624450": { stdout: "" },
    };
    const frame = await replay.open({ answers: { ...busyAnswers, ...answers } }, "/pools/tank");
    const root = rowOf(frame, "tank");
    await root.focus();
    const press = (key: string) => frame.locator("tr:focus").press(key);
    await press("ArrowDown");
    expect(await focusedRow(frame)).toBe("tank/mirror-0");
    await press("ArrowRight");
    expect(await focusedRow(frame)).toBe("tank/mirror-0//mnt/a1");
    await press("ArrowLeft");
    await press("ArrowLeft");
    await expect(rowOf(frame, "/mnt/a1")).toBeHidden();
    await expect(rowOf(frame, "mirror-0")).toHaveAttribute("aria-expanded", "false");
    await press("ArrowDown");
    expect(await focusedRow(frame)).toBe("dedup/");
    await press("End");
    expect(await focusedRow(frame)).toBe("spares///mnt/sp2");
    await press("Home");
    expect(await focusedRow(frame)).toBe("tank");
    expect(await frame.locator("tr[data-row][tabindex='0']").count()).toBe(1);
});

test("a device's details and vdev properties unfold under it, and are read only then", async ({ replay }) => {
    const [name, group] = Object.entries(generatedPool("tank", 10).json.vdevs["tank"]?.vdevs ?? {})[0] ?? [];
    expect(name).toBe("raidz2-0");
    const disk = Object.values(group?.vdevs ?? {})[0];
    const line = `zpool get -jp all tank ${disk?.guid}`;
    const vdevs = { a: { properties: { read_bytes: { value: "4096", source: { type: "NONE" } } } } };
    const answers = { ...busyAnswers, [line]: { stdout: JSON.stringify({ vdevs }) } };
    const frame = await replay.open({ answers }, "/pools/tank");
    const row = rowOf(frame, "ata-WDC").first();
    await expect(row).toContainText("slot 0");
    const asked = async () => (await replay.scenario.calls()).filter(({ argv }) => argv[1] === "get").length;
    expect(await asked()).toBe(0);
    await row.press("Enter");
    await expect(frame.getByText("wwn-0x50014ee2b8a0")).toBeVisible();
    await expect(frame.locator("dl > div").filter({ hasText: "Alias" })).toContainText("bay0");
    await expect(frame.getByRole("row", { name: "read_bytes 4 KiB" })).toBeVisible();
    expect(await asked()).toBe(1);
    await expect(row.getByRole("button", { expanded: true })).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("pool-details");
});

test("properties have an address, units and sources, and are read only there", async ({ replay }) => {
    const values = {
        size: "4398046511104",
        ashift: "12",
        comment: "by the door",
        "org:note": "a\tb\n<script>c</script>",
        "feature@draid": "enabled",
    };
    const frame = await replay.open(
        { answers: { ...busyAnswers, ...propertyAnswers("tank", values) } },
        "/pools/tank",
    );
    await expect(rowOf(frame, "raidz2-0")).toBeVisible();
    expect((await replay.scenario.calls()).some(({ argv }) => argv[1] === "get")).toBe(false);
    await frame.getByRole("link", { name: "Properties" }).click();
    await expect(frame.getByRole("row", { name: /^size 4 TiB/ })).toBeVisible();
    await expect(frame.getByText("4 TiB", { exact: true })).toHaveAttribute("title", "4398046511104");
    await expect(frame.getByRole("row", { name: "ashift 12 (4 KiB) set here" })).toBeVisible();
    await expect(frame.getByText("<script>c</script>")).toBeVisible();
    await expect(frame.getByText("draid")).toBeHidden(); // features have a tab of their own
    expect(replay.page.url()).toMatch(/#\/pools\/tank\/properties$/);
    await expectAccessible(frame);
    await replay.screenshot("pool-properties");
});

test("a host without the helper shows the tree and says quietly what is missing", async ({ replay }) => {
    const host = { answers: answersOf([busy]), installed: ["zpool", "zfs"] } as const;
    const frame = await replay.open(host, "/pools/tank");
    await expect(frame.getByText("“zfsadmin” is not installed on this host")).toBeVisible();
    await expect(rowOf(frame, "ata-WDC").first()).toContainText("Online");
});

test("names of any kind are shown as they are", async ({ replay }) => {
    const pool = generatedPool("my pool", 10);
    const text = JSON.stringify(pool.json).replaceAll("ata-WDC", "a <script>$0 'b");
    const strange = { ...pool, json: JSON.parse(text) as typeof pool.json };
    const frame = await replay.open({ answers: answersOf([strange]) }, "/pools/my%20pool");
    await expect(frame.getByRole("heading", { name: "my pool", level: 1 })).toBeVisible();
    await expect(rowOf(frame, "a <script>$0 'b")).toHaveCount(10);
});

test("lists damaged files to those who may see them", async ({ replay }) => {
    const damaged = recordedPool("s11-errors");
    const status = { ...damaged.json, errlist: ["/err/a b/file", "err:<0x1>"] };
    const answers = {
        ...answersOf([damaged]),
        "zpool status -jpPv err": { stdout: JSON.stringify({ pools: { err: status } }) },
    };
    const frame = await replay.open({ answers }, "/pools/err");
    await expect(frame.getByText("/err/a b/file")).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("pool-damage");
});

test("says what limited access cannot see", async ({ replay }) => {
    const answers = answersOf([recordedPool("s11-errors")]);
    const frame = await replay.open({ answers, user: "nobody" }, "/pools/err");
    const section = frame.getByRole("region", { name: "Damaged files" });
    await expect(section).toContainText("only with administrative access");
});

test("400 disks fold and scroll; prints the longest tasks", async ({ replay }) => {
    test.slow();
    const pool = generatedPool("tank", 400);
    const answers = { ...answersOf([pool]), [disksLine]: { stdout: disksOf(pool) } };
    const frame = await replay.open({ answers }, "/pools/tank");
    await expect(rowOf(frame, "raidz2-39")).toBeVisible();
    await watchLongTasks(frame);
    const toggle = frame.getByRole("button", { name: "Show or hide tank" });
    await toggle.click();
    await expect(rowOf(frame, "raidz2-39")).toBeHidden();
    await toggle.click();
    await rowOf(frame, "raidz2-39").scrollIntoViewIfNeeded();
    await expect(rowOf(frame, "ata-WDC")).toHaveCount(400);
    await rowOf(frame, "raidz2-5").focus();
    for (const key of ["ArrowLeft", "ArrowRight", "End", "Home", "ArrowDown"])
        await frame.locator("tr:focus").press(key);
    expect(await focusedRow(frame)).toBe("tank/raidz2-0");
    console.log(`long tasks with 400 disks: ${JSON.stringify(await longTasks(frame))} ms`);
    await replay.screenshot("pool-400");
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("a busy pool fits and is accessible", async ({ replay }) => {
            const frame = await replay.open({ answers: busyAnswers }, "/pools/tank");
            await expect(rowOf(frame, "replacing-7")).toBeVisible();
            await expect(rowOf(frame, "ata-WDC").first()).toContainText("slot 0");
            await replay.screenshot("pool-busy");
            await expectFitting(frame);
            await expectAccessible(frame);
        });
    });
}
