// How the page stays fresh: what it starts on the host and when, and that one pool's trouble is not the others'.

import { protocol } from "../../src/backend/protocol.ts";
import { clearErrors } from "../../src/zfs/commands/device.ts";
import { KERNEL_POOLS } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf, listLine, saying, statusLines, streamLines } from "./answers.ts";
import { card } from "./cards.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { done, executeLine, running } from "./helper-answers.ts";
import { generatedPool } from "./pools.ts";

const tank = generatedPool("tank", 10);
const safe = generatedPool("safe", 10);

const linesOf = async (replay: Replay): Promise<readonly string[]> =>
    (await replay.scenario.calls()).map(({ argv }) => argv.join(" "));

/** How often the pools were read. */
const readsOf = async (replay: Replay): Promise<number> =>
    (await linesOf(replay)).filter((line) => line === listLine).length;

const event = '{"kind":"event","class":"sysevent.fs.zfs.pool_create","pool":"safe","count":1}\n';

for (const [version, limit] of [
    ["2.3", 8],
    ["2.1", 10],
] as const)
    for (const count of [1, 20])
        test(`opens with at most ${limit} processes for ${count} pools on ZFS ${version}`, async ({
            replay,
        }) => {
            const pools = Array.from({ length: count }, (_, index) => generatedPool(`pool${index}`, 10));
            const frame = await replay.open({ answers: answersOf(pools, version) });
            await expect(frame.locator("[id^=pool-]").filter({ hasText: "10 devices" })).toHaveCount(count);
            await expect.poll(() => linesOf(replay)).toContain(streamLines.iostat);
            expect(await readsOf(replay)).toBe(1);
            // A real host says in /sys/module/zfs/version, which is not here, that there is no use in asking for JSON.
            const probe = version === "2.1" ? statusLines.json : undefined;
            const lines = (await linesOf(replay)).filter((line) => line !== probe);
            // “zpool events”, which follow starts, and “find” are not among the programs of a scenario.
            expect(lines.length).toBeLessThanOrEqual(limit - 2);
        });

test("an event has the pools read again, and nothing else has", async ({ replay }) => {
    await replay.page.clock.install();
    const frame = await replay.open({ answers: answersOf([tank]) });
    await expect(card(frame, "tank")).toBeVisible();
    await expect.poll(() => linesOf(replay)).toContain(streamLines.iostat);
    await replay.scenario.answer(answersOf([tank, safe]));
    await replay.page.clock.runFor(9_000);
    await replay.scenario.answer(saying(answersOf([tank, safe]), event));
    await expect(card(frame, "safe")).toBeVisible();
    expect(await readsOf(replay)).toBe(2);
});

test("a hidden page starts nothing, and reads again on return", async ({ replay }) => {
    await replay.page.clock.install();
    const frame = await replay.open({ answers: answersOf([tank]) });
    await expect.poll(() => linesOf(replay)).toContain(streamLines.iostat);
    await setHidden(replay, true);
    await replay.scenario.answer(saying(answersOf([tank, safe]), event));
    await replay.page.clock.runFor(9_000);
    await setHidden(replay, false);
    await expect(card(frame, "safe")).toBeVisible();
    expect(await readsOf(replay)).toBe(2);
});

/** Tells the page through Cockpit's own channel for it that it left the person's sight, or came back. */
const setHidden = (replay: Replay, hidden: boolean) =>
    replay.page.evaluate((value) => {
        Object.defineProperty(document, "hidden", { configurable: true, get: () => value });
        document.dispatchEvent(new Event("visibilitychange"));
        const frame = document.querySelector<HTMLIFrameElement>('iframe[name="cockpit1:localhost/zfsadmin"]');
        const inner = frame?.contentDocument;
        if (!inner) return;
        Object.defineProperty(inner, "hidden", { configurable: true, get: () => value });
        inner.dispatchEvent(new Event("visibilitychange"));
    }, hidden);

test("a pool whose status does not come back leaves the others alone", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([tank, safe]) });
    await expect(card(frame, "tank")).toContainText("No known problems");
    const clear = executeLine(clearErrors({ name: "tank", guid: tank.json.pool_guid }));
    const answers = {
        ...answersOf([tank, safe]),
        [statusLines.json]: { stays: true, delay: 60_000 },
        [`${statusLines.json} tank`]: { stays: true, delay: 60_000 },
        [`${statusLines.json} safe`]: answersOf([safe])[statusLines.json] ?? {},
        [clear]: running,
    };
    await replay.scenario.answer(saying(answers, event));
    await expect(card(frame, "tank")).toContainText("No answer since", { timeout: 20_000 });
    await expect(card(frame, "tank")).toContainText("What is shown of this pool is from before.");
    await expect(card(frame, "tank")).toContainText("Check its disks and cables");
    await expect(card(frame, "tank")).toContainText("10 devices");
    await expect(card(frame, "tank")).not.toContainText("No known problems");
    await expect(card(frame, "safe")).toContainText("No known problems");
    await expect(card(frame, "safe")).not.toContainText("No answer");
    await replay.screenshot("silent-pool");
    const stuck = (await linesOf(replay)).filter((line) => line === `${statusLines.json} tank`);
    expect(stuck).toHaveLength(1);

    await card(frame, "tank").getByRole("link", { name: "tank" }).click();
    await expect(frame.getByText("No answer since")).toBeVisible();
    await expect(frame.getByText("No known problems")).toBeHidden();
    await replay.screenshot("silent-pool-page");
    await frame.getByRole("button", { name: "Actions for all devices of tank" }).click();
    const item = (name: RegExp) => frame.getByRole("menuitem", { name });
    await expect(item(/^Trim/)).toContainText("This pool does not answer.");
    await expect(item(/^Clear errors/)).not.toHaveAttribute("aria-disabled", "true");
    await replay.page.keyboard.press("Escape");
    await frame.getByRole("button", { name: "Clear errors", exact: true }).click();
    await expect.poll(() => replay.scenario.executed()).toHaveLength(1);
    await replay.scenario.answer({ ...answers, [clear]: done });
    await expect(frame.getByText("Errors of tank cleared")).toBeVisible();
});

