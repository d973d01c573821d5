// A scrub of a part of a pool: offered where this ZFS can, and otherwise with what it needs.

import type { Frame } from "@playwright/test";

import { resumeErrorScrub, scrubErrors, scrubRange } from "../../src/zfs/commands/scrub.ts";
import { DAMAGE_JSON } from "../../src/zfs/reads.ts";

import { answersOf, statusLines } from "./answers.ts";
import { expectAccessible } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine } from "./helper-answers.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const tank = generatedPool("tank", 10);
const tankId = { name: "tank", guid: tank.json.pool_guid };
const damaged = { ...tank, json: { ...tank.json, error_count: "3" } };
const paused = (() => {
    const now = String(Math.floor(Date.now() / 1000));
    const stats = {
        ...{
            function: "NONE",
            state: "NONE",
            err_scrub_func: "ERRORSCRUB",
            err_scrub_state: "ERRORSCRUBBING",
        },
        ...{ err_scrub_start_time: now, err_scrub_end_time: "0", err_scrub_pause: now },
        ...{ err_scrub_examined: "1", err_scrub_to_examine: "3" },
    };
    const json = { ...damaged.json, scan_stats: stats };
    return { ...damaged, json };
})();

const featureFile = (name: string) => `/sys/module/zfs/features.pool/org.openzfs:${name}/guid:${name}\n`;

/** A host whose module has these features. */
const host = (features: readonly string[], more: Answers, pool = damaged) => ({
    answers: {
        ...answersOf([pool]),
        [[...DAMAGE_JSON, "tank"].join(" ")]: answersOf([pool])[statusLines.json] ?? {},
        ...moduleAnswers(features.map(featureFile).join("")),
        ...more,
    },
    installed: withModule,
});

const item = (frame: Frame, name: string) => frame.getByRole("menuitem", { name: new RegExp(`^${name}`) });

const openMenu = (frame: Frame) => frame.getByRole("button", { name: "Scrub", exact: true }).click();

test("damaged data, or some days, where this ZFS can", async ({ replay }) => {
    const range = { from: "2026-11-01", until: "2026-11-22" };
    const lines = [scrubErrors(tankId), scrubRange(tankId, range)].map((command) => executeLine(command));
    const answers = Object.fromEntries(lines.map((line) => [line, done]));
    const frame = await replay.open(
        host(["head_errlog", "raidz_expansion", "physical_rewrite"], answers),
        "/pools/tank",
    );
    await openMenu(frame);
    await expect(item(frame, "Scrub new data only")).not.toHaveAttribute("aria-disabled", "true");
    await replay.screenshot("scrub-parts");
    await item(frame, "Scrub damaged data only").click();
    await expect(frame.getByText("Scrub of tank started")).toBeVisible();
    await openMenu(frame);
    await item(frame, "Scrub some days only").click();
    const dialog = frame.getByRole("dialog");
    const action = dialog.getByRole("button", { name: "Start the scrub" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Written from").fill("2026-11-22");
    await dialog.getByLabel("Until before").fill("2026-11-01");
    await expect(dialog).toContainText("It has to be later than the first day");
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Written from").fill(range.from);
    await dialog.getByLabel("Until before").fill(range.until);
    await expectAccessible(frame);
    await replay.screenshot("scrub-range");
    await action.click();
    await expect(dialog).toBeHidden();
    const calls = await replay.scenario.executed();
    expect(calls.map(({ line }) => line)).toEqual([
        "zpool scrub -e tank",
        "zpool scrub -S 2026-11-01 -E 2026-11-22 tank",
    ]);
});

test("an old ZFS says what it lacks; a paused scrub of damaged data is resumed as such", async ({
    replay,
}) => {
    const frame = await replay.open(
        host(["head_errlog"], { [executeLine(resumeErrorScrub(tankId))]: done }, paused),
        "/pools/tank",
    );
    await openMenu(frame);
    await expect(item(frame, "Scrub new data only")).toContainText("It needs ZFS 2.3");
    await expect(item(frame, "Scrub some days only")).toContainText("It needs ZFS 2.4");
    await expect(item(frame, "Start")).toContainText("A scrub of damaged data is not finished");
    await replay.screenshot("scrub-old");
    await item(frame, "Resume").click();
    await expect(frame.getByText("Scrub of tank resumed")).toBeVisible();
});
