// Who may do what: the matrix, ticking, the way of somebody without administrative access.

import { grantCommand } from "../../src/zfs/commands/delegation.ts";
import { takeSnapshot } from "../../src/zfs/commands/snapshot.ts";
import { BELOW, BOTH } from "../../src/zfs/delegation.ts";
import type { Reach } from "../../src/zfs/delegation.ts";
import { guidOf } from "../../src/zfs/reads.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { accessHost, filesystem } from "./access-host.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import { done, executeLine, failed } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";

const path = "/datasets/tank/norm?tab=delegation";
const allowDaemon = (reach: Reach, ...permissions: readonly string[]) =>
    grantCommand(filesystem, { kind: "user", name: "daemon" }, { kind: "allow", reach, permissions });

test("a right is delegated by ticking, and each command has its result", async ({ replay }) => {
    const [both, below] = [allowDaemon(BOTH, "hold"), allowDaemon(BELOW, "diff")];
    const answers = { [executeLine(both)]: done, [executeLine(below)]: failed("no room for that\n") };
    const frame = await replay.open(accessHost(answers), path);
    await frame.getByRole("button", { name: "Delegate…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Delegate permissions on tank/norm" });
    await dialog.getByRole("textbox", { name: "User" }).fill("daemon");
    await dialog.getByRole("checkbox", { name: "hold: here", exact: true }).check();
    await dialog.getByRole("checkbox", { name: "hold: below", exact: true }).check();
    await dialog.getByRole("checkbox", { name: "diff: below", exact: true }).check();
    await expect(dialog.getByRole("list", { name: "Commands" }).getByRole("listitem")).toHaveText([
        /zfs allow -ld -u daemon hold tank\/norm/,
        /zfs allow -d -u daemon diff tank\/norm/,
    ]);
    await expectAccessible(frame);
    await replay.screenshot("delegate");
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog.getByText("no room for that")).toBeVisible();
    await expect(dialog.getByRole("list", { name: "Commands" }).getByRole("listitem")).toHaveText([
        /hold tank\/norm.*done/,
        /diff tank\/norm.*not done/,
        /diff tank\/norm/,
    ]);
    await replay.scenario.answer({ ...accessHost(answers).answers, [executeLine(below)]: done });
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(dialog).toBeHidden();
    const ran = await replay.scenario.executed();
    expect(ran.map(({ line }) => line.split(" ").at(-2))).toEqual(["hold", "diff", "diff"]);
});

test("somebody that the host does not know is refused at the field, and nothing runs", async ({ replay }) => {
    const frame = await replay.open(accessHost(), path);
    await frame.getByRole("button", { name: "Delegate…" }).click();
    const dialog = frame.getByRole("dialog");
    const field = dialog.getByRole("textbox", { name: "User" });
    await field.fill("no-such-person");
    await dialog.getByRole("checkbox", { name: "send: here", exact: true }).check();
    await dialog.getByRole("button", { name: "Apply" }).click();
    await expect(field).toHaveAccessibleDescription(/^This host knows no such user/);
    for (const [name, words] of [
        ["a,b", /^ZFS takes no “,” in a name/],
        ["-x", /^It must not begin with a dash/],
    ] as const) {
        await field.fill(name);
        await expect(field).toHaveAccessibleDescription(words);
        await expect(dialog.getByRole("button", { name: "Apply" })).toBeDisabled();
    }
    expect((await replay.scenario.calls()).some(({ argv }) => argv.includes("execute"))).toBe(false);
});

test("what is taken is said before, and takes nothing else", async ({ replay }) => {
    const frame = await replay.open(accessHost(), path);
    await frame.getByRole("button", { name: "Edit what is granted: user nobody" }).click();
    const dialog = frame.getByRole("dialog", { name: "Permissions on tank/norm: user nobody" });
    await expect(dialog.getByRole("checkbox", { name: "mount: here", exact: true })).toBeChecked();
    await dialog.getByRole("checkbox", { name: "mount: here", exact: true }).uncheck();
    await expect(dialog.getByRole("list", { name: "Commands" })).toHaveText(
        /^zfs unallow -l -u nobody mount tank\/norm/,
    );
    await dialog.getByLabel("Search permissions").fill("no such");
    await expect(dialog.getByText("No permission is called so.")).toBeVisible();
});

test("what one user may do is told with the place that it comes from", async ({ replay }) => {
    const frame = await replay.open(accessHost(), path);
    const field = frame.getByRole("textbox", { name: "User" });
    await field.fill("nobody");
    await field.press("Enter");
    const table = frame.getByRole("grid", { name: "What nobody may do" });
    await expect(table.getByRole("row", { name: /^diff everyone, on tank$/ })).toBeVisible();
    await expect(table.getByRole("row", { name: /^snapshot user nobody, on tank\/norm$/ })).toBeVisible();
    await expect(frame.getByText("destroy, mount, by the create time permissions of tank")).toBeVisible();
    await field.fill("no-such-person");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(/^This host knows no such user/);
    await field.fill("-x");
    await field.press("Enter");
    await expect(field).toHaveAccessibleDescription(/^It must not begin with a dash/);
    await expect(table).toBeHidden();
});

