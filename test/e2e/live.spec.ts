// A change that is made in a terminal is on the page by itself, and how long that takes; and a pool in trouble is said
// to be so, while the healthy one beside it stays live.
import type { Locator } from "@playwright/test";

import type { Machine } from "../vm/machine.ts";

import { lastDone } from "./audit.ts";
import { nameOf } from "./devices.ts";
import { filePool } from "./file-pool.ts";
import { disks, expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const [first = "", second = ""] = disks;
const hotDisk = "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT1";

const unwritten = "Nothing has been written to this pool since";

/** ZFS suspends such a pool, or (often before 2.2) tries the same write for ever and calls the pool ONLINE. */
const standstill = new RegExp(`The pool is suspended|${unwritten}`);

const scrubbed = /Scrub(:| finished)/;

const healthOf = async (machine: Machine, pool: string): Promise<string> =>
    (await machine.execute(["zpool", "list", "-Ho", "health", pool])).stdout.trim();

const card = (session: Session, pool: string): Locator => new Pages(session).poolCard(pool);

/** Where nothing is told of the datasets of a pool that stands still, the page has them as they were. */
async function expectKept(machine: Machine, admin: Session, pool: string): Promise<void> {
    const pages = new Pages(admin);
    await admin.goTo("/datasets");
    const { stdout } = await machine.execute("timeout 20 zfs list -Ho name || true");
    const listed = stdout.split("\n");
    if (listed.includes("safe") && !listed.includes(pool))
        await expect(
            admin.zfs.getByText(
                new RegExp(`${pool} is suspended: its datasets|The datasets of ${pool} cannot be read`),
            ),
        ).toBeVisible();
    await expect(pages.datasetRow(pool)).toBeVisible();
    await expect(pages.datasetRow("safe")).toBeVisible();
    await pages.openOverview();
}

/** Has the page clear the errors of a pool whose disk is back, after which all goes on. */
async function clearOnPage(machine: Machine, admin: Session, pool: string): Promise<void> {
    const pages = new Pages(admin);
    await pages.openPool(pool);
    await admin.zfs.getByRole("button", { name: "Clear errors", exact: true }).click();
    await expect(admin.zfs.getByText(`Errors of ${pool} cleared`)).toBeVisible();
    expect(await lastDone(machine)).toBe(`zpool clear ${pool}`);
    await pages.openOverview();
    await expect(card(admin, pool)).not.toContainText(standstill);
    await expect(card(admin, pool)).toContainText("Online");
    expect(await healthOf(machine, pool)).toBe("ONLINE");
}

/** Has the page know the datasets of both pools. */
async function seeDatasets(admin: Session, pool: string): Promise<void> {
    await admin.goTo("/datasets");
    for (const name of [pool, "safe"]) await expect(new Pages(admin).datasetRow(name)).toBeVisible();
    await new Pages(admin).openOverview();
}

/** A change in a terminal, and how long it took until the page showed it. */
interface Shown {
    readonly change: string;
    readonly command: string;
    readonly seconds: number;
}

const table: Shown[] = [];

/** Runs `command` in the guest, waits until the page shows it, and notes the seconds from its end to that. */
async function timed(
    machine: Machine,
    change: string,
    command: string,
    shown: () => Promise<void>,
): Promise<void> {
    await machine.execute(command);
    const ended = Date.now();
    await shown();
    table.push({ change, command, seconds: (Date.now() - ended) / 1000 });
}

test.afterAll(() => {
    const lines = table.map(({ change, command, seconds }) =>
        [change.padEnd(24), `${seconds.toFixed(1).padStart(5)} s`, ` ${command}`].join(" "),
    );
    console.log(["Change in a terminal   until the page shows it", ...lines].join("\n"));
});

/** The processes of streams that tell pages of changes; those of pages that were just left may be among them. */
const openStreams = async (machine: Machine): Promise<readonly string[]> =>
    (await machine.execute("pgrep -f '[z]fsadmin follow' || true")).stdout.split("\n").filter(Boolean);

/** Makes changes through which the page's stream has to stay open: meanwhile it polls nothing, see `Refresher`. */
async function streamed(machine: Machine, change: () => Promise<void>): Promise<void> {
    await expect.poll(() => openStreams(machine)).not.toEqual([]);
    const before = await openStreams(machine);
    await change();
    const after = await openStreams(machine);
    expect(
        before.filter((stream) => after.includes(stream)),
        "the stream stays open",
    ).not.toEqual([]);
}

test("changes in a terminal are on the page at once", async ({ machine, admin }) => {
    await admin.openZfs();
    await expect(admin.zfs.getByRole("heading", { name: "No pools" })).toBeVisible();
    const tank = card(admin, "tank");
    const shows = (text: string | RegExp) => () => expect(tank).toContainText(text);
    const see = (...of: readonly [change: string, command: string, shown: () => Promise<void>]) =>
        timed(machine, ...of);

    await streamed(machine, async () => {
        await see("pool created", `make-pool tank mirror ${first} ${second}`, shows("Online"));
        await see("device offline", `zpool offline tank ${second}`, shows("Degraded"));
        await see("device online", `zpool online tank ${second}`, shows("Online"));
        await machine.execute("dd if=/dev/urandom of=/tank/file bs=1M count=64 conv=fsync");
        await see("scrub", "zpool scrub tank", shows(scrubbed));
        await see("pool destroyed", "zpool destroy tank", () => expect(tank).toBeHidden());
    });
});

test("what is done to a pool in a terminal is on its page at once @all", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", first]);
    const pages = new Pages(admin);
    await pages.openPool("tank");
    const device = pages.deviceRow({ pool: "tank", name: nameOf(second) });
    const checkpoint = admin.zfs.getByText(/Checkpoint made/);
    const shown = () => expect(device).toBeVisible();
    const hidden = () => expect(device).toBeHidden();
    const see = (...of: readonly [change: string, command: string, shown: () => Promise<void>]) =>
        timed(machine, ...of);

    await expect(pages.deviceRow({ pool: "tank", name: nameOf(first) })).toBeVisible();
    await streamed(machine, async () => {
        await see("device attached", `zpool attach -f tank ${first} ${second}`, shown);
        await machine.execute("zpool wait -t resilver tank");
        await see("device detached", `zpool detach tank ${second}`, hidden);
        await machine.execute(`udevadm settle; wipefs --all --quiet --force ${second}; udevadm settle`);
        await see("device added", `zpool add -f tank cache ${second}`, shown);
        await see("device removed", `zpool remove tank ${second}`, hidden);
        await see("checkpoint made", "zpool checkpoint tank", () => expect(checkpoint.first()).toBeVisible());
        await see("checkpoint discarded", "zpool checkpoint -d tank", () =>
            expect(checkpoint).toHaveCount(0),
        );
        await see("pool exported", "zpool export tank", () =>
            expect(admin.zfs.getByText("There is no pool “tank”").first()).toBeVisible(),
        );
        await see("pool imported", "zpool import tank", () =>
            expect(pages.deviceRow({ pool: "tank", name: nameOf(first) })).toBeVisible(),
        );
        await admin.goTo("/pools/tank/properties");
        const comment = admin.zfs.getByRole("row", { name: /^comment / });
        await expect(comment).not.toContainText("by the door");
        await see("pool property", "zpool set comment='by the door' tank", () =>
            expect(comment).toContainText("by the door"),
        );
    });
});

