// The product as people get it: installed from its .deb into a virtual machine with real ZFS, used in a real browser
// through Cockpit's login. Tests share one machine and one login of each kind, because both take long under software
// emulation; each test begins with no pool imported.
import process from "node:process";

import { test as base } from "@playwright/test";
import type { Browser } from "@playwright/test";

import { installDeb } from "../vm/install-deb.ts";
import { Machine } from "../vm/machine.ts";

import { Session } from "./session.ts";
import type { Access } from "./session.ts";

export { expect } from "@playwright/test";

interface WorkerFixtures {
    /** The guest that `TEST_OS` chooses, with our package installed. */
    readonly machine: Machine;
    /** Those whose page stays open from one test to the next. */
    readonly open: Set<Session>;
    /** A person in group sudo, with administrative access. */
    readonly admin: Session;
    readonly loggedInLimited: Session;
    readonly loggedInReader: Session;
}

interface TestFixtures {
    readonly noPools: void;
    /** The person in group sudo, with limited access. */
    readonly limited: Session;
    /** A person who may not become root. */
    readonly reader: Session;
    /** A guest for one test alone, which may leave it in ruins. */
    readonly ownMachine: Machine;
    /** A person in group sudo, with administrative access, on `ownMachine`. */
    readonly ownAdmin: Session;
}

/** The virtio data disks of every guest, by their names in /dev/disk/by-id. */
export const disks = Array.from({ length: 8 }, (_unused, index) => `/dev/disk/by-id/virtio-DISK${index + 1}`);

/** Where Cockpit listens in the guest. */
export const cockpitPort = 9090;

/**
 * Disks of pools are made blank again, and udev has seen it: on one that still has the partitions of an old pool, `zpool
 * create` may not find the partition that it just made.
 */
const destroyPools = `set -e
pools=$(zpool list -Ho name)
[ -n "$pools" ] || exit 0
disks=$(zpool list -vHP | grep -c /dev/ || true)
echo "$pools" | while read -r pool; do zpool destroy -f "$pool"; done
[ "$disks" != 0 ] || exit 0
udevadm settle
find /dev/disk/by-id \\( -name '*DISK[1-8]-part*' -o -name '*_HOT[12]-part*' \\) -exec wipefs --all --quiet --force {} + || true
find /dev/disk/by-id \\( -name '*DISK[1-8]' -o -name '*_HOT[12]' \\) -exec wipefs --all --quiet --force {} +
udevadm settle`;

/**
 * `make-pool` in the guest is `zpool create`, tried again. Under software emulation udev may be late with the
 * partition that `zpool create` has just made on a whole disk, and then it fails.
 */
const makePool = `#!/bin/sh
for attempt in 1 2 3 4 5; do
    udevadm settle
    zpool create -f "$@" && exit 0
done
exit 1
`;

/**
 * Leaves out what a distribution does at each event of a disk or of ZFS and what no test looks at: aliases from
 * vdev_id.conf, a unit of systemd for each name of each partition, a line in the log, a cache of mounts, the lights of an
 * enclosure. Under software emulation a third of what a guest did was systemd's, the system's and that of each person
 * logged in, and is a seventh without those units; the lights took some 7 %
 * where devices change.
 */
const leaveOut = `set -e
cd /etc/udev/rules.d
ln -sf /dev/null 69-vdev.rules
sed 's/^SUBSYSTEM=="block", TAG/SUBSYSTEM=="block", KERNEL=="vda*", TAG/' /usr/lib/udev/rules.d/99-systemd.rules >99-systemd.rules
udevadm control --reload
cd /etc/zfs/zed.d
rm -f all-syslog.sh history_event-zfs-list-cacher.sh *-led.sh
systemctl restart zfs-zed
# a power cut would else leave half of the rules
sync`;

/** Starts a guest with our package installed, and ends it after use. */
async function withMachine(use: (machine: Machine) => Promise<void>): Promise<void> {
    const deb = process.env["DEB"];
    if (deb === undefined) throw new Error("DEB names no package: run the tests by “make e2e”");
    const machine = await Machine.start({ forwards: [{ guestPort: cockpitPort }] });
    try {
        await installDeb(machine, deb);
        await machine.write("/usr/local/bin/make-pool", makePool);
        await machine.execute("chmod +x /usr/local/bin/make-pool");
        await machine.execute(leaveOut);
        await use(machine);
    } finally {
        await machine.stop();
    }
}

interface Place {
    readonly machine: Machine;
    readonly browser: Browser;
}

const withSession =
    (user: string, access: Access) =>
    async ({ machine, browser }: Place, use: (session: Session) => Promise<void>) => {
        const session = await Session.logIn(browser, machine.url(cockpitPort), user, access);
        await use(session);
        await session.close();
    };

/** Lets a test use a session, and has our page unloaded between the tests that do. */
async function visit(session: Session, use: (session: Session) => Promise<void>): Promise<void> {
    await session.enter();
    await use(session);
    await session.leave();
}

export const test = base.extend<TestFixtures, WorkerFixtures>({
    machine: [async ({}, use) => withMachine(use), { scope: "worker", timeout: 600_000 }],
    open: [async ({}, use) => use(new Set()), { scope: "worker" }],
    admin: [
        async ({ machine, browser, open }, use) =>
            withSession("admin", "administrative")({ machine, browser }, async (session) => {
                open.add(session);
                await use(session);
            }),
        { scope: "worker", timeout: 600_000 },
    ],
    loggedInLimited: [withSession("admin", "limited"), { scope: "worker", timeout: 600_000 }],
    loggedInReader: [withSession("reader", "limited"), { scope: "worker", timeout: 600_000 }],
    noPools: [
        async ({ machine, open }, use) => {
            await machine.execute(destroyPools);
            for (const session of open) await session.seeNoPools();
            await use();
        },
        { auto: true },
    ],
    limited: [async ({ loggedInLimited }, use) => visit(loggedInLimited, use), { timeout: 600_000 }],
    reader: [async ({ loggedInReader }, use) => visit(loggedInReader, use), { timeout: 600_000 }],
    ownMachine: [async ({}, use) => withMachine(use), { timeout: 600_000 }],
    ownAdmin: [
        async ({ ownMachine, browser }, use) =>
            withSession("admin", "administrative")({ machine: ownMachine, browser }, use),
        { timeout: 600_000 },
    ],
});
