// Pools on the disks that are not imported: what is said of them, and how they are imported.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Frame } from "@playwright/test";

import { importPool } from "../../src/zfs/commands/import.ts";
import type { ImportChoices } from "../../src/zfs/commands/import.ts";
import type { ImportSearch } from "../../src/zfs/import-search.ts";
import { parseImport } from "../../src/zfs/parse/import.ts";
import { importable } from "../../src/zfs/reads.ts";

import { answersOf } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const everywhere: ImportSearch = { directories: [], isForDestroyed: false };

const recorded = (name: string): string =>
    readFileSync(resolve(import.meta.dirname, `../fixtures/zpool-import/2.3.9/${name}.txt`), "utf8");

/** The command that imports a pool of a recording. */
function importOf(listing: string, choices: Partial<ImportChoices> = {}, search = everywhere) {
    const [pool] = parseImport(listing);
    if (!pool) throw new Error("the listing is empty");
    const plainly = { name: pool.name, isReadOnly: false, isMounted: true, isWithoutLog: false };
    return importPool(pool, search, { ...plainly, ...choices });
}

const listLine = (search: ImportSearch): string => importable(search).join(" ");

/** A host on whose disks these pools are found. */
const host = (listing: string, more: Answers = {}, pools: readonly Pool[] = []) => ({
    answers: { ...answersOf(pools), [listLine(everywhere)]: { stdout: listing }, ...more },
});

const card = (frame: Frame, number: string) => frame.getByRole("listitem").filter({ hasText: number });

test("two pools of one name are told apart, and one is imported by its number", async ({ replay }) => {
    const listing = recorded("dup");
    const command = importOf(listing, { name: "films", isReadOnly: true });
    const { answers } = host(listing, { [executeLine(command)]: done });
    const frame = await replay.open({ answers });
    await frame.getByRole("link", { name: "Import pool…" }).click();
    await expect(frame.getByRole("heading", { name: "dup" })).toHaveCount(2);
    await expectAccessible(frame);
    await replay.screenshot("import-two");
    const guid = command.argv.at(-2) ?? "";
    await card(frame, guid).getByRole("button", { name: "Import dup" }).click();
    const dialog = frame.getByRole("dialog", { name: "Import dup" });
    await expect(dialog.getByLabel("Name")).toBeFocused();
    await dialog.getByLabel("Name").fill("films");
    await dialog.getByLabel("Read-only").check();
    await replay.scenario.answer({ ...answers, ...answersOf([pool("films", guid)]) });
    await dialog.getByRole("button", { name: "Import films" }).click();
    await expect(frame.getByText("dup imported as films")).toBeVisible();
    await expect(card(frame, guid).getByRole("link", { name: "Imported as films" })).toBeVisible();
});

test("another host's pool is taken only after that host was named and ticked", async ({ replay }) => {
    const listing = recorded("hostid");
    const lastUser = "testhost (hostid=4030201) at Sun Nov 22 11:14:06 2026";
    const refusal = failed(
        [
            "cannot import 'realname': pool was previously in use from another system.",
            `Last accessed by ${lastUser}`,
            "The pool can be imported, use 'zpool import -f' to import the pool.",
            "",
        ].join("\n"),
    );
    const forced = importOf(listing, { despite: lastUser });
    const { answers } = host(listing, {
        [executeLine(importOf(listing))]: refusal,
        [executeLine(forced)]: done,
    });
    const frame = await replay.open({ answers }, "/import");
    await frame.getByRole("button", { name: "Import realname" }).click();
    const dialog = frame.getByRole("dialog");
    await expect(dialog.getByLabel(/another host/)).toBeHidden();
    await dialog.getByRole("button", { name: "Import realname" }).click();
    await expect(dialog).toContainText("pool was previously in use from another system");
    await dialog.getByLabel(`Although another host used it last: ${lastUser}`).check();
    await expectAccessible(frame);
    await replay.screenshot("import-foreign");
    await dialog.getByRole("button", { name: "Import realname" }).click();
    await expect(frame.getByText("realname imported")).toBeVisible();
});

test("going back to a checkpoint says what is undone, and wants the name typed", async ({ replay }) => {
    const listing = recorded("listing");
    const command = importOf(listing, { rewind: "checkpoint" });
    const frame = await replay.open(host(listing, { [executeLine(command)]: done }), "/import");
    await frame.getByRole("button", { name: "Import tank" }).click();
    const dialog = frame.getByRole("dialog");
    const action = dialog.getByRole("button", { name: "Import tank" });
    await dialog.getByLabel("Go back to its checkpoint").check();
    await expect(dialog).toContainText("Undoes everything since it was taken");
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Read-only").check();
    await expect(action).toBeEnabled();
    await dialog.getByLabel("Read-only").uncheck();
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await replay.screenshot("import-checkpoint");
    await action.click();
    await expect(frame.getByText("tank imported")).toBeVisible();
});

