// How the page changes things: what it sends to the helper, and what a person is told of each way in which that ends.

import type { Frame } from "@playwright/test";

import { clearErrors } from "../../src/zfs/commands/device.ts";
import { setPoolProperty } from "../../src/zfs/commands/pool.ts";
import { pauseScrub, resumeScrub, startScrub, stopScrub } from "../../src/zfs/commands/scrub.ts";

import { answersOf, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import {
    busy,
    done,
    doneInJournal,
    executeLine,
    failed,
    refused,
    running,
    waiting,
} from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import { propertyAnswers } from "./property-answers.ts";
import type { Answer, Answers } from "./scenario.ts";

const tank = generatedPool("tank", 10);
const identity = ({ json }: Pool) => ({ name: json.name, guid: json.pool_guid });
const tankId = identity(tank);

/** A pool with this scan: running, paused. */
const scanning = (scan: object): Pool => {
    const now = Math.floor(Date.now() / 1000);
    const stats = {
        ...{ function: "SCRUB", state: "SCANNING", start_time: String(now - 60), end_time: "0" },
        ...{ to_examine: "1000000", examined: "500000", skipped: "0", processed: "0", errors: "0" },
        ...{ bytes_per_scan: "500000", pass_start: String(now - 60), scrub_pause: "0" },
        ...{ scrub_spent_paused: "0", issued_bytes_per_scan: "400000", issued: "400000", ...scan },
    };
    const json = { ...tank.json, scan_stats: stats };
    return { ...tank, json };
};
const scrubbing = scanning({});
const paused = scanning({ scrub_pause: String(Math.floor(Date.now() / 1000) - 30) });

const values = { comment: "by the door", autotrim: "off", size: "4398046511104" };

/** A host with `pool` on which the helper answers as `changes` say. */
const host = (changes: Answers, pool: Pool = tank) => ({
    answers: { ...answersOf([pool]), ...propertyAnswers("tank", values), ...moduleAnswers(), ...changes },
    installed: withModule,
});

const menu = (frame: Frame) => frame.getByRole("button", { name: "Scrub", exact: true });
const item = (frame: Frame, name: string) => frame.getByRole("menuitem", { name: new RegExp(`^${name}`) });

async function choose(frame: Frame, name: string): Promise<void> {
    await menu(frame).click();
    await item(frame, name).click();
}

const alert = (frame: Frame) => frame.locator(".pf-v6-c-alert.pf-m-inline").filter({ hasText: /scrub/i });

test("only what is possible can be chosen, and the rest says why", async ({ replay }) => {
    const frame = await replay.open(host({}, scrubbing), "/pools/tank");
    await menu(frame).click();
    await expect(item(frame, "Start")).toHaveAttribute("aria-disabled", "true");
    await expect(item(frame, "Start")).toContainText("A scrub is running");
    await expect(item(frame, "Resume")).toContainText("No scrub is paused");
    await expect(item(frame, "Pause")).not.toHaveAttribute("aria-disabled", "true");
    await item(frame, "Start").click({ force: true });
    expect(await replay.scenario.executed()).toEqual([]);
    await expectAccessible(frame);
    await replay.screenshot("scrub-menu");
});

for (const [name, command, pool, news] of [
    ["Start", startScrub(tankId), tank, "Scrub of tank started"],
    ["Pause", pauseScrub(tankId), scrubbing, "Scrub of tank paused"],
    ["Resume", resumeScrub(tankId), paused, "Scrub of tank resumed"],
] as const)
    test(`${name} runs at once, and says so when it is done`, async ({ replay }) => {
        const frame = await replay.open(host({ [executeLine(command)]: done }, pool), "/pools/tank");
        await choose(frame, name);
        await expect(frame.getByText(news)).toBeVisible();
        const [call] = await replay.scenario.executed();
        expect(call?.input).toBe(JSON.stringify(command.expect));
        await replay.screenshot(`scrub-${name}`);
    });

test("stopping asks first, shows the command, and the way out has the focus", async ({ replay }) => {
    const line = executeLine(stopScrub(tankId));
    const frame = await replay.open(host({ [line]: done }, paused), "/pools/tank");
    await choose(frame, "Stop");
    const dialog = frame.getByRole("dialog", { name: /Stop the scrub of tank/ });
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await dialog.getByRole("button", { name: "Command" }).click();
    await expect(dialog.getByText("zpool scrub -s tank")).toBeVisible();
    await replay.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await dialog.getByRole("button", { name: "Copy" }).click();
    await expect.poll(() => frame.evaluate(() => navigator.clipboard.readText())).toBe("zpool scrub -s tank");
    await expectAccessible(frame);
    await replay.screenshot("stop-dialog");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await expect(dialog).toBeHidden();
    expect(await replay.scenario.executed()).toEqual([]);
    await choose(frame, "Stop");
    await dialog.getByRole("button", { name: "Stop the scrub" }).click();
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("Scrub of tank stopped")).toBeVisible();
});