test("output that is not understood is shown as it is", async ({ replay }) => {
    const odd = { "zfs allow tank/norm": { stdout: "---- Odd things on tank\n" } };
    // what a bug report tells of the host is asked of this machine
    const host = { answers: accessHost(odd).answers };
    const frame = await replay.open(host, path);
    await expect(frame.getByText("Who may do what cannot be read")).toBeVisible();
    await expect(frame.getByText("---- Odd things on tank").first()).toBeVisible();
});

test("who may take snapshots takes them without administrative access, and can do nothing else", async ({
    replay,
}) => {
    const command = takeSnapshot(filesystem, "before the move");
    const guid = { stdout: `tank/norm\tguid\t${filesystem.guid}\t-\n` };
    const host = accessHost({
        [shellQuote(guidOf(filesystem.name))]: guid,
        [shellQuote(command.argv)]: {},
    });
    const frame = await replay.open({ ...host, user: "nobody" }, path);
    await expect(frame.getByRole("button", { name: "Delegate…" })).toHaveAttribute("aria-disabled", "true");
    await frame.getByRole("button", { name: "Take a snapshot…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Take a snapshot of tank/norm" });
    await expect(dialog).toContainText("It stands in the history of the pool only");
    const field = dialog.getByLabel("Name");
    await expect(field).toHaveValue(/^manual_\d{8}T\d{6}Z$/);
    await field.fill("a@b");
    await expect(field).toHaveAccessibleDescription(/^ZFS takes no “@” in a name/);
    await field.fill("before the move");
    await expectAccessible(frame);
    await replay.screenshot("take-snapshot");
    await field.press("Enter");
    await expect(frame.getByText("Snapshot before the move of tank/norm taken")).toBeVisible();
    const calls = await replay.scenario.calls();
    expect(calls.filter(({ argv }) => argv[1] === "snapshot").map(({ argv }) => argv)).toEqual([
        command.argv,
    ]);
    expect(calls.some(({ argv }) => argv.includes("execute"))).toBe(false);
});

test("a dataset that is another one by now is not touched by who has no administrative access", async ({
    replay,
}) => {
    const host = accessHost({
        [shellQuote(guidOf(filesystem.name))]: { stdout: "tank/norm\tguid\t78\t-\n" },
    });
    const frame = await replay.open({ ...host, user: "nobody" }, path);
    await frame.getByRole("button", { name: "Take a snapshot…" }).click();
    await frame.getByRole("dialog").getByRole("button", { name: "Take the snapshot" }).click();
    await expect(frame.getByText("its guid is 78, and was 77")).toBeVisible();
    expect((await replay.scenario.calls()).some(({ argv }) => argv[1] === "snapshot")).toBe(false);
});

test("who may not take snapshots is told what it would take", async ({ replay }) => {
    const host = accessHost({ "zfs allow tank/norm": {} });
    const frame = await replay.open({ ...host, user: "nobody" }, path);
    await expect(frame.getByText("Nothing is delegated to anybody here")).toBeVisible();
    await expect(frame.getByRole("button", { name: "Take a snapshot…" })).toHaveAccessibleDescription(
        "This needs administrative access, or these permissions on tank/norm: snapshot",
    );
});

for (const user of ["nobody", "root"] as const)
    test(`where delegation is off, ${user} is told that nothing of it counts`, async ({ replay }) => {
        const frame = await replay.open({ ...accessHost({}, { delegation: "off" }), user }, path);
        await expect(frame.getByText("Nothing that is delegated in the pool tank counts now")).toBeVisible();
        await expect(frame.getByRole("link", { name: "Properties of tank" })).toHaveAttribute(
            "href",
            "#/pools/tank/properties",
        );
        await expect(frame.getByRole("button", { name: "Take a snapshot…" })).toHaveCount(
            user === "root" ? 1 : 0,
        );
        const field = frame.getByRole("textbox", { name: "User" });
        await field.fill("nobody");
        await field.press("Enter");
        await expect(frame.getByText("Nothing that is delegated counts as long as")).toBeVisible();
        await expectAccessible(frame);
        await replay.screenshot(`delegation-off-${user}`);
    });

for (const layout of Object.keys(layouts) as Layout[])
    test.describe(layout, () => {
        test.use({ layout });
        test("who may do what fits, and so does ticking", async ({ replay }) => {
            const frame = await replay.open(accessHost(), path);
            await expect(frame.getByText("unknown user 4242")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("delegation");
            await frame.getByRole("button", { name: "Edit what is granted: group games" }).click();
            await expect(frame.getByRole("dialog")).toBeVisible();
            await expect(frame.getByText("Put holds on snapshots")).toBeVisible();
            await replay.screenshot("delegation-ticks");
        });
    });
