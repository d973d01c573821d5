// All properties of a dataset: what they are and where they are from, what a change means below, and what ZFS says.

import type { Frame } from "@playwright/test";

import { executeCall } from "../../src/backend/execute-call.ts";
import type { Command } from "../../src/zfs/commands/command.ts";
import { seenProperty } from "../../src/zfs/commands/expect.ts";
import { inheritProperty, setProperties } from "../../src/zfs/commands/properties.ts";
import { moduleFiles } from "../module-files.ts";

import { answersOf, versionLine } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { aroundAnswers, datasetModuleFiles, datasetPropertyAnswers } from "./dataset-property-answers.ts";
import { datasetAnswers } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import type { Answers } from "./scenario.ts";

const page = "/datasets/tank/home?tab=properties";
const home = { name: "tank/home", guid: "1234" };

const owner = "anna <b>\nand\tothers 🦈";

/** What the page tells the helper of a property as it is now. */
const seen = (name: string, value: string | undefined) => ({ seen: [seenProperty(home, { name, value })] });

const own = {
    quota: ["10737418240", "local"],
    compression: ["zstd", "local", "gzip-6"],
    atime: ["off", "inherited from tank"],
    recordsize: ["1048576", "received", "1048576"],
    "org.example:owner": [owner, "local"],
    "org.example:shop": ["3", "inherited from tank"],
} as const;

const below = {
    "tank/home": ["zstd", "local"],
    ...Object.fromEntries(
        Array.from({ length: 411 }, (_one, index) => [
            `tank/home/u${index}`,
            ["zstd", "inherited from tank/home"] as const,
        ]),
    ),
    "tank/home/own": ["off", "local"],
    "tank/home/own/a": ["off", "inherited from tank/home/own"],
} as const;

const host = (changes: Answers = {}) => ({
    answers: {
        ...answersOf([generatedPool("tank", 10)]),
        ...datasetAnswers([{ name: "tank" }, { ...home }]),
        ...moduleAnswers(moduleFiles + datasetModuleFiles),
        ...datasetPropertyAnswers("tank/home", own),
        ...aroundAnswers("compression", "tank/home", "lz4", below),
        ...aroundAnswers("quota", "tank/home", "0", {}),
        ...aroundAnswers("mountpoint", "tank/home", "/tank", {
            "tank/home": ["/tank/home", "default"],
            "tank/home/u1": ["/tank/home/u1", "default"],
        }),
        ...aroundAnswers("org.example:owner", "tank/home", "-", {}),
        ...aroundAnswers("org.example:new", "tank/home", "-", {
            "tank/home": ["-", "-"],
            "tank/home/u1": ["-", "-"],
        }),
        [versionLine]: { stdout: "zfs-2.3.9-1\nzfs-kmod-2.3.9-1\n" },
        // a folder that is not empty, and no other
        "find *": { stdout: "/srv/full\0", stderr: "find: no such folder\n", exit: 1 },
        ...changes,
    },
    installed: withModule,
});

const edit = async (frame: Frame, name: string) => {
    await frame.getByRole("button", { name: `Set ${name}`, exact: true }).click();
    return frame.getByRole("dialog");
};

const rowOf = (frame: Frame, name: string) =>
    frame.getByRole("row").filter({ has: frame.locator("code", { hasText: new RegExp(`^${name}$`) }) });

test("says of each what it is, and where that is from", async ({ replay }) => {
    const remounted = { ...own, exec: ["off", "temporary"] } as const;
    const frame = await replay.open(host(datasetPropertyAnswers("tank/home", remounted)), page);
    await expect(rowOf(frame, "quota")).toContainText("10 GiB");
    await expect(rowOf(frame, "quota")).toContainText("set here");
    await expect(rowOf(frame, "recordsize")).toContainText("received");
    await expect(rowOf(frame, "exec")).toContainText("until unmounted");
    await expect(rowOf(frame, "refquota")).toContainText("none");
    await expect(rowOf(frame, "atime").getByRole("link", { name: "tank" })).toHaveAttribute(
        "href",
        "#/datasets/tank?tab=properties",
    );
    await expect(rowOf(frame, "org.example:owner")).toContainText("anna <b>\nand\tothers 🦈");
    await expect(frame.getByRole("button", { name: "Set casesensitivity" })).toHaveAccessibleDescription(
        /Only at creation/,
    );
    await expect(frame.getByRole("button", { name: "Set used" })).toBeHidden();
    await frame.getByRole("button", { name: "Compression", exact: true }).click();
    await expect(rowOf(frame, "compression")).toContainText("How data is compressed");
    await expectAccessible(frame);
});

test("finds a property by either name, and what was set", async ({ replay }) => {
    const frame = await replay.open(host(), page);
    const names = frame.locator("tbody code");
    await frame.getByRole("searchbox").fill("access times");
    await expect(names).toHaveText(["atime", "relatime"]);
    await frame.getByRole("searchbox").fill("");
    await frame.getByRole("checkbox", { name: "Only what was set" }).check();
    await expect(names).toHaveText(["quota", "compression", "recordsize", "org.example:owner"]);
    await frame.getByRole("searchbox").fill("nothing");
    await expect(frame.getByText("No property is called so.")).toBeVisible();
    await frame.getByRole("button", { name: "Show all" }).click();
    await expect(names.first()).toBeVisible();
});

test("says what follows below before it is set, and what does not", async ({ replay }) => {
    const command = setProperties([home], [["compression", "lz4"]], seen("compression", "zstd"));
    const frame = await replay.open(host({ [executeLine(command)]: done }), page);
    const dialog = await edit(frame, "compression");
    await expect(dialog).toContainText("411 datasets below inherit this");
    await dialog.getByRole("button", { name: "1 dataset below keeps a value of its own" }).click();
    await expect(dialog).toContainText("tank/home/own: off");
    await expect(dialog).not.toContainText("tank/home/own/a");
    await dialog.getByRole("combobox").selectOption("lz4");
    await expectAccessible(frame);
    await replay.screenshot("dataset-property");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(frame.getByText("compression of tank/home set")).toBeVisible();
});

