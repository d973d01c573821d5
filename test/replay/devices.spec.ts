// What can be done to devices at their row: which is offered, what the dialogs say, what is sent to the helper.

import type { Frame, Locator } from "@playwright/test";

import type { Command } from "../../src/zfs/commands/command.ts";
import {
    attachDisk,
    clearErrors,
    detachDevice,
    expandDevice,
    offlineDevice,
    onlineDevice,
    removeDevice,
    replaceBySpare,
    replaceDevice,
    startTrim,
} from "../../src/zfs/commands/device.ts";
import { seenVdev } from "../../src/zfs/commands/expect.ts";
import type { SeenVdev } from "../../src/zfs/commands/expect.ts";
import { parseStatusJson } from "../../src/zfs/parse/status-json.ts";

import { answersOf } from "./answers.ts";
import { busyPool, disksOf } from "./busy-pool.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { done, doneInJournal, executeLine, failed, refused, running } from "./helper-answers.ts";
import { chooseByKeyboard, walk } from "./keyboard.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { recordedPool, withDevice } from "./pools.ts";
import type { Pool } from "./pools.ts";
import { propertyAnswers } from "./property-answers.ts";
import { disksAnswer, spareDisk, spareSize } from "./spare-disks.ts";

const tank = { name: "tank", guid: "9610273138761160755" };
const [first, second] = [
    { name: "/mnt/a1", guid: "6693039916470624450" },
    { name: "/mnt/a2", guid: "13414640241502543528" },
];
const sound = recordedPool("s01-full");
const damaged = { name: "deg", guid: "7861054876881776429" };

/** A top-level vdev as the page shows it. */
function within({ json }: Pool, name: string): SeenVdev | undefined {
    const id = { name: json.name, guid: json.pool_guid };
    const [status] = parseStatusJson(JSON.stringify({ pools: { [json.name]: json } }), 0);
    const vdevs = [status?.root, ...(status?.sections ?? [])].flatMap(
        (part) => part && ("vdevs" in part ? part.vdevs : part.children),
    );
    const vdev = vdevs.find((one) => one?.name === name);
    return vdev && seenVdev(id, { vdev, above: [] });
}
const mirror = within(sound, "mirror-0");

/** Disks of which none is in a pool: two free, one used, one of the system, one too small. */
const used = spareDisk("sdx", { content: { type: "ext4", label: "photos" } });
const spareDisks = [
    spareDisk("sdv", { slot: undefined, transport: "nvme" }),
    spareDisk("sdw"),
    used,
    spareDisk("sdy", { apart: "system" }),
    spareDisk("sdz", { size: 1_000_204_886 }),
];

const host = (commands: readonly Command[], pool: Pool = sound, disks: readonly object[] = spareDisks) => ({
    answers: {
        ...answersOf([pool]),
        ...disksAnswer(disks),
        ...Object.fromEntries(commands.map((command) => [executeLine(command), done])),
    },
});

const menuOf = (frame: Frame, name: string) => frame.getByRole("button", { name: `Actions for ${name}` });
const item = (frame: Frame, name: string) => frame.getByRole("menuitem", { name: new RegExp(`^${name}`) });

async function choose(frame: Frame, device: string, action: string): Promise<Locator> {
    await menuOf(frame, device).first().click();
    await item(frame, action).click();
    return frame.getByRole("dialog");
}

const expected = async (replay: Replay) => (await replay.scenario.executed()).map(({ input }) => input);

