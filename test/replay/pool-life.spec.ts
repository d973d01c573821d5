// Checkpoints, export and destruction of a pool: what a person is told before, and what the helper is sent.

import type { Frame } from "@playwright/test";

import { discardCheckpoint, takeCheckpoint } from "../../src/zfs/commands/checkpoint.ts";
import { destroyPool, exportPool } from "../../src/zfs/commands/pool-life.ts";

import { answersOf } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed, refused } from "./helper-answers.ts";
import { chooseByKeyboard, walk } from "./keyboard.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { held, poolContents, snapshotsInside } from "./pool-contents.ts";
import { generatedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const tank = generatedPool("tank", 10);
const tankId = { name: "tank", guid: tank.json.pool_guid };
const datasets = [tankId, { name: "tank/home", guid: "11" }, { name: "tank/disk", guid: "12" }];

const checkpoint = { state: "exists", created: Math.floor(Date.now() / 1000) - 7200 } as const;
const checkpointed: Pool = (() => {
    const stats = { state: "EXISTS", space: "5368709120", start_time: String(checkpoint.created) };
    const json = { ...tank.json, checkpoint_stats: stats };
    return { ...tank, json };
})();

const contents = (uses?: object): Answers => poolContents(tankId.guid, uses);

const host = (more: Answers, pool: Pool = tank) => ({
    answers: { ...answersOf([pool]), ...contents(), ...more },
});

const item = (frame: Frame, name: string) => frame.getByRole("menuitem", { name: new RegExp(`^${name}`) });

async function choose(frame: Frame, name: string): Promise<void> {
    await frame.getByRole("button", { name: "Actions for tank" }).click();
    await item(frame, name).click();
}

test("an export names what is in use, and ZFS's refusal stands in the dialog", async ({ replay }) => {
    const line = executeLine(exportPool(tankId));
    const busy = failed("cannot unmount '/tank/home': pool or dataset is busy\n");
    const frame = await replay.open(host({ ...contents(held), [line]: busy }), "/pools/tank");
    await choose(frame, "Export");
    const dialog = frame.getByRole("dialog", { name: "Export tank?" });
    for (const text of [
        "2 filesystems mounted: /tank, /tank/ho me",
        "Set to be shared by NFS: tank/home",
        "The volume tank/disk is in use: swap",
        "rsync (process 4711) holds /tank/home/anna/films",
    ])
        await expect(dialog.getByText(text)).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await expectAccessible(frame);
    await replay.screenshot("export-dialog");
    await dialog.getByRole("button", { name: "Export tank" }).click();
    await expect(dialog).toContainText("cannot unmount '/tank/home': pool or dataset is busy");
    await replay.screenshot("export-busy");
});

test("an exported pool leaves its page, which leads back", async ({ replay }) => {
    const line = executeLine(exportPool(tankId));
    const { answers } = host({ [line]: done });
    const frame = await replay.open({ answers }, "/pools/tank");
    await choose(frame, "Export");
    const action = frame.getByRole("dialog").getByRole("button", { name: "Export tank" });
    await expect(action).toBeEnabled();
    await replay.scenario.answer({ ...answers, ...answersOf([]) });
    await action.click();
    await expect(frame.getByText("tank exported")).toBeVisible();
    await expect(frame.getByRole("heading", { name: "There is no pool “tank”" })).toBeVisible();
    await expect(frame.getByRole("dialog")).toBeHidden();
    await expect(frame.getByRole("link", { name: "Import pool…" })).toBeVisible();
    await replay.screenshot("exported");
    await frame.getByRole("link", { name: "All pools" }).click();
    await expect(frame.getByRole("heading", { name: "No pools" })).toBeVisible();
});

test("destroying by keyboard lists what is lost, wants the name typed, and expects what was listed", async ({
    replay,
}) => {
    const command = destroyPool(tankId, { datasets, snapshots: snapshotsInside });
    const line = executeLine(command);
    const came = { added: ["tank/late"], addedCount: 1, removed: [], removedCount: 0 };
    const late = refused("changed", { changes: [{ what: "contents", name: "tank", ...came }] });
    const { answers } = host({ [line]: late });
    const frame = await replay.open({ answers }, "/pools/tank");
    await chooseByKeyboard(
        replay,
        frame.getByRole("button", { name: "Actions for tank" }),
        item(frame, "Destroy"),
    );
    const { keyboard } = replay.page;
    const dialog = frame.getByRole("dialog", { name: "Destroy tank and everything in it?" });
    for (const text of ["2 filesystems", "1 volume: tank/disk", "3 snapshots", "20.9 TiB of data"])
        await expect(dialog).toContainText(text);
    const action = dialog.getByRole("button", { name: "Destroy tank" });
    await expect(action).toBeDisabled();
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await walk(replay, "Tab", dialog.getByLabel("Type tank to confirm"));
    await keyboard.type("tan");
    await expect(action).toBeDisabled();
    await keyboard.type("k");
    await expectAccessible(frame);
    await replay.screenshot("destroy-dialog");
    await walk(replay, "Tab", action);
    await keyboard.press("Enter");
    await expect(dialog).toContainText("1 dataset has come to tank: tank/late.");
    await replay.screenshot("destroy-late");
    await replay.scenario.answer({ ...answers, ...answersOf([]), [line]: done });
    await action.click();
    await expect(frame.getByText("tank destroyed")).toBeVisible();
    const [call] = await replay.scenario.executed();
    expect(JSON.parse(call?.input ?? "")).toEqual(command.expect);
});

for (const [place, words] of [
    ["/", "The running system lives on this pool: it is mounted at /"],
    ["/boot", "The system starts from this pool: it is mounted at /boot"],
] as const)
    test(`the pool that holds ${place} is neither exported nor destroyed`, async ({ replay }) => {
        const mounts = `tank/system ${place} zfs rw 0 0\n`;
        const frame = await replay.open({ ...host({}), mounts }, "/pools/tank");
        await frame.getByRole("button", { name: "Actions for tank" }).click();
        for (const name of ["Export", "Destroy"]) {
            await expect(item(frame, name)).toContainText(words);
            await expect(item(frame, name)).toHaveAttribute("aria-disabled", "true");
        }
        await expectAccessible(frame);
        await replay.screenshot(place === "/" ? "pool-menu-root" : "pool-menu-boot");
    });

test("a checkpoint is taken at once, and discarding it takes away the way back", async ({ replay }) => {
    const [take, discard] = [takeCheckpoint(tankId), discardCheckpoint(tankId, checkpoint)].map((one) =>
        executeLine(one),
    );
    const { answers } = host({ [take ?? ""]: done, [discard ?? ""]: done });
    const frame = await replay.open({ answers }, "/pools/tank");
    await frame.getByRole("button", { name: "Actions for tank" }).click();
    await expect(item(frame, "Discard checkpoint")).toContainText("It has none");
    await expect(item(frame, "Take checkpoint")).toContainText("no device can be attached, detached");
    await expectAccessible(frame);
    await replay.screenshot("pool-menu");
    await replay.scenario.answer({ ...answers, ...answersOf([checkpointed]) });
    await item(frame, "Take checkpoint").click();
    await expect(frame.getByText("Checkpoint of tank taken")).toBeVisible();
    await expect(frame.getByText(/^Checkpoint made .* holds 5 GiB/)).toBeVisible();
    await choose(frame, "Discard checkpoint");
    const dialog = frame.getByRole("dialog", { name: "Discard the checkpoint of tank?" });
    await expect(dialog).toContainText("The way back to the state of the pool 2 hours ago");
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await replay.screenshot("discard-checkpoint");
    await replay.scenario.answer(answers);
    await dialog.getByRole("button", { name: "Discard the checkpoint" }).click();
    await expect(frame.getByText("Checkpoint of tank discarded")).toBeVisible();
    await expect(frame.getByText(/^Checkpoint made/)).toBeHidden();
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the menu and a dialog fit", async ({ replay }) => {
            const frame = await replay.open(host(contents(held), checkpointed), "/pools/tank");
            await frame.getByRole("button", { name: "Actions for tank" }).click();
            await replay.screenshot("life-menu");
            await expectFitting(frame);
            await item(frame, "Destroy").click();
            const dialog = frame.getByRole("dialog");
            await dialog.getByRole("button", { name: "Command" }).click();
            await expect(dialog.getByText("rsync")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("life-destroy");
        });
    });
}
