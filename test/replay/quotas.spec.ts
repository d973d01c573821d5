// Quotas and reservations of a dataset, and what users, groups and projects take of it.

import { setAccountQuota, setDefaultQuota, setLimit } from "../../src/zfs/commands/limit.ts";
import { defaultQuotas } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";
import { moduleFiles } from "../module-files.ts";

import { accessHost, filesystem, spaceLine } from "./access-host.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers } from "./module-answers.ts";

const path = "/datasets/tank/norm?tab=quotas";
const GIB = 1n << 30n;

test("a limit is refused at its field before ZFS does, and where only ZFS knows", async ({ replay }) => {
    const words = "cannot set property for 'tank/norm': out of space\n";
    const set = setLimit(filesystem, "quota", 50n * GIB);
    const frame = await replay.open(accessHost({ [executeLine(set)]: failed(words) }), path);
    await frame.getByRole("button", { name: "Set quota", exact: true }).click();
    const dialog = frame.getByRole("dialog", { name: "Set quota of tank/norm" });
    const field = dialog.getByLabel("quota", { exact: true });
    await expect(field).toHaveValue("140G");
    const slider = dialog.getByRole("slider", { name: "About how much: quota" });
    await expect(slider).toHaveAttribute("aria-valuenow", "200");
    await expect(dialog).toContainText("540 GiB");
    await field.fill("39G");
    await expect(field).toHaveAccessibleDescription(/^40 GiB is used already: ZFS takes no less/);
    await field.fill("much");
    await expect(field).toHaveAccessibleDescription(/^A size such as 10G, or none/);
    await field.fill("50G");
    await expectAccessible(frame);
    await replay.screenshot("quota");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(new RegExp(words.trim()));
    await expect(field).toBeVisible();
});

test("the slider and the field say the same", async ({ replay }) => {
    const set = setLimit(filesystem, "reservation", 120n * GIB);
    const frame = await replay.open(accessHost({ [executeLine(set)]: done }), path);
    await frame.getByRole("button", { name: "Set reservation", exact: true }).click();
    const dialog = frame.getByRole("dialog");
    const field = dialog.getByLabel("reservation", { exact: true });
    await expect(field).toHaveValue("none");
    const slider = dialog.getByRole("slider", { name: "About how much: reservation" });
    // to reserve nothing is least
    await expect(slider).toHaveAttribute("aria-valuenow", "0");
    await slider.press("ArrowRight");
    await expect(field).toHaveValue(/^\d+(\.\d+)?[KMG]$/);
    await slider.press("ArrowLeft");
    await expect(field).toHaveValue("none");
    await field.fill("150G");
    await expect(field).toHaveAccessibleDescription(/^Its quota is 140 GiB: ZFS takes no more/);
    await field.fill("120G");
    await expect(slider).toHaveAttribute("aria-valuenow", "857");
    await slider.press("ArrowLeft");
    await expect(field).not.toHaveValue("120G");
    await field.fill("120G");
    await field.press("Enter");
    await expect(frame.getByText("reservation of tank/norm set")).toBeVisible();
});

test("what each takes is sorted and filtered, and names that nobody has are said to be so", async ({
    replay,
}) => {
    const numeric = { stdout: "POSIX User\t1000\t5\t0\t1\t0\n" };
    const numbers = { [spaceLine("user", true)]: numeric, [spaceLine("group", true)]: {} };
    const frame = await replay.open(accessHost(numbers), path);
    const table = frame.getByRole("grid", { name: "Space by user, group and project" });
    const names = () => table.locator("[data-row] > .zfs-account-name");
    await expect(names()).toHaveText(["games", "anna", "4242 (unknown on this host)", "7", "root"]);
    await expect(table.getByRole("row", { name: /^anna User 8 GiB 10 GiB \(80% used\)/ })).toBeVisible();
    await table.getByRole("button", { name: "Name" }).click();
    await expect(names().first()).toHaveText("7");
    await frame.getByLabel("Search names").fill("ann");
    await expect(names()).toHaveText(["anna"]);
    await frame.getByLabel("Search names").fill("");
    await frame.getByLabel("Type").selectOption("Project");
    await expect(names()).toHaveText(["7"]);
    await frame.getByLabel("Type").selectOption("All types");
    await frame.getByText("Numbers, not names").click();
    await expect(names()).toHaveText(["7", "1000"]);
});

