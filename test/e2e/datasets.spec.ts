// The tree of datasets and the page of one on real ZFS: what `zfs list` says, the page shows, and soon.
import type { Locator } from "@playwright/test";

import { formatSize } from "../../src/zfs/size.ts";
import type { Machine } from "../vm/machine.ts";

import { filePool } from "./file-pool.ts";
import { expect, test } from "./fixtures.ts";
import { Pages } from "./pages.ts";
import type { Session } from "./session.ts";

const rowOf = (session: Session, name: string): Locator => new Pages(session).datasetRow(name);

const list = async (machine: Machine, column: string): Promise<readonly string[]> =>
    (await machine.execute(["zfs", "list", "-Hp", "-t", "filesystem,volume", "-o", column])).stdout
        .split("\n")
        .slice(0, -1);

test.beforeEach(async ({ machine, admin }) => {
    await machine.execute(filePool("tank"));
    await machine.execute("zfs create tank/home && zfs create -o quota=64M 'tank/home/with space'");
    await machine.execute("zfs create -V 16M tank/vol");
    await admin.goTo("/datasets");
});

test("shows all datasets that there are, and what changes in a terminal @all", async ({ machine, admin }) => {
    for (const name of await list(machine, "name")) await expect(rowOf(admin, name)).toBeVisible();
    await expect(admin.zfs.locator("tr[data-row]")).toHaveCount((await list(machine, "name")).length);
    await machine.execute("zfs create tank/home/new");
    await expect(rowOf(admin, "tank/home/new")).toBeVisible();
    // mounting makes no event
    await machine.execute("zfs unmount tank/home/new");
    await expect(rowOf(admin, "tank/home/new")).toContainText("Not mounted");
    await machine.execute("zfs mount tank/home/new");
    await expect(rowOf(admin, "tank/home/new")).not.toContainText("Not mounted");
    await machine.execute("zfs rename tank/home/new tank/home/newer");
    await expect(rowOf(admin, "tank/home/newer")).toBeVisible();
    await expect(rowOf(admin, "tank/home/new")).toBeHidden();
    await machine.execute("zfs destroy tank/home/newer");
    await expect(rowOf(admin, "tank/home/newer")).toBeHidden();
});

test("space that is used in a terminal is seen, and a quota that is nearly full @all", async ({
    machine,
    admin,
}) => {
    await expect(rowOf(admin, "tank/home/with space")).toBeVisible();
    await machine.execute("head -c 16M /dev/urandom >'/tank/home/with space/file'; zpool sync tank");
    await expect(rowOf(admin, "tank/home/with space")).toContainText(/16(\.\d)? MiB/);
    await machine.execute("zfs set quota=17M 'tank/home/with space'");
    await expect(rowOf(admin, "tank/home/with space")).toContainText(/Quota 9\d% full/);
    await rowOf(admin, "tank/home/with space").getByRole("link").click();
    await expect(admin.zfs.getByRole("heading", { name: "with space", level: 1 })).toBeVisible();
    await expect(admin.zfs.getByText("/tank/home/with space")).toBeVisible();
});

