// A pool is made of disks, and gets more of them: what the wizards say of a layout, what is tried out, what is run.

import type { Frame } from "@playwright/test";

import { addVdevs, createPool } from "../../src/zfs/commands/create.ts";
import type { Disk } from "../../src/zfs/disk.ts";
import { arrange } from "../../src/zfs/layout/plan.ts";
import type { Shape, VdevClass } from "../../src/zfs/layout/plan.ts";
import { emptyKey, encryptionSettings } from "../../src/zfs/new-key.ts";
import { parseDisks } from "../../src/zfs/parse/disks.ts";
import { usualOptions } from "../../src/zfs/pool-options.ts";
import type { PoolOptions } from "../../src/zfs/pool-options.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";

import { answersOf, disksLine } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { compatibilityAnswers } from "./compatibility-files.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { done, executeLine, failed, fellShort, interrupted, refused, running } from "./helper-answers.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { generatedPool, recordedPool } from "./pools.ts";
import type { Pool } from "./pools.ts";
import type { Answer, Answers } from "./scenario.ts";
import { disksAnswer, spareDisk } from "./spare-disks.ts";

const hard = ["sda", "sdb", "sdc", "sdd", "sde", "sdf"].map((name) => spareDisk(name));
const fast = ["nvme0n1", "nvme1n1"].map((name) =>
    spareDisk(name, {
        ...{ byId: [`/dev/disk/by-id/nvme-Samsung_${name}`], transport: "nvme", rotational: false },
        ...{ slot: undefined, size: 512_110_190_592 },
    }),
);
const used = spareDisk("sdx", { content: { type: "ext4", label: "photos" } });
const mounted = spareDisk("sdy", { children: [{ ...spareDisk("sdy1"), mounts: ["/data"] }] });
const allDisks = [...hard, ...fast, used, mounted];

const disksNamed = (...names: readonly string[]): readonly Disk[] =>
    parseDisks(JSON.stringify({ disks: allDisks })).filter(({ name }) => names.includes(name));

const vdevs = (vdevClass: VdevClass, names: readonly string[], shape: Shape) =>
    arrange(disksNamed(...names), vdevClass, shape).vdevs;

const allHard = hard.map(({ name }) => name);
const raidz2 = vdevs("data", allHard, { kind: "raidz2", width: 6 });
const tank: PoolOptions = { ...usualOptions, name: "tank", ashift: 12 };
const pair = vdevs("data", ["sda", "sdb"], { kind: "mirror", width: 2 });

/** A host with these disks. */
const host = (more: Answers = {}, pools: readonly Pool[] = []) => ({
    installed: ["zpool", "zfs", "zfsadmin", "find"] as const,
    answers: {
        ...answersOf(pools),
        ...disksAnswer(allDisks),
        "find /boot *": {},
        ...compatibilityAnswers,
        ...more,
    },
});

const layoutOf = (lines: string) => ({
    stdout: `would create 'tank' with the following layout:\n\n${lines}`,
});
const next = (frame: Frame) => frame.getByRole("button", { name: "Next" });
const tick = (frame: Frame, name: string) => frame.getByLabel(new RegExp(`${name}$`)).check();
const picture = (frame: Frame) => frame.getByRole("region", { name: "Layout", exact: true });

async function chooseDisks(frame: Frame, names: readonly string[]): Promise<void> {
    for (const name of names) await tick(frame, name);
    await next(frame).click();
}

async function nameIt(frame: Frame, name: string): Promise<void> {
    await next(frame).click();
    await frame.getByLabel("Name").fill(name);
    await next(frame).click();
}

test("the steps speak the language of the person, too", async ({ replay }) => {
    const frame = await replay.open({ ...host(), language: "de-de" }, "/create");
    for (const name of ["Weiter", "Zurück", "Abbrechen"])
        await expect(frame.getByRole("button", { name })).toBeVisible();
    await replay.screenshot("create-german");
});

