// The keys of a dataset: what they open, and how they are loaded, tried, unloaded and changed. No key is ever seen
// anywhere but in what the helper reads.

import type { Frame, Locator } from "@playwright/test";

import type { Command } from "../../src/zfs/commands/command.ts";
import { mountDataset, unmountDataset } from "../../src/zfs/commands/dataset-use.ts";
import { changeKey, loadKey, setKeyLocation, tryKey, unloadKey } from "../../src/zfs/commands/keys.ts";
import { emptyKey } from "../../src/zfs/new-key.ts";

import { answersOf } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { datasetAnswers, locked, volume } from "./datasets.ts";
import type { DatasetRow } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Host, Replay } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const tank = generatedPool("tank", 10);
const opened = (root: string) => ({ ...locked(root), keystatus: "available", mounted: "yes" });
const kept = { keyformat: "raw", keylocation: "file:///root/tank-b.key" };

/** Two roots, one of them in the other; and a third, which is locked. */
const rows: readonly DatasetRow[] = [
    { name: "tank", guid: "1" },
    { name: "tank/a", guid: "2", ...opened("tank/a") },
    { name: "tank/a/member", guid: "3", ...opened("tank/a"), keylocation: "none" },
    { name: "tank/a/own", guid: "4", ...locked("tank/a/own") },
    { name: "tank/a/vol", guid: "5", ...opened("tank/a"), ...volume, keylocation: "none" },
    { name: "tank/b", guid: "6", ...opened("tank/b"), ...kept },
    { name: "tank/plain", guid: "7" },
];
const identity = (name: string) => ({ name, guid: rows.find((row) => row.name === name)?.["guid"] ?? "" });
const [a, member, own, b] = ["tank/a", "tank/a/member", "tank/a/own", "tank/b"].map(identity) as [
    ReturnType<typeof identity>,
    ReturnType<typeof identity>,
    ReturnType<typeof identity>,
    ReturnType<typeof identity>,
];

const host = (changes: Answers = {}): Host => ({
    answers: { ...answersOf([tank]), ...datasetAnswers(rows), ...changes },
    installed: ["zpool", "zfs", "zfsadmin", "findmnt"],
});

const bytes = (text: string) => new TextEncoder().encode(text);
const lineWith = (command: Command, text: string) => executeLine(command, { secret: bytes(text) });

/** What the helper was given behind its expectations, in the order of the calls. */
const secrets = async (replay: Replay): Promise<readonly string[]> =>
    (await replay.scenario.executed()).map(({ input }) => input.replace(/^\{.*?\}\]\}/, ""));

const card = (frame: Frame, name: string) => frame.getByRole("region", { name: new RegExp(`^${name} `) });

async function choose(frame: Frame, name: string, item: string): Promise<Locator> {
    await frame.getByRole("button", { name: `Actions for the key of ${name}`, exact: true }).click();
    await frame.getByRole("menuitem", { name: new RegExp(`^${item}`) }).click();
    return frame.getByRole("dialog");
}

test("says of each key whether it is loaded, where it comes from, and what it opens", async ({ replay }) => {
    const frame = await replay.open(host(), "/datasets/tank?tab=keys");
    await expect(frame.getByText("3 keys, 1 not loaded")).toBeVisible();
    await expect(card(frame, "tank/a")).toContainText("Key loaded");
    await expect(card(frame, "tank/a")).toContainText("Nowhere: a person types it");
    await expect(card(frame, "tank/a")).toContainText("3 datasets, 2 mounted");
    await expect(card(frame, "tank/a/own")).toContainText("Key not loaded");
    await expect(card(frame, "tank/b")).toContainText("/root/tank-b.key");
    await frame.getByRole("button", { name: "3 datasets, 2 mounted" }).click();
    await expect(card(frame, "tank/a")).toContainText("tank/a/vol volume");
    await frame.getByRole("button", { name: "Actions for the key of tank/b" }).click();
    await expect(frame.getByRole("menuitem", { name: /^Load the key/ })).toContainText("The key is loaded");
    await expect(frame.getByRole("menuitem", { name: /^Use the key/ })).toContainText(
        "Its parent is not encrypted",
    );
    await expectAccessible(frame);
});

test("a dataset without a key of its own says whose it uses, and one without any that there is none", async ({
    replay,
}) => {
    const frame = await replay.open(host(), "/datasets/tank/a/member?tab=keys");
    await expect(
        frame.getByText("tank/a/member has no key of its own, and uses that of tank/a."),
    ).toBeVisible();
    await expect(frame.getByRole("button", { name: "Give it a key of its own…" })).toBeEnabled();
    await replay.page.evaluate(() => (location.hash = "#/datasets/tank/plain?tab=keys"));
    await expect(frame.getByText("Nothing here is encrypted.", { exact: false })).toBeVisible();
});

