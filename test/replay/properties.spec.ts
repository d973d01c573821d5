// Properties of pools and devices: what can be set, what ZFS says against it, and what people note.

import type { Frame } from "@playwright/test";

import { setPoolProperty, setVdevProperty } from "../../src/zfs/commands/pool.ts";

import { answersOf, versionLine } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import { propertyAnswers, vdevPropertyAnswers } from "./property-answers.ts";
import type { Answers } from "./scenario.ts";
import { rootVdev } from "./status-json.ts";

const tank = generatedPool("tank", 10);
const tankId = { name: "tank", guid: tank.json.pool_guid };
const raidzGuid = rootVdev(tank.json).vdevs?.["raidz2-0"]?.guid ?? "";
const raidz = { name: "raidz2-0", guid: raidzGuid };

const values = {
    ...{ size: "4398046511104", altroot: "-", ashift: "12", failmode: "wait", cachefile: "-" },
    ...{ comment: "by the door", dedup_table_quota: "1073741824", "org.example:owner": "anna" },
};

const host = (changes: Answers = {}) => ({
    answers: {
        ...answersOf([tank]),
        ...propertyAnswers("tank", values),
        ...vdevPropertyAnswers("tank", raidz, { comment: "-", io_n: "-", allocating: "on", capacity: "60" }),
        ...moduleAnswers(),
        ...changes,
    },
    installed: withModule,
});

const edit = async (frame: Frame, name: string) => {
    await frame.getByRole("button", { name: `Set ${name}`, exact: true }).click();
    return frame.getByRole("dialog");
};

test("what gets no answer is asked again", async ({ replay }) => {
    const kernels = { "find /boot *": {} };
    const lines = Object.keys(propertyAnswers("tank", values));
    const silent = Object.fromEntries(
        [...lines, versionLine].map((line) => [line, { reads: true, stays: true }]),
    );
    await replay.page.clock.install();
    const frame = await replay.open(host({ ...kernels, ...silent }), "/pools/tank/properties");
    const asked = async () => (await replay.scenario.calls()).map(({ argv }) => argv.join(" "));
    await expect.poll(asked).toContain(lines[0]);
    await frame.getByRole("button", { name: "Scrub", exact: true }).click();
    const scrubNew = frame.getByRole("menuitem", { name: /^Scrub new data only/ });
    const unknown = "It is not known yet whether this ZFS can do it";
    await expect(scrubNew).toContainText(unknown);
    await expect.poll(asked).toContain(versionLine);
    await replay.page.clock.runFor(10_500);
    await expect(frame.getByText("The properties of this pool cannot be read")).toBeAttached();
    await replay.scenario.answer(host(kernels).answers);
    // as long as the process has not ended, it is not asked in earnest
    await expect(async () => {
        await replay.page.clock.runFor(11_000);
        await expect(frame.getByText("by the door")).toBeVisible({ timeout: 1_000 });
        await expect(scrubNew).not.toContainText(unknown, { timeout: 1_000 });
    }).toPass({ timeout: 20_000 });
});

test("what ZFS has against a value stands at its field, until another is typed", async ({ replay }) => {
    const words = "cannot set property for 'tank': 'dedup_table_quota' is out of range\n";
    const command = setPoolProperty(tankId, "dedup_table_quota", "10737418240");
    const frame = await replay.open(
        host({ [executeLine(command)]: failed(words) }),
        "/pools/tank/properties",
    );
    const dialog = await edit(frame, "dedup_table_quota");
    const field = dialog.getByLabel("dedup_table_quota");
    await field.fill("plenty");
    await expect(dialog).toContainText("A size such as 10G, or auto, none");
    await field.fill("10G");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(new RegExp(words.trim()));
    await expectAccessible(frame);
    await replay.screenshot("property-refused");
    await field.fill("11G");
    await expect(dialog).not.toContainText(words.trim());
    await dialog.getByRole("button", { name: "Use the default: auto" }).click();
    await expect(field).toHaveValue("auto");
});

test("what only an import sets says so", async ({ replay }) => {
    const frame = await replay.open(host(), "/pools/tank/properties");
    await expect(frame.getByRole("button", { name: "Set altroot" })).toHaveAccessibleDescription(
        /chosen when the pool is imported/,
    );
    await expect(frame.getByRole("button", { name: "Set size" })).toBeHidden();
    const dialog = await edit(frame, "cachefile");
    await dialog.getByRole("radio", { name: "none: forgotten" }).check();
    await expect(dialog).toContainText("Another file can be named in a terminal only");
});

test("a device has properties of its own, and notes", async ({ replay }) => {
    const commands = [
        setVdevProperty(tankId, raidz, "io_n", "20"),
        setVdevProperty(tankId, raidz, "org.example:bay", "7"),
    ];
    const words = "cannot set property for 'raidz2-0': 'org.example:bay' is not for you\n";
    const answers = {
        ...Object.fromEntries(commands.map((command) => [executeLine(command), done])),
        [executeLine(setVdevProperty(tankId, raidz, "org.example:bay", "6"))]: failed(words),
    };
    const frame = await replay.open(host(answers), "/pools/tank");
    await frame.getByRole("button", { name: "raidz2-0", exact: true }).click();
    const limit = await edit(frame, "io_n");
    await limit.getByLabel("io_n").fill("20");
    await limit.getByRole("button", { name: "Set", exact: true }).click();
    await expect(frame.getByText("io_n of raidz2-0 set")).toBeVisible();
    await frame.getByRole("button", { name: "Add a user property…" }).click();
    const note = frame.getByRole("dialog", { name: "Add a user property to raidz2-0" });
    await note.getByLabel("Name").fill("bay");
    await expect(note).toContainText("It needs a colon");
    await note.getByLabel("Name").fill("org.example:bay");
    await note.getByLabel("Value").fill("6");
    await note.getByLabel("Value").press("Enter");
    await expect(note.getByLabel("Value")).toHaveAccessibleDescription(new RegExp(words.trim()));
    await expect(note.locator(".pf-v6-c-alert")).toBeHidden();
    await replay.screenshot("user-property");
    await note.getByLabel("Value").fill("7");
    await expect(note).not.toContainText(words.trim());
    await note.getByLabel("Value").press("Enter");
    await expect(frame.getByText("org.example:bay of raidz2-0 set")).toBeVisible();
    await replay.screenshot("device-properties");
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("properties and their dialog fit", async ({ replay }) => {
            const frame = await replay.open(host(), "/pools/tank/properties");
            await expect(frame.getByText("anna")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("properties");
            const dialog = await edit(frame, "ashift");
            await expect(dialog.getByRole("combobox", { name: "ashift" })).toHaveValue("12");
            await expectFitting(frame);
            await replay.screenshot("property-choice");
        });
    });