test("a value is taken from above, or is again what was received", async ({ replay }) => {
    const commands = [
        inheritProperty([home], "compression", {
            isRecursive: true,
            ...seen("compression", "zstd"),
        }),
        inheritProperty([home], "compression", { isReceived: true, ...seen("compression", "zstd") }),
    ];
    const frame = await replay.open(
        host(Object.fromEntries(commands.map((command) => [executeLine(command), done]))),
        page,
    );
    const dialog = await edit(frame, "compression");
    await dialog.getByRole("radio", { name: "Inherit from tank: lz4" }).check();
    await dialog.getByRole("checkbox", { name: /Also below/ }).check();
    await expect(dialog).toContainText("1 dataset below loses a value of its own");
    await replay.screenshot("dataset-property-inherit");
    await dialog.getByRole("button", { name: "Inherit", exact: true }).click();
    await expect(frame.getByText("compression of tank/home inherited")).toBeVisible();
    const again = await edit(frame, "compression");
    await again.getByRole("radio", { name: "As it was received: gzip-6" }).check();
    await again.getByRole("button", { name: "Revert" }).click();
    await expect(frame.getByText("compression of tank/home is what was received")).toBeVisible();
});

test("a wrong value is told before, and ZFS's refusal stands at its field", async ({ replay }) => {
    const words = "cannot set property for 'tank/home': size is less than current used or reserved space\n";
    const command = setProperties([home], [["quota", "6442450944"]], seen("quota", own.quota[0]));
    const frame = await replay.open(host({ [executeLine(command)]: failed(words) }), page);
    const dialog = await edit(frame, "quota");
    const field = dialog.getByRole("textbox");
    await expect(field).toHaveValue("10 GiB");
    await field.fill("1G");
    await expect(field).toHaveAccessibleDescription(/^4 GiB is used already: ZFS takes no less/);
    await field.fill("6G");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(new RegExp(words.trim()));
    await dialog.getByRole("button", { name: "Use the default: none" }).click();
    await expect(field).toHaveValue("none");
});

test("a mount point can be noted without mounting anew", async ({ replay }) => {
    const command = setProperties([home], [["mountpoint", "/srv/<img onerror>"]], {
        isNoted: true,
        ...seen("mountpoint", "/tank/norm"),
    });
    const frame = await replay.open(host({ [executeLine(command)]: done }), page);
    const dialog = await edit(frame, "mountpoint");
    await dialog.getByRole("textbox").fill("srv");
    await expect(dialog).toContainText("An absolute path, none, or legacy");
    await dialog.getByRole("textbox").fill("/srv/full");
    await expect(dialog).toContainText("The folder /srv/full is not empty.");
    await expectAccessible(frame);
    await dialog.getByRole("textbox").fill("/srv/<img onerror>");
    await expect(dialog.getByText("There is something already")).toBeHidden();
    await dialog.getByRole("checkbox", { name: /Only note it/ }).check();
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(frame.getByText("mountpoint of tank/home set")).toBeVisible();
});

/** As `executeLine`, of a command whose words go over several lines: Python quotes these as they are. */
const linesOf = (command: Command): string =>
    executeCall(command)
        .argv.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'"'"'`)}'`))
        .join(" ");

test("notes hold any characters, are added and removed", async ({ replay }) => {
    const text = "first\nsecond\t\"$()\" 'quoted'";
    const commands = [
        setProperties([home], [["org.example:owner", text]], seen("org.example:owner", owner)),
        setProperties([home], [["org.example:new", text]], seen("org.example:new", undefined)),
        inheritProperty([home], "org.example:owner", seen("org.example:owner", owner)),
    ];
    const frame = await replay.open(
        host(Object.fromEntries(commands.map((command) => [linesOf(command), done]))),
        page,
    );
    const dialog = await edit(frame, "org.example:owner");
    await expect(dialog.getByRole("textbox")).toHaveValue("anna <b>\nand\tothers 🦈");
    await dialog.getByRole("textbox").fill(text);
    await replay.screenshot("dataset-note");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(frame.getByText("org.example:owner of tank/home set")).toBeVisible();
    await frame.getByRole("button", { name: "Add a user property…" }).click();
    const note = frame.getByRole("dialog");
    await note.getByLabel("Name").fill("new");
    await expect(note).toContainText("It needs a colon");
    await note.getByLabel("Name").fill("-x:new");
    await expect(note).toContainText("It must not begin with a dash");
    await expect(note.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
    await note.getByLabel("Name").fill("org.example:new");
    await expect(note).toContainText("1 dataset below inherits this");
    await note.getByLabel("Value").fill(text);
    await note.getByRole("button", { name: "Set", exact: true }).click();
    await expect(frame.getByText("org.example:new of tank/home set")).toBeVisible();
    const last = await edit(frame, "org.example:owner");
    await last.getByRole("radio", { name: "Remove it" }).check();
    await last.getByRole("button", { name: "Remove" }).click();
    await expect(frame.getByText("org.example:owner of tank/home inherited")).toBeVisible();
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("properties and their dialog fit", async ({ replay }) => {
            const frame = await replay.open(host(), page);
            await expect(rowOf(frame, "quota")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("dataset-properties");
            const dialog = await edit(frame, "mountpoint");
            await expect(dialog).toContainText("1 dataset below inherits this");
            await expectFitting(frame);
            await replay.screenshot("dataset-property-dialog");
        });
    });
