// What is done with datasets: what a person is told before, what stands in the way, and what the helper is sent.

import type { Frame } from "@playwright/test";

import { HOLDS, VERSIONS } from "../../src/zfs/action-reads.ts";
import type { Command } from "../../src/zfs/commands/command.ts";
import {
    cloneSnapshot,
    createDataset,
    destroyDataset,
    promoteDataset,
    renameDataset,
} from "../../src/zfs/commands/dataset-life.ts";
import {
    mountDataset,
    rewriteDataset,
    unmountDataset,
    upgradeDataset,
} from "../../src/zfs/commands/dataset-use.ts";
import { emptyKey, encryptionSettings, keyLength } from "../../src/zfs/new-key.ts";
import { shellQuote } from "../../src/zfs/shell-quote.ts";
import { moduleFiles } from "../module-files.ts";

import { datasetEvent, saying } from "./answers.ts";
import { expectAccessible, expectFitting } from "./checks.ts";
import { belowLine, datasetAnswers, listOf } from "./datasets.ts";
import { expect, test } from "./fixtures.ts";
import type { Replay } from "./fixtures.ts";
import { done, executeLine, failed, fellShort, refused, running } from "./helper-answers.ts";
import {
    batchAnswersOf,
    copyAnswers,
    copyTarget,
    homeAnswers,
    homeHost,
    homeTarget,
    inherited,
    lone,
    nothing,
    of,
    rows,
    snapshots,
    used,
} from "./home-host.ts";
import { layouts } from "./layouts.ts";
import type { Layout } from "./layouts.ts";
import { moduleAnswers, withModule } from "./module-answers.ts";

const item = (frame: Frame, name: string) => frame.getByRole("menuitem", { name: new RegExp(`^${name}`) });

async function choose(frame: Frame, dataset: string, name: string): Promise<void> {
    await frame.getByRole("button", { name: `Actions for ${dataset}`, exact: true }).click();
    await item(frame, name).click();
}

/** What the helper was told that the person saw, when it was last called. */
async function lastExpect(replay: Replay): Promise<Command["expect"]> {
    return JSON.parse((await replay.scenario.executed()).at(-1)?.input ?? "") as Command["expect"];
}

test("the menu says why something is not possible", async ({ replay }) => {
    const frame = await replay.open(homeHost(), "/datasets/tank");
    await frame.getByRole("button", { name: "Actions for tank", exact: true }).click();
    for (const [name, reason] of [
        ["Destroy", "It is the pool's root dataset"],
        ["Rename or move", "The pool's root dataset has the pool's name"],
        ["Promote", "It is not a clone"],
        ["Share", "Its properties sharenfs and sharesmb are off"],
    ] as const)
        await expect(item(frame, name)).toContainText(reason);
    await expect(item(frame, "Mount")).toBeHidden();
    await expectAccessible(frame);
    await replay.screenshot("dataset-menu");
});

test("a filesystem is mounted at once, and ZFS's refusal stands on the page", async ({ replay }) => {
    const line = executeLine(mountDataset(of("tank/films")));
    const refusal = failed("cannot mount '/tank/films': directory is not empty\n");
    const frame = await replay.open(homeHost({ [line]: refusal }), "/datasets/tank/films");
    await choose(frame, "tank/films", "Mount");
    await expect(frame.getByText("tank/films was not mounted")).toBeVisible();
    await expect(frame.getByText("directory is not empty")).toBeVisible();
});