test("when no command answers, the pools are those that the kernel names", async ({ replay }) => {
    const stuck = { stays: true, delay: 60_000 };
    const folder = "/proc/spl/kstat/zfs";
    const answers = {
        ...answersOf([tank, safe]),
        [listLine]: stuck,
        [statusLines.json]: stuck,
        [`${statusLines.json} tank`]: stuck,
        [`${statusLines.json} safe`]: stuck,
        [shellQuote(KERNEL_POOLS)]: {
            stdout: `${folder}/tank/state:ONLINE\n${folder}/safe/state:ONLINE\n`,
        },
        // which kernels have a module is asked of the same program
        "find /boot *": {},
    };
    const installed = ["zpool", "zfs", "zfsadmin", "find"] as const;
    const frame = await replay.open({ answers, installed });
    for (const name of ["tank", "safe"]) {
        await expect(card(frame, name)).toContainText("No answer since", { timeout: 20_000 });
        await expect(card(frame, name)).toContainText("The kernel calls it ONLINE.");
        await expect(card(frame, name)).toContainText("Its devices are not known.");
    }
    await expect(frame.getByText("Not up to date since")).toBeVisible();
    await replay.screenshot("silent-list");
});

test("output that is cut for one pool stands on its card alone", async ({ replay }) => {
    const whole = answersOf([tank])[statusLines.json]?.stdout ?? "";
    const both = answersOf([tank, safe]);
    const answers = {
        ...both,
        [statusLines.json]: { stdout: (both[statusLines.json]?.stdout ?? "").slice(0, 2_000) },
        [`${statusLines.json} tank`]: { stdout: whole.slice(0, 1_000) },
        [`${statusLines.json} safe`]: answersOf([safe])[statusLines.json] ?? {},
    };
    const frame = await replay.open({ answers });
    await expect(card(frame, "safe")).toContainText("10 devices");
    await expect(card(frame, "tank")).toContainText("cannot be read");
    await expect(card(frame, "safe")).not.toContainText("cannot be read");
});

test("10 MB of output are shown like any other", async ({ replay }) => {
    const pools = [generatedPool("huge", 20_000), safe];
    const answers = answersOf(pools);
    expect((answers[statusLines.json]?.stdout ?? "").length).toBeGreaterThan(8_000_000);
    const frame = await replay.open({ answers });
    await expect(card(frame, "huge")).toContainText(/\d{5} devices/, { timeout: 20_000 });
    await expect(card(frame, "safe")).toContainText("10 devices");
});

test("pools stay when they cannot be listed any more, and the page says since when", async ({ replay }) => {
    const answers = answersOf([tank]);
    const frame = await replay.open({ answers });
    await expect(card(frame, "tank")).toBeVisible();
    const broken = { ...answers, [listLine]: { stdout: "cut in the mid" } };
    await replay.scenario.answer(saying(broken, event));
    await expect(frame.getByText("Not up to date since")).toBeVisible();
    await expect(card(frame, "tank")).toBeVisible();
    await replay.scenario.answer(saying(answers, event));
    await expect(frame.getByText("Not up to date since")).toBeHidden({ timeout: 20_000 });
});

test("without the helper the page polls, and says how to get it", async ({ replay }) => {
    const frame = await replay.open({ answers: answersOf([tank]), installed: ["zpool", "zfs"] });
    await expect(card(frame, "tank")).toBeVisible();
    await expect(frame.getByText("install the package cockpit-zfsadmin")).toBeVisible();
    await replay.scenario.answer(answersOf([tank, safe]));
    await expect(card(frame, "safe")).toBeVisible({ timeout: 20_000 });
});

test("a helper of another version asks for a reload", async ({ replay }) => {
    const stdout = `{"protocol":${protocol},"version":"9.9.9","schema":0}\n{"kind":"source","state":"running"}\n`;
    const answers = { ...answersOf([tank]), [streamLines.follow]: { stdout, stays: true } };
    const frame = await replay.open({ answers });
    await expect(frame.getByText("This page was updated")).toBeVisible();
    await expect(frame.getByRole("button", { name: "Reload" })).toBeVisible();
    await expect(card(frame, "tank")).toBeVisible();
});
