// Programs that are killed, and two changes at once.
import { auditStates, change, expectTrueAudit, lastRow, Running, say, supervisor } from "./changes.ts";
import { expect, test } from "./held-pool.ts";

const set = (value: string): readonly string[] => ["zfs", "set", `test:value=${value}`, "tank"];

test("a change outlives who asked for it, and one that nobody watched to its end is unknown", async ({
    machine,
    tank,
}) => {
    const begin = await lastRow(machine);
    const states = () => auditStates(machine, begin);
    const value = async () => (await machine.execute("zfs get -Ho value test:value tank")).stdout.trim();

    await test.step("SIGKILL of the helper: it goes on, and its result is recorded", async () => {
        await tank.hold();
        const orphan = await Running.start(machine, set("orphan"));
        await orphan.until("started");
        await orphan.kill();
        expect(await states()).toEqual(["running: zfs set test:value=orphan tank"]);
        await tank.release();
        await expect.poll(states).toEqual(["done: zfs set test:value=orphan tank"]);
        expect(await value()).toBe("orphan");
    });

    await test.step("SIGKILL of the supervisor: it goes on, holds the lock, and is unknown", async () => {
        await tank.hold();
        const lost = await Running.start(machine, set("lost"));
        const id = (await lost.until("started")).id ?? 0;
        await machine.execute(`kill -9 ${await supervisor(machine, id)}`);
        const { code, lines } = await lost.ended();
        expect(code).toBe(2);
        expect(lines.at(-1)).toMatchObject({ kind: "ended", state: "unknown", recorded: false });

        const next = await change(machine, set("next"));
        expect(next.code).toBe(75);
        expect(next.lines).toEqual([
            expect.objectContaining({ kind: "waiting", holder: expect.objectContaining({ id }) as unknown }),
            expect.objectContaining({ kind: "refused", reason: "busy" }),
        ]);
        expect((await states()).slice(1)).toEqual(["running: zfs set test:value=lost tank"]);
        await tank.release();
        await expect.poll(states).toContain("unknown: zfs set test:value=lost tank");
        expect(await value()).toBe("lost");
    });

    await test.step("two at once: one waits, and both are recorded in their order", async () => {
        await tank.hold();
        const first = await Running.start(machine, set("first"));
        await first.until("started");
        const second = await Running.start(machine, set("second"));
        expect((await second.until("waiting")).holder?.argv).toEqual(set("first"));
        await tank.release();
        expect((await first.ended()).code).toBe(0);
        expect((await second.ended()).code).toBe(0);
        expect((await states()).slice(2)).toEqual([
            "done: zfs set test:value=first tank",
            "done: zfs set test:value=second tank",
        ]);
        expect(await value()).toBe("second");
    });

    await test.step("what fails is recorded as that, with what ZFS said", async () => {
        const { code, lines } = await change(machine, ["zfs", "create", "tank/no/such/parent"]);
        expect(code).toBe(1);
        expect(lines.at(-1)).toMatchObject({ state: "failed", recorded: true });
        expect((await states()).at(-1)).toBe("failed: zfs create tank/no/such/parent");
    });

    await test.step("what the caller's PATH has for zfs is not run", async () => {
        await machine.execute(`mkdir -p /root/theirs && cd /root/theirs
            printf '#!/bin/sh\\ntouch /root/theirs/called\\n' >zfs && chmod +x zfs`);
        const words = ["env", "PATH=/root/theirs:/usr/sbin:/usr/bin:/sbin:/bin"];
        const line = [...words, "zfsadmin", "execute", "--", ...set("own")];
        expect((await say(machine, line, Buffer.alloc(0))).code).toBe(0);
        expect(await value()).toBe("own");
        await machine.execute("[ ! -e /root/theirs/called ] && rm -r /root/theirs");
    });

    await test.step("the audit is true", () => expectTrueAudit(machine, "tank", begin));
});

test("a command that is not one of ours is refused, and leaves no row @all", async ({ machine, tank }) => {
    const begin = await lastRow(machine);
    const hostile = [
        ["sh", "-c", "zpool destroy tank"],
        ["/usr/sbin/zpool", "scrub", "tank"],
        ["zpool", "history", "tank"],
        ["zpool", "scrub", "tank", "-s"],
        ["zpool", "set", "--", "comment=x", "tank"],
        ["zpool", "set", "cachefile=/etc/cron.d/x", "tank"],
        ["zfs", "destroy", "-R", "tank"],
        ["zfs", "set", "test:value=x", "tank", "-r"],
        ["zfs", "set", "mountpoint=/x\n", "tank"],
        ["zfs", "destroy", "-n", "tank/a@b"],
    ];
    for (const argv of hostile) expect((await change(machine, argv)).code, argv.join(" ")).toBe(64);
    expect(await auditStates(machine, begin)).toEqual([]);
    expect((await machine.execute(`zpool list -Ho health ${tank.name}`)).stdout).toBe("ONLINE\n");
});
