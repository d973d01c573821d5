// Two administrators, each at a browser of their own, change the same pool at the same time.
import type { Browser } from "@playwright/test";

import type { Machine } from "../../vm/machine.ts";
import { users } from "../../vm/machine.ts";
import { choose, makePool, nameOf, status } from "../devices.ts";
import { cockpitPort, disks } from "../fixtures.ts";
import { Session } from "../session.ts";

import { audit, auditStates, change, expectTrueAudit, lastRow } from "./changes.ts";
import { expect, test } from "./held-pool.ts";

const [first = "", second = "", third = ""] = disks;

/** Lets another person of group sudo log in, and has them gone afterwards. */
async function withBerta(
    machine: Machine,
    browser: Browser,
    use: (berta: Session) => Promise<void>,
): Promise<void> {
    await machine.execute(`useradd --create-home --shell /bin/bash --groups sudo berta
        echo 'berta:${users.password}' | chpasswd`);
    try {
        const berta = await Session.logIn(browser, machine.url(cockpitPort), "berta", "administrative");
        await use(berta);
        await berta.close();
    } finally {
        await machine.execute(`loginctl terminate-user berta
            while pgrep -u berta >/dev/null; do [ $SECONDS -lt 60 ] || exit 1; sleep 0.1; done
            userdel --remove berta
            ! id berta 2>/dev/null`);
    }
}

/** Waits until the person's list of datasets has this one, and not the other. */
async function expectListed({ zfs }: Session, listed: string, gone: string): Promise<void> {
    const row = (name: string) =>
        zfs.locator("tr[data-row]").filter({ has: zfs.locator(`a[title="${name}"]`) });
    await expect(row(listed)).toBeVisible();
    await expect(row(gone)).toBeHidden();
}

test("two people at two browsers do not get into each other's way unawares @all @debian-12", async ({
    machine,
    browser,
    admin,
    tank,
}) => {
    test.setTimeout(900_000);
    const begin = await lastRow(machine);
    await change(machine, ["zfs", "create", "tank/data"]);
    const made = "done: zfs create tank/data";
    await withBerta(machine, browser, async (berta) => {
        await test.step("what one is about to change, the other changes first", async () => {
            await berta.goTo("/datasets/tank/data");
            const late = await choose(berta, "tank/data", "Rename or move");
            await late.getByLabel("New name, in full").fill("tank/hers");
            await admin.goTo("/datasets/tank/data");
            const first = await choose(admin, "tank/data", "Rename or move");
            await first.getByLabel("New name, in full").fill("tank/his");
            await first.getByRole("button", { name: "Rename" }).click();
            await expect(first).toBeHidden();

            await late.getByRole("button", { name: "Rename" }).click();
            await expect(late).toContainText("It changed since you looked:");
            await expect(late).toContainText("“tank/data” is not there any more.");
            await late.getByRole("button", { name: "Cancel" }).click();
            const { stdout } = await machine.execute("zfs list -Ho name");
            expect(stdout.trim().split("\n")).toEqual(["tank", "tank/his"]);
            for (const session of [admin, berta]) {
                await session.goTo("/datasets");
                await expectListed(session, "tank/his", "tank/data");
            }
            expect(await auditStates(machine, begin)).toEqual([made, "done: zfs rename tank/data tank/his"]);
        });

        await test.step("both change the pool at once: the later waits, and is told for whom", async () => {
            await berta.goTo("/pools/tank");
            await expect(berta.zfs.getByRole("heading", { name: "tank", level: 1 })).toBeVisible();
            await admin.goTo("/pools/tank/properties");
            await admin.zfs.getByRole("button", { name: "Set comment" }).click();
            await admin.zfs.getByLabel("comment", { exact: true }).fill("his");
            await tank.hold();
            await admin.zfs.getByRole("button", { name: "Set", exact: true }).click();
            await expect
                .poll(async () => (await auditStates(machine, begin)).at(-1))
                .toBe("running: zpool set comment=his tank");
            await berta.zfs.getByRole("button", { name: "Scrub", exact: true }).click();
            await berta.zfs.getByRole("menuitem", { name: /^Start/ }).click();
            await expect(
                berta.zfs.getByText("waiting for another change of admin: zpool set comment=his tank"),
            ).toBeVisible();
            await tank.release();
            await expect
                .poll(() => auditStates(machine, begin))
                .toEqual([
                    made,
                    "done: zfs rename tank/data tank/his",
                    "done: zpool set comment=his tank",
                    "done: zpool scrub tank",
                ]);
        });

        await test.step("both see both, and who made which", async () => {
            for (const session of [admin, berta]) {
                await session.goTo("/activity");
                const row = (command: string) =>
                    session.zfs.locator("tr[data-row]").filter({ hasText: command });
                await expect(row("zpool scrub tank").first()).toContainText("berta");
                await expect(row("zpool set comment=his tank").first()).toContainText("admin");
                await session.goTo("/pools/tank/properties");
                await expect(session.zfs.getByRole("row", { name: /^comment his/ })).toBeVisible();
            }
            const persons = (await audit(machine, begin)).map(({ person }) => person);
            expect(persons).toEqual(["root", "admin", "admin", "berta"]);
        });
    });
    await expectTrueAudit(machine, tank.name, begin);
});

test("of two people who give up a disk of the same mirror, the later is told of the other @all", async ({
    machine,
    browser,
    admin,
}) => {
    test.setTimeout(600_000);
    await makePool(machine, "mirror", first, second, third);
    await withBerta(machine, browser, async (berta) => {
        await berta.goTo("/pools/tank");
        const late = await choose(berta, nameOf(third), "Detach");
        await expect(late).toContainText("mirror-0 keeps 2 copies.");
        await admin.goTo("/pools/tank");
        const early = await choose(admin, nameOf(second), "Detach");
        await expect(early).toContainText("mirror-0 keeps 2 copies.");
        await early.getByRole("button", { name: "Detach" }).click();
        await expect(early).toBeHidden();

        await late.getByRole("button", { name: "Detach" }).click();
        await expect(late).toContainText("It changed since you looked:");
        await expect(late).toContainText(`${nameOf(second)} does not belong to mirror-0 any more.`);
        await late.getByRole("button", { name: "Cancel" }).click();
        const said = await status(machine);
        expect(said).toContain(first);
        expect(said).toContain(third);
        expect(said).not.toContain(second);

        const again = await choose(berta, nameOf(third), "Detach");
        await expect(again).toContainText("mirror-0 has no redundancy any more");
        await again.getByRole("button", { name: "Cancel" }).click();
    });
});
