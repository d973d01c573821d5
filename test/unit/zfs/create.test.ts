import { OperandError } from "../../../src/zfs/commands/command.ts";
import { addVdevs, createPool } from "../../../src/zfs/commands/create.ts";
import type { PlannedVdev } from "../../../src/zfs/layout/plan.ts";
import { usableSpace } from "../../../src/zfs/layout/space.ts";
import { survivalOf } from "../../../src/zfs/layout/survival.ts";
import { emptyKey, encryptionSettings } from "../../../src/zfs/new-key.ts";
import { usualOptions } from "../../../src/zfs/pool-options.ts";
import type { PoolOptions } from "../../../src/zfs/pool-options.ts";

import { SIZE, TIB, disk, disks, vdevs } from "./layouts.ts";

const options: PoolOptions = { ...usualOptions, name: "tank" };
const mirrors = (count: number, width = 2, first = "a") =>
    vdevs("data", disks(count, {}, first), { kind: "mirror", width });
const log = vdevs("log", disks(2, {}, "x"), { kind: "mirror", width: 2 });
const draid = vdevs("data", disks(9), { kind: "draid2", width: 9, draid: { data: 4, spares: 1 } });

/** `x` for /dev/disk/by-id/ata-x */
const spelled = (argv: readonly string[]) =>
    argv.map((word) => word.replace("/dev/disk/by-id/ata-", "")).join(" ");

/** Layout, its words, what it holds in hundredths of all its disks of data, how many disks may fail: any, and at most. */
const layouts: readonly (readonly [string, readonly PlannedVdev[], string, number, number, number])[] = [
    ["one disk", vdevs("data", disks(1), { kind: "stripe", width: 1 }), "a", 1, 0, 0],
    ["a stripe", vdevs("data", disks(3), { kind: "stripe", width: 1 }), "a b c", 3, 0, 0],
    ["a mirror", mirrors(2), "mirror a b", 1, 1, 1],
    ["a mirror of three", mirrors(3, 3), "mirror a b c", 1, 2, 2],
    ["three mirrors", mirrors(6), "mirror a b mirror c d mirror e f", 3, 1, 3],
    ["raidz1", vdevs("data", disks(3), { kind: "raidz1", width: 3 }), "raidz1 a b c", 2, 1, 1],
    ["raidz2", vdevs("data", disks(6), { kind: "raidz2", width: 6 }), "raidz2 a b c d e f", 4, 2, 2],
    // a block of 32 sectors has 22 of parity on 3 + 2 disks, which is more than two fifths
    [
        "raidz2 of five",
        vdevs("data", disks(5), { kind: "raidz2", width: 5 }),
        "raidz2 a b c d e",
        2.963,
        2,
        2,
    ],
    ["raidz3", vdevs("data", disks(7), { kind: "raidz3", width: 7 }), "raidz3 a b c d e f g", 4, 3, 3],
    [
        "two raidz1",
        vdevs("data", disks(6), { kind: "raidz1", width: 3 }),
        "raidz1 a b c raidz1 d e f",
        4,
        1,
        2,
    ],
    ["draid", draid, "draid2:4d:9c:1s a b c d e f g h i", 5.3333, 2, 2],
    [
        "a mirrored log, cache and spare",
        [
            ...vdevs("spare", [disk("s")], { kind: "stripe", width: 1 }),
            ...log,
            ...mirrors(2),
            ...vdevs("cache", [disk("r")], { kind: "stripe", width: 1 }),
        ],
        "mirror a b log mirror x y cache r spare s",
        1,
        1,
        1,
    ],
    [
        "special and dedup",
        [
            ...mirrors(3, 3),
            ...vdevs("dedup", disks(2, {}, "p"), { kind: "mirror", width: 2 }),
            ...vdevs("special", disks(4, {}, "s"), { kind: "mirror", width: 2 }),
        ],
        "mirror a b c special mirror s t mirror u v dedup mirror p q",
        1,
        1,
        5,
    ],
    [
        "vdevs of different kinds, a single disk before the groups",
        [...mirrors(2), ...vdevs("data", [disk("z")], { kind: "stripe", width: 1 })],
        "z mirror a b",
        2,
        0,
        1,
    ],
    [
        "a raidz of unequal disks",
        vdevs("data", [disk("a", { size: 2n * TIB }), ...disks(2, {}, "b")], { kind: "raidz1", width: 3 }),
        "raidz1 a b c",
        2,
        1,
        1,
    ],
];

