import * as device from "../../../src/zfs/commands/device.ts";
import { reguidPool, syncPool } from "../../../src/zfs/commands/pool.ts";
import { splitPool } from "../../../src/zfs/commands/split.ts";
import { prefetchTable, pruneDedup } from "../../../src/zfs/commands/tables.ts";
import { poolOffers } from "../../../src/zfs/device-offers.ts";
import type { Pool, PoolUsage, Vdev } from "../../../src/zfs/model.ts";
import { parseDedup } from "../../../src/zfs/parse/dedup.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { actionObstacle } from "../../../src/zfs/pool-actions.ts";
import { wholePath } from "../../../src/zfs/vdevs.ts";

import { fixture } from "./fixtures.ts";

const tank = { name: "tank", guid: "9610273138761160755" };
const mirror = { pool: "tank", name: "mirror-0", guid: "3", devices: [] };
const choices = { name: "half", devices: ["/dev/disk/by-id/ata-A"], mirrors: [mirror] };

test.each([
    [syncPool(tank), "zpool sync tank", "none"],
    [reguidPool(tank), "zpool reguid tank", "disruptive"],
    [prefetchTable(tank, "ddt"), "zpool prefetch -t ddt tank", "none"],
    [prefetchTable(tank, "brt"), "zpool prefetch -t brt tank", "none"],
    [pruneDedup(tank, { days: 90 }), "zpool ddtprune -d 90 tank", "disruptive"],
    [pruneDedup(tank, { percent: 10 }), "zpool ddtprune -p 10 tank", "disruptive"],
    [device.uninitialize(tank, { name: "ata-A", guid: "5" }), "zpool initialize -u tank 5", "none"],
    [device.uninitialize(tank), "zpool initialize -u tank", "none"],
])("$purpose.kind is one call, for the pool that was seen", (command, line, danger) => {
    expect(command.argv.join(" ")).toBe(line);
    expect(command.danger).toBe(danger);
    expect(command.expect).toEqual({ pools: [tank] });
});

test("a split is tried before with the same words, and expects the mirrors that were seen", () => {
    const command = splitPool(tank, choices);
    expect(command.argv.join(" ")).toBe("zpool split tank half /dev/disk/by-id/ata-A");
    expect(command.danger).toBe("disruptive");
    expect(command.expect).toEqual({ pools: [tank], vdevs: [mirror] });
    expect(splitPool(tank, { ...choices, devices: [], altroot: "/mnt" }).argv.join(" ")).toBe(
        "zpool split -R /mnt tank half",
    );
    expect(command.dryRun.join(" ")).toBe("zpool split -n tank half /dev/disk/by-id/ata-A");
    expect(command.touches).toEqual([{ pool: "tank" }, { pool: "half" }]);
});

test.each([
    ["/dev/disk/by-id/ata-A-part1", "/dev/disk/by-id/ata-A"],
    ["/dev/nvme0n1p1", "/dev/nvme0n1"],
    ["/dev/sdb1", "/dev/sdb"],
    ["/mnt/a1", "/mnt/a1"],
])("%s is the disk %s", (name, path) => {
    expect(wholePath({ name, children: [] } as unknown as Vdev)).toBe(path);
});

test("a pool of mirrors can be split, if nothing stands in the way", () => {
    const usage = { name: "tank", readonly: false } as PoolUsage;
    const mirrors = [{ kind: "mirror" }, { kind: "mirror" }];
    const obstacle = (status: object) =>
        actionObstacle("split", {
            usage,
            status: { root: { children: mirrors }, sections: [], ...status } as unknown as Pool,
            mounts: "",
        });
    expect(obstacle({})).toBeUndefined();
    expect(obstacle({ root: { children: [...mirrors, { kind: "disk" }] } })).toBe("notMirrors");
    expect(obstacle({ root: { children: [...mirrors, { kind: "indirect" }] } })).toBeUndefined();
    const section = (kind: string, vdev: string) => ({ sections: [{ kind, vdevs: [{ kind: vdev }] }] });
    expect(obstacle(section("special", "disk"))).toBe("notMirrors");
    expect(obstacle(section("dedup", "mirror"))).toBeUndefined();
    expect(obstacle(section("logs", "disk"))).toBeUndefined();
    expect(obstacle({ checkpoint: { state: "exists" } })).toBe("hasCheckpoint");
    expect(obstacle({ checkpoint: { state: "discarding" } })).toBe("discarding");
    expect(obstacle({ scan: { kind: "resilver", state: "inProgress" } })).toBe("resilvering");
    expect(obstacle({ scan: { kind: "resilver", state: "finished" } })).toBeUndefined();
    expect(actionObstacle("split", { usage, mounts: "" })).toBe("unknown");
    expect(actionObstacle("sync", { usage: { ...usage, readonly: true }, mounts: "" })).toBe("readOnly");
});

test("what is initialized can be forgotten, and nothing else", () => {
    const offersOf = (name: string) => {
        const [pool] = parseStatus(fixture("zpool-status/2.3.9", name));
        return pool && poolOffers(pool).map(({ action }) => action);
    };
    expect(offersOf("s10-inited.txt")).toEqual(expect.arrayContaining(["startInitialize", "uninitialize"]));
    expect(offersOf("s10-fresh.txt")).not.toContain("uninitialize");
    expect(offersOf("s10-initsusp.txt")).not.toContain("uninitialize");
});

test.each([
    ["2.1.11", "s18-dedup.txt"],
    ["2.3.9", "s18-dedup.txt"],
])("the table of %s", (version, name) => {
    const table = parseDedup(fixture(`zpool-status/${version}`, name));
    expect(table?.entries).toBe(16);
    expect(table?.words).toMatch(/^DDT entries 16, size .*\n\nbucket .*\n Total +16 /s);
});

test("an empty table, none, and one that is damaged", () => {
    expect(parseDedup("errors: No known data errors\n\n dedup: no DDT entries\n")).toEqual({
        entries: 0,
        words: "no DDT entries",
    });
    expect(parseDedup("  pool: tank\n state: FAULTED\n")).toBeUndefined();
    expect(() => parseDedup("errors: No known data errors\n\n dedup: DDT ent")).toThrow(ParseError);
});