test("what a dataset is stands in its row, by which it is found, and the order is ZFS's @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(`set -e
        zfs set readonly=on tank/home
        zfs create -o sharenfs=on tank/shared
        head -c 5M /dev/urandom >/tank/shared/file
        printf 'correct horse\\n' | zfs create -o encryption=on -o keyformat=passphrase tank/locked
        zfs snapshot tank/vol@a && zfs clone tank/vol@a tank/copy
        zpool export tank && zpool import -d /var/tmp/pools tank`);
    await expect(rowOf(admin, "tank/locked")).toContainText("Locked");
    await expect(rowOf(admin, "tank/shared")).toContainText("Set to be shared");
    await expect(rowOf(admin, "tank/home")).toContainText("Read-only");
    await expect(rowOf(admin, "tank/copy")).toContainText("Clone");
    await expect(rowOf(admin, "tank/copy").getByTitle("Of tank/vol@a")).toBeVisible();

    const rows = admin.zfs.locator("tr[data-row]");
    const shown = () =>
        rows.locator("a[title]").evaluateAll((links) => links.map((link) => link.getAttribute("title")));
    await admin.zfs.getByRole("button", { name: "Filters", exact: true }).click();
    await admin.zfs
        .getByRole("menuitem", { name: "Locked", exact: true })
        .or(admin.zfs.getByLabel("Locked", { exact: true }))
        .first()
        .click();
    await admin.page.keyboard.press("Escape");
    await expect(rows).toHaveCount(2);
    const { stdout } = await machine.execute("zfs get -Hro name,value keystatus tank");
    const locked = stdout.split("\n").flatMap((line) => /^(.*)\tunavailable$/.exec(line)?.[1] ?? []);
    expect(await shown()).toEqual(["tank", ...locked]);
    await admin.zfs.getByRole("button", { name: "Clear filters" }).click();

    await admin.zfs.getByRole("button", { name: "Used", exact: true }).click();
    const children = (await machine.execute("zfs list -Hd1 -t filesystem,volume -s used -o name tank")).stdout
        .trim()
        .split("\n")
        .slice(0, -1);
    expect(children).toHaveLength(5);
    const siblings = async () => (await shown()).filter((name) => name?.split("/").length === 2);
    await expect.poll(siblings).toEqual(children);
    await admin.zfs.getByRole("button", { name: "Used", exact: true }).click();
    await expect.poll(siblings).toEqual(children.toReversed());
    await admin.zfs.getByRole("button", { name: "Name", exact: true }).click();
});

test("the page of a dataset says of its space what ZFS says, and who holds it @all @debian-12", async ({
    machine,
    admin,
}) => {
    await machine.execute(`set -e
        zfs set compression=lz4 tank/home
        yes | head -c 8M >/tank/home/file; zpool sync tank
        zfs snapshot tank/home@a && zfs clone tank/home@a tank/copy
        head -c 1M /dev/urandom >/tank/copy/more; zpool sync tank
        cd /tank/copy && (setsid sleep 1000 >/dev/null 2>&1 </dev/null & echo $! >/run/holder)`);
    await new Pages(admin).openDataset("tank/copy");
    const fact = (term: string) =>
        admin.zfs
            .locator("dl > div")
            .filter({ has: admin.zfs.locator("dt").getByText(term, { exact: true }) })
            .locator("dd");
    const value = async (property: string, options = "-Ho") =>
        (await machine.execute(`zfs get ${options} value ${property} tank/copy`)).stdout.trim();
    const size = async (property: string) => formatSize(BigInt(await value(property, "-Hpo")));
    await expect(fact("Written since the last snapshot")).toHaveText(await size("written"));
    await expect(fact("Referenced")).toHaveText(await size("referenced"));
    await expect(fact("Before compression")).toHaveText(await size("logicalused"));
    const ratio = await value("refcompressratio");
    expect(parseFloat(ratio)).toBeGreaterThan(1);
    await expect(fact("Compression ratio of what is referenced")).toHaveText(ratio);
    await expect(fact("Compression ratio")).toHaveText(await value("compressratio"));
    await expect(fact("Clone of")).toHaveText(await value("origin"));
    await expect(admin.zfs.getByRole("list", { name: "In use now" })).toHaveText(
        /^sleep \(process \d+\) holds \/tank\/copy$/,
    );
    await machine.execute("kill $(cat /run/holder)");
    await admin.zfs.getByRole("button", { name: "Look again" }).click();
    await expect(
        admin.zfs.getByText("No process, swap, mount or other device was found that holds it."),
    ).toBeVisible();
});

test("values with TABs and line ends are read as what they are @all", async ({ machine, admin }) => {
    await machine.execute("zfs set canmount=off tank/home/with\\ space");
    await machine.execute(
        String.raw`zfs set mountpoint="$(printf '/a\tb\nc <img src=x onerror=alert(1)>')" 'tank/home/with space'`,
    );
    await admin.goTo("/datasets/tank/home/with%20space");
    await expect(admin.zfs.getByText("No: its property canmount is off")).toBeVisible();
    await admin.goTo("/datasets");
    await expect(rowOf(admin, "tank/vol")).toBeVisible();
    await expect(admin.zfs.locator("tr[data-row]")).toHaveCount((await list(machine, "guid")).length);
    await expect(admin.zfs.locator("img[src=x]")).toHaveCount(0);
});

test("limited access shows the same @all", async ({ machine, limited }) => {
    await limited.goTo("/datasets");
    for (const name of await list(machine, "name")) await expect(rowOf(limited, name)).toBeVisible();
});