const outcomes: readonly (readonly [string, Answer, readonly string[]])[] = [
    [
        "ZFS says no",
        failed("cannot scrub tank: currently resilvering\n"),
        ["cannot scrub tank: currently resilvering"],
    ],
    [
        "another pool has the name",
        refused("changed", { changes: [{ what: "pool", name: "tank", expected: "1", found: "2" }] }),
        ["changed since you looked", "“tank” is another pool now"],
    ],
    ["another change takes too long", busy, ["of anna, is not finished", "zpool trim tank"]],
    ["the pool does not answer", refused("unknown"), ["could not be found out", "said by the helper"]],
    ["the arguments are refused", refused("arguments"), ["The host refused the command"]],
    [
        "the helper dies",
        { stderr: "Traceback: it broke\n", exit: 1 },
        ["The host stopped before", "it broke"],
    ],
    ["the helper is newer", { stdout: '{"kind":"sung"}\n' }, ["The host stopped before", '"sung"']],
];

for (const [what, answer, words] of outcomes)
    test(`when ${what}, that stands where it happened until it is read`, async ({ replay }) => {
        const line = executeLine(startScrub(tankId));
        const frame = await replay.open(host({ [line]: answer }), "/pools/tank");
        await choose(frame, "Start");
        const notice = frame.locator(".pf-v6-c-alert").filter({ hasText: words[0] ?? "" });
        for (const word of words) await expect(notice).toContainText(word);
        await expectAccessible(frame);
        await replay.screenshot(`outcome-${what.replaceAll(" ", "-")}`);
        await notice.getByRole("button", { name: /Close/ }).click();
        await expect(notice).toBeHidden();
    });

test("when the package was upgraded under the page, it asks for a reload and changes nothing more", async ({
    replay,
}) => {
    const line = executeLine(startScrub(tankId));
    const frame = await replay.open(
        host({ [line]: refused("updated", { version: "9.9.9" }) }),
        "/pools/tank",
    );
    await choose(frame, "Start");
    const notice = frame.locator(".pf-v6-c-alert").filter({ hasText: "The scrub of tank was not started" });
    await expect(notice).toContainText("This page was updated. Reload it first.");
    await expect(frame.getByRole("button", { name: "Reload" })).toBeVisible();
    await expect(menu(frame)).toHaveAttribute("aria-disabled", "true");
    await replay.screenshot("outcome-updated");
});

test("in a dialog what went wrong stands there, and it can be tried again", async ({ replay }) => {
    const line = executeLine(stopScrub(tankId));
    const answers = host(
        { [line]: failed("cannot cancel scrubbing tank: out of space\n") },
        scrubbing,
    ).answers;
    const frame = await replay.open({ answers }, "/pools/tank");
    await choose(frame, "Stop");
    const dialog = frame.getByRole("dialog");
    const action = dialog.getByRole("button", { name: "Stop the scrub" });
    await action.click();
    await expect(dialog).toContainText("The scrub of tank was not stopped");
    await expect(dialog).toContainText("cannot cancel scrubbing tank: out of space");
    await expectAccessible(frame);
    await replay.screenshot("failed-in-dialog");
    await replay.scenario.answer({ ...answers, [line]: done });
    await action.click();
    await expect(dialog).toBeHidden();
});

test("what cannot be recorded can be run with the journal alone, where that is a way out", async ({
    replay,
}) => {
    const command = stopScrub(tankId);
    const frame = await replay.open(
        host(
            {
                [executeLine(command)]: refused("unrecorded", { journalOnly: true }),
                [executeLine(command, { journalOnly: true })]: doneInJournal,
            },
            scrubbing,
        ),
        "/pools/tank",
    );
    await choose(frame, "Stop");
    const dialog = frame.getByRole("dialog");
    await dialog.getByRole("button", { name: "Stop the scrub" }).click();
    await expect(dialog).toContainText("could not be recorded");
    await expect(dialog.getByText("said by the helper: unrecorded")).toBeVisible();
    await replay.screenshot("unrecorded");
    await dialog.getByRole("button", { name: "Run, recorded in the journal only" }).click();
    await expect(dialog).toBeHidden();
    await expect(alert(frame)).toContainText("Scrub of tank stopped");
    await expect(alert(frame)).toContainText("The system's journal has it.");
});