test.each(layouts)("%s", (_name, plan, words, parts, any, most) => {
    const { argv, dryRun } = createPool(options, plan, false);
    const set = "-O compression=lz4 -O atime=off -O xattr=sa -O acltype=posixacl";
    expect(spelled(argv)).toBe(`zpool create ${set} tank ${words}`);
    expect(spelled(dryRun)).toBe(`zpool create -n ${set} tank ${words}`);
    const kept = Number((usableSpace(plan) * 32n) / 31n) / Number(SIZE);
    expect(kept).toBeCloseTo(parts, 2);
    expect(survivalOf(plan)).toMatchObject({ any, most });
});

test("what is kept back is 1/32, but 128 MiB at least and 128 GiB at most", () => {
    const [gib, mib] = [1n << 30n, 1n << 20n];
    const spaceOf = (size: bigint) =>
        usableSpace(vdevs("data", disks(2, { size }), { kind: "mirror", width: 2 }));
    const taken = 4_718_592n + 10n * mib;
    expect(spaceOf(gib)).toBe(gib - taken - 128n * mib);
    expect(spaceOf(64n * TIB)).toBe(64n * TIB - taken - 128n * gib);
});

test("options stand before the name, a passphrase nowhere", () => {
    const command = createPool(
        {
            ...options,
            ashift: 12,
            autotrim: true,
            compatibility: "openzfs-2.1-linux",
            compression: "zstd",
            accessTimes: "relatime",
            posixAcls: false,
            mountpoint: "/srv/tank",
            encryption: encryptionSettings(emptyKey),
        },
        mirrors(2),
        true,
    );
    expect(spelled(command.argv)).toBe(
        "zpool create -f -o ashift=12 -o autotrim=on -o compatibility=openzfs-2.1-linux " +
            "-O compression=zstd -O atime=on -O relatime=on " +
            "-O encryption=on -O keyformat=passphrase -O keylocation=prompt " +
            "-m /srv/tank tank mirror a b",
    );
    expect(command.secret).toBe("stdin");
    expect(command.touches).toEqual([{ pool: "tank" }]);
});

test("disks are expected as they were seen", () => {
    const used = disk("b", {
        content: { table: "gpt" },
        children: [disk("b1", { content: { type: "ext4" } }), disk("b2")],
    });
    const command = createPool(
        options,
        vdevs("data", [disk("a"), used], { kind: "mirror", width: 2 }),
        false,
    );
    const seen = { size: Number(SIZE), signatures: [null] };
    expect(command.expect).toEqual({
        disks: [
            { path: "/dev/disk/by-id/ata-a", serial: "S-a", ...seen },
            { path: "/dev/disk/by-id/ata-b", serial: "S-b", ...seen, signatures: ["gpt", "ext4", null] },
        ],
    });
});

test("devices are added to the pool that was seen", () => {
    const pool = { name: "tank", guid: "9610273138761160755" };
    const command = addVdevs(
        pool,
        [...log, ...vdevs("spare", disks(2), { kind: "stripe", width: 1 })],
        undefined,
        false,
    );
    expect(spelled(command.argv)).toBe("zpool add tank log mirror x y spare a b");
    expect(spelled(command.dryRun)).toBe("zpool add -n tank log mirror x y spare a b");
    expect(command.expect.pools).toEqual([pool]);
    expect(command.expect.disks).toHaveLength(4);
    expect(spelled(addVdevs(pool, log, undefined, true).argv)).toBe("zpool add -f tank log mirror x y");
    const chosen = addVdevs(pool, log, 12, false);
    expect(spelled(chosen.argv)).toBe("zpool add -o ashift=12 tank log mirror x y");
    expect(spelled(chosen.dryRun)).toBe("zpool add -n -o ashift=12 tank log mirror x y");
});

test.each([
    () => createPool({ ...options, name: "-n" }, mirrors(2), false),
    () => createPool({ ...options, name: "" }, mirrors(2), false),
    () => createPool({ ...options, mountpoint: "-x" }, mirrors(2), false),
    () => addVdevs({ name: "-f", guid: "1" }, log, undefined, false),
])("an operand that would be an option makes no command", (build) => {
    expect(build).toThrow(OperandError);
});