test("a wrong passphrase is said at its field, which is empty and has the focus; the right one loads and mounts", async ({
    replay,
}) => {
    const load = loadKey(own, { kind: "given" });
    const wrong = failed("Key load error: Incorrect key provided for 'tank/a/own'.\n");
    const opening = host({
        [lineWith(load, "battery staple")]: wrong,
        [lineWith(load, "correct horse")]: done,
        [executeLine(mountDataset(own))]: done,
    });
    const frame = await replay.open(opening, "/datasets/tank/a?tab=keys");
    await frame.getByRole("button", { name: "Load the key of tank/a/own" }).click();
    const dialog = frame.getByRole("dialog", { name: "Load the key of tank/a/own" });
    const field = dialog.getByLabel("Passphrase");
    await expect(field).toBeFocused();
    await field.fill("battery staple");
    await field.press("Enter");
    await expect(dialog.getByText("This is not the key of tank/a/own")).toBeVisible();
    await expect(field).toHaveValue("");
    await expect(field).toBeFocused();
    await expectAccessible(frame);
    await replay.screenshot("key-wrong");
    await field.fill("correct horse");
    await field.press("Enter");
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("tank/a/own mounted")).toBeVisible();
    expect(await secrets(replay)).toEqual(["battery staple", "correct horse", ""]);
    const calls = JSON.stringify((await replay.scenario.calls()).map(({ argv }) => argv));
    expect(calls).not.toMatch(/battery|correct/);
    expect(
        await frame.evaluate(() => JSON.stringify([{ ...localStorage }, { ...sessionStorage }])),
    ).not.toMatch(/battery|correct/);
});

test("many keys are loaded in any order, each by itself", async ({ replay }) => {
    const load = loadKey(b, { kind: "kept" });
    const more = rows.map((row) =>
        row.name === "tank/b" ? { ...row, ...locked("tank/b"), ...kept, canmount: "off" } : row,
    );
    const frame = await replay.open(
        host({ ...datasetAnswers(more), [executeLine(load)]: done }),
        "/datasets/tank?tab=keys",
    );
    await frame.getByRole("button", { name: "Load 2 keys…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Load keys of tank" });
    await expect(dialog.getByRole("form", { name: "tank/a/own" }).getByLabel("Passphrase")).toBeFocused();
    const form = dialog.getByRole("form", { name: "tank/b" });
    await form.getByRole("button", { name: "Load the key of tank/b" }).click();
    await expect(form).toContainText("The key is loaded.");
    await expect(dialog.getByRole("form", { name: "tank/a/own" }).getByLabel("Passphrase")).toBeVisible();
});

test("keys that the host reads itself are loaded in turn, each with its result and what it opens", async ({
    replay,
}) => {
    const lockedRows = rows.map((row) => {
        if (row.name === "tank/a") return { ...row, ...locked("tank/a"), ...kept };
        if (row.name === "tank/a/member") return { ...row, keystatus: "unavailable", mounted: "no" };
        return row.name === "tank/b" ? { ...row, ...locked("tank/b"), ...kept } : row;
    });
    const said = "Key load error: Failed to open key material file: No such file or directory\n";
    const frame = await replay.open(
        host({
            ...datasetAnswers(lockedRows),
            [executeLine(loadKey(a, { kind: "kept" }))]: failed(said),
            [executeLine(loadKey(b, { kind: "kept" }))]: done,
            [executeLine(mountDataset(b))]: done,
        }),
        "/datasets/tank?tab=keys",
    );
    await frame.getByRole("button", { name: "Load 3 keys…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Load keys of tank" });
    const form = (name: string) => dialog.getByRole("form", { name, exact: true });
    const all = dialog.getByRole("button", { name: /^Load the \d keys? that the host reads itself$/ });
    await expect(all).toHaveText("Load the 2 keys that the host reads itself");
    // what is to be typed after all is left to the person
    const source = form("tank/b").getByLabel("Key", { exact: true });
    await source.selectOption({ label: "A key file of yours" });
    await expect(all).toBeHidden();
    await source.selectOption({ label: "From where it is kept: /root/tank-b.key" });
    await expectFitting(frame);
    await expectAccessible(frame);
    await replay.screenshot("keys-in-turn");
    await all.click();
    await expect(form("tank/a")).toContainText("Failed to open key material file: No such file or directory");
    await expect(form("tank/b")).toContainText("The key is loaded, and 1 filesystem mounted.");
    await expect(form("tank/a/own").getByLabel("Passphrase")).toHaveValue("");
    await expect(form("tank/a").getByLabel("Key", { exact: true })).toBeFocused();
    await expect(all).toBeHidden();
    await expectAccessible(frame);
    expect((await replay.scenario.executed()).map(({ line }) => line)).toEqual([
        "zfs load-key tank/a",
        "zfs load-key tank/b",
        "zfs mount tank/b",
    ]);
});