test("destroying lists what is lost, wants the name typed, and expects what was listed", async ({
    replay,
}) => {
    const command = destroyDataset(homeTarget);
    const { answers } = homeHost({ ...homeAnswers(), [executeLine(command)]: done }, lone);
    const frame = await replay.open({ answers }, "/datasets/tank/home");
    await choose(frame, "tank/home", "Destroy");
    const dialog = frame.getByRole("dialog", { name: "Destroy tank/home and everything in it?" });
    for (const text of [
        "2 filesystems",
        "1 volume: tank/home/disk",
        "3 snapshots",
        "What is mounted at /tank/home, /tank/home/anna",
        "Set to be shared by NFS: tank/home",
        "Frees up to 4 GiB",
    ])
        await expect(dialog.getByText(text)).toBeVisible();
    await dialog.getByRole("button", { name: "Show all" }).click();
    await expect(dialog).toContainText("tank/home/anna@a");
    const action = dialog.getByRole("button", { name: "Destroy 3 datasets" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank/home to confirm").fill("tank/home");
    await expectAccessible(frame);
    await replay.screenshot("dataset-destroy");
    await action.click();
    await expect(frame.getByText("tank/home destroyed")).toBeVisible();
    expect(await lastExpect(replay)).toEqual(command.expect);
});

test("another dataset that gets the name meanwhile is not destroyed", async ({ replay }) => {
    const frame = await replay.open(homeHost(homeAnswers(), lone), "/datasets/tank/home");
    await choose(frame, "tank/home", "Destroy");
    const dialog = frame.getByRole("dialog");
    await dialog.getByLabel("Type tank/home to confirm").fill("tank/home");
    await expect(dialog.getByRole("button", { name: "Destroy 3 datasets" })).toBeEnabled();
    const anew = lone.map((row) => (row.name === "tank/home" ? { ...row, guid: "4711" } : row));
    const { answers } = homeHost(
        { ...homeAnswers(), [belowLine("tank/home")]: { stdout: listOf(anew.slice(1, 4)) } },
        anew,
    );
    await replay.scenario.answer(saying(answers, datasetEvent("tank/home")));
    await expect(dialog).toContainText("“tank/home” was destroyed and made anew, or renamed");
    await expect(dialog.getByRole("list", { name: "What is lost" })).toBeHidden();
    await expect(dialog.getByRole("button", { name: "Destroy tank/home" })).toBeDisabled();
    await expectAccessible(frame);
    await replay.screenshot("dataset-destroy-another");
});

test("what is held or in use is not destroyed", async ({ replay }) => {
    const stops = {
        ...homeAnswers({ held: "tank/home@b\t99\t1\n", uses: used }),
        [shellQuote([...HOLDS, "tank/home@b"])]: { stdout: "tank/home@b\tbackup\tSun Nov 22 11:18 2026\n" },
    };
    const { answers } = homeHost(stops, lone);
    const frame = await replay.open({ answers }, "/datasets/tank/home");
    await choose(frame, "tank/home", "Destroy");
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("1 snapshot is held: release it first");
    await expect(dialog).toContainText("tank/home@b is held by “backup”");
    await expect(dialog).toContainText("The volume tank/home/disk is in use: swap");
    await expect(dialog).toContainText("rsync (process 4711) holds /tank/home/anna/films");
    await expect(dialog.getByLabel("Type tank/home to confirm")).toBeHidden();
    await expect(dialog.getByRole("button", { name: "Destroy 3 datasets" })).toBeDisabled();
    await expectAccessible(frame);
    await replay.screenshot("dataset-destroy-stops");
    await replay.scenario.answer({ ...answers, ...homeAnswers() });
    await dialog.getByRole("button", { name: "Look again" }).first().click();
    await dialog.getByLabel("Type tank/home to confirm").fill("tank/home");
    await expect(dialog.getByRole("button", { name: "Destroy 3 datasets" })).toBeEnabled();
});

test("a clone elsewhere is promoted first, with a picture of what changes hands", async ({ replay }) => {
    const moving = [
        { name: "tank/home@a", guid: "100" },
        { name: "tank/home@b", guid: "101" },
    ];
    const command = promoteDataset(of("tank/copy"), "tank/home@b", moving);
    const { answers } = homeHost({ ...homeAnswers(), ...copyAnswers, [executeLine(command)]: done });
    const frame = await replay.open({ answers }, "/datasets/tank/home");
    await choose(frame, "tank/home", "Destroy");
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("1 clone elsewhere is made of its snapshots");
    await expect(dialog.getByRole("button", { name: "Destroy tank/home" })).toBeDisabled();
    await replay.screenshot("dataset-destroy-clones");
    await dialog.getByRole("button", { name: "Promote tank/copy…" }).click();
    const promote = frame.getByRole("dialog", { name: "Promote tank/copy?" });
    for (const text of ["2 snapshots move", "From tank/home to tank/copy: a, b", "2 GiB", "of tank/copy@b"])
        await expect(promote).toContainText(text);
    await expectAccessible(frame);
    await replay.screenshot("dataset-promote");
    await replay.scenario.answer({ ...answers, ...datasetAnswers(lone) });
    await promote.getByRole("button", { name: "Promote" }).click();
    await expect(
        frame.getByRole("dialog", { name: "Destroy tank/home and everything in it?" }),
    ).toContainText("3 snapshots");
    expect(await lastExpect(replay)).toEqual(command.expect);
});

test("a clone elsewhere is destroyed first, and the question comes back", async ({ replay }) => {
    const command = destroyDataset(copyTarget);
    const { answers } = homeHost({
        ...homeAnswers(),
        ...batchAnswersOf([copyTarget]),
        [executeLine(command)]: running,
    });
    const frame = await replay.open({ answers }, "/datasets/tank/home");
    await choose(frame, "tank/home", "Destroy");
    await frame.getByRole("dialog").getByRole("button", { name: "Destroy tank/copy…" }).click();
    const first = frame.getByRole("dialog", { name: "Destroy tank/copy and everything in it?" });
    await expect(first).toContainText("1 filesystem");
    await first.getByLabel("Type tank/copy to confirm").fill("tank/copy");
    await first.getByRole("button", { name: "Destroy tank/copy" }).click();
    await expect.poll(() => replay.scenario.executed()).toHaveLength(1);
    await replay.scenario.answer({ ...answers, ...datasetAnswers(lone), [executeLine(command)]: done });
    await expect(
        frame.getByRole("dialog", { name: "Destroy tank/home and everything in it?" }),
    ).toContainText("3 snapshots");
    expect(await lastExpect(replay)).toEqual(command.expect);
});

test("snapshots of one name keep a clone from being promoted", async ({ replay }) => {
    const clash = { ...copyAnswers, ...snapshots("tank/copy", ["a"], 50) };
    const frame = await replay.open(homeHost(clash), "/datasets/tank/copy");
    await choose(frame, "tank/copy", "Promote");
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("tank/copy has snapshots of the same names: a.");
    await expect(dialog.getByRole("button", { name: "Promote" })).toBeDisabled();
});

test("a filesystem is created with what was set, and shows what it inherits", async ({ replay }) => {
    const command = createDataset(of("tank/home"), {
        name: "tank/home/new",
        settings: [
            ["compression", "zstd"],
            ["quota", "10737418240"],
        ],
        ...{ isSparse: false, withParents: false, hasSecret: false },
    });
    const said = "create\ttank/home/new\nproperty\tcompression\tzstd\n";
    const levels = ["type:index", "values:on | off | zstd | zstd-[1-19]"]
        .map((line) => `/sys/module/zfs/properties.dataset/compression/${line}\n`)
        .join("");
    const { answers } = homeHost({
        ...{ ...inherited, ...moduleAnswers(moduleFiles + levels), "find *": { stdout: "/tank/home/new\0" } },
        "zfs create -nvP *": { stdout: said },
        [executeLine(command)]: done,
    });
    const frame = await replay.open({ answers, installed: withModule }, "/datasets/tank/home");
    await frame.getByRole("button", { name: "Create dataset…" }).click();
    const dialog = frame.getByRole("dialog", { name: "Create a filesystem" });
    const name = dialog.getByLabel("Name");
    await expect(name).toBeFocused();
    for (const [text, problem] of [
        ["ünï", "ZFS takes no “ü” in a name"],
        ["anna", "There is a dataset of this name"],
        ["x".repeat(247), "Too long: ZFS takes 255 bytes"],
        ["x/".repeat(48) + "x", "Too deep: ZFS takes 49 levels"],
        ["a/b", "There is no tank/home/a yet"],
        ["disk/x", "A volume holds no datasets"],
    ] as const) {
        await name.fill(text);
        await expect(dialog).toContainText(problem);
        await expect(dialog.getByRole("button", { name: /^Create / })).toBeDisabled();
    }
    await name.fill("new");
    await expect(dialog.getByLabel("compression")).toContainText("inherit: lz4 from tank");
    await expect(dialog.getByLabel("recordsize")).toHaveAttribute("placeholder", "default: 128 KiB");
    await expect(dialog.getByLabel("mountpoint")).toHaveAttribute("placeholder", "inherit: /tank/home/new");
    await expect(dialog).toContainText("The folder /tank/home/new is not empty.");
    await expect(dialog.getByLabel("compression").getByRole("option", { name: "zstd-19" })).toBeAttached();
    await dialog.getByLabel("mountpoint").fill("srv");
    await expect(dialog).toContainText("It has to begin with a slash, or be none or legacy");
    await dialog.getByLabel("mountpoint").fill("");
    await dialog.getByLabel("compression").selectOption("zstd");
    await dialog.getByLabel("quota", { exact: true }).fill("10G");
    await dialog.getByRole("button", { name: "What ZFS says that it would create" }).click();
    await expect(dialog).toContainText("property\tcompression\tzstd");
    await dialog.getByRole("button", { name: "Command" }).click();
    await expectAccessible(frame);
    await replay.screenshot("dataset-create");
    await dialog.getByRole("button", { name: "Create tank/home/new" }).click();
    await expect(frame.getByText("tank/home/new created")).toBeVisible();
    expect(await lastExpect(replay)).toEqual(command.expect);
});

test("what was created and could not be mounted was created, which is said with ZFS's words", async ({
    replay,
}) => {
    const command = createDataset(of("tank/home"), {
        ...{ name: "tank/home/new", settings: [], isSparse: false, withParents: false, hasSecret: false },
    });
    const words =
        "cannot mount '/tank/home/new': failed to create mountpoint: Read-only file system\n" +
        "filesystem successfully created, but not mounted\n";
    const frame = await replay.open(
        homeHost({
            ...inherited,
            "zfs create -nvP *": { stdout: "create\n" },
            [executeLine(command)]: fellShort(words),
        }),
        "/datasets/tank/home",
    );
    await frame.getByRole("button", { name: "Create dataset…" }).click();
    const dialog = frame.getByRole("dialog");
    await dialog.getByLabel("Name").fill("new");
    await dialog.getByRole("button", { name: "Create tank/home/new" }).click();
    await expect(dialog).toBeHidden();
    await expect(frame.getByText("tank/home/new created, but mounting failed")).toBeVisible();
    await expect(frame.getByText("failed to create mountpoint: Read-only file system")).toBeVisible();
    await expectAccessible(frame);
    await replay.screenshot("dataset-created-unmounted");
});

test("a key made here is typed back in part before it is given to a new filesystem", async ({ replay }) => {
    const command = createDataset(of("tank/home"), {
        ...{ name: "tank/home/new", settings: encryptionSettings({ ...emptyKey, source: "generated" }) },
        ...{ isSparse: false, withParents: false, hasSecret: true },
    });
    const line = executeLine(command, { secret: new Uint8Array(2 * keyLength) });
    const frame = await replay.open(
        homeHost({ ...inherited, "zfs create -nvP *": { stdout: "create\n" }, [line]: done }),
        "/datasets/tank/home",
    );
    await frame.getByRole("button", { name: "Create dataset…" }).click();
    const dialog = frame.getByRole("dialog");
    const create = dialog.getByRole("button", { name: "Create tank/home/new" });
    await dialog.getByLabel("Name").fill("new");
    await expect(create).toBeEnabled();
    await dialog.getByLabel("Encrypt it").check();
    await dialog.getByLabel("Key", { exact: true }).selectOption("generated");
    const groups = await dialog.locator("code.zfs-key span").allTextContents();
    expect(groups.join("")).toMatch(/^[0-9a-f]{64}$/);
    await expect(create).toBeDisabled();
    await dialog.getByRole("button", { name: "I wrote it down" }).click();
    const back = dialog.getByLabel(/^Group \d of the 8 groups of the key$/);
    await expect(create).toBeDisabled();
    await back.fill("-".repeat(8));
    await expect(dialog).toContainText("This is not that group of the key");
    await expect(create).toBeDisabled();
    const label = (await dialog.getByText(/^Group \d of the 8/).textContent()) ?? "";
    await back.fill(groups[Number(/\d/.exec(label)?.[0]) - 1] ?? "");
    await create.click();
    await expect(frame.getByText("tank/home/new created")).toBeVisible();
    const [ran] = await replay.scenario.executed();
    expect(ran?.input).toBe(JSON.stringify(command.expect) + groups.join(""));
    expect(ran?.line).not.toContain(groups[0]);
});

test("parents are created on wish, and ZFS's refusal stands at its field", async ({ replay }) => {
    const command = createDataset(of("tank/home"), {
        name: "tank/home/a/b",
        settings: [["recordsize", "16777216"]],
        ...{ isSparse: false, withParents: true, hasSecret: false },
    });
    const refusal = failed(
        "cannot create 'tank/home/a/b': 'recordsize' must be power of 2 from 512B to 1M\n",
    );
    const frame = await replay.open(
        homeHost({
            ...inherited,
            "zfs create -nvP *": { stdout: "create\n" },
            [executeLine(command)]: refusal,
        }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Create dataset");
    const dialog = frame.getByRole("dialog");
    await dialog.getByLabel("Name").fill("a/b");
    await dialog.getByLabel("Create what is missing above it").check();
    await dialog.getByLabel("recordsize").fill("16M");
    await dialog.getByRole("button", { name: "Create tank/home/a/b" }).click();
    await expect(dialog.getByLabel("recordsize")).toHaveAttribute("aria-invalid", "true");
    await expect(dialog).toContainText("'recordsize' must be power of 2 from 512B to 1M");
    await expect(dialog.getByLabel("Name")).toHaveValue("a/b");
    await dialog.getByLabel("recordsize").fill("1M");
    await expect(dialog).not.toContainText("must be power of 2");
});

test("a volume on raidz is warned of small blocks, and is a multiple of them", async ({ replay }) => {
    const command = createDataset(of("tank/home"), {
        name: "tank/home/vm",
        settings: [["volblocksize", "8192"]],
        size: 1n << 30n,
        ...{ isSparse: true, withParents: false, hasSecret: false },
    });
    const frame = await replay.open(
        homeHost({ ...inherited, "zfs create -nvP *": { stdout: "create\n" }, [executeLine(command)]: done }),
        "/datasets/tank/home",
    );
    await frame.getByRole("button", { name: "Create dataset…" }).click();
    const dialog = frame.getByRole("dialog");
    await dialog.getByLabel("Volume").check();
    await dialog.getByLabel("Name").fill("vm");
    await dialog.getByLabel("volblocksize").fill("8K");
    await expect(dialog).toContainText("On raidz2-0 of 10 disks, blocks of 8 KiB take about");
    await dialog.getByLabel("Size", { exact: true }).fill("1000000");
    await expect(dialog).toContainText("It has to be a multiple of 8 KiB: the next one is 1007616 bytes");
    await dialog.getByLabel("Size", { exact: true }).fill("200T");
    await expect(dialog).toContainText("Only 100 GiB are free there");
    await dialog.getByLabel("Size", { exact: true }).fill("1G");
    await dialog.getByLabel("Do not reserve its space").check();
    await expectAccessible(frame);
    await replay.screenshot("volume-create");
    await dialog.getByRole("button", { name: "Create tank/home/vm" }).click();
    await expect(frame.getByText("tank/home/vm created")).toBeVisible();
});

test("a dataset is renamed within its pool, where all in it has room", async ({ replay }) => {
    const command = renameDataset(of("tank/home"), "tank/people");
    const frame = await replay.open(
        homeHost({
            "zfsadmin uses tank/home": nothing,
            [executeLine(command)]: failed("pool or dataset is busy\n"),
        }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Rename or move");
    const dialog = frame.getByRole("dialog", { name: "Rename or move tank/home" });
    const name = dialog.getByLabel("New name, in full");
    for (const [text, problem] of [
        ["other/home", "It stays in its pool"],
        ["tank/home/x", "It cannot lie in itself"],
        ["tank/films", "There is a dataset of this name"],
        [`tank/${"x".repeat(248)}`, "tank/home/anna, which lies in it, would have too long a name"],
    ] as const) {
        await name.fill(text);
        await expect(dialog).toContainText(problem);
    }
    await name.fill("tank/people");
    await expect(dialog).toContainText("With it, 2 datasets in it get other names.");
    await expectAccessible(frame);
    await replay.screenshot("dataset-rename");
    await dialog.getByRole("button", { name: "Rename" }).click();
    await expect(dialog).toContainText("tank/home was not renamed");
    await expect(dialog).toContainText("pool or dataset is busy");
});

test("a dialog goes with what happens to its dataset meanwhile", async ({ replay }) => {
    const frame = await replay.open(homeHost({ "zfsadmin uses *": nothing }), "/datasets/tank/films");
    await choose(frame, "tank/films", "Rename or move");
    const dialog = frame.getByRole("dialog", { name: "Rename or move tank/films" });
    await dialog.getByLabel("New name, in full").fill("tank/movies");
    const stays = dialog.getByLabel("Leave it mounted where it is (-u)");
    await expect(stays).toBeHidden();
    const mounted = rows.map((row) => (row.name === "tank/films" ? { ...row, mounted: "yes" } : row));
    const { answers } = homeHost({ "zfsadmin uses *": nothing }, mounted);
    await replay.scenario.answer(saying(answers, datasetEvent("tank/films")));
    await expect(stays).toBeVisible();
    await expect(dialog.getByLabel("New name, in full")).toHaveValue("tank/movies");
});

test("a dataset that is gone meanwhile is not touched, which is said", async ({ replay }) => {
    const gone = refused("changed", {
        changes: [{ what: "dataset", name: "tank/home", expected: of("tank/home").guid, found: null }],
    });
    const frame = await replay.open(
        homeHost({
            "zfsadmin uses tank/home": nothing,
            [executeLine(renameDataset(of("tank/home"), "tank/people"))]: gone,
        }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Rename or move");
    const dialog = frame.getByRole("dialog");
    await dialog.getByLabel("New name, in full").fill("tank/people");
    await dialog.getByLabel("New name, in full").press("Enter");
    await expect(dialog).toContainText("tank/home was not renamed");
    await expect(dialog).toContainText("It changed since you looked:");
    await expect(dialog).toContainText("“tank/home” is not there any more.");
    await expectAccessible(frame);
    await replay.screenshot("dataset-gone");
});

test("a snapshot is cloned", async ({ replay }) => {
    const command = cloneSnapshot({ name: "tank/home@b", guid: "101" }, { name: "tank/try" });
    const frame = await replay.open(
        homeHost({ ...copyAnswers, [executeLine(command)]: done }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Clone a snapshot");
    const dialog = frame.getByRole("dialog");
    await expect(dialog.getByLabel("Snapshot")).toHaveValue("tank/home@c");
    await dialog.getByLabel("Snapshot").selectOption("b");
    await dialog.getByLabel("Name of the clone, in full").fill("tank/try");
    await expectAccessible(frame);
    await replay.screenshot("dataset-clone");
    await dialog.getByRole("button", { name: "Clone", exact: true }).click();
    await expect(frame.getByText("tank/home@b cloned as tank/try")).toBeVisible();
});

test("unmounting names who holds it", async ({ replay }) => {
    const line = executeLine(unmountDataset(of("tank/home")));
    const busy = failed("cannot unmount '/tank/home': pool or dataset is busy\n");
    const frame = await replay.open(
        homeHost({ "zfsadmin uses tank/home": used, [line]: busy }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Unmount");
    const dialog = frame.getByRole("dialog", { name: "Unmount tank/home?" });
    await expect(dialog).toContainText("1 filesystem in it is unmounted, too: tank/home/anna");
    await expect(dialog).toContainText("rsync (process 4711) holds /tank/home/anna/films");
    await expect(dialog).not.toContainText("The volume tank/home/disk is in use");
    await dialog.getByRole("button", { name: "Unmount" }).click();
    await expect(dialog).toContainText("pool or dataset is busy");
    await expectAccessible(frame);
    await replay.screenshot("dataset-unmount");
});

test("unmounting names the place where it is mounted, whatever its property says by now", async ({
    replay,
}) => {
    const mounts = "tank/home /srv/people zfs rw 0 0\n";
    const host = { ...homeHost({ "zfsadmin uses tank/home": nothing }), mounts };
    const frame = await replay.open(host, "/datasets/tank/home");
    await choose(frame, "tank/home", "Unmount");
    await expect(frame.getByRole("dialog")).toContainText("What is at /srv/people is not there any more");
});

test("an old version is upgraded once the name was typed", async ({ replay }) => {
    const frame = await replay.open(
        homeHost({
            [executeLine(upgradeDataset(of("tank/home"), false))]: done,
            [shellQuote([...VERSIONS, "tank/home"])]: { stdout: "4\n5\n" },
        }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Upgrade its version");
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("It is of version 4; the newest is 5.");
    const action = dialog.getByRole("button", { name: "Upgrade" });
    await expect(action).toBeDisabled();
    await dialog.getByLabel("Type tank/home to confirm").fill("tank/home");
    await expectAccessible(frame);
    await action.click();
    await expect(dialog).toBeHidden();
});

test("rewriting warns of what snapshots hold; there is nothing to upgrade", async ({ replay }) => {
    const options = { place: "/tank/home", crosses: false, isPhysical: false };
    const frame = await replay.open(
        homeHost({
            [executeLine(rewriteDataset(of("tank/home"), options))]: done,
            [shellQuote([...VERSIONS, "tank/home"])]: { stdout: "5\n5\n" },
        }),
        "/datasets/tank/home",
    );
    await choose(frame, "tank/home", "Upgrade its version");
    const dialog = frame.getByRole("dialog");
    await expect(dialog).toContainText("It is of version 5, the newest: there is nothing to do.");
    await dialog.getByRole("button", { name: "Cancel" }).click();
    await choose(frame, "tank/home", "Rewrite");
    await expect(dialog).toContainText("Up to 2 GiB more are taken");
    await expectAccessible(frame);
    await replay.screenshot("dataset-rewrite");
    await dialog.getByRole("button", { name: "Rewrite" }).click();
    await expect(frame.getByText("tank/home rewritten")).toBeVisible();
});

for (const layout of Object.keys(layouts) as Layout[]) {
    test.describe(layout, () => {
        test.use({ layout });

        test("dialogs fit", async ({ replay }) => {
            const { answers } = homeHost({ ...homeAnswers({ uses: used }), ...inherited }, lone);
            const frame = await replay.open({ answers }, "/datasets/tank/home");
            await choose(frame, "tank/home", "Destroy");
            const dialog = frame.getByRole("dialog");
            await expect(dialog.getByText("rsync")).toBeVisible();
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("dataset-destroy-fits");
            await dialog.getByRole("button", { name: "Cancel" }).click();
            await choose(frame, "tank/home", "Create dataset");
            await dialog.getByRole("button", { name: "More properties" }).click();
            await expect(dialog.getByLabel("atime")).toContainText("inherit: off from tank/home");
            await expectFitting(frame);
            await expectAccessible(frame);
            await replay.screenshot("dataset-create-fits");
        });
    });
}
