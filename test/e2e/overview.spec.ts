// The Overview on real ZFS: what it says of a scrub, and what a person must know about this host.
import type { Machine } from "../vm/machine.ts";

import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import type { Session } from "./session.ts";

const advice = ({ zfs }: Session) => zfs.getByRole("region", { name: "Advice" });

const createPool = (machine: Machine, ...options: readonly string[]) =>
    machine.execute(filePool("tank", ...options));

/** Opens the Overview as one who comes from somewhere else: that is when it reads the host's facts. */
async function openOverview(session: Session): Promise<void> {
    await session.goTo("/pools/nosuch");
    await session.zfs.getByRole("link", { name: "All pools" }).click();
    await expect(session.zfs.getByRole("heading", { name: "tank", exact: true })).toBeVisible();
    await expect(session.zfs.getByText(/Compression \d\.\d\dx/)).toBeVisible();
}

test("a healthy pool that comes back after a restart needs no advice", async ({ machine, admin }) => {
    await createPool(machine);
    await openOverview(admin);
    await expect(admin.zfs.getByText("No known problems")).toBeVisible();
    await expect(advice(admin)).toBeHidden();
});

test("a scrub that finished is told in a sentence", async ({ machine, admin }) => {
    await createPool(machine);
    await machine.execute("zpool scrub -w tank");
    await openOverview(admin);
    await expect(admin.zfs.getByText("Scrub finished less than a minute ago, no errors")).toBeVisible();
});

test("a stopped zed is told, and no longer once it runs", async ({ machine, admin }) => {
    await createPool(machine);
    await machine.execute("systemctl stop zfs-zed");
    try {
        await openOverview(admin);
        await expect(advice(admin)).toContainText("The ZFS event daemon does not run");
        await machine.execute(
            "truncate -s 1G /var/tmp/pools/spare && zpool add tank spare /var/tmp/pools/spare",
        );
        await expect(advice(admin)).toContainText(
            "Spares will not act: the ZFS event daemon does not run (tank)",
        );
    } finally {
        await machine.execute(
            "zpool remove tank /var/tmp/pools/spare; rm -f /var/tmp/pools/spare; systemctl start zfs-zed",
        );
    }
    await openOverview(admin);
    await expect(advice(admin)).toBeHidden();
});

test("a pool that will not come back after a restart is told", async ({ machine, admin }) => {
    await createPool(machine, "-o cachefile=none");
    await openOverview(admin);
    await expect(advice(admin)).toContainText("tank will not come back after a restart");
    await machine.execute("zpool set cachefile=/etc/zfs/zpool.cache tank");
    await openOverview(admin);
    await expect(advice(admin)).toBeHidden();
});

test("units that do not import at a restart are told @all", async ({ machine, admin }) => {
    await createPool(machine);
    await machine.execute("systemctl disable zfs-import-cache.service");
    try {
        await openOverview(admin);
        await expect(advice(admin)).toContainText("tank will not come back after a restart");
        await expect(advice(admin)).toContainText("systemctl enable zfs-import-cache.service");
    } finally {
        await machine.execute("systemctl enable zfs-import-cache.service");
    }
});

test("a module of another version than the tools is told @all", async ({ machine, admin }) => {
    await createPool(machine);
    await machine.execute("echo 2.0.7-1 >/run/version; mount --bind /run/version /sys/module/zfs/version");
    try {
        await openOverview(admin);
        await expect(advice(admin)).toContainText(/The tools are ZFS 2\.\d.*, the loaded module is 2\.0\.7/);
    } finally {
        await machine.execute("umount /sys/module/zfs/version");
    }
});

/** A pool that was made forty days ago, by the clock of the guest. */
const createOldPool = `set -e
uptime() { cut -d . -f 1 /proc/uptime; }
now=$(date +%s) begin=$(uptime); trap 'date -s @$((now + $(uptime) - begin)) >/dev/null' EXIT
date -s @$((now - 40 * 86400)) >/dev/null
${filePool("tank")}`;

test("who scrubs a pool is told, and that no scrub has finished @all", async ({ machine, admin }) => {
    // a page that looks on would take the clock for that of forty days ago
    await admin.leave();
    await machine.execute(createOldPool);
    await admin.enter();
    await openOverview(admin);
    await expect(advice(admin)).toContainText("The first scrub of tank is due");
    await expect(advice(admin)).toContainText("nothing scrubs this pool by itself");
    const timer = "zfs-scrub-monthly@tank.timer";
    await machine.execute(`systemctl start ${timer}`);
    try {
        await openOverview(admin);
        await expect(admin.zfs.getByText(`Scrubbed every month by ${timer}`)).toBeVisible();
        await expect(advice(admin)).toContainText(`${timer} should have done it`);
    } finally {
        await machine.execute(`systemctl stop ${timer}`);
    }
    // of the distribution, which scrubs all pools if cron runs
    await machine.execute(
        "systemctl start cron || systemd-run --quiet --collect --unit=cron.service sleep infinity",
    );
    try {
        await openOverview(admin);
        await expect(admin.zfs.getByText("Scrubbed every month by /etc/cron.d/zfsutils-linux")).toBeVisible();
        await machine.execute("zfs set org.debian:periodic-scrub=disable tank");
        await openOverview(admin);
        await expect(advice(admin)).toContainText("nothing scrubs this pool by itself");
        await expect(admin.zfs.getByText("Scrubbed every month")).toBeHidden();
    } finally {
        await machine.execute("systemctl stop cron");
    }
});

test("a newest kernel without a module is told, and one with it", async ({ machine, admin }) => {
    await createPool(machine);
    await machine.execute("touch /boot/vmlinuz-99.1.0-test");
    try {
        await openOverview(admin);
        await expect(advice(admin)).toContainText("kernel 99.1.0-test has no ZFS module");
        await machine.execute(
            "cd /lib/modules; mkdir -p 99.1.0-test/updates && touch 99.1.0-test/updates/zfs.ko",
        );
        await openOverview(admin);
        await expect(advice(admin)).toContainText("Kernel 99.1.0-test is installed, and has its ZFS module");
        await expect(advice(admin)).not.toContainText("has no ZFS module");
    } finally {
        await machine.execute("rm -rf /boot/vmlinuz-99.1.0-test /lib/modules/99.1.0-test");
    }
});

test("a report of what cannot be read has the versions of this host", async ({ machine, admin }) => {
    const { stdout } = await machine.execute("cat /sys/module/zfs/version");
    await createPool(machine);
    await machine.execute("mv /usr/sbin/zpool /usr/sbin/zpool.real && ln -s /bin/echo /usr/sbin/zpool");
    try {
        await admin.page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
        await admin.goTo("/");
        await admin.zfs.getByRole("button", { name: "Copy for a bug report" }).first().click();
        await expect(admin.zfs.getByRole("button", { name: "Copied" })).toBeVisible();
        expect(await admin.page.evaluate(() => navigator.clipboard.readText())).toContain(
            `module ${stdout.trim()}`,
        );
    } finally {
        await machine.execute("mv /usr/sbin/zpool.real /usr/sbin/zpool");
    }
});