test("after five seconds it says whom it waits for, and closing the dialog leaves it running", async ({
    replay,
}) => {
    test.slow();
    const line = executeLine(stopScrub(tankId));
    const answers = host({ [line]: waiting }, scrubbing).answers;
    const frame = await replay.open({ answers }, "/pools/tank");
    await choose(frame, "Stop");
    const dialog = frame.getByRole("dialog");
    await dialog.getByRole("button", { name: "Stop the scrub" }).click();
    await expect(dialog).toContainText("waiting for another change of anna: zpool trim tank", {
        timeout: 10_000,
    });
    await replay.screenshot("waiting");
    await dialog.getByRole("contentinfo").getByRole("button", { name: "Close" }).click();
    await expect(frame.getByText("waiting for another change of anna")).toBeVisible();
    await replay.scenario.answer({
        ...answers,
        [line]: { stdout: `${waiting.stdout ?? ""}${done.stdout ?? ""}` },
    });
    await expect(frame.getByText("Scrub of tank stopped")).toBeVisible();
});

test("after a minute it says that it still runs @all", async ({ replay }) => {
    test.setTimeout(120_000);
    const line = executeLine(stopScrub(tankId));
    const frame = await replay.open(host({ [line]: running }, scrubbing), "/pools/tank");
    await choose(frame, "Stop");
    const dialog = frame.getByRole("dialog");
    await dialog.getByRole("button", { name: "Stop the scrub" }).click();
    await expect(dialog).toContainText("Still running; closing this dialog does not stop it", {
        timeout: 70_000,
    });
    await replay.screenshot("still-running");
    await dialog.getByRole("contentinfo").getByRole("button", { name: "Close" }).click();
    await expect(alert(frame)).toContainText("still running");
    await expect(menu(frame)).toHaveAttribute("aria-disabled", "true");
});

test("a property is set from its row, checked next to the field, and read again", async ({ replay }) => {
    const command = setPoolProperty(tankId, "comment", "in the cellar");
    const { answers, installed } = host({ [executeLine(command)]: done });
    const frame = await replay.open({ answers, installed }, "/pools/tank/properties");
    await frame.getByRole("button", { name: "Set comment" }).click();
    const dialog = frame.getByRole("dialog", { name: "Set comment of tank" });
    const field = dialog.getByLabel("comment");
    await expect(field).toBeFocused();
    const action = dialog.getByRole("button", { name: "Set", exact: true });
    await expect(action).toBeDisabled();
    await field.fill("x".repeat(33));
    await expect(dialog).toContainText("33 bytes are too long");
    await expect(action).toBeDisabled();
    await field.fill("bäh");
    await expect(dialog).toContainText("ZFS takes no “ä” here");
    await expectAccessible(frame);
    await replay.screenshot("comment-problem");
    await field.fill("in the cellar");
    await dialog.getByRole("button", { name: "Command" }).click();
    await expect(dialog.getByText("zpool set 'comment=in the cellar' tank")).toBeVisible();
    await replay.screenshot("comment-dialog");
    await replay.scenario.answer({
        ...answers,
        ...propertyAnswers("tank", { ...values, comment: "in the cellar" }),
    });
    await field.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("comment of tank set")).toBeVisible();
    await expect(frame.getByRole("row", { name: /^comment in the cellar/ })).toBeVisible();
});

test("a switch is set the same way", async ({ replay }) => {
    const frame = await replay.open(
        host({ [executeLine(setPoolProperty(tankId, "autotrim", "on"))]: done }),
        "/pools/tank/properties",
    );
    await frame.getByRole("button", { name: "Set autotrim" }).click();
    await frame.getByRole("radio", { name: "on" }).check();
    await replay.screenshot("autotrim-dialog");
    await expectAccessible(frame);
    await frame.getByRole("button", { name: "Set", exact: true }).click();
    await expect(frame.getByText("autotrim of tank set")).toBeVisible();
});

