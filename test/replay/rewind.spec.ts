// Back to the checkpoint of a pool: what a person is told before, and how it goes on when the half of it is done.

import type { Frame } from "@playwright/test";

import { rewindPool } from "../../src/zfs/commands/import.ts";
import { exportPool } from "../../src/zfs/commands/pool-life.ts";
import { LIST_SNAPSHOTS, history } from "../../src/zfs/reads.ts";

import { answersOf, datasetEvent, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { belowLine, listOf } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed, fellShort, running } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const taken = Date.UTC(2026, 10, 22, 11, 5, 0) / 1000;
const tank = (() => {
    const { json, ...pool } = generatedPool("tank", 10);
    const stats = { state: "EXISTS", space: "5368709120", start_time: String(taken) };
    return { ...pool, json: { ...json, checkpoint_stats: stats } };
})();
const tankId = { name: "tank", guid: tank.json.pool_guid };
const exporting = executeLine(exportPool(tankId, { state: "exists", created: taken }));
const importing = executeLine(rewindPool(tankId, { directories: [], isForDestroyed: false }, undefined));

const entry = (second: number, text: string): string =>
    `2026-11-22.11:05:${String(second).padStart(2, "0")} ${text} [user 0 (root) on h:linux]\n`;
const remembered = [
    "History for 'tank':\n",
    entry(0, "zfs create tank/before"),
    entry(0, "[txg:93] spa checkpoint checkpointed uberblock txg=93"),
    entry(0, "zpool checkpoint tank"),
    ...Array.from({ length: 30 }, (_, index) => entry(10 + index, `zfs snapshot tank/films@${index}`)),
    entry(50, "zfs destroy -r tank/old"),
].join("");

const host = (more: Answers = {}): { readonly answers: Answers; readonly time: number } => ({
    time: taken + 7200,
    answers: {
        ...answersOf([tank]),
        [belowLine("tank")]: { stdout: listOf([tankId]) },
        [[...LIST_SNAPSHOTS, "tank"].join(" ")]: {},
        "zfsadmin uses tank": { stdout: '{"processes":[],"volumes":[]}\n' },
        [history("tank").join(" ")]: { stdout: remembered },
        ...more,
    },
});

async function open(frame: Frame) {
    await frame.getByRole("button", { name: "Actions for tank" }).click();
    await frame.getByRole("menuitem", { name: /^Rewind to checkpoint/ }).click();
    return frame.getByRole("dialog", { name: "Rewind tank to its checkpoint?" });
}