test("a quota of a user is set, of space and of files, one command each", async ({ replay }) => {
    const anna = { kind: "user", name: "anna" } as const;
    const commands = [
        setAccountQuota(filesystem, anna, "bytes", 6n * GIB),
        setAccountQuota(filesystem, anna, "objects", 5000n),
    ];
    const answers = Object.fromEntries(commands.map((command) => [executeLine(command), done]));
    const frame = await replay.open(accessHost(answers), path);
    await frame.getByRole("row", { name: /^anna/ }).click();
    const dialog = frame.getByRole("dialog", { name: "Quotas of anna on tank/norm" });
    await dialog.getByLabel("Space").fill("6G");
    await expect(dialog).toContainText("8 GiB is used already: nothing more can be written then");
    await dialog.getByLabel("Files, folders and the like").fill("5000");
    await expectAccessible(frame);
    await replay.screenshot("account-quota");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog).toBeHidden();
    const ran = await replay.scenario.executed();
    expect(ran.map(({ line }) => line.split(" ").at(-2))).toEqual([
        "userquota@anna=6442450944",
        "userobjquota@anna=5000",
    ]);
});

test("a user of a domain, whose name has an @, gets a quota where the host knows it", async ({ replay }) => {
    const frame = await replay.open(accessHost(), path);
    await frame.getByRole("button", { name: "Set a quota…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Set a quota on tank/norm" });
    await dialog.getByRole("textbox", { name: "User" }).fill("anna@ad.example.com");
    await dialog.getByLabel("Space").fill("1G");
    await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeEnabled();
});

test("whom the host does not know, and what is no project, gets no quota", async ({ replay }) => {
    const frame = await replay.open(accessHost(), path);
    await frame.getByRole("button", { name: "Set a quota…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Set a quota on tank/norm" });
    await dialog.getByRole("textbox", { name: "User" }).fill("no-such-person");
    await dialog.getByLabel("Space").fill("1G");
    await dialog.getByRole("button", { name: "Set", exact: true }).click();
    await expect(dialog.getByText("This host knows no such user")).toBeVisible();
    await dialog.getByRole("textbox", { name: "User" }).fill("-x");
    await expect(dialog.getByText("It must not begin with a dash")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
    await dialog.getByRole("textbox", { name: "User" }).fill("no-such-person");
    await dialog.getByRole("radio", { name: "Project" }).check();
    await expect(dialog.getByText("A project is a number from 0 to 4294967294")).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
});

test("what all others may take is there where the module knows it", async ({ replay }) => {
    const file = "/sys/module/zfs/properties.dataset/defaultuserquota/type:number\n";
    const set = setDefaultQuota(filesystem, "user", "objects", 500n);
    const host = accessHost({
        ...moduleAnswers(moduleFiles + file),
        [shellQuote(defaultQuotas(filesystem.name))]: {
            stdout: `tank/norm\tdefaultuserquota\t${5n * GIB}\tlocal\ntank/norm\tdefaultgroupquota\t0\tdefault\n`,
        },
        [executeLine(set)]: done,
    });
    const frame = await replay.open(host, path);
    const section = frame.getByRole("region", { name: "Default quotas" });
    await expect(section).toContainText("5 GiB");
    await expectAccessible(frame);
    await replay.screenshot("default-quotas");
    await section.getByRole("button", { name: "Set defaultuserobjquota", exact: true }).click();
    const field = frame.getByRole("dialog").getByLabel("Files of a user");
    await field.fill("some");
    await expect(field).toHaveAccessibleDescription(/^A whole number, or none/);
    await field.fill("500");
    await field.press("Enter");
    await expect(frame.getByText("defaultuserobjquota of tank/norm set")).toBeVisible();
});

test("without the right to see who takes how much, that is said", async ({ replay }) => {
    const denied = { stderr: "cannot get used/quota for tank/norm: permission denied\n", exit: 255 };
    const kinds = ["user", "group", "project"] as const;
    const host = accessHost(Object.fromEntries(kinds.map((kind) => [spaceLine(kind), denied])));
    const frame = await replay.open({ ...host, user: "nobody" }, path);
    await expect(frame.getByRole("heading", { name: "This needs administrative access" })).toBeVisible();
    await expect(frame.getByRole("button", { name: "Set quota", exact: true })).toHaveAttribute(
        "aria-disabled",
        "true",
    );
});

test("who may only look is told so in the dialog, too", async ({ replay }) => {
    const frame = await replay.open({ ...accessHost(), user: "nobody" }, path);
    await frame.getByRole("row", { name: /^anna User/ }).click();
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("administrative access");
    await dialog.getByLabel("Space").fill("10G");
    await expect(dialog.getByRole("button", { name: "Set", exact: true })).toBeDisabled();
});

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("quotas fit", async ({ replay }) => {
            const frame = await replay.open(accessHost(), path);
            await expect(frame.getByText("anna")).toBeVisible();
            await expect(
                frame.getByText("All of it is used: the dataset itself holds 20 GiB").first(),
            ).toBeVisible();
            await frame.getByRole("button", { name: "What is refquota?" }).click();
            await expect(frame.getByText("zfsprops(7)")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("quotas");
            await frame.getByRole("button", { name: "Close" }).click();
            await frame.getByRole("button", { name: "Set quota", exact: true }).click();
            await expect(frame.getByRole("slider")).toBeVisible();
            await expectFitting(frame);
            await replay.screenshot("quota-slider");
        });
    });
