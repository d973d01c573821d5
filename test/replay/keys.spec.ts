// Keys of encrypted datasets, asked for after an import and from the menu of a pool.

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import type { Frame } from "@playwright/test";

import { mountDataset } from "../../src/zfs/commands/dataset-use.ts";
import { importPool } from "../../src/zfs/commands/import.ts";
import { loadKey } from "../../src/zfs/commands/keys.ts";
import { keyPlace } from "../../src/zfs/encryption.ts";
import { parseImport } from "../../src/zfs/parse/import.ts";
import { parseKeys } from "../../src/zfs/parse/list-keys.ts";
import { LIST_KEYS, importable } from "../../src/zfs/reads.ts";

import { answersOf } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const passphrase = "canary sings 4711";
const bytes = new TextEncoder().encode(passphrase);

const listing = [
    "tank\t1\tfilesystem\t-\tnone\tnone\t-\tyes\ton\t/tank",
    "tank/home\t7\tfilesystem\ttank/home\tpassphrase\tprompt\tunavailable\tno\ton\t/tank/home",
    "tank/home/anna\t8\tfilesystem\ttank/home\tpassphrase\tnone\tunavailable\tno\ton\t/tank/home/anna",
    "tank/open\t9\tfilesystem\ttank/open\tpassphrase\tprompt\tavailable\tyes\ton\t/tank/open",
    "tank/raw\t10\tfilesystem\ttank/raw\traw\tprompt\tunavailable\tno\toff\t/tank/raw",
    "tank/vm\t11\tvolume\ttank/vm\thex\tfile:///root/vm.key\tunavailable\t-\t-\t-\n",
].join("\n");
const [home, , raw, vm] = parseKeys(listing);
if (!home || !raw || !vm) throw new Error("the listing has not these roots");

const keysLine = [...LIST_KEYS, "tank"].join(" ");
const loading = executeLine(loadKey(home, keyPlace(home)), { secret: bytes });
const mounting = home.mountable.map((one) => executeLine(mountDataset(one)));

const host = (more: Answers = {}) => ({
    answers: { ...answersOf([generatedPool("tank", 10)]), [keysLine]: { stdout: listing }, ...more },
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
    const { answers } = host({ [loading]: { ...wrong, reads: true } });
    const frame = await replay.open({ answers }, "/pools/tank");
    const dialog = await open(frame);
    const form = dialog.getByRole("form", { name: "tank/home" });
    await expect(form.getByLabel("Passphrase")).toBeFocused();
    await expect(dialog.getByRole("form", { name: "tank/open" })).toBeHidden();
    await expect(form.getByRole("button", { name: "Load the key of tank/home" })).toBeDisabled();
    await form.getByRole("button", { name: "Commands" }).click();
    for (const line of ["zfs load-key tank/home", "zfs mount tank/home", "zfs mount tank/home/anna"])
        await expect(form.getByText(line, { exact: true })).toBeVisible();
    await form.getByLabel("Passphrase").fill(passphrase);
    await form.getByLabel("Passphrase").press("Enter");
    await expect(form).toContainText("Incorrect key provided");
    await expect(form.getByLabel("Passphrase")).toHaveValue("");
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

    const calls = (await replay.scenario.calls()).filter(({ argv }) => argv[1] === "execute");
    const ran = calls.map(({ argv }) => argv.slice(argv.indexOf("--") + 2).join(" "));
    expect(ran).toEqual([
        ...["load-key tank/home", "load-key tank/home", "mount tank/home"],
        ...["mount tank/home/anna", "mount tank/home/anna"],
    ]);
    expect(calls.flatMap(({ argv }) => argv).join(" ")).not.toContain("canary");
    expect(Buffer.from(calls[1]?.input ?? "", "hex").toString()).toMatch(new RegExp(`}${passphrase}$`));
});

test("a key in a file needs no typing, and a raw one is loaded from a file that is named", async ({
    replay,
}) => {
    const more = {
        [executeLine(loadKey(vm, keyPlace(vm)))]: done,
        [executeLine(loadKey(raw, keyPlace(raw, "/media/raw.key")))]: done,
    };
    const frame = await replay.open(host(more), "/pools/tank");
    const dialog = await open(frame);
    const volume = dialog.getByRole("form", { name: "tank/vm" });
    await expect(volume).toContainText("The key is read from the file /root/vm.key on this host.");
    await volume.getByRole("button", { name: "Load the key of tank/vm" }).click();
    await expect(volume).toContainText("The key is loaded.");
    const form = dialog.getByRole("form", { name: "tank/raw" });
    await form.getByLabel("File on this host that holds the key").fill("raw.key");
    await expect(form).toContainText("It has to begin with a slash");
    await form.getByLabel("File on this host that holds the key").fill("/media/raw.key");
    await form.getByRole("button", { name: "Load the key of tank/raw" }).click();
    await expect(form).toContainText("The key is loaded.");
    await replay.screenshot("keys-loaded");
});

test("a pool without locked datasets says so", async ({ replay }) => {
    const frame = await replay.open(host({ [keysLine]: {} }), "/pools/tank");
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
        [keysLine]: { stdout: listing },
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