test("a row offers what can be done to its device, and says why the rest cannot", async ({ replay }) => {
    const frame = await replay.open(host([]), "/pools/tank");
    await menuOf(frame, "/mnt/a1").click();
    await expect(frame.getByRole("menuitem")).toHaveText([
        ...[
            "Take offline…",
            "Clear errorsThere are no errors",
            "Replace…",
            "Detach…",
            "Trim…",
            "Initialize…",
        ],
    ]);
    await expect(item(frame, "Clear errors")).toHaveAttribute("aria-disabled", "true");
    const [button, menu] = [
        await menuOf(frame, "/mnt/a1").boundingBox(),
        await frame.getByRole("menu").boundingBox(),
    ];
    expect((menu?.x ?? 0) + (menu?.width ?? 0)).toBeCloseTo((button?.x ?? 0) + (button?.width ?? 0), -1);
    await expectAccessible(frame);
    await replay.screenshot("device-menu");
    await frame.getByRole("menuitem").first().press("ArrowDown");
    await expect(item(frame, "Clear errors")).toBeFocused();
    await frame.locator(":focus").press("Escape");
    await expect(menuOf(frame, "/mnt/a1")).toBeFocused();
    await menuOf(frame, "/mnt/l1").click();
    await expect(item(frame, "Take offline")).not.toHaveAttribute("aria-disabled", "true");
    await expect(menuOf(frame, "spares")).toHaveCount(0);
});

test("a device is taken offline after one question, which says what the choice means", async ({ replay }) => {
    const command = offlineDevice(tank, { ...first, within: mirror }, true);
    const frame = await replay.open(host([command]), "/pools/tank");
    const dialog = await choose(frame, "/mnt/a1", "Take offline");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await dialog.getByLabel("Only until the host is restarted").check();
    await dialog.getByRole("button", { name: "Command" }).click();
    await expect(dialog.getByText(`zpool offline -t tank ${first.guid}`)).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("offline-dialog");
    await dialog.getByRole("button", { name: "Take offline" }).click();
    await expect(frame.getByText("/mnt/a1 taken offline")).toBeVisible();
    expect(await expected(replay)).toEqual([JSON.stringify(command.expect)]);
});

test("what is needed stays, and what is offline comes back at once", async ({ replay }) => {
    const offline = recordedPool("s02-offline");
    const command = onlineDevice(damaged, { name: "/mnt/m2", guid: "8735659979643550641" });
    const frame = await replay.open(host([command], offline), "/pools/deg");
    await choose(frame, "/mnt/m2", "Bring online");
    await expect(frame.getByText("/mnt/m2 brought online")).toBeVisible();
    await menuOf(frame, "/mnt/m1").click();
    await expect(item(frame, "Take offline")).toContainText("no other device has all of it");
    await replay.screenshot("device-menu-last-copy");
});

test("detaching says what is left", async ({ replay }) => {
    const command = detachDevice(tank, { ...second, within: mirror });
    const left = { name: "/mnt/a1", expected: "ONLINE", found: null };
    const changes = [{ what: "vdev", group: "mirror-0", field: "missing", ...left }];
    const refusal = { [executeLine(command)]: refused("changed", { changes }) };
    const { answers } = host([command]);
    const frame = await replay.open({ answers: { ...answers, ...refusal } }, "/pools/tank");
    const dialog = await choose(frame, "/mnt/a2", "Detach");
    await expect(dialog).toContainText("mirror-0 has no redundancy any more");
    await replay.screenshot("detach-dialog");
    await dialog.getByRole("button", { name: "Detach" }).click();
    await expect(dialog).toContainText("It changed since you looked:");
    await expect(dialog).toContainText("/mnt/a1 does not belong to mirror-0 any more.");
    await replay.scenario.answer(answers);
    await dialog.getByRole("button", { name: "Detach" }).click();
    await expect(frame.getByText("/mnt/a2 detached")).toBeVisible();
    expect((await expected(replay)).at(-1)).toBe(JSON.stringify(command.expect));
    expect(command.expect.vdevs?.[0]?.devices.map(({ name }) => name)).toEqual(["/mnt/a1", "/mnt/a2"]);
});

test("a disk that has become larger is used whole after one question, for it stays so", async ({
    replay,
}) => {
    const command = expandDevice(tank, first);
    const pool = withDevice(sound, "/mnt/a1", { ex_dev_size: "1073741824" });
    const frame = await replay.open(host([command], pool), "/pools/tank");
    const dialog = await choose(frame, "/mnt/a1", "Use all of the disk");
    await expect(dialog).toContainText("cannot become smaller again");
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    await expectAccessible(frame);
    await replay.screenshot("expand-device-dialog");
    await dialog.getByRole("button", { name: "Use all of the disk" }).click();
    await expect(frame.getByText("/mnt/a1 expanded")).toBeVisible();
});