test("a key is tried where it is kept, and ZFS's words stand at the field when it is not there", async ({
    replay,
}) => {
    const said = "Key load error: Failed to open key material file: No such file or directory\n";
    const elsewhere = tryKey(b, { kind: "elsewhere", location: "file:///root/other" });
    const frame = await replay.open(
        host({ [executeLine(tryKey(b, { kind: "kept" }))]: done, [executeLine(elsewhere)]: failed(said) }),
        "/datasets/tank/b?tab=keys",
    );
    let dialog = await choose(frame, "tank/b", "Test a key");
    await dialog.getByRole("button", { name: "Test", exact: true }).click();
    await expect(frame.getByText("This is the key of tank/b")).toBeVisible();
    await expect(dialog).toBeHidden();
    dialog = await choose(frame, "tank/b", "Test a key");
    await dialog
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "Another file or address that the host reads" });
    const field = dialog.getByLabel("File or address");
    await field.fill("/root/other");
    await field.press("Enter");
    await expect(
        dialog.getByText("Failed to open key material file: No such file or directory"),
    ).toBeVisible();
    await expect(field).toBeFocused();
});

test("unloading says what is mounted, and unmounts it first, the deepest before the others", async ({
    replay,
}) => {
    const commands = [unmountDataset(member), unmountDataset(a), unloadKey(a)];
    const frame = await replay.open(
        host(Object.fromEntries(commands.map((command) => [executeLine(command), done]))),
        "/datasets/tank/a?tab=keys",
    );
    const dialog = await choose(frame, "tank/a", "Unload");
    await expect(dialog.getByRole("listitem")).toHaveText([
        "tank/a/member at /tank/a/member",
        "tank/a at /tank/a",
    ]);
    await dialog.getByRole("button", { name: "Command" }).click();
    await expect(
        dialog.getByText("zfs unmount tank/a/member && zfs unmount tank/a && zfs unload-key tank/a"),
    ).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("key-unload");
    await dialog.getByRole("button", { name: "Unmount and unload the key" }).click();
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("Key of tank/a unloaded")).toBeVisible();
    const ran = await replay.scenario.executed();
    expect(ran.map(({ line }) => line)).toEqual(commands.map(({ argv }) => argv.join(" ")));
});

test("what is mounted by mount(8) has to be unmounted by umount(8) before", async ({ replay }) => {
    const legacy = rows.map((row) => (row.name === member.name ? { ...row, mountpoint: "legacy" } : row));
    const frame = await replay.open(host(datasetAnswers(legacy)), "/datasets/tank/a?tab=keys");
    const dialog = await choose(frame, "tank/a", "Unload");
    await expect(dialog.getByRole("list", { name: "Unmount these with umount(8) first" })).toHaveText(
        "tank/a/member: its property mountpoint is legacy",
    );
    await expect(dialog.getByRole("button", { name: "Unmount and unload the key" })).toBeDisabled();
});

test("all keys below are unloaded, the deepest first, and all that cannot be read then is named", async ({
    replay,
}) => {
    const open = rows.map((row) => (row.name === "tank/a/own" ? { ...row, ...opened("tank/a/own") } : row));
    const commands = [
        ...[unmountDataset(own), unmountDataset(member), unmountDataset(b), unmountDataset(a)],
        ...[unloadKey(b), unloadKey(own), unloadKey(a)],
    ];
    const frame = await replay.open(
        host({
            ...datasetAnswers(open),
            ...Object.fromEntries(commands.map((command) => [executeLine(command), done])),
        }),
        "/datasets/tank?tab=keys",
    );
    await frame.getByRole("button", { name: "Unload all keys here…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Unload 3 keys in tank?" });
    await expect(dialog).toContainText("5 datasets cannot be read or written");
    await expect(dialog.getByRole("list", { name: "Locked afterwards" }).getByRole("listitem")).toHaveText([
        "tank/b",
        "tank/a/own",
        "tank/a",
        "tank/a/member (key of tank/a)",
        "tank/a/vol (key of tank/a)",
    ]);
    await expectFitting(frame);
    await expectAccessible(frame);
    await replay.screenshot("keys-unload");
    await dialog.getByRole("button", { name: "Unmount and unload the keys" }).click();
    await expect(dialog).toBeHidden();
    const ran = await replay.scenario.executed();
    expect(ran.map(({ line }) => line)).toEqual(commands.map(({ argv }) => argv.join(" ")));
});

