// Secrets: whatever happens on their way, no dataset has a key that nobody knows, and no trace of them stays.
import type { Machine } from "../../vm/machine.ts";
import { quote } from "../../vm/process.ts";

import { auditStates, change, expectTrueAudit, lastRow, Running, say } from "./changes.ts";
import { expect, test } from "./held-pool.ts";

const create = (name: string, format: "passphrase" | "raw"): readonly string[] => {
    const options = ["encryption=on", `keyformat=${format}`, "keylocation=prompt"];
    return ["zfs", "create", ...options.flatMap((option) => ["-o", option]), `tank/${name}`];
};

/** Whether ZFS itself says that this is the key of the dataset. */
async function isKey(machine: Machine, name: string, key: Buffer): Promise<boolean> {
    await machine.write("/root/key", key);
    const check = await machine.execute(`zfs load-key -n -L file:///root/key tank/${name}`, { check: false });
    await machine.execute("rm /root/key");
    return check.exitCode === 0;
}

const datasets = async (machine: Machine, pool: string): Promise<string[]> =>
    (await machine.execute(["zfs", "list", "-Hro", "name", pool])).stdout.trim().split("\n").slice(1);

test("a secret that did not come whole makes nothing", async ({ machine, tank }) => {
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

test("a raw key of any bytes is the key", async ({ machine, tank }) => {
    const begin = await lastRow(machine);
    for (let first = 0; first < 256; first += 32) {
        const key = Buffer.from(Array.from({ length: 32 }, (_unused, index) => first + index));
        const name = `raw${first}`;
        expect((await change(machine, create(name, "raw"), { secret: key })).code).toBe(0);
        expect(await isKey(machine, name, key)).toBe(true);
        expect(await isKey(machine, name, Buffer.from(key).reverse())).toBe(false);
    }
    await expectTrueAudit(machine, tank.name, begin);
});

/** The passphrase to look for, and how it may be written. */
const canary = "canary sings 4711 at dawn";
const forms = [
    canary,
    encodeURIComponent(canary),
    Buffer.from(canary).toString("hex"),
    Buffer.from(canary).toString("base64").slice(0, 32),
];

/** Prints the places where a line of the file $1 stands. */
const hunt = `
has() { grep -qaF -f $1; }
for process in /proc/[0-9]*; do
    for file in cmdline environ; do
        tr '\\0' ' ' <$process/$file 2>/dev/null | has $1 && echo $file
    done
done
journalctl --quiet --all --output=export | has $1 && echo journal
cat /var/lib/zfsadmin/* | has $1 && echo database
grep -rqaF -D skip -f $1 /tmp /run /var/tmp /var/lib/zfsadmin /var/log/*.log && echo files
true`;

async function findTraces(machine: Machine, texts: readonly string[]): Promise<Set<string>> {
    await machine.write("/root/traces", texts.join("\n") + "\n");
    const { stdout } = await machine.execute(`set -- /root/traces; ${hunt}`);
    return new Set(stdout.split("\n").filter((place) => place !== ""));
}

test("a passphrase leaves no trace, neither while it is used nor afterwards", async ({ machine, tank }) => {
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
    expect(await isKey(machine, "birdcage", Buffer.from(canary))).toBe(true);
    expect([...(await findTraces(machine, forms))]).toEqual([]);
    const { stdout } = await machine.execute("zpool sync tank && zpool history -il tank");
    expect(stdout).toContain("tank/birdcage");
    for (const form of forms) expect(stdout).not.toContain(form);
});