test("removing says what is copied, and what it costs for good", async ({ replay }) => {
    const special = { name: "mirror-2", guid: "13858020723226956683" };
    const command = removeDevice(tank, { ...special, within: within(sound, "mirror-2") });
    const estimate = { stdout: `${special.guid} 456\n` };
    const { answers } = host([command]);
    const line = `zpool remove -np tank ${special.guid}`;
    const frame = await replay.open({ answers: { ...answers, [line]: estimate } }, "/pools/tank");
    await menuOf(frame, "mirror-0").click();
    await expect(item(frame, "Remove")).toContainText("no device for data left");
    await frame.locator(":focus").press("Escape");
    const dialog = await choose(frame, "mirror-2", "Remove");
    await expect(dialog).toContainText("564 KiB are copied");
    await expect(dialog).toContainText("takes 456 B of memory");
    await expect(dialog).toContainText("A checkpoint cannot keep a way back");
    await replay.screenshot("remove-dialog");
    await dialog.getByRole("button", { name: "Remove" }).click();
    await expect(frame.getByText("Removal of mirror-2 started")).toBeVisible();
});

test("what needs a feature that the pool does not have is not offered, and says how it gets it", async ({
    replay,
}) => {
    const disabled = Object.fromEntries(
        ["device_removal", "device_rebuild", "zpool_checkpoint"].map((name) => [
            `feature@${name}`,
            "disabled",
        ]),
    );
    const answers = { ...host([]).answers, ...propertyAnswers("tank", disabled) };
    const frame = await replay.open({ answers }, "/pools/tank");
    await menuOf(frame, "mirror-2").click();
    const remove = item(frame, "Remove");
    await expect(remove).toContainText("The pool's feature device_removal is not enabled: upgrade the pool");
    await expect(remove).toHaveAttribute("aria-disabled", "true");
    await frame.locator(":focus").press("Escape");
    await menuOf(frame, "tank").click();
    await expect(item(frame, "Take checkpoint")).toContainText("zpool_checkpoint is not enabled");
    await frame.locator(":focus").press("Escape");
    const dialog = await choose(frame, "/mnt/a1", "Replace");
    await expect(dialog.getByLabel(/^Rebuild in the order of the disk/)).toBeDisabled();
    await expect(dialog).toContainText("device_rebuild is not enabled");
    await expectAccessible(frame);
});

test("the rate of a trim is checked at its field", async ({ replay }) => {
    const command = startTrim(tank, undefined, String(100 << 20));
    const frame = await replay.open(host([command]), "/pools/tank");
    const dialog = await choose(frame, "all devices of tank", "Trim");
    const field = dialog.getByLabel("Rate limit per disk, per second");
    await field.fill("fast");
    await expect(dialog.getByRole("button", { name: "Trim", exact: true })).toBeDisabled();
    await field.fill("100M");
    await replay.screenshot("trim-dialog");
    await field.press("Enter");
    await expect(frame.getByText("Trim of tank started")).toBeVisible();
});

test("errors are cleared at once, and what ZFS says stands on the page", async ({ replay }) => {
    const faulted = recordedPool("s02-faulted");
    const line = executeLine(clearErrors(damaged, { name: "/mnt/m4", guid: "2343692090635339383" }));
    const answers = {
        ...host([], faulted).answers,
        [line]: failed("cannot clear errors for 1: no such device\n"),
    };
    const frame = await replay.open({ answers }, "/pools/deg");
    await choose(frame, "/mnt/m4", "Clear errors");
    await expect(frame.getByText("The errors of /mnt/m4 were not cleared")).toBeVisible();
    await expect(frame.getByText("cannot clear errors for 1: no such device")).toBeVisible();
});

