// A change that is made in a terminal is on the page by itself, and how long that takes; and a pool in trouble is said
// to be so, while the healthy one beside it stays live.
import type { Locator } from "@playwright/test";

import type { Machine } from "../vm/machine.ts";

import { lastDone } from "./audit.ts";
import { nameOf } from "./devices.ts";
import { disks, expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const [first = "", second = ""] = disks;
const hotDisk = "/dev/disk/by-id/scsi-0QEMU_QEMU_HARDDISK_HOT1";

/** ZFS suspends such a pool, or (often before 2.2) tries the same write for ever and calls the pool ONLINE. */
const standstill = /The pool is suspended|Nothing has been written to this pool since/;

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

/** Runs `command` in the guest, waits until the page shows it, and prints the seconds from its end to that. */
async function timed(machine: Machine, command: string, shown: () => Promise<void>): Promise<void> {
    await machine.execute(command);
    const ended = Date.now();
    await shown();
    console.log(`${((Date.now() - ended) / 1000).toFixed(1).padStart(6)} s  ${command}`);
}

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

    await streamed(machine, async () => {
        await timed(machine, `make-pool tank mirror ${first} ${second}`, shows("Online"));
        await timed(machine, `zpool offline tank ${second}`, shows("Degraded"));
        await timed(machine, `zpool online tank ${second}`, shows("Online"));
        await machine.execute("dd if=/dev/urandom of=/tank/file bs=1M count=64 conv=fsync");
        await timed(machine, "zpool scrub tank", shows(scrubbed));
        await timed(machine, "zpool destroy tank", () => expect(tank).toBeHidden());
    });
});

test("what is done to a pool in a terminal is on its page at once @all", async ({ machine, admin }) => {
    await machine.execute(["make-pool", "tank", first]);
    const pages = new Pages(admin);
    await pages.openPool("tank");
    const device = pages.deviceRow({ pool: "tank", name: nameOf(second) });
    const shows = (text: RegExp) => () => expect(admin.zfs.getByText(text).first()).toBeVisible();
    const shown = () => expect(device).toBeVisible();
    const hidden = () => expect(device).toBeHidden();

    await expect(pages.deviceRow({ pool: "tank", name: nameOf(first) })).toBeVisible();
    await timed(machine, `zpool attach -f tank ${first} ${second}`, shown);
    await machine.execute("zpool wait -t resilver tank");
    await timed(machine, `zpool detach tank ${second}`, hidden);
    await machine.execute(`udevadm settle; wipefs --all --quiet --force ${second}; udevadm settle`);
    await timed(machine, `zpool add -f tank cache ${second}`, shown);
    await timed(machine, `zpool remove tank ${second}`, hidden);
    await timed(machine, "zpool checkpoint tank", shows(/Checkpoint made/));
    await timed(machine, "zpool checkpoint -d tank", () =>
        expect(admin.zfs.getByText(/Checkpoint made/)).toHaveCount(0),
    );
    await timed(machine, "zpool export tank", shows(/There is no pool “tank”/));
    await timed(machine, "zpool import tank", () =>
        expect(pages.deviceRow({ pool: "tank", name: nameOf(first) })).toBeVisible(),
    );
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
    await timed(machine, "zpool scrub safe", () => expect(card(admin, "safe")).toContainText(scrubbed));
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
    await timed(machine, "zpool scrub safe", () => expect(card(admin, "safe")).toContainText(scrubbed));
    await machine.execute(load("1000 0"));
    await clearOnPage(machine, admin, "frail");
});