test("what cannot be unmounted stops it there, with ZFS's words", async ({ replay }) => {
    const frame = await replay.open(
        host({
            [executeLine(unmountDataset(member))]: failed(
                "cannot unmount '/tank/a/member': pool or dataset is busy\n",
            ),
        }),
        "/datasets/tank/a?tab=keys",
    );
    const dialog = await choose(frame, "tank/a", "Unload");
    await dialog.getByRole("button", { name: "Unmount and unload the key" }).click();
    await expect(dialog).toContainText("pool or dataset is busy");
    await expect(dialog.getByRole("button", { name: "Unmount and unload the key" })).toBeEnabled();
});

test("a key made here has to be saved and typed back, and goes nowhere but in", async ({ replay }) => {
    const change = changeKey(a, { ...emptyKey, source: "generated" });
    const frame = await replay.open(
        host({ [lineWith(change, "0".repeat(64))]: done }),
        "/datasets/tank/a?tab=keys",
    );
    const dialog = await choose(frame, "tank/a", "Change the key");
    const action = dialog.getByRole("button", { name: "Change the key", exact: true });
    await dialog
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "A new random key, generated here" });
    const groups = await dialog.locator("code.zfs-key span").allTextContents();
    expect(groups.join("")).toMatch(/^[0-9a-f]{64}$/);
    await expect(action).toBeDisabled();
    await expectAccessible(frame);
    await replay.screenshot("key-generated");
    const download = replay.page.waitForEvent("download");
    await dialog.getByRole("button", { name: "Save as a file" }).click();
    const file = await (await download).createReadStream();
    let saved = "";
    for await (const part of file) saved += String(part);
    expect(saved).toBe(`${groups.join("")}\n`);
    expect((await download).suggestedFilename()).toBe("tank_a.key");
    await expect(dialog.getByText(groups[0] ?? "?")).toBeHidden();
    const label = await dialog.getByText(/^Group \d of the 8 groups/).textContent();
    const place = Number(/\d/.exec(label ?? "")?.[0]) - 1;
    const field = dialog.getByLabel(/^Group/);
    await field.fill(groups[(place + 1) % 8] ?? "");
    await expect(dialog.getByText("This is not that group of the key")).toBeVisible();
    await expect(action).toBeDisabled();
    await field.fill(groups[place] ?? "");
    await expect(action).toBeEnabled();
    await replay.screenshot("key-typed-back");
    await action.click();
    await expect(dialog).toBeHidden();
    expect(await secrets(replay)).toEqual([groups.join("")]);
});

test("a place where the key is not is refused before anything changes", async ({ replay }) => {
    const location = "file:///mnt/stick/key";
    const said = "Key load error: Failed to open key material file: No such file or directory\n";
    const place = { kind: "elsewhere", location } as const;
    const answers = { [executeLine(tryKey(a, place))]: failed(said) };
    const frame = await replay.open(host(answers), "/datasets/tank/a?tab=keys");
    const dialog = await choose(frame, "tank/a", "Change where");
    const field = dialog.getByLabel("File or address");
    for (const [text, words] of [
        ["mnt/key", "A path that begins with /"],
        ["http://host/key", "Everybody on the way could read a key"],
        ["https://anna:word@host/key", "A name and password in the address"],
    ] as const) {
        await field.fill(text);
        await expect(dialog.getByText(words)).toBeVisible();
        await expect(dialog.getByRole("button", { name: "Change", exact: true })).toBeDisabled();
    }
    await field.fill("/mnt/stick/key");
    await dialog.getByRole("button", { name: "Change", exact: true }).click();
    await expect(dialog.getByText("Failed to open key material file")).toBeVisible();
    await replay.scenario.answer({
        ...host().answers,
        [executeLine(tryKey(a, place))]: done,
        [executeLine(setKeyLocation(a, location))]: done,
    });
    await dialog.getByRole("button", { name: "Change", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("Changed where the key of tank/a is kept")).toBeVisible();
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(`in the ${layout} layout`, () => {
        test.use({ layout });
        test("the map of keys fits", async ({ replay }) => {
            const frame = await replay.open(host(), "/datasets/tank?tab=keys");
            await expect(frame.getByText("3 keys, 1 not loaded")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("keys");
        });
    });