test("a device is helped with the journal alone from the page, where no dialog asked", async ({ replay }) => {
    const pool = withDevice(recordedPool("s02-faulted"), "/mnt/m2", { state: "OFFLINE" });
    const ways = [
        {
            ...{ name: "/mnt/m4", action: "Clear errors", failure: "The errors of /mnt/m4 were not cleared" },
            command: clearErrors(damaged, { name: "/mnt/m4", guid: "2343692090635339383" }),
        },
        {
            ...{ name: "/mnt/m2", action: "Bring online", failure: "/mnt/m2 was not brought online" },
            command: onlineDevice(damaged, { name: "/mnt/m2", guid: "8735659979643550641" }),
        },
    ];
    const answers = Object.fromEntries(
        ways.flatMap(({ command }) => [
            [executeLine(command), refused("unrecorded", { journalOnly: true })],
            [executeLine(command, { journalOnly: true }), doneInJournal],
        ]),
    );
    const frame = await replay.open({ answers: { ...host([], pool).answers, ...answers } }, "/pools/deg");
    for (const [count, { name, action, failure }] of ways.entries()) {
        await choose(frame, name, action);
        await expect(frame.getByText(failure)).toBeVisible();
        await frame.getByRole("button", { name: "Run, recorded in the journal only" }).click();
        await expect(frame.getByText(failure)).toBeHidden();
        await expect(frame.getByText("The system's journal has it.")).toHaveCount(count + 1);
    }
});

const seen = (signature: string | null, name: string) => ({
    path: `/dev/disk/by-id/ata-WDC_WD40EFRX-68N32N0_WD-${name}`,
    serial: `WD-${name}`,
    size: spareSize,
    signatures: [signature],
});
const plain = { isSequential: false, isForced: false };

test("a device is replaced by a disk from the list, where each that cannot be chosen says why", async ({
    replay,
}) => {
    const busy = busyPool("tank");
    const root = Object.values(busy.json.vdevs["tank"]?.vdevs ?? {})[0];
    const faulted = Object.values(root?.vdevs ?? {})[1];
    const id = { name: busy.json.name, guid: busy.json.pool_guid };
    const name = (faulted?.name ?? "").replace(/^.*\/|-part1$/g, "");
    const device = { name, guid: faulted?.guid ?? "", within: within(busy, root?.name ?? "") };
    const command = replaceDevice(id, device, seen(null, "sdw"), plain);
    const { disks } = JSON.parse(disksOf(busy)) as { disks: object[] };
    const frame = await replay.open(host([command], busy, [...disks, ...spareDisks]), "/pools/tank");
    const dialog = await choose(frame, name, "Replace");
    await expect(dialog).toContainText("A resilver writes about 2.18 TiB");
    const radio = (disk: string) => dialog.getByRole("radio", { name: new RegExp(`WD-${disk}$`) });
    await expect(radio("sdy")).toBeDisabled();
    for (const words of ["The running system uses it", "It is too small: ", "The pool tank uses it"])
        await expect(dialog.getByText(words).first()).toBeVisible();
    await expect(dialog.getByRole("button", { name: "Replace" })).toBeDisabled();
    await radio("sdw").check();
    await expectAccessible(frame);
    await replay.screenshot("replace-dialog");
    await dialog.getByRole("button", { name: "Replace" }).click();
    await expect(frame.getByText("has begun")).toBeVisible();
    expect(await expected(replay)).toEqual([JSON.stringify(command.expect)]);
});

test("of a disk that a system starts from, it is said what a new one does not get", async ({ replay }) => {
    const busy = busyPool("tank");
    const esp = { ...{ kind: "partition", size: 536_870_912, mounts: [], swap: false }, children: [] };
    const { disks } = JSON.parse(disksOf(busy)) as { disks: { name: string; children: object[] }[] };
    const boots = disks.map((disk) =>
        disk.name === "sd1"
            ? {
                  ...disk,
                  children: [
                      ...disk.children,
                      { ...esp, name: "sd12", path: "/dev/sd12", content: { type: "vfat" } },
                  ],
              }
            : disk,
    );
    const root = Object.values(busy.json.vdevs["tank"]?.vdevs ?? {})[0];
    const nameAt = (slot: number) =>
        (Object.values(root?.vdevs ?? {})[slot]?.name ?? "").replace(/^.*\/|-part1$/g, "");
    const frame = await replay.open(host([], busy, [...boots, ...spareDisks]), "/pools/tank");
    const dialog = await choose(frame, nameAt(1), "Replace");
    await expect(dialog).toContainText(
        "The old disk has other partitions, which are not copied: sd12 vfat 512 MiB.",
    );
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await choose(frame, nameAt(2), "Replace");
    await expect(dialog).toContainText("A resilver writes about");
    await expect(dialog).not.toContainText("other partitions");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await choose(frame, root?.name ?? "", "Expand by a disk");
    await expect(dialog).toContainText(
        "The disk that is there has other partitions, which the new one does not get: sd12 vfat 512 MiB.",
    );
});

