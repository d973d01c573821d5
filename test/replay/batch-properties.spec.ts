// The same properties for many datasets: one process for each command line, and what became of each dataset.

import type { Frame } from "@playwright/test";

import { inheritProperty, setProperties } from "../../src/zfs/commands/properties.ts";
import { MODULE, getBelow, getMany } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";
import { moduleFiles } from "../module-files.ts";

import { answersOf, versionLine } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { datasetModuleFiles } from "./dataset-property-answers.ts";
import { datasetAnswers, volume } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { done, executeLine, failed, refused, running } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";
import { generatedPool } from "./pools.ts";
import type { Answer, Answers } from "./scenario.ts";

const identity = (name: string, index: number) => ({ name, guid: String(1_000_000 + index) });
const filesystems = [
    "tank",
    ...Array.from({ length: 499 }, (_one, index) => `tank/u${String(index).padStart(3, "0")}`),
].map(identity);
const names = filesystems.map(({ name }) => name);

const host = (changes: Answers = {}, rows: readonly { readonly name: string }[] = filesystems) => ({
    answers: {
        ...answersOf([generatedPool("tank", 10), generatedPool("vault", 10)]),
        ...datasetAnswers(rows),
        ...moduleAnswers(moduleFiles + datasetModuleFiles),
        [versionLine]: { stdout: "zfs-2.3.9-1\nzfs-kmod-2.3.9-1\n" },
        // what lies below, where a test says nothing of it
        "zfs get -Hp -r *": {},
        ...changes,
    },
    installed: withModule,
});

/** Chooses datasets, all of them if not said otherwise, and opens the dialog. */
async function openDialog(frame: Frame, box: string | RegExp = /^Choose all/) {
    await frame.getByRole("checkbox", { name: box, exact: true }).check();
    await frame.getByRole("button", { name: "Properties…" }).click();
    return frame.getByRole("dialog");
}

const executed = async ({ scenario }: Replay) => (await scenario.executed()).length;

test("500 datasets are five processes, and ZFS's words stand at the one that it refuses", async ({
    replay,
}) => {
    const lines = [0, 100, 200, 300, 400]
        .map((begin) => filesystems.slice(begin, begin + 100))
        .map((part) => executeLine(setProperties(part, [["compression", "zstd"]])));
    const [first = "", , third = ""] = lines;
    const words = "cannot set property for 'tank/u007': out of space";
    const answers = host({
        ...Object.fromEntries(lines.map((line) => [line, done])),
        [first]: failed(`${words}\n`),
        [third]: running,
        [shellQuote([...getMany(["compression"]), ...names])]: {
            stdout: names
                .map((name) =>
                    name === "tank/u007"
                        ? `${name}\tcompression\tinherited from tank\tlz4\n`
                        : `${name}\tcompression\tlocal\tzstd\n`,
                )
                .join(""),
        },
    });
    const frame = await replay.open(answers, "/datasets");
    const dialog = await openDialog(frame);
    await dialog.getByLabel("Property").selectOption("compression");
    await dialog.getByLabel("Value").selectOption("zstd");
    await expectAccessible(frame);
    await replay.screenshot("batch-properties");
    await dialog.getByRole("button", { name: "Change 500 datasets" }).click();
    await expect(dialog).toContainText("Gone through 200 of 500 datasets");
    await replay.screenshot("batch-progress");
    await replay.scenario.answer({ ...answers.answers, [third]: done });
    await expect(dialog).toContainText("499 datasets changed");
    await expect(dialog.getByRole("row").nth(1)).toHaveText(`tank/u007${words}`);
    await expect(dialog.getByRole("button", { name: "Try again for 1 dataset" })).toBeEnabled();
    await expectAccessible(frame);
    await replay.screenshot("batch-results");
    expect(await executed(replay)).toBe(5);
});

test("while the module is read, and when it cannot be, there is a way out and a next try", async ({
    replay,
}) => {
    const broken = { stderr: "find: the module is gone\n", exit: 1, delay: 1_000 };
    const hostWith = (answer: Answer) => host({ "find /boot *": {}, [shellQuote(MODULE)]: answer });
    const frame = await replay.open(hostWith(broken), "/datasets");
    const dialog = await openDialog(frame, "Choose tank");
    await expect(dialog.getByRole("heading", { name: "Properties of 1 dataset" })).toBeVisible();
    await expect(dialog).toContainText("What this ZFS can set could not be found out");
    await expect(dialog).toContainText("the module is gone");
    await expectAccessible(frame);
    await replay.screenshot("batch-properties-unknown");
    const close = dialog.getByRole("contentinfo").getByRole("button", { name: "Close" });
    await close.click();
    await expect(dialog).toBeHidden();
    // gone before there is an answer
    const slow = { stdout: moduleFiles + datasetModuleFiles, delay: 1_000 };
    await replay.scenario.answer(hostWith(slow).answers);
    await frame.getByRole("button", { name: "Properties…" }).click();
    await close.click();
    await expect(dialog).toBeHidden();
    await frame.getByRole("button", { name: "Properties…" }).click();
    await expect(dialog.getByLabel("Property")).toBeVisible();
});

