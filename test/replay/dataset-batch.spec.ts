// What is done with many datasets at once: what goes, one command and one result each, and the way to stop.

import type { Frame } from "@playwright/test";

import { LIST_HELD, destroyDryRun, listBelow } from "../../src/zfs/action-reads.ts";
import type { Command } from "../../src/zfs/commands/command.ts";
import { destroyDataset } from "../../src/zfs/commands/dataset-life.ts";
import {
    mountDataset,
    shareDataset,
    unmountDataset,
    unshareDataset,
} from "../../src/zfs/commands/dataset-use.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { datasetEvent, saying } from "./answers.ts";
import { expectAccessible } from "./checks.ts";
import { listOf } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { done, executeLine, failed, running } from "./helper-answers.ts";
import {
    batchAnswers,
    batchAnswersOf,
    copyTarget,
    homeHost,
    homeTarget,
    lone,
    nothing,
    of,
    rows,
    targets,
} from "./home-host.ts";
import { longTasks, watchLongTasks } from "./long-tasks.ts";

/** Ticks datasets in the tree, and chooses what is done with them. */
async function choose(frame: Frame, names: readonly string[], action: string) {
    for (const name of names)
        await frame.getByRole("checkbox", { name: `Choose ${name}`, exact: true }).check();
    await frame.getByRole("button", { name: /^Do with \d+ datasets$/ }).click();
    await frame.getByRole("menuitem", { name: new RegExp(`^${action}`) }).click();
    return frame.getByRole("dialog");
}

/** What ran, in its order, and what the helper was told that the person saw. */
const executed = async ({ scenario }: Replay) =>
    (await scenario.executed()).map(({ line, input }) => ({
        line,
        expect: JSON.parse(input || "{}") as Command["expect"],
    }));

const [home, films, music] = targets.map(destroyDataset) as [Command, Command, Command];