test("what is done to datasets in a terminal is on the page at once @all", async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.write("/run/typed", "canary sings 4711 at dawn");
    const pages = new Pages(admin);
    await admin.goTo("/datasets");
    await expect(pages.datasetRow("tank")).toBeVisible();
    const data = pages.datasetRow("tank/data");
    const moved = pages.datasetRow("tank/moved");
    const vault = pages.datasetRow("tank/vault");
    const see = (...of: readonly [change: string, command: string, shown: () => Promise<void>]) =>
        timed(machine, ...of);

    await streamed(machine, async () => {
        await see("dataset created", "zfs create tank/data", () => expect(data).toBeVisible());
        await see("dataset unmounted", "zfs unmount tank/data", () =>
            expect(data).toContainText("Not mounted"),
        );
        await see("dataset mounted", "zfs mount tank/data", () =>
            expect(data).not.toContainText("Not mounted"),
        );
        await see("dataset property", "zfs set readonly=on tank/data", () =>
            expect(data).toContainText("Read-only"),
        );
        await see("property inherited", "zfs inherit readonly tank/data", () =>
            expect(data).not.toContainText("Read-only"),
        );
        await see("dataset renamed", "zfs rename tank/data tank/moved", () => expect(moved).toBeVisible());
        // no event tells of used space: the streamed statistics do after a while, for the sake of the host
        await timed(
            machine,
            "space used",
            "head -c 16M /dev/urandom >/tank/moved/file; zpool sync tank",
            () => expect(moved).toContainText(/16(\.\d)? MiB/),
        );
        await see(
            "encrypted, created",
            "zfs create -o encryption=on -o keyformat=passphrase tank/vault </run/typed",
            () => expect(vault).toBeVisible(),
        );
        await see("key unloaded", "zfs unmount tank/vault && zfs unload-key tank/vault", () =>
            expect(vault).toContainText("Locked"),
        );
        // a key that is loaded makes no event: it is asked every 30 seconds
        await timed(machine, "key loaded", "zfs load-key tank/vault </run/typed", () =>
            expect(vault).not.toContainText("Locked"),
        );
        await pages.openDataset("tank/moved", "snapshots");
        const snapshot = admin.zfs.locator("tr[data-row]").filter({ hasText: "before" });
        await expect(admin.zfs.getByRole("heading", { name: "moved", level: 1 })).toBeVisible();
        await see("snapshot taken", "zfs snapshot tank/moved@before", () => expect(snapshot).toBeVisible());
        await see("snapshot destroyed", "zfs destroy tank/moved@before", () => expect(snapshot).toBeHidden());
        await admin.goTo("/datasets");
        await expect(moved).toBeVisible();
        await see("dataset destroyed", "zfs destroy tank/moved", () => expect(moved).toBeHidden());
    });
});