test("damaged transactions are given up only after ZFS has said how many, and the name was typed", async ({
    replay,
}) => {
    const listing = recorded("listing");
    const way = [
        "\tRecovery is possible, but will result in some data loss.",
        "\tReturning the pool to its state as of Sun Nov 22 11:14:06 2026",
        "\tshould correct the problem.  Approximately 5 seconds of data",
        "\tmust be discarded, irreversibly.  Recovery can be attempted",
        "\tby executing 'zpool import -F tank'.  A scrub of the pool",
        "\tis strongly recommended after recovery.",
        "",
    ];
    const more = {
        [executeLine(importOf(listing))]: failed("cannot import 'tank': I/O error\n", way.join("\n")),
        [executeLine(importOf(listing, { rewind: "transactions" }))]: done,
    };
    const frame = await replay.open(host(listing, more), "/import");
    await frame.getByRole("button", { name: "Import tank" }).click();
    const dialog = frame.getByRole("dialog");
    const action = dialog.getByRole("button", { name: "Import tank" });
    const giveUp = dialog.getByLabel("Give up its last transactions");
    await expect(giveUp).toBeHidden();
    await action.click();
    await expect(dialog).toContainText("Approximately 5 seconds of data");
    await giveUp.check();
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank to confirm").fill("tank");
    await expectAccessible(frame);
    await replay.screenshot("import-transactions");
    await action.click();
    await expect(frame.getByText("tank imported")).toBeVisible();
});

test("a pool that is gone since the search is said so in its dialog, which stays", async ({ replay }) => {
    const listing = recorded("listing");
    const command = importOf(listing);
    const said = `cannot import '${command.argv.at(-2) ?? ""}': no such pool available\n`;
    const frame = await replay.open(host(listing, { [executeLine(command)]: failed(said) }), "/import");
    await frame.getByRole("button", { name: "Import tank" }).click();
    const dialog = frame.getByRole("dialog");
    await dialog.getByRole("button", { name: "Import tank" }).click();
    await expect(dialog).toContainText(said.trim());
    await expect(dialog.getByRole("button", { name: "Import tank" })).toBeEnabled();
    await expect(dialog.getByLabel("Give up its last transactions")).toBeHidden();
});

test("destroyed pools and directories are searched when asked", async ({ replay }) => {
    const path = "/dev/disk/by-path/pci-0000:00:1f.2-ata-1";
    const search = { directories: ["/mnt", path], isForDestroyed: true };
    const command = importOf(recorded("destroyed"), {}, search);
    const more = {
        [listLine(everywhere)]: { stderr: "no pools available to import\n" },
        [listLine(search)]: { stdout: recorded("destroyed"), delay: 1000 },
        [executeLine(command)]: done,
    };
    const frame = await replay.open(host("", more), "/import");
    await expect(frame.getByRole("heading", { name: "No pools found" })).toBeVisible();
    await frame.getByLabel("Directories to search").fill("mnt");
    await expect(frame.getByText("Each has to begin with a slash")).toBeVisible();
    await frame.getByLabel("Directories to search").fill(`/mnt\n${path}\n`);
    await frame.getByLabel("Destroyed pools instead").check();
    await frame.getByRole("button", { name: "Search" }).click();
    await expect(frame.getByText(/^Looking in the directories given/)).toBeVisible();
    await frame.getByRole("button", { name: "Import dead" }).click();
    await frame.getByRole("dialog").getByRole("button", { name: "Import dead" }).click();
    await expect(frame.getByText("dead imported")).toBeVisible();
});

test("a taken name is said at its field, and a pool without its devices says why not", async ({ replay }) => {
    const tank = generatedPool("tank", 10);
    const frame = await replay.open(
        host(`${recorded("listing")}\n${recorded("faulted")}`, {}, [tank]),
        "/import",
    );
    await expect(frame.getByRole("button", { name: "Import deg" })).toHaveAccessibleDescription(
        "Devices are missing without which it cannot be imported.",
    );
    await frame.getByRole("button", { name: "Import tank" }).click();
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("A pool of this name is imported: choose another one");
    await expect(dialog.getByRole("button", { name: "Import tank" })).toBeDisabled();
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the page and its dialog fit", async ({ replay }) => {
            const listing = ["missinglog", "faulted", "listing"].map(recorded).join("\n");
            const frame = await replay.open(host(listing), "/import");
            await expect(frame.getByRole("heading", { name: "mlog" })).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("import-page");
            await frame.getByRole("button", { name: "Import mlog" }).click();
            const dialog = frame.getByRole("dialog");
            await dialog.getByLabel("Without its missing log device").check();
            await dialog.getByRole("button", { name: "Command" }).click();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("import-dialog");
        });
    });
}

/** A pool of this name with the number of one that was found. */
function pool(name: string, guid: string): Pool {
    const { json, text } = generatedPool(name, 10);
    return { json: { ...json, pool_guid: guid }, text };
}
