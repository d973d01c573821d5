// Secrets: whatever happens on their way, no dataset has a key that nobody knows, and no trace of them stays.
import type { Machine } from "../../vm/machine.ts";
import { quote } from "../../vm/process.ts";

import { auditStates, change, expectTrueAudit, lastRow, Running, say } from "./changes.ts";
import { expect, test } from "./held-pool.ts";
import { canary, findTraces, forms, isKey } from "./secrets.ts";

const create = (name: string, format: "passphrase" | "raw"): readonly string[] => {
    const options = ["encryption=on", `keyformat=${format}`, "keylocation=prompt"];
    return ["zfs", "create", ...options.flatMap((option) => ["-o", option]), `tank/${name}`];
};

const datasets = async (machine: Machine, pool: string): Promise<string[]> =>
    (await machine.execute(["zfs", "list", "-Hro", "name", pool])).stdout.trim().split("\n").slice(1);

test("a secret that did not come whole makes nothing @debian-13", async ({ machine, tank }) => {
    const begin = await lastRow(machine);
    const argv = create("cut", "passphrase");
    const announced = ["zfsadmin", "execute", "--secret-length", "12", "--", ...argv];
    for (const sent of ["", "12345678", "1234567890123"]) {
        const { code, lines } = await say(machine, announced, Buffer.from(sent));
        expect(lines).toEqual([
            expect.objectContaining({ kind: "refused", reason: "framing", expected: 12 }),
        ]);
        expect(code).toBe(65);
    }
    // whoever sends it is killed in the middle
    const line = announced.map(quote).join(" ");
    const cut = await machine.execute(`sh -c 'printf 12345678; kill -9 $$' | ${line}`, { check: false });
    expect(cut.exitCode).toBe(65);
    // ZFS would silently take the part before these for the key
    for (const passphrase of ["12345678\0more", "12345678\nmore"])
        expect((await change(machine, argv, { secret: Buffer.from(passphrase) })).code).toBe(64);
    expect(await datasets(machine, tank.name)).toEqual([]);
    expect(await auditStates(machine, begin)).toEqual([]);
});

test("a raw key of any bytes is the key @all @debian-13", async ({ machine, tank }) => {
    const begin = await lastRow(machine);
    for (let first = 0; first < 256; first += 32) {
        const key = Buffer.from(Array.from({ length: 32 }, (_unused, index) => first + index));
        const name = `raw${first}`;
        expect((await change(machine, create(name, "raw"), { secret: key })).code).toBe(0);
        expect(await isKey(machine, `tank/${name}`, key)).toBe(true);
        expect(await isKey(machine, `tank/${name}`, Buffer.from(key).reverse())).toBe(false);
    }
    await expectTrueAudit(machine, tank.name, begin);
});

test("a passphrase leaves no trace, neither while it is used nor afterwards @all @debian-13", async ({
    machine,
    tank,
}) => {
    await tank.hold();
    const running = await Running.start(machine, create("birdcage", "passphrase"), {
        secret: Buffer.from(canary),
    });
    await running.until("started");
    // the name of the dataset shows that the search finds what is there
    expect([...(await findTraces(machine, ["tank/birdcage"]))]).toEqual(
        expect.arrayContaining(["cmdline", "journal", "database", "files"]),
    );
    expect([...(await findTraces(machine, forms))]).toEqual([]);
    await tank.release();
    expect((await running.ended()).code).toBe(0);
    expect(await isKey(machine, "tank/birdcage", Buffer.from(canary))).toBe(true);
    expect([...(await findTraces(machine, forms))]).toEqual([]);
    const { stdout } = await machine.execute("zpool sync tank && zpool history -il tank");
    expect(stdout).toContain("tank/birdcage");
    for (const form of forms) expect(stdout).not.toContain(form);
});