test("a pool without its disk says that nothing goes on, and the one beside it stays live", async ({
    ownMachine: machine,
    ownAdmin: admin,
}) => {
    await machine.execute(`make-pool -o failmode=wait hot ${hotDisk} && make-pool safe ${first}`);
    await admin.openZfs();
    await expect(card(admin, "hot")).toContainText("Online");
    await seeDatasets(admin, "hot");
    await machine.unplugDisk("HOT1");
    await machine.execute("(dd if=/dev/zero of=/hot/file bs=1M count=8 conv=fsync &) >/dev/null 2>&1");
    await expect(card(admin, "hot")).toContainText(standstill);
    await expect(card(admin, "hot")).not.toContainText("No known problems");
    await expectKept(machine, admin, "hot");
    await timed(machine, "scrub beside it", "zpool scrub safe", () =>
        expect(card(admin, "safe")).toContainText(scrubbed),
    );
    if ((await healthOf(machine, "hot")) !== "SUSPENDED") return;
    await expect(card(admin, "hot")).toContainText("It has been suspended since");
    await machine.plugDisk("HOT1");
    await machine.execute("udevadm settle");
    await clearOnPage(machine, admin, "hot");
});

test("a pool that hangs behind “ONLINE” is found out, and the one beside it stays live", async ({
    ownMachine: machine,
    ownAdmin: admin,
}) => {
    const table = (features: string) => `0 $(blockdev --getsz ${second}) flakey ${second} 0 ${features}`;
    const load = (features: string) =>
        `dmsetup suspend --noflush flaky && dmsetup load flaky --table "${table(features)}" && dmsetup resume flaky`;
    await machine.execute(`modprobe dm-flakey && dmsetup create flaky --table "${table("1000 0")}"`);
    await machine.execute(`make-pool frail /dev/mapper/flaky && make-pool safe ${first}`);
    await admin.openZfs();
    await expect(card(admin, "frail")).toContainText("Online");
    await seeDatasets(admin, "frail");
    await machine.execute(load("0 1000 1 error_writes"));
    await machine.execute("(dd if=/dev/zero of=/frail/file bs=1M count=4 &) >/dev/null 2>&1");
    await expect(card(admin, "frail")).toContainText(standstill);
    await expect(card(admin, "frail")).not.toContainText("No known problems");
    await expectKept(machine, admin, "frail");
    await timed(machine, "scrub beside it", "zpool scrub safe", () =>
        expect(card(admin, "safe")).toContainText(scrubbed),
    );
    await machine.execute(load("1000 0"));
    await clearOnPage(machine, admin, "frail");
});

test("a pool whose disk gives no answer at all says so behind “ONLINE”, and goes on when it does @all", async ({
    ownMachine: machine,
    ownAdmin: admin,
}) => {
    await machine.execute(
        `dmsetup create mute --table "0 $(blockdev --getsz ${second}) linear ${second} 0" &&
        make-pool silent /dev/mapper/mute && make-pool safe ${first}`,
    );
    await admin.openZfs();
    await expect(card(admin, "silent")).toContainText("Online");
    await seeDatasets(admin, "silent");
    // only what hangs: the list of a pool that hung before its first transaction group since it was imported
    await machine.execute(
        "echo 2 >/sys/module/zfs/parameters/zfs_txg_history && zpool sync silent && dmsetup suspend --noflush mute",
    );
    await machine.execute("(dd if=/dev/zero of=/silent/file bs=1M count=4 &) >/dev/null 2>&1");
    // a disk may be slow for two minutes before that is said
    await expect(card(admin, "silent")).toContainText(unwritten, { timeout: 240_000 });
    await expect(card(admin, "silent")).not.toContainText("No known problems");
    const { stdout } = await machine.execute(
        "cat /proc/spl/kstat/zfs/silent/state /proc/spl/kstat/zfs/silent/txgs",
    );
    expect(stdout).toMatch(/^ONLINE\n/);
    expect(stdout).toMatch(/^\d+ +\d+ +O /m);
    expect(stdout).not.toMatch(/^\d+ +\d+ +C /m);
    await timed(machine, "scrub beside it", "zpool scrub safe", () =>
        expect(card(admin, "safe")).toContainText(scrubbed),
    );
    await machine.execute("dmsetup resume mute");
    await expect(card(admin, "silent")).not.toContainText(unwritten);
    await expect(card(admin, "silent")).toContainText("No known problems");
});