test("limited access disables what changes, with the reason for eyes and ears", async ({ replay }) => {
    const frame = await replay.open({ ...host({}), user: "nobody" }, "/pools/tank/properties");
    const reason = "This needs administrative access.";
    for (const name of ["Scrub", "Set comment"]) {
        const button = frame.getByRole("button", { name, exact: true });
        await expect(button).toHaveAttribute("aria-disabled", "true");
        await expect(button).toHaveAccessibleDescription(reason);
        await button.focus();
        await expect(frame.getByRole("tooltip")).toContainText(reason);
        await button.blur();
        await expect(frame.getByRole("tooltip")).toBeHidden();
    }
    await expectAccessible(frame);
    await replay.screenshot("limited");
});

test("without the helper nothing can be changed, and that is said", async ({ replay }) => {
    const frame = await replay.open({ ...host({}), installed: ["zpool", "zfs"] }, "/pools/tank");
    await expect(menu(frame)).toHaveAccessibleDescription(
        "This needs the package cockpit-zfsadmin on the host.",
    );
});

test("a suspended pool takes no change but the way out", async ({ replay }) => {
    // its status has it ONLINE and without errors
    const suspended = answersOf([{ ...tank, health: "SUSPENDED" }]);
    const clear = executeLine(clearErrors(tankId));
    const time = Date.UTC(2026, 10, 22, 12, 34) / 1000;
    const event = { kind: "event", class: "ereport.fs.zfs.io_failure", pool: "tank", time, count: 3 };
    const answers = { ...saying(suspended, `${JSON.stringify(event)}\n`), [clear]: running };
    const frame = await replay.open({ answers }, "/pools/tank");
    await expect(frame.getByText(/It has been suspended since .*2026/)).toBeVisible();
    const reason = "All input and output of this pool is stopped.";
    await expect(menu(frame)).toHaveAccessibleDescription(reason);
    await expect(frame.getByRole("button", { name: "Add devices…" })).toHaveAccessibleDescription(reason);
    await frame.getByRole("button", { name: "Actions for all devices of tank" }).click();
    await expect(item(frame, "Trim")).toContainText(reason);
    await expect(item(frame, "Clear errors")).not.toHaveAttribute("aria-disabled", "true");
    await replay.page.keyboard.press("Escape");
    await replay.screenshot("suspended");
    await frame.getByRole("button", { name: "Clear errors", exact: true }).click();
    await expect.poll(() => replay.scenario.executed()).toHaveLength(1);
    await replay.scenario.answer({ ...answersOf([tank]), [clear]: done });
    await expect(frame.getByText("Errors of tank cleared")).toBeVisible();
    await expect(frame.getByText("The pool is suspended")).toBeHidden();
    await expect(frame.getByRole("button", { name: "Clear errors", exact: true })).toBeHidden();
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the menu and a dialog fit", async ({ replay }) => {
            const frame = await replay.open(host({}, scrubbing), "/pools/tank");
            await menu(frame).click();
            await replay.screenshot("change-menu");
            await expectFitting(frame);
            await item(frame, "Stop").click();
            await frame.getByRole("dialog").getByRole("button", { name: "Command" }).click();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("change-dialog");
        });

        for (const [screen, path] of [
            ["pool", "/pools/tank"],
            ["activity", "/activity"],
        ] as const)
            test(`where administrative access cannot be had, the dialog on ${screen} says why`, async ({
                replay,
            }) => {
                // Cockpit's own overview, which it loads anew when access changes, ends the bridge where there is no session bus
                await replay.page.route("**/@localhost/system/**", (route) =>
                    route.fulfill({ contentType: "text/html", body: "<title>-</title>" }),
                );
                const frame = await replay.open({ ...host({}), user: "nobody" }, path);
                const button = frame.getByRole("button", { name: "Turn on administrative access" });
                await button.press("Enter");
                const dialog = frame.getByRole("dialog", { name: "Turn on administrative access" });
                await expect(dialog).toContainText("Administrative access was not granted");
                await expectFitting(frame);
                await expectAccessible(frame);
                await replay.screenshot(`admin-access-${screen}`);
                await replay.page.keyboard.press("Escape");
                await expect(dialog).toBeHidden();
                await expect(button).toBeFocused();
                replay.forgiveConsole(/DBus\.Error\.Failed/); // the shell's, of 287
            });
    });
}