test("destroying many lists all that goes, runs one after the other, and can be stopped", async ({
    replay,
}) => {
    const { answers } = homeHost(
        { ...batchAnswers, [executeLine(home)]: done, [executeLine(films)]: running },
        lone,
    );
    const frame = await replay.open({ answers }, "/datasets");
    const dialog = await choose(
        frame,
        ["tank", "tank/home", "tank/home/anna", "tank/films", "tank/music"],
        "Destroy",
    );
    await expect(
        frame.getByRole("dialog", { name: "Destroy 3 chosen datasets and everything in them?" }),
    ).toBeVisible();
    await expect(dialog.getByRole("list", { name: "What is lost" }).getByRole("listitem")).toHaveText([
        "4 filesystems",
        "1 volume: tank/home/disk",
        "4 snapshots",
        "What is mounted at /tank/home, /tank/home/anna",
        "Set to be shared by NFS: tank/home",
    ]);
    await expect(dialog).toContainText("Frees up to 12 GiB");
    await expect(dialog.getByRole("list", { name: "1 is left out" })).toHaveText(
        "tank: It is the pool's root dataset: destroy the pool instead",
    );
    await dialog.getByRole("button", { name: "Show all" }).click();
    await dialog.getByRole("button", { name: "3 commands" }).click();
    await expect(dialog.locator(".zfs-raw")).toHaveText([
        targets.flatMap(({ names }) => names).join("\n"),
        "zfs destroy -r tank/home\nzfs destroy -r tank/films\nzfs destroy tank/music",
    ]);
    const action = dialog.getByRole("button", { name: "Destroy 5 datasets" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type 5 datasets to confirm").fill("5 datasets");
    await expectAccessible(frame);
    await replay.screenshot("batch-destroy");

    await action.click();
    await expect(dialog).toContainText("1 of 3 done");
    await expect(dialog.getByRole("row", { name: /tank\/films/ })).toContainText("running");
    await dialog.getByRole("button", { name: "Stop after this one" }).click();
    const busy = failed("cannot destroy 'tank/films': dataset is busy\n");
    await replay.scenario.answer({ ...answers, [executeLine(films)]: busy });
    await expect(dialog).toContainText("1 of 3 done, 1 failed, 1 not begun");
    await expect(dialog.getByRole("row")).toHaveText([
        /Dataset\s*Result/,
        /^tank\/films.*failed.*cannot destroy 'tank\/films': dataset is busy/,
        /^tank\/home.*done/,
        /^tank\/music.*not begun/,
    ]);
    await expectAccessible(frame);
    await replay.screenshot("batch-destroyed");
    // those that are left are asked about anew, with what goes with them now
    const rest = targets.slice(1);
    await replay.scenario.answer({
        ...answers,
        ...batchAnswersOf(rest),
        ...Object.fromEntries(rest.map((target) => [executeLine(destroyDataset(target)), done])),
    });
    await dialog.getByRole("button", { name: "Try again for 2 datasets…" }).click();
    await dialog.getByLabel("Type 2 datasets to confirm").fill("2 datasets");
    await dialog.getByRole("button", { name: "Destroy 2 datasets" }).click();
    await expect(dialog).toContainText("2 of 2 done");
    await dialog.getByRole("contentinfo").getByRole("button", { name: "Close" }).click();
    await expect(dialog).toBeHidden();
    expect(await executed(replay)).toEqual([
        { line: "zfs destroy -r tank/home", expect: home.expect },
        { line: "zfs destroy -r tank/films", expect: films.expect },
        { line: "zfs destroy -r tank/films", expect: films.expect },
        { line: "zfs destroy tank/music", expect: music.expect },
    ]);
});

test("what is in use of many is not said to be nothing when nobody knows", async ({ replay }) => {
    const silent = { stderr: "zfsadmin uses: no\n", exit: 1 };
    const names = targets.map(({ dataset }) => dataset.name).join(" ");
    const { answers } = homeHost({ ...batchAnswers, [`zfsadmin uses ${names}`]: silent }, lone);
    const frame = await replay.open({ answers }, "/datasets");
    const dialog = await choose(frame, ["tank/home", "tank/films", "tank/music"], "Destroy");
    await expect(dialog).toContainText("What of them is in use could not be found out");
});

test("a clone is destroyed before what it was made of", async ({ replay }) => {
    const commands = [copyTarget, homeTarget].map(destroyDataset);
    const refusal =
        "cannot destroy 'tank/home': filesystem has dependent clones\n" +
        "use '-R' to destroy the following datasets:\ntank/copy\n";
    const frame = await replay.open(
        homeHost({
            ...batchAnswersOf([homeTarget, copyTarget]),
            [shellQuote(destroyDryRun("tank/home"))]: { stderr: refusal, exit: 1 },
            ...Object.fromEntries(commands.map((command) => [executeLine(command), done])),
        }),
        "/datasets",
    );
    const dialog = await choose(frame, ["tank/home", "tank/copy"], "Destroy");
    await expect(dialog).toContainText("3 snapshots");
    await dialog.getByRole("button", { name: "2 commands" }).click();
    await expect(dialog.locator(".zfs-raw").last()).toHaveText(
        "zfs destroy tank/copy\nzfs destroy -r tank/home",
    );
    await dialog.getByLabel("Type 4 datasets to confirm").fill("4 datasets");
    await dialog.getByRole("button", { name: "Destroy 4 datasets" }).click();
    await expect(dialog).toContainText("2 of 2 done");
    expect(await executed(replay)).toEqual(
        commands.map(({ argv, expect: seen }) => ({ line: argv.join(" "), expect: seen })),
    );
});

for (const { action, chosen, button, commands, leftOut } of [
    {
        action: "Unmount",
        chosen: ["tank/home", "tank/home/anna", "tank/home/disk", "tank/films"],
        button: "Unmount 2 filesystems",
        // what lies in another goes before it
        commands: [unmountDataset(of("tank/home/anna")), unmountDataset(of("tank/home"))],
        leftOut: [
            "tank/home/disk: It is a volume, which is not mounted or shared",
            "tank/films: It is not mounted",
        ],
    },
    {
        action: "Mount",
        chosen: ["tank/films", "tank/home"],
        button: "Mount 1 filesystem",
        commands: [mountDataset(of("tank/films"))],
        leftOut: ["tank/home: It is mounted already"],
    },
    {
        action: "Share",
        chosen: ["tank/home", "tank/home/anna"],
        button: "Share 1 filesystem",
        commands: [shareDataset(of("tank/home"))],
        leftOut: ["tank/home/anna: Its properties sharenfs and sharesmb are off"],
    },
    {
        action: "Stop sharing",
        chosen: ["tank/home", "tank/home/anna"],
        button: "Stop sharing 1 filesystem",
        commands: [unshareDataset(of("tank/home"))],
        leftOut: ["tank/home/anna: Its properties sharenfs and sharesmb are off"],
    },
] as const)
    test(`${action} runs for those with which it can be done, and says why not for the rest`, async ({
        replay,
    }) => {
        const answers = Object.fromEntries(commands.map((command) => [executeLine(command), done]));
        const frame = await replay.open(homeHost(answers), "/datasets");
        const dialog = await choose(frame, chosen, action);
        await expect(dialog.getByRole("listitem")).toHaveText([...leftOut]);
        await dialog.getByRole("button", { name: button }).click();
        await expect(dialog).toContainText(`${commands.length} of ${commands.length} done`);
        expect((await executed(replay)).map(({ line }) => line)).toEqual(
            commands.map(({ argv }) => argv.join(" ")),
        );
    });

test("what can be done with the chosen ones is as it is now, until it is begun", async ({ replay }) => {
    const [films, music] = ["tank/films", "tank/music"].map((name) => executeLine(unmountDataset(of(name))));
    const more = { [films ?? ""]: done, [music ?? ""]: done };
    const frame = await replay.open(homeHost(more), "/datasets");
    const dialog = await choose(frame, ["tank/films", "tank/home", "tank/music"], "Unmount");
    await expect(dialog.getByRole("button", { name: "Unmount 1 filesystem" })).toBeEnabled();
    const now = rows.map((row) => ({
        ...row,
        mounted: ["tank/films", "tank/music"].includes(row.name) ? "yes" : "no",
    }));
    await replay.scenario.answer(saying(homeHost(more, now).answers, datasetEvent("tank/films")));
    await expect(dialog.getByRole("listitem")).toHaveText(["tank/home: It is not mounted"]);
    await dialog.getByRole("button", { name: "Unmount 2 filesystems" }).click();
    await expect(dialog).toContainText("2 of 2 done");
    expect((await executed(replay)).map(({ line }) => line)).toEqual([
        "zfs unmount tank/music",
        "zfs unmount tank/films",
    ]);
});

test("what is unmounted with the chosen ones is named", async ({ replay }) => {
    const frame = await replay.open(homeHost(), "/datasets");
    const dialog = await choose(frame, ["tank/home", "tank/copy"], "Unmount");
    await expect(dialog).toContainText(
        "1 filesystem in them that was not chosen is unmounted, too: tank/home/anna",
    );
});

test("many are mounted one after the other, and each has its result", async ({ replay }) => {
    const [first, second] = ["tank/films", "tank/music"].map((name) => executeLine(mountDataset(of(name))));
    const refusal = failed("cannot mount '/tank/music': directory is not empty\n");
    const { answers } = homeHost({ [first ?? ""]: running, [second ?? ""]: refusal });
    const frame = await replay.open({ answers }, "/datasets");
    await choose(frame, ["tank/films", "tank/music", "tank/none"], "Mount");
    const dialog = frame.getByRole("dialog", { name: "Mount 2 filesystems" });
    await expect(dialog).toContainText("tank/none: Its property mountpoint is none");
    await expectAccessible(frame);
    await replay.screenshot("batch-before");
    await dialog.getByRole("button", { name: "Mount 2 filesystems" }).click();
    await expect(dialog).toContainText("0 of 2 done");
    await replay.screenshot("batch-running");
    await replay.scenario.answer({ ...answers, [first ?? ""]: done });
    await expect(dialog.getByRole("row", { name: /tank\/music/ })).toContainText("directory is not empty");
    await expectAccessible(frame);
    await replay.screenshot("batch-after");
    await dialog.getByRole("button", { name: "Close", exact: true }).last().click();
    await expect(dialog).toBeHidden();
});

test("five hundred are looked into and destroyed without a freeze, and it ends when it is stopped @all", async ({
    replay,
}) => {
    test.setTimeout(240_000);
    const many = Array.from({ length: 500 }, (_one, index) => `tank/u${String(index).padStart(3, "0")}`);
    const all = [{ name: "tank" }, ...many.map((name) => ({ name }))];
    const destroyed = ["/bin/sh", "-c", String.raw`printf 'destroy\t%s\n' "$4"`, "sh"];
    const { answers } = homeHost(
        {
            [shellQuote(listBelow(many))]: { stdout: listOf(all.slice(1)) },
            [shellQuote([...LIST_HELD, ...many])]: {},
            "zfs destroy -nvp -r *": { program: destroyed },
            [`zfsadmin uses ${many.join(" ")}`]: nothing,
            "zfsadmin execute *": done,
        },
        all,
    );
    const frame = await replay.open({ answers }, "/datasets");
    await frame.getByRole("checkbox", { name: "Choose all that are shown" }).check();
    const dialog = await choose(frame, [], "Destroy");
    await expect(dialog).toContainText(/\d+ of 500 datasets looked into/);
    await replay.screenshot("batch-destroy-looking");
    await expect(dialog).toContainText("500 filesystems", { timeout: 180_000 });
    await expect(dialog).toContainText("What is mounted at /tank/u000, /tank/u001, /tank/u002 and 497 more");
    await dialog.getByLabel("Type 500 datasets to confirm").fill("500 datasets");
    await dialog.getByRole("button", { name: "Destroy 500 datasets" }).click();
    await expect(dialog.getByRole("row")).toHaveCount(501);
    await watchLongTasks(frame);
    await expect(dialog).toContainText(/[1-9]\d of 500 done/, { timeout: 60_000 });
    await replay.screenshot("batch-destroy-many");
    await dialog.getByRole("button", { name: "Stop after this one" }).click();
    await expect(dialog).toContainText(/\d+ of 500 done, \d+ not begun/);
    console.log(`long tasks while 500 datasets are destroyed: ${JSON.stringify(await longTasks(frame))} ms`);
    const ran = (await executed(replay)).length;
    expect(ran).toBeLessThan(500);
    await expect(dialog).toContainText(`${ran} of 500 done, ${500 - ran} not begun`);
});
