// Keys of encrypted datasets, asked for after an import and from the menu of a pool.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Frame } from "@playwright/test";

import { mountDataset } from "../../src/zfs/commands/dataset-use.ts";
import { importPool } from "../../src/zfs/commands/import.ts";
import { loadKey } from "../../src/zfs/commands/keys.ts";
import { keyMap, lockedRoots, mountableOf } from "../../src/zfs/key-map.ts";
import { parseDatasets } from "../../src/zfs/parse/datasets.ts";
import { parseImport } from "../../src/zfs/parse/import.ts";
import { importable } from "../../src/zfs/reads.ts";

import { answersOf } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { belowLine, listOf, locked, volume } from "./datasets.ts";
import type { DatasetRow } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const passphrase = "canary sings 4711";
const bytes = new TextEncoder().encode(passphrase);

const rows: readonly DatasetRow[] = [
    { name: "tank", guid: "1" },
    { name: "tank/home", guid: "7", ...locked("tank/home") },
    { name: "tank/home/anna", guid: "8", ...locked("tank/home"), keylocation: "none" },
    { name: "tank/open", guid: "9", ...locked("tank/open"), keystatus: "available", mounted: "yes" },
    { name: "tank/raw", guid: "10", ...locked("tank/raw"), keyformat: "raw", canmount: "off" },
    {
        name: "tank/vm",
        guid: "11",
        ...{ ...locked("tank/vm"), ...volume, keyformat: "hex", keylocation: "file:///root/vm.key" },
    },
];
const [home, raw, vm] = lockedRoots(keyMap(parseDatasets(listOf(rows)), { name: "tank" }));
if (!home || !raw || !vm) throw new Error("the listing has not these roots");

const contentsLine = belowLine("tank");
const loading = executeLine(loadKey(home.dataset, { kind: "given" }), { secret: bytes });
const mounting = mountableOf(home).map((one) => executeLine(mountDataset(one)));

const host = (more: Answers = {}) => ({
    answers: {
        ...answersOf([generatedPool("tank", 10)]),
        [contentsLine]: { stdout: listOf(rows) },
        ...more,
    },
});

async function open(frame: Frame) {
    await frame.getByRole("button", { name: "Actions for tank" }).click();
    await frame.getByRole("menuitem", { name: /^Load keys/ }).click();
    return frame.getByRole("dialog", { name: "Load keys of tank" });
}

test("a passphrase goes on standard input alone, and what it opens is mounted in turn", async ({
    replay,
}) => {
    const wrong = failed("Key load error: Incorrect key provided for 'tank/home'.\n");
    const { answers } = host({ [loading]: wrong });
    const frame = await replay.open({ answers }, "/pools/tank");
    const dialog = await open(frame);
    const form = dialog.getByRole("form", { name: "tank/home" });
    await expect(form.getByLabel("Passphrase")).toBeFocused();
    await expect(dialog.getByRole("form", { name: "tank/open" })).toBeHidden();
    await expect(form.getByRole("button", { name: "Load the key of tank/home" })).toBeDisabled();
    await form.getByRole("button", { name: "Commands" }).click();
    for (const line of [
        "zfs load-key -L prompt tank/home",
        "zfs mount tank/home",
        "zfs mount tank/home/anna",
    ])
        await expect(form.getByText(line, { exact: true })).toBeVisible();
    await form.getByLabel("Passphrase").fill(passphrase);
    await form.getByLabel("Passphrase").press("Enter");
    await expect(form.getByText("This is not the key of tank/home")).toBeVisible();
    await expect(form.getByLabel("Passphrase")).toHaveValue("");
    await expect(form.getByLabel("Passphrase")).toBeFocused();
    await expectAccessible(frame);
    await replay.screenshot("keys-wrong");

    const busy = failed("cannot mount '/tank/home/anna': directory is not empty\n");
    const [first = "", second = ""] = mounting;
    await replay.scenario.answer({ ...answers, [loading]: done, [first]: done, [second]: busy });
    await form.getByLabel("Passphrase").fill(passphrase);
    await form.getByRole("button", { name: "Load the key of tank/home" }).click();
    await expect(form).toContainText("directory is not empty");
    await expect(form.getByLabel("Passphrase")).toBeHidden();
    await replay.scenario.answer({ ...answers, [second]: done });
    await form.getByRole("button", { name: "Mount the rest of tank/home" }).click();
    await expect(form).toContainText("The key is loaded, and 2 filesystems mounted.");

    const calls = await replay.scenario.executed();
    const ran = calls.map(({ line }) => line.replace("zfs ", ""));
    expect(ran).toEqual([
        ...["load-key -L prompt tank/home", "load-key -L prompt tank/home", "mount tank/home"],
        ...["mount tank/home/anna", "mount tank/home/anna"],
    ]);
    expect((await replay.scenario.calls()).flatMap(({ argv }) => argv).join(" ")).not.toContain("canary");
    expect(calls[1]?.input).toMatch(new RegExp(`}${passphrase}$`));
});