test("several properties, and only for those that have them", async ({ replay }) => {
    const [files, disk] = [identity("tank", 0), identity("tank/disk", 1)];
    const commands = [
        setProperties([files], [["recordsize", "1048576"]]),
        inheritProperty([files], "org.example:owner"),
        inheritProperty([disk], "org.example:owner"),
    ];
    const frame = await replay.open(
        host(Object.fromEntries(commands.map((command) => [executeLine(command), done])), [
            files,
            { ...disk, ...volume },
        ]),
        "/datasets",
    );
    const dialog = await openDialog(frame);
    await dialog.getByLabel("Property").selectOption("recordsize");
    await dialog.getByLabel("Value").fill("1000");
    await expect(dialog).toContainText("A power of two from 512 B to 16 MiB");
    await expect(dialog).toContainText("1 of the chosen datasets has no such property");
    await dialog.getByLabel("Value").fill("1M");
    await dialog.getByRole("button", { name: "Another property…" }).click();
    await dialog.getByLabel("Property").last().selectOption({ label: "A user property" });
    await dialog.getByLabel("Name").fill("org.example:owner");
    await dialog.getByRole("radio", { name: "Remove it" }).check();
    await dialog.getByRole("button", { name: "Change 2 datasets" }).click();
    await expect(dialog).toContainText("2 datasets changed");
    expect(await executed(replay)).toBe(3);
});

test("what goes down is said before, what was received comes back, and no two are mounted at one place", async ({
    replay,
}) => {
    const [tank, vault] = ["tank", "vault"].map(identity);
    if (!tank || !vault) throw new Error("there are two");
    const below = { name: "tank/below", guid: "9" };
    const commands = [tank, vault].map((one) => inheritProperty([one], "atime", { isReceived: true }));
    const frame = await replay.open(
        host(
            {
                ...Object.fromEntries(commands.map((one) => [executeLine(one), done])),
                [shellQuote(getBelow("atime", "tank", "vault"))]: {
                    stdout: "tank\tatime\tdefault\ton\ntank/below\tatime\tdefault\ton\nvault\tatime\tlocal\ton\n",
                },
            },
            [tank, below, vault],
        ),
        "/datasets",
    );
    await frame.getByRole("checkbox", { name: "Choose tank", exact: true }).check();
    const dialog = await openDialog(frame, "Choose vault");
    await dialog.getByLabel("Property").selectOption("mountpoint");
    await expect(dialog.getByLabel("Value")).toHaveValue("");
    await dialog.getByLabel("Value").fill("/srv");
    await expect(dialog).toContainText("Several cannot be at one place");
    await expect(dialog.getByRole("button", { name: "Change 2 datasets" })).toBeDisabled();
    await dialog.getByLabel("Property").selectOption("atime");
    await dialog.getByRole("button", { name: "1 dataset below inherits this" }).click();
    await expect(dialog.getByText("tank/below")).toBeVisible();
    await dialog.getByRole("radio", { name: "As it was received" }).check();
    await expect(dialog).toContainText("Where no stream brought a value, it is inherited.");
    await expectFitting(frame);
    await expectAccessible(frame);
    await replay.screenshot("batch-received");
    await dialog.getByRole("button", { name: "Change 2 datasets" }).click();
    await expect(dialog).toContainText("2 datasets changed");
    expect(await executed(replay)).toBe(2);
});

test("what is gone fails alone, and what was not begun can be stopped", async ({ replay }) => {
    const [a, b, c] = ["tank", "tank/gone", "vault"].map(identity);
    if (!a || !b || !c) throw new Error("there are three");
    const atime = [["atime", "off"]] as const;
    const changed = refused("changed", {
        changes: [{ what: "dataset", name: "tank/gone", expected: b.guid, found: null }],
    });
    const again = executeLine(setProperties([a], atime));
    const answers = host({ [executeLine(setProperties([a, b], atime))]: changed, [again]: running }, [
        a,
        b,
        c,
    ]);
    const frame = await replay.open(answers, "/datasets");
    const dialog = await openDialog(frame);
    await dialog.getByLabel("Property").selectOption("atime");
    await dialog.getByRole("radio", { name: "off" }).check();
    await dialog.getByRole("button", { name: "Change 3 datasets" }).click();
    // stopped before the first is refused, the page would not try the rest of it
    await expect.poll(() => executed(replay)).toBe(2);
    await dialog.getByRole("button", { name: "Stop after this one" }).click();
    await expect(dialog).toContainText("Gone through 0 of 3 datasets");
    await replay.screenshot("batch-running");
    await replay.scenario.answer({ ...answers.answers, [again]: done });
    await expect(dialog).toContainText("1 dataset changed");
    const row = (name: string) => dialog.getByRole("row").filter({ hasText: name });
    await expect(row("tank/gone")).toContainText("“tank/gone” is not there any more.");
    await expect(row("vault")).toContainText("Not begun");
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("the dialog for many datasets fits", async ({ replay }) => {
            const frame = await replay.open(host(), "/datasets");
            const dialog = await openDialog(frame, "Choose tank");
            await dialog.getByLabel("Property").selectOption("quota");
            await dialog.getByLabel("Value").fill("1G");
            await expect(dialog).toContainText("tank: 4 GiB is used already: ZFS takes no less");
            await expectFitting(frame);
            await replay.screenshot("batch-dialog");
        });
    });