test("a hot spare of the pool is put in by keyboard, and the device stays listed", async ({ replay }) => {
    const command = replaceBySpare(tank, { ...first, within: mirror }, { path: "/mnt/sp1" }, false);
    const frame = await replay.open(host([command]), "/pools/tank");
    await chooseByKeyboard(replay, menuOf(frame, "/mnt/a1").first(), item(frame, "Replace"));
    const dialog = frame.getByRole("dialog");
    await expect(dialog.getByText("Hot spare of this pool")).toHaveCount(2);
    await expect(dialog.getByRole("button", { name: "Cancel" })).toBeFocused();
    const radio = dialog.getByRole("radio");
    await walk(replay, "Tab", radio.first());
    await walk(replay, "ArrowDown", dialog.getByRole("radio", { name: "/mnt/sp1" }));
    await replay.page.keyboard.press("Space");
    await expect(dialog).toContainText("The old device stays listed beside the spare");
    await dialog.getByRole("button", { name: "Command" }).click();
    await expect(dialog.getByText(`zpool replace tank ${first.guid} /mnt/sp1`)).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("replace-by-spare");
    await walk(replay, "Tab", dialog.getByRole("radio", { checked: true }));
    await replay.page.keyboard.press("Enter");
    await expect(frame.getByText("The replacement of /mnt/a1 has begun")).toBeVisible();
    expect(await expected(replay)).toEqual([JSON.stringify(command.expect)]);
});

test("what is on a disk is overwritten after a tick, and by force only if zpool says the same", async ({
    replay,
}) => {
    const choice = seen("ext4", "sdx");
    const target = { name: "mirror-0", guid: first.guid, within: mirror };
    const [command, forced] = [false, true].map((isForced) =>
        attachDisk(tank, target, choice, { isSequential: false, isForced }),
    ) as [Command, Command];
    const refusal = (reason: string) =>
        failed(`invalid vdev specification\nuse '-f' to override the following errors:\n${reason}\n`);
    const answers = {
        ...host([forced]).answers,
        [executeLine(command)]: refusal(`${choice.path} is part of exported pool 'other'`),
    };
    const frame = await replay.open({ answers }, "/pools/tank");
    const dialog = await choose(frame, "mirror-0", "Attach");
    const attach = dialog.getByRole("button", { name: "Attach" });
    await dialog.getByRole("radio", { name: /sdx/ }).check();
    await expect(attach).toBeDisabled();
    await dialog.getByLabel(/^Overwrite what is on .*ext4 “photos”/).check();
    await attach.click();
    await expect(dialog).toContainText("is part of exported pool 'other'");
    await expect(dialog.getByText("No disk was attached to mirror-0")).toBeInViewport();
    const force = dialog.getByRole("button", { name: "Overwrite all of this (-f)" });
    await expect(force).toHaveCount(0);
    await replay.scenario.answer({
        ...answers,
        [executeLine(command)]: refusal(`${choice.path} contains a filesystem of type 'ext4'`),
    });
    await attach.click();
    await expect(force).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("attach-force");
    await force.click();
    await expect(frame.getByText("Disk attached to mirror-0")).toBeVisible();
    // by force, too, only if all is still as it was seen
    expect((await replay.scenario.executed()).at(-1)?.line).toBe(forced.argv.join(" "));
    expect(new Set(await expected(replay))).toEqual(new Set([JSON.stringify(command.expect)]));
});

