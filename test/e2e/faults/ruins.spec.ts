// The host itself fails: its disk is full, the database lies on a pool that hangs, the power goes.
import { choose, nameOf } from "../devices.ts";
import { disks } from "../fixtures.ts";

import { audit, auditStates, change, history, lastRow, Running } from "./changes.ts";
import { expect, HeldPool, test } from "./held-pool.ts";

const fill = `
at=0
for size in 1073741824 67108864 4194304 65536 4096; do
    while fallocate --offset $at --length $size /var/fill 2>/dev/null; do at=$((at + size)); done
done`;

const set = (value: string): readonly string[] => ["zfs", "set", `test:value=${value}`, "tank"];
const clear = ["zpool", "clear", "tank"];

/** How many lines of the journal say that this command was run without the database. */
const countJournalOnly = `journalctl --quiet --output=json SYSLOG_IDENTIFIER=zfsadmin ZFSADMIN_STATE=done \\
    | grep -F 'zpool clear tank (done)' | grep -vc ZFSADMIN_CHANGE || true`;

test("what cannot be recorded is not run, and what was cut off is unknown @all @debian-13", async ({
    ownMachine: machine,
    ownAdmin,
}) => {
    test.setTimeout(600_000);
    const tank = await HeldPool.make(machine, "tank", disks[0] ?? "");
    const state = await HeldPool.make(machine, "state", disks[1] ?? "");
    const faulted = disks[3] ?? "";
    await machine.execute(`make-pool pair mirror ${disks[2]} ${faulted} && zpool offline -f pair ${faulted}`);
    const states = () => auditStates(machine, 0);
    const value = async () => (await machine.execute("zfs get -Ho value test:value tank")).stdout.trim();
    const health = async (pool: string) => (await machine.execute(`zpool list -Ho health ${pool}`)).stdout;
    let cleared = 0;
    const journalOnly = async () => Number((await machine.execute(countJournalOnly)).stdout);
    /** Expects that nothing runs but what may be recorded in the journal alone. */
    const expectUnrecorded = async () => {
        const linesBefore = await journalOnly();
        for (const [argv, allowed] of [
            [set("unrecorded"), false],
            [clear, true],
        ] as const) {
            const { code, lines } = await change(machine, argv);
            expect(lines).toEqual([
                expect.objectContaining({ kind: "refused", reason: "unrecorded", journalOnly: allowed }),
            ]);
            expect(code).toBe(73);
        }
        expect((await change(machine, set("unrecorded"), { journalOnly: true })).code).toBe(64);
        const { code, lines } = await change(machine, clear, { journalOnly: true });
        expect(code).toBe(0);
        expect(lines.at(-1)).toMatchObject({ kind: "ended", id: null, state: "done" });
        expect(await value()).not.toBe("unrecorded");
        expect(await journalOnly()).toBe(linesBefore + 1);
        cleared += 1;
    };

    await ownAdmin.goTo("/pools/pair");
    await test.step("the disk becomes full while a change runs: its result is brought over later", async () => {
        await tank.hold();
        const running = await Running.start(machine, set("full"));
        await running.until("started");
        await machine.execute(fill);
        await tank.release();
        const { code, lines } = await running.ended();
        expect(lines.at(-1)).toMatchObject({ kind: "ended", state: "done", recorded: false });
        expect(code).toBe(0);
    });

    await test.step("/var is full: nothing runs that is not recorded, nor does it from the page", async () => {
        await expectUnrecorded();
        const { zfs } = ownAdmin;
        await choose(ownAdmin, nameOf(faulted), "Clear errors");
        await expect(zfs.getByText(`The errors of ${nameOf(faulted)} were not cleared`)).toBeVisible();
        expect(await health("pair")).toBe("DEGRADED\n");
        await zfs.getByRole("button", { name: "Run, recorded in the journal only" }).click();
        await expect(zfs.getByText("The system's journal has it.")).toBeVisible();
        await expect.poll(() => health("pair")).toBe("ONLINE\n");
        await ownAdmin.leave();
        await machine.execute("rm /var/fill && zpool destroy pair");
        // what ran with the journal alone gets its row, too
        const all = [set("full"), clear, ["zpool", "clear", "pair"]].map((argv) => `done: ${argv.join(" ")}`);
        expect((await states()).map((line) => line.replace(/ \d{14,}$/, ""))).toEqual(all);
        expect((await audit(machine, 0)).map(({ person }) => person)).toEqual(["root", "root", "admin"]);
    });

    await test.step("/var/lib/zfsadmin is on a pool that hangs: the same", async () => {
        await machine.execute(`cp -a /var/lib/zfsadmin /root/state
            zfs create -o mountpoint=/var/lib/zfsadmin state/zfsadmin && cp -a /root/state/. /var/lib/zfsadmin`);
        const before = await lastRow(machine);
        await state.hold();
        await expectUnrecorded();
        await state.release();
        // an intent may have reached the disk all the same: then it is said that nothing was run
        await expect
            .poll(async () => (await auditStates(machine, before)).filter((row) => !row.startsWith("failed")))
            .toEqual(["done: zpool clear tank"]);
        for (const row of await audit(machine, before))
            if (row.state === "failed") expect(row.error).toContain("Nothing was run");
        await machine.execute(`rm -rf /root/state && cp -a /var/lib/zfsadmin /root/state
            zfs umount -f state/zfsadmin && cp -a /root/state/. /var/lib/zfsadmin`);
        await state.remove();
    });

    await test.step("the audit is true", async () => {
        const told = (await machine.execute("script -qec 'zfsadmin audit verify' /dev/null")).stdout;
        const rows = /^(\d+) rows, (\d+) of them as the journal has them\.\r\n/.exec(told);
        expect(Number(rows?.[1])).toBeGreaterThan(0);
        expect(rows?.[2]).toBe(rows?.[1]);
        expect(told).toContain(
            `\r\nChanges that the journal had first, and the database later: ${cleared + 1}.\r\n`,
        );
        expect(await value()).toBe("full");
    });

    await test.step("the power fails between intent and result: the change is unknown", async () => {
        const before = await lastRow(machine);
        // the device that holds the pool still is gone after the boot, which must not look for the pool then
        await machine.execute("rm /etc/zfs/zpool.cache && sync -f /etc/zfs");
        await tank.hold();
        const cut = await Running.start(machine, set("cut"));
        await cut.until("started");
        await machine.powerCut();
        await machine.boot();
        expect(await auditStates(machine, before)).toEqual(["unknown: zfs set test:value=cut tank"]);
        await machine.execute("zfsadmin audit verify"); // although the journal lost its last lines
        await machine.execute("zpool import -d /dev/disk/by-id tank");
        expect(await value()).toBe("full");
        expect((await history(machine, "tank")).slice(0, -1)).toEqual([
            "zfs set test:value=full tank",
            ...Array.from({ length: cleared }, () => "zpool clear tank"),
        ]);
    });
});