test("a key in a file needs no typing, and a raw one is loaded from a file that is named", async ({
    replay,
}) => {
    const more = {
        [executeLine(loadKey(vm.dataset, { kind: "kept" }))]: done,
        [executeLine(loadKey(raw.dataset, { kind: "elsewhere", location: "file:///media/raw.key" }))]: done,
    };
    const frame = await replay.open(host(more), "/pools/tank");
    const dialog = await open(frame);
    const volume = dialog.getByRole("form", { name: "tank/vm" });
    await expect(volume).toContainText("From where it is kept: /root/vm.key");
    await volume.getByRole("button", { name: "Load the key of tank/vm" }).click();
    await expect(volume).toContainText("The key is loaded.");
    const form = dialog.getByRole("form", { name: "tank/raw" });
    await form
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "Another file or address that the host reads" });
    await form.getByLabel("File or address").fill("raw.key");
    await expect(form).toContainText("A path that begins with /");
    await form.getByLabel("File or address").fill("/media/raw.key");
    await form.getByRole("button", { name: "Load the key of tank/raw" }).click();
    await expect(form).toContainText("The key is loaded.");
    await replay.screenshot("keys-loaded");
});

test("a pool without locked datasets says so", async ({ replay }) => {
    const frame = await replay.open(host({ [contentsLine]: {} }), "/pools/tank");
    await expect(await open(frame)).toContainText("No key is missing.");
});

test("an import asks for the keys that are missing, and mounts no more than the import did", async ({
    replay,
}) => {
    const found = readFileSync(
        resolve(import.meta.dirname, "../fixtures/zpool-import/2.3.9/listing.txt"),
        "utf8",
    );
    const search = { directories: [], isForDestroyed: false };
    const [pool] = parseImport(found);
    if (!pool) throw new Error("the listing is empty");
    const choices = { name: "tank", isReadOnly: false, isMounted: false, isWithoutLog: false };
    const answers = {
        ...answersOf([]),
        [importable(search).join(" ")]: { stdout: found },
        [executeLine(importPool(pool, search, choices))]: done,
        [contentsLine]: { stdout: listOf(rows) },
    };
    const frame = await replay.open({ answers }, "/import");
    await frame.getByRole("button", { name: "Import tank" }).click();
    const form = frame.getByRole("dialog", { name: "Import tank" });
    await form.getByLabel("Mount nothing").check();
    await form.getByRole("button", { name: "Import tank" }).click();
    const dialog = frame.getByRole("dialog", { name: "Load keys of tank" });
    await expect(dialog.getByLabel("Passphrase")).toBeFocused();
    await expect(dialog.getByLabel("Mount what it opens")).not.toBeChecked();
    await replay.page.keyboard.press("Escape");
    await expect(dialog).toBeHidden();
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the keys fit", async ({ replay }) => {
            const frame = await replay.open(host(), "/pools/tank");
            const dialog = await open(frame);
            await dialog.getByRole("button", { name: "Commands" }).click();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("keys");
        });
    });
}