test("disks that cannot be listed are asked for again", async ({ replay }) => {
    await replay.page.clock.install();
    const broken = { [disksLine]: { stderr: "lsblk: no answer\n", exit: 1 } };
    const frame = await replay.open(host(broken), "/create");
    await expect(frame.getByText("The disks cannot be listed")).toBeVisible();
    await replay.scenario.answer(host().answers);
    await replay.page.clock.runFor(11_000);
    await tick(frame, "sda");
});

test("a raidz2 with a mirrored log is made, and its page opens", async ({ replay }) => {
    const log = vdevs("log", ["nvme0n1", "nvme1n1"], { kind: "mirror", width: 2 });
    const command = createPool({ ...tank, compatibility: "openzfs-2.3" }, [...raidz2, ...log], false);
    const { answers, installed } = host({
        [shellQuote(command.dryRun)]: layoutOf("\ttank\n\t  raidz2\n\t    ata-WDC_WD40EFRX-68N32N0_WD-sda\n"),
        [executeLine(command)]: done,
    });
    const frame = await replay.open({ answers, installed });
    await frame.getByRole("link", { name: "Create pool…" }).click();
    await expect(next(frame)).toBeDisabled();
    await expect(frame.getByLabel(/WD-sdy$/)).toBeDisabled();
    await expect(frame.getByText("It is mounted at /data.")).toBeVisible();
    await replay.screenshot("create-disks");
    await frame.getByRole("button", { name: "Choose all 8 empty disks" }).click();
    await expectAccessible(frame);
    await next(frame).click();
    await frame.getByRole("button", { name: "Add vdevs" }).click();
    await frame.getByRole("menuitem", { name: /^Log/ }).click();
    await expect(next(frame)).toBeDisabled();
    await tick(frame, "nvme0n1");
    await expect(picture(frame)).toContainText("The log is not mirrored");
    await tick(frame, "nvme1n1");
    await expect(picture(frame)).not.toContainText("The log is not mirrored");
    await expect(picture(frame)).toContainText("About 21.7 TiB usable");
    await expect(picture(frame)).toContainText("Survives the failure of any 2 disks.");
    await expect(picture(frame)).toContainText("With small reads each raidz2 is about as fast as one disk.");
    await expectAccessible(frame);
    await replay.screenshot("create-layout");
    await next(frame).click();
    await frame.getByLabel("Name").fill("tank");
    await frame.getByLabel("Compatible with").selectOption("openzfs-2.3");
    await expectAccessible(frame);
    await replay.screenshot("create-options");
    await next(frame).click();
    await expect(frame.getByText("would create 'tank'")).toBeVisible();
    await expect(frame.getByText("compatibility=openzfs-2.3", { exact: true })).toBeVisible();
    await expect(frame.getByText(shellQuote(command.argv))).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("create-review");
    await replay.scenario.answer({ ...answers, ...answersOf([generatedPool("tank", 12)]) });
    await frame.getByRole("button", { name: "Create tank on 8 disks" }).click();
    await expect(frame.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    await expect(frame.getByText("tank created")).toBeVisible();
});

test("mirrors come at a click, and what is left over is said", async ({ replay }) => {
    const frame = await replay.open(host(), "/create");
    await chooseDisks(frame, ["sda", "sdb", "sdc", "sdd", "sde"]);
    await expect(frame.getByRole("radio", { name: "raidz3" })).toBeEnabled();
    await frame.getByRole("radio", { name: "mirror" }).check();
    await expect(picture(frame)).toContainText("In no vdev, and left alone: ata-WDC_WD40EFRX-68N32N0_WD-sde");
    await expect(picture(frame)).toContainText("At most 2: 1 disk in each of 2 × mirror.");
    await expect(picture(frame)).toContainText("All disks of a mirror serve reads.");
    await frame
        .getByLabel("Disks in each vdev")
        .selectOption({ label: "1 × mirror of 3 disks, 2 disks left over" });
    await expect(picture(frame)).toContainText("Survives the failure of any 2 disks.");
    await frame.getByRole("button", { name: "Disks", exact: true }).click();
    await frame.getByLabel(/WD-sdb$/).uncheck();
    await frame.getByLabel(/WD-sdc$/).uncheck();
    await frame.getByLabel(/WD-sdd$/).uncheck();
    await frame.getByLabel(/WD-sde$/).uncheck();
    await next(frame).click();
    await expect(frame.getByText("It needs at least 2 disks").first()).toBeVisible();
    await expect(next(frame)).toBeDisabled();
});

test("a draid takes whole numbers of disks alone", async ({ replay }) => {
    const frame = await replay.open(host(), "/create");
    await chooseDisks(frame, allHard);
    await frame.getByRole("radio", { name: "draid1" }).check();
    const data = frame.getByLabel("Disks with data in each group");
    const spares = frame.getByLabel("Distributed spares");
    for (const text of ["", "0", "1.5"]) {
        await data.fill(text);
        await expect(data).toHaveValue(text);
        await expect(frame.getByText("A whole number, 1 at least")).toBeVisible();
        await expect(next(frame)).toBeDisabled();
    }
    await data.fill("3");
    await spares.fill("");
    await expect(frame.getByText("A whole number, or 0")).toBeVisible();
    await expect(next(frame)).toBeDisabled();
    await replay.screenshot("create-draid-empty");
    await spares.fill("0");
    await expect(next(frame)).toBeEnabled();
    await data.fill("6");
    await expect(frame.getByText(/are more than the disks: take less/)).toBeVisible();
});

test("a name that ZFS would not take is said at its field, and a passphrase goes nowhere but in", async ({
    replay,
}) => {
    const command = createPool(
        { ...tank, name: "vault", encryption: encryptionSettings(emptyKey) },
        pair,
        false,
    );
    const secret = new TextEncoder().encode("correct horse");
    const { answers, installed } = host(
        {
            [shellQuote(command.dryRun)]: layoutOf("\tvault\n"),
            [executeLine(command, { secret })]: done,
        },
        [generatedPool("tank", 12)],
    );
    const frame = await replay.open({ answers, installed }, "/create");
    await chooseDisks(frame, ["sda", "sdb"]);
    await next(frame).click();
    const name = frame.getByLabel("Name");
    for (const [text, words] of [
        ["tank", "A pool of this name is imported"],
        ["mirror1", "“mirror” is reserved"],
        ["1st", "It has to begin with a letter"],
        ["-x", "It has to begin with a letter"],
        ["a/b", "ZFS takes no “/” in a name"],
    ] as const) {
        await name.fill(text);
        await expect(frame.getByText(words)).toBeVisible();
        await expect(next(frame)).toBeDisabled();
    }
    await name.fill("vault");
    await frame.getByLabel("Encrypt the pool").check();
    const [first, again] = [
        frame.getByLabel("Passphrase", { exact: true }),
        frame.getByLabel("Passphrase again"),
    ];
    await first.fill("short");
    await again.fill("short");
    await expect(frame.getByText("ZFS wants 8 characters at least")).toBeVisible();
    await first.fill("correct horse");
    await expect(frame.getByText("The two are not the same")).toBeVisible();
    await again.fill("correct horse");
    await expectAccessible(frame);
    await replay.screenshot("create-encrypted");
    await next(frame).click();
    await expect(frame.getByText("keylocation=prompt", { exact: true })).toBeVisible();
    await replay.scenario.answer({
        ...answers,
        ...answersOf([generatedPool("tank", 12), generatedPool("vault", 12)]),
    });
    await frame.getByRole("button", { name: "Create vault on 2 disks" }).click();
    await expect(frame.getByText("vault created")).toBeVisible();
    const [call] = await replay.scenario.executed();
    expect(call?.line).not.toContain("correct");
    expect(call?.input).toBe(`${JSON.stringify(command.expect)}correct horse`);
});

test("a key that is not where it should be is said where that is chosen", async ({ replay }) => {
    const location = "/root/vault.key";
    const encryption = encryptionSettings({ ...emptyKey, source: "location", location });
    const command = createPool({ ...tank, name: "vault", encryption }, pair, false);
    const said = "cannot create 'vault': Failed to open key material file: No such file or directory\n";
    const frame = await replay.open(
        host({
            [shellQuote(command.dryRun)]: layoutOf("\tvault\n"),
            [executeLine(command)]: failed(said),
        }),
        "/create",
    );
    await chooseDisks(frame, ["sda", "sdb"]);
    await next(frame).click();
    await frame.getByLabel("Name").fill("vault");
    await frame.getByLabel("Encrypt the pool").check();
    await frame
        .getByLabel("Key", { exact: true })
        .selectOption({ label: "A file or address that the host reads" });
    await frame.getByLabel("File or address").fill(location);
    await next(frame).click();
    await frame.getByRole("button", { name: "Create vault on 2 disks" }).click();
    await expect(frame.getByText("vault was not created")).toBeVisible();
    await frame.getByRole("button", { name: /Options$/ }).click();
    await expect(frame.getByText("Failed to open key material file")).toBeVisible();
    await expect(frame.getByLabel("File or address")).toHaveValue(location);
    await expectAccessible(frame);
    await replay.screenshot("create-no-key");
});

/** Has the wizard create a pool, which is there afterwards, however the command ends. */
async function createWith(replay: Replay, end: Answer): Promise<Frame> {
    const command = createPool(tank, pair, false);
    const { answers, installed } = host({
        [shellQuote(command.dryRun)]: layoutOf("\ttank\n"),
        [executeLine(command)]: end,
    });
    const frame = await replay.open({ answers, installed }, "/create");
    await chooseDisks(frame, ["sda", "sdb"]);
    await nameIt(frame, "tank");
    await expect(frame.getByText("would create 'tank'")).toBeVisible();
    await replay.scenario.answer({
        ...answers,
        ...answersOf([generatedPool("tank", 12)]),
        ...disksAnswer(allDisks),
    });
    await frame.getByRole("button", { name: "Create tank on 2 disks" }).click();
    return frame;
}

test("a pool that was created and not mounted is told so on its page", async ({ replay }) => {
    const said = "cannot mount 'tank': failed to create mountpoint: Read-only file system\n";
    const frame = await createWith(replay, fellShort(said));
    await expect(frame.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
    await expect(frame.getByText("tank created, but mounting failed")).toBeVisible();
    await expect(frame.getByText("failed to create mountpoint")).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("create-unmounted");
});

test("a pool that is there although nobody knows what became of the command is said to be there", async ({
    replay,
}) => {
    const frame = await createWith(replay, interrupted);
    await expect(frame.getByText("There is a pool tank now")).toBeVisible();
    await expect(frame.getByText("The disks cannot be used as they were chosen")).toBeHidden();
    await expectAccessible(frame);
    await replay.screenshot("create-left-behind");
    await frame.getByRole("link", { name: "Go to tank" }).click();
    await expect(frame.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
});

test("what ZFS refuses stands at the step where it can be mended", async ({ replay }) => {
    const command = createPool(tank, pair, false);
    const dryRun = { [shellQuote(command.dryRun)]: layoutOf("\ttank\n") };
    const busy = "cannot create 'tank': one or more vdevs refer to the same device\n";
    const { answers, installed } = host({ ...dryRun, [executeLine(command)]: failed(busy) });
    const frame = await replay.open({ answers, installed }, "/create");
    await chooseDisks(frame, ["sda", "sdb"]);
    await nameIt(frame, "tank");
    const create = frame.getByRole("button", { name: "Create tank on 2 disks" });
    await create.click();
    await expect(frame.getByText("tank was not created")).toBeVisible();
    await replay.screenshot("create-failed");
    await frame.getByRole("button", { name: /Disks$/ }).click();
    await expect(frame.getByText("refer to the same device")).toBeVisible();
    await frame.getByRole("button", { name: /Review$/ }).click();
    const gone = { what: "disk", path: "/dev/disk/by-id/x", field: "missing", expected: "1", found: null };
    await replay.scenario.answer({
        ...answers,
        [executeLine(command)]: refused("changed", { changes: [gone] }),
        ...disksAnswer(allDisks.filter(({ name }) => name !== "sda")),
    });
    await create.click();
    await expect(frame.getByText("The disk /dev/disk/by-id/x is not there any more.")).toBeVisible();
    await frame.getByRole("button", { name: /Disks$/ }).click();
    await expect(frame.getByText("It was chosen, and is not there any more.")).toBeVisible();
    await expect(next(frame)).toBeDisabled();
    await replay.screenshot("create-gone");
});

test("what a failed creation left on the disks is said, with the step where that can be ticked", async ({
    replay,
}) => {
    const command = createPool(tank, pair, false);
    const late = "cannot create 'tank': no such device in pool\n";
    const { answers, installed } = host({
        [shellQuote(command.dryRun)]: layoutOf("\ttank\n"),
        [executeLine(command)]: running,
    });
    const frame = await replay.open({ answers, installed }, "/create");
    await chooseDisks(frame, ["sda", "sdb"]);
    await nameIt(frame, "tank");
    await expect(frame.getByText("would create 'tank'")).toBeVisible();
    const create = frame.getByRole("button", { name: "Create tank on 2 disks" });
    await create.click();
    await expect.poll(() => replay.scenario.executed()).toHaveLength(1);
    const left = { content: { type: "zfs_member", label: "tank" } };
    await replay.scenario.answer({
        ...answers,
        [executeLine(command)]: failed(late),
        ...disksAnswer(allDisks.map((disk) => (disk.name === "sda" ? { ...disk, ...left } : disk))),
    });
    await expect(frame.getByText("The disks cannot be used as they were chosen")).toBeVisible();
    await expect(frame.getByText(late.trim())).toBeVisible();
    await expect(create).toBeDisabled();
    await expectAccessible(frame);
    await replay.screenshot("create-disks-changed");
    await frame.getByRole("button", { name: /Disks$/ }).click();
    await frame.getByLabel(/^Overwrite/).check();
    await frame.getByRole("button", { name: /Review$/ }).click();
    await expect(create).toBeVisible();
});

/** zpool refuses, for reasons that can be overridden. */
const refusal = (...reasons: string[]) => ({
    stderr: `invalid vdev specification\nuse '-f' to override the following errors:\n${reasons.join("\n")}\n`,
    exit: 1,
});

test("force is offered for what was ticked and for nothing else", async ({ replay }) => {
    const pool = vdevs("data", ["sda", "sdx"], { kind: "mirror", width: 2 });
    const [plain, forced] = [createPool(tank, pool, false), createPool(tank, pool, true)];
    const path = used.byId[0] ?? "";
    const ext4 = `${path} contains a filesystem of type 'ext4'`;
    const { answers, installed } = host({
        [shellQuote(plain.dryRun)]: refusal(ext4, `${hard[0]?.byId[0]}-part1 is part of exported pool 'old'`),
        [shellQuote(forced.dryRun)]: layoutOf("\ttank\n"),
    });
    const frame = await replay.open({ answers, installed }, "/create");
    await tick(frame, "sda");
    await tick(frame, "sdx");
    await expect(next(frame)).toBeDisabled();
    await frame.getByLabel(/^Overwrite what is on .*ext4 “photos”/).check();
    await next(frame).click();
    await nameIt(frame, "tank");
    await expect(frame.getByText("ZFS refuses this")).toBeVisible();
    await expect(frame.getByLabel("Do it all the same (-f)")).toBeHidden();
    await replay.scenario.answer({ ...answers, [shellQuote(plain.dryRun)]: refusal(ext4) });
    await frame.getByRole("button", { name: "Back" }).click();
    await next(frame).click();
    await frame.getByLabel("Do it all the same (-f)").check();
    await expect(frame.getByText("would create 'tank'")).toBeVisible();
    await expect(frame.getByText(shellQuote(forced.argv))).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("create-force");
});

test("a pool that another host may be using is overwritten after a tick of its own", async ({ replay }) => {
    const foreign = spareDisk("sdw", { content: { type: "zfs_member", label: "bay" } });
    const [disk] = parseDisks(JSON.stringify({ disks: [foreign] }));
    const pool = arrange(disk ? [disk] : [], "data", { kind: "stripe", width: 1 }).vdevs;
    const [plain, forced] = [createPool(tank, pool, false), createPool(tank, pool, true)];
    const path = foreign.byId[0] ?? "";
    const { answers, installed } = host({
        ...disksAnswer([...allDisks, foreign]),
        [shellQuote(plain.dryRun)]: refusal(`${path} is part of potentially active pool 'bay'`),
        [shellQuote(forced.dryRun)]: layoutOf("\ttank\n"),
    });
    const frame = await replay.open({ answers, installed }, "/create");
    await tick(frame, "sdw");
    await frame.getByLabel(/^Overwrite what is on .*part of the pool “bay”/).check();
    await next(frame).click();
    await nameIt(frame, "tank");
    const agreement = frame.getByLabel(
        "Overwrite also what another host may be using: part of the pool “bay”",
    );
    const force = frame.getByLabel("Do it all the same (-f)");
    await expect(agreement).toBeVisible();
    await expect(force).toBeHidden();
    await expect(frame.getByRole("link", { name: /^Import tells which host/ })).toBeVisible();
    await agreement.check();
    await expect(force).not.toBeChecked();
    await expectAccessible(frame);
    await replay.screenshot("create-maybe-in-use");
    await force.check();
    await expect(frame.getByText(shellQuote(forced.argv))).toBeVisible();
    // it is gone until zpool has said no again
    await force.click();
    await replay.scenario.answer({
        ...answers,
        [shellQuote(plain.dryRun)]: refusal(`${path} is part of exported pool 'bay'`),
    });
    await frame.getByRole("button", { name: "Back" }).click();
    await next(frame).click();
    await expect(force).toBeVisible();
    await expect(agreement).toBeHidden();
});

test("blocks are of 4 KiB also on disks that say 512 bytes, who are doubted where they are believed", async ({
    replay,
}) => {
    const old = ["sdo", "sdp"].map((name) => spareDisk(name, { physicalBlock: 512 }));
    const pool = arrange(parseDisks(JSON.stringify({ disks: old })), "data", {
        kind: "mirror",
        width: 2,
    }).vdevs;
    const command = createPool(tank, pool, false);
    const chosen = createPool({ ...tank, ashift: undefined }, pool, false);
    const more = {
        ...disksAnswer([...allDisks, ...old]),
        [shellQuote(command.dryRun)]: layoutOf("\ttank\n"),
        [shellQuote(chosen.dryRun)]: layoutOf("\ttank\n"),
    };
    const frame = await replay.open(host(more), "/create");
    await chooseDisks(frame, ["sdo", "sdp"]);
    const doubt = "Disks say that their sectors are of 512 B";
    await nameIt(frame, "tank");
    await expect(picture(frame)).not.toContainText(doubt);
    await expect(frame.getByText("ashift=12", { exact: true })).toBeVisible();
    await frame.getByRole("button", { name: "Back" }).click();
    await expect(frame.getByLabel("Smallest block (ashift)")).toHaveValue("12");
    await frame.getByLabel("Smallest block (ashift)").selectOption("As the disks say");
    await expect(picture(frame)).toContainText(doubt);
    await next(frame).click();
    await expect(frame.getByText("As the disks say, which is 9 (512 B)")).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("create-512");
});

test("devices are added to a pool, which says what cannot be undone", async ({ replay }) => {
    const pool = recordedPool("s01-full");
    const id = { name: "tank", guid: pool.json.pool_guid };
    const [usual, command] = [addVdevs(id, raidz2, 12, false), addVdevs(id, raidz2, undefined, false)];
    const { answers, installed } = host(
        {
            "zpool get -Hp -o value ashift tank *": { stdout: "12\n" },
            [shellQuote(usual.dryRun)]: layoutOf("\ttank\n"),
            [shellQuote(command.dryRun)]: layoutOf("\ttank\n"),
            [executeLine(command)]: done,
        },
        [pool],
    );
    const frame = await replay.open({ answers, installed }, "/pools/tank");
    await frame.getByRole("link", { name: "Add devices…" }).click();
    await chooseDisks(frame, allHard);
    await frame.getByLabel("What for").selectOption("Spare");
    await expect(frame.getByRole("radio")).toHaveCount(0);
    await frame.getByLabel("What for").selectOption("Data");
    await expect(picture(frame)).toContainText("Redundancy is not the same everywhere");
    const ashift = frame.getByLabel("Smallest block (ashift)");
    await expect(ashift).toHaveValue("12");
    await expect(frame.getByText("The vdevs of this pool have 12.")).toBeVisible();
    await ashift.selectOption("13 (8 KiB)");
    await expect(picture(frame)).toContainText("ashift would be 13 (8 KiB); the pool has 12 (4 KiB)");
    await expectAccessible(frame);
    await replay.screenshot("add-ashift");
    await ashift.selectOption("12 (4 KiB)");
    await expect(picture(frame)).not.toContainText("ashift would be");
    await next(frame).click();
    await expect(frame.getByText(shellQuote(usual.argv))).toBeVisible();
    await frame.getByRole("button", { name: "Back" }).click();
    await ashift.selectOption("As the disks say");
    await next(frame).click();
    await expect(frame.getByText("This cannot be undone: ")).toBeVisible();
    await expect(frame.getByRole("button", { name: "Take a checkpoint first" })).toBeVisible();
    await expect(
        frame.getByText(/^Until the checkpoint is discarded, no device can be attached/),
    ).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("add-review");
    await frame.getByRole("button", { name: "Add 6 disks to tank" }).click();
    await expect(frame.getByText("Devices added to tank")).toBeVisible();
});

test("without rights the wizard says so", async ({ replay }) => {
    const frame = await replay.open({ ...host(), user: "nobody" }, "/create");
    await expect(frame.getByText("This needs administrative access.").first()).toBeVisible();
    await expectAccessible(frame);
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("the wizard fits, and works by keyboard", async ({ replay }) => {
            const command = createPool(tank, pair, false);
            const frame = await replay.open(
                host({ [shellQuote(command.dryRun)]: layoutOf("\ttank\n\t  mirror\n") }),
                "/create",
            );
            await frame.getByLabel(/WD-sda$/).press("Space");
            await frame.getByLabel(/WD-sdb$/).press("Space");
            await expectFitting(frame);
            await replay.screenshot("wizard-disks");
            await next(frame).press("Enter");
            await expect(frame.getByRole("radio", { name: "mirror" })).toBeChecked();
            await expectFitting(frame);
            await replay.screenshot("wizard-layout");
            await next(frame).press("Enter");
            await frame.getByLabel("Name").fill("tank");
            await expectFitting(frame);
            await replay.screenshot("wizard-options");
            await next(frame).press("Enter");
            await expect(frame.getByText("would create 'tank'")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("wizard-review");
        });

        test("the block size of what is added fits", async ({ replay }) => {
            const pool = recordedPool("s01-full");
            const more = { "zpool get -Hp -o value ashift tank *": { stdout: "13\n13\n" } };
            const frame = await replay.open(host(more, [pool]), "/pools/tank/add");
            await frame.getByLabel(/WD-sda$/).press("Space");
            await frame.getByLabel(/WD-sdb$/).press("Space");
            await next(frame).press("Enter");
            await frame.getByLabel("Smallest block (ashift)").selectOption("12 (4 KiB)");
            await frame.getByLabel("Smallest block (ashift)").scrollIntoViewIfNeeded();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("add-ashift-fits");
        });
    });
}