test("it says what is undone, wants the name typed, and runs an export and an import", async ({ replay }) => {
    const { answers, time } = host({ [exporting]: done, [importing]: running });
    const frame = await replay.open({ answers, time }, "/pools/tank");
    const dialog = await open(frame);
    for (const text of [
        /All data that was written since .*, 2 hours ago/,
        "The checkpoint itself",
        "31 commands since then are undone, too:",
        "zfs destroy -r tank/old",
        "1 filesystem mounted: /tank",
        "This cannot be undone.",
    ])
        await expect(dialog.getByText(text)).toBeVisible();
    await expect(dialog.getByText("tank/before")).toBeHidden();
    await expect(dialog.getByText("zfs snapshot tank/films@7", { exact: true })).toBeHidden();
    await replay.screenshot("rewind");
    await dialog.getByRole("button", { name: "Show all 31" }).click();
    await dialog.getByRole("searchbox").fill("films@7");
    await expect(dialog.getByRole("list", { name: /commands/ }).getByRole("listitem")).toHaveCount(1);
    await dialog.getByRole("button", { name: "Commands" }).click();
    await expect(dialog.getByText("zpool export tank")).toBeVisible();
    await expect(dialog.getByText(`zpool import --rewind-to-checkpoint ${tankId.guid} tank`)).toBeVisible();
    await expectAccessible(frame);
    const action = dialog.getByRole("button", { name: "Rewind tank" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await replay.scenario.answer({ ...answers, ...answersOf([]) });
    await action.click();
    await expect(dialog.getByRole("button", { name: "Import tank at its checkpoint" })).toBeDisabled();
    const { json } = generatedPool("tank", 10);
    await replay.scenario.answer({ ...answers, ...answersOf([{ json, text: "" }]), [importing]: done });
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("tank is as it was at its checkpoint")).toBeVisible();
    const ran = await replay.scenario.executed();
    expect(ran.map(({ line }) => line.split(" ")[1])).toEqual(["export", "import"]);
});

test("what is done while the dialog is open is undone, too, and said", async ({ replay }) => {
    const { answers, time } = host();
    const frame = await replay.open({ answers, time }, "/pools/tank");
    const dialog = await open(frame);
    await expect(dialog.getByText("31 commands since then are undone, too:")).toBeVisible();
    const more = { stdout: `${remembered}${entry(55, "zfs create tank/late")}` };
    await replay.scenario.answer(
        saying({ ...answers, [history("tank").join(" ")]: more }, datasetEvent("tank/late")),
    );
    await expect(dialog.getByText("32 commands since then are undone, too:")).toBeVisible();
    await expect(dialog.getByText("zfs create tank/late")).toBeVisible();
});

test("an import that fails leaves the pool exported, which is said, and can be tried again", async ({
    replay,
}) => {
    const { answers, time } = host({
        [exporting]: done,
        [importing]: failed("cannot import 'tank': one or more devices is currently unavailable\n"),
    });
    const frame = await replay.open({ answers, time }, "/pools/tank");
    const dialog = await open(frame);
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await replay.scenario.answer({ ...answers, ...answersOf([]) });
    await dialog.getByRole("button", { name: "Rewind tank" }).click();
    await expect(dialog).toContainText("one or more devices is currently unavailable");
    await expect(dialog).toContainText("tank was exported, and is not imported again");
    await expect(dialog.getByRole("link", { name: "Import pool" })).toHaveAttribute("href", "#/import");
    await expectAccessible(frame);
    await replay.screenshot("rewind-failed");
    await replay.scenario.answer({ ...answers, ...answersOf([tank]), [importing]: done });
    await dialog.getByRole("button", { name: "Import tank at its checkpoint" }).click();
    await expect(dialog).toBeHidden();
    const ran = await replay.scenario.executed();
    expect(ran.map(({ line }) => line.split(" ")[1])).toEqual(["export", "import", "import"]);
});

test("an import after which not everything could be mounted is done, with ZFS's words", async ({
    replay,
}) => {
    const remark = "cannot mount '/tank': directory is not empty";
    const { answers, time } = host({ [exporting]: done, [importing]: running });
    const frame = await replay.open({ answers, time }, "/pools/tank");
    const dialog = await open(frame);
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await replay.scenario.answer({ ...answers, ...answersOf([]) });
    await dialog.getByRole("button", { name: "Rewind tank" }).click();
    await expect(dialog.getByRole("button", { name: "Import tank at its checkpoint" })).toBeDisabled();
    const { json } = generatedPool("tank", 10);
    const back = answersOf([{ json: { ...json, pool_guid: tankId.guid }, text: "" }]);
    await replay.scenario.answer({ ...answers, ...back, [importing]: fellShort(`${remark}\n`) });
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("tank is as it was at its checkpoint, but mounting failed")).toBeVisible();
    await expect(frame.getByText(remark)).toBeVisible();
    await expect(frame.getByText("is not imported again")).toBeHidden();
});

test("an export that fails ends it with nothing done", async ({ replay }) => {
    const busy = failed("cannot unmount '/tank': pool or dataset is busy\n");
    const frame = await replay.open(host({ [exporting]: busy }), "/pools/tank");
    const dialog = await open(frame);
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await dialog.getByLabel("Type tank to confirm").press("Tab");
    await replay.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
    await open(frame);
    const action = dialog.getByRole("button", { name: "Rewind tank" });
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await expect(action).toBeEnabled();
    await action.press("Enter");
    await expect(dialog).toContainText("pool or dataset is busy");
    await expect(dialog).not.toContainText("was exported");
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the rewind fits", async ({ replay }) => {
            const frame = await replay.open(host(), "/pools/tank");
            const dialog = await open(frame);
            await dialog.getByRole("button", { name: "Show all 31" }).click();
            await dialog.getByRole("button", { name: "Commands" }).click();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("rewind-fits");
        });
    });
}
