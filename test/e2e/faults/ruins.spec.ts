// The host itself fails: its disk is full, the database lies on a pool that hangs, the power goes.
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
const journalOnly = `journalctl --quiet --output=json SYSLOG_IDENTIFIER=zfsadmin ZFSADMIN_STATE=done \\
    | grep -F 'zpool clear tank (done)' | grep -vc ZFSADMIN_CHANGE`;

test("what cannot be recorded is not run, and what was cut off is unknown @all @debian-13", async ({
    ownMachine: machine,
}) => {
    test.setTimeout(600_000);
    const tank = await HeldPool.make(machine, "tank", disks[0] ?? "");
    const states = () => auditStates(machine, 0);
    const value = async () => (await machine.execute("zfs get -Ho value test:value tank")).stdout.trim();
    /** Expects that nothing runs but what may be recorded in the journal alone. */
    const expectUnrecorded = async (linesBefore: number) => {
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
        const { stdout } = await machine.execute(journalOnly);
        expect(Number(stdout)).toBe(linesBefore + 1);
    };

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

    await test.step("/var is full: nothing runs that is not recorded", async () => {
        await expectUnrecorded(0);
        await machine.execute("rm /var/fill");
        // what ran with the journal alone gets its row, too
        expect(await states()).toEqual(["done: zfs set test:value=full tank", "done: zpool clear tank"]);
    });

    await test.step("/var/lib/zfsadmin is on a pool that hangs: the same", async () => {
        const state = await HeldPool.make(machine, "state", disks[1] ?? "");
        await machine.execute(`cp -a /var/lib/zfsadmin /root/state
            zfs create -o mountpoint=/var/lib/zfsadmin state/zfsadmin && cp -a /root/state/. /var/lib/zfsadmin`);
        const before = await lastRow(machine);
        await state.hold();
        await expectUnrecorded(1);
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
        await machine.execute("zfsadmin audit verify");
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
            ...["zpool clear tank", "zpool clear tank"],
        ]);
    });
});