test("what a failed command left on a disk is shown, and wants a tick of its own", async ({ replay }) => {
    const target = { name: "mirror-0", guid: first.guid, within: mirror };
    const command = attachDisk(tank, target, seen(null, "sdw"), { isSequential: false, isForced: false });
    const { answers } = host([]);
    const missing = "cannot attach: cannot resolve path '/dev/disk/by-id/x-part1'\n";
    const frame = await replay.open(
        { answers: { ...answers, [executeLine(command)]: running } },
        "/pools/tank",
    );
    const dialog = await choose(frame, "mirror-0", "Attach");
    const attach = dialog.getByRole("button", { name: "Attach" });
    await dialog.getByRole("radio", { name: /sdw/ }).check();
    await attach.click();
    await expect.poll(() => replay.scenario.executed()).toHaveLength(1);
    const left = { content: { type: "zfs_member", label: "half" } };
    await replay.scenario.answer({
        ...answers,
        [executeLine(command)]: failed(missing),
        ...disksAnswer(spareDisks.map((disk) => (disk.name === "sdw" ? spareDisk("sdw", left) : disk))),
    });
    await expect(dialog).toContainText(missing.trim());
    const overwrite = dialog.getByLabel(/^Overwrite what is on .*part of the pool “half”/);
    await expect(overwrite).not.toBeChecked();
    await expect(attach).toBeDisabled();
    await overwrite.check();
    await expect(attach).toBeEnabled();
    await expectAccessible(frame);
    await replay.screenshot("attach-left-behind");
});

test("a disk that another host may be using is overwritten after a tick of its own", async ({ replay }) => {
    const foreign = spareDisk("sdu", { content: { type: "zfs_member", label: "bay" } });
    const choice = seen("zfs_member", "sdu");
    const target = { name: "mirror-0", guid: first.guid, within: mirror };
    const [command, forced] = [false, true].map((isForced) =>
        attachDisk(tank, target, choice, { isSequential: false, isForced }),
    ) as [Command, Command];
    const reason = `${choice.path} is part of potentially active pool 'bay'`;
    const answers = {
        ...host([forced], sound, [...spareDisks, foreign]).answers,
        [executeLine(command)]: failed(
            `invalid vdev specification\nuse '-f' to override the following errors:\n${reason}\n`,
        ),
    };
    const frame = await replay.open({ answers }, "/pools/tank");
    const dialog = await choose(frame, "mirror-0", "Attach");
    await dialog.getByRole("radio", { name: /sdu/ }).check();
    await dialog.getByLabel(/^Overwrite what is on .*part of the pool “bay”/).check();
    await dialog.getByRole("button", { name: "Attach" }).click();
    await expect(dialog).toContainText(reason);
    const force = dialog.getByRole("button", { name: "Overwrite all of this (-f)" });
    await expect(force).toHaveCount(0);
    await dialog.getByLabel(/^Overwrite also what another host may be using/).check();
    await expectAccessible(frame);
    await replay.screenshot("attach-maybe-in-use");
    await force.click();
    await expect(frame.getByText("Disk attached to mirror-0")).toBeVisible();
    expect((await replay.scenario.executed()).at(-1)?.line).toBe(forced.argv.join(" "));
    expect((await expected(replay)).at(-1)).toBe(JSON.stringify(command.expect));
});

test("without rights the menus say so, and nothing leads to the wizard", async ({ replay }) => {
    const frame = await replay.open({ ...host([]), user: "nobody" }, "/pools/tank");
    const reason = "This needs administrative access.";
    await expect(menuOf(frame, "/mnt/a1")).toHaveAccessibleDescription(reason);
    await expect(frame.getByRole("button", { name: "Add devices…" })).toHaveAccessibleDescription(reason);
    await expectAccessible(frame);
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the menu of a device and the list of disks fit", async ({ replay }) => {
            const frame = await replay.open(host([]), "/pools/tank");
            await menuOf(frame, "/mnt/a1").click();
            await replay.screenshot("device-menu");
            await expectFitting(frame);
            await item(frame, "Replace").click();
            await frame.getByRole("radio", { name: "/mnt/sp1" }).check();
            await expectFitting(frame);
            await expect(frame.getByRole("button", { name: "Replace", exact: true })).toBeEnabled();
            await replay.screenshot("replace-by-spare");
            await frame.getByRole("radio", { name: /sdx/ }).check();
            await replay.screenshot("disk-chooser");
            await expectAccessible(frame);
        });
    });
}
