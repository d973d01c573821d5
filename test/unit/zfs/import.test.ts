import { OperandError } from "../../../src/zfs/commands/command.ts";
import { importPool, rewindPool } from "../../../src/zfs/commands/import.ts";
import type { ImportChoices } from "../../../src/zfs/commands/import.ts";
import { directoriesIn, searchFor } from "../../../src/zfs/import-search.ts";
import type { ImportSearch } from "../../../src/zfs/import-search.ts";
import { hasMissingLog, importObstacle, readRefusal } from "../../../src/zfs/importable.ts";
import type { ImportablePool, Pool, Vdev } from "../../../src/zfs/model.ts";
import { checkNewPoolName } from "../../../src/zfs/names.ts";
import { saidBy } from "../../../src/zfs/outcome.ts";
import { parseImport } from "../../../src/zfs/parse/import.ts";
import { importable } from "../../../src/zfs/reads.ts";

import { fixture } from "./fixtures.ts";

const versions = ["2.1.11", "2.3.9"] as const;
const found = (name: string, version = "2.3.9"): ImportablePool => {
    const [pool] = parseImport(fixture(`zpool-import/${version}`, `${name}.txt`));
    if (!pool) throw new Error(`${name} holds no pool`);
    return pool;
};

const everywhere: ImportSearch = { directories: [], isForDestroyed: false };
const plainly: ImportChoices = { name: "tank", isReadOnly: false, isMounted: true, isWithoutLog: false };
const tank = found("listing");

test.each<[Partial<ImportChoices>, string, string]>([
    [{}, "", "none"],
    [{ isReadOnly: true }, "-o readonly=on", "none"],
    [{ isMounted: false }, "-N", "none"],
    [{ altroot: "/mnt" }, "-R /mnt", "none"],
    [{ isWithoutLog: true }, "-m", "disruptive"],
    [{ despite: "old (hostid=1) at noon" }, "-f", "disruptive"],
    [{ rewind: "transactions" }, "-F", "destructive"],
    [{ rewind: "checkpoint" }, "--rewind-to-checkpoint", "destructive"],
    [{ rewind: "checkpoint", isReadOnly: true }, "-o readonly=on --rewind-to-checkpoint", "none"],
])("an import with %j is %s", (choices, options, danger) => {
    const command = importPool(tank, everywhere, { ...plainly, ...choices });
    expect(command.argv.join(" ")).toBe(`zpool import ${options} ${tank.guid} tank`.replace("  ", " "));
    expect(command.danger).toBe(danger);
    expect(command.touches).toEqual([{ pool: "tank" }]);
});

test("a pool goes back to its checkpoint by its number, mounted where it was", () => {
    const identity = { name: tank.name, guid: tank.guid };
    const rewind = rewindPool(identity, everywhere, undefined);
    expect(rewind.argv).toEqual(["zpool", "import", "--rewind-to-checkpoint", tank.guid, "tank"]);
    expect(rewind).toMatchObject({ danger: "destructive", purpose: { kind: "rewindPool", pool: "tank" } });
    expect(rewindPool(identity, everywhere, "/mnt").argv.slice(2, 4)).toEqual(["-R", "/mnt"]);
});

test("a pool is found again on all disks, or in the folders of its files", () => {
    const leaf = (path: string): Vdev => ({ name: path, path, notes: [], children: [] });
    const pool = (...paths: readonly string[]): Pool => ({
        ...{ name: "tank", state: "ONLINE", rebuilds: [], unknown: [] },
        root: { name: "tank", notes: [], children: paths.slice(1).map(leaf) },
        sections: [{ kind: "logs", vdevs: paths.slice(0, 1).map(leaf) }],
    });
    const directories = (...paths: readonly string[]) => searchFor(pool(...paths)).directories;
    expect(directories("/dev/disk/by-id/a-part1", "/dev/sdb1")).toEqual([]);
    expect(directories("/dev/disk/by-id/a-part1", "/v/one", "/v/two", "/three")).toEqual([
        ...["/v", "/", "/dev/disk/by-id"],
    ]);
});

test("a pool is imported by its number, from where it was found, under its new name", () => {
    const search = { directories: ["/v", "/dev/disk/by id"], isForDestroyed: true };
    const command = importPool(tank, search, { ...plainly, name: "my pool" });
    const where = ["-d", "/v", "-d", "/dev/disk/by id", "-D"];
    expect(command.argv).toEqual(["zpool", "import", ...where, tank.guid, "my pool"]);
    expect(importable(search)).toEqual(["zpool", "import", ...where]);
    expect(command.touches).toEqual([{ pool: "my pool" }]);
});

test.each([
    () => importPool(tank, everywhere, { ...plainly, name: "-f" }),
    () => importPool(tank, everywhere, { ...plainly, altroot: "" }),
    () => importable({ ...everywhere, directories: ["-a"] }),
])("an operand that would be an option makes no command", (build) => {
    expect(build).toThrow(OperandError);
});

test.each(versions)("what stands in the way of an import in %s", (version) => {
    const obstacles = ["ok", "degraded", "faulted", "missinglog", "hostid", "wiped"].map((name) =>
        importObstacle(found(name, version)),
    );
    expect(obstacles).toEqual([undefined, undefined, "devicesMissing", undefined, undefined, undefined]);
    expect(hasMissingLog(found("missinglog", version))).toBe(true);
    expect(hasMissingLog(found("ok", version))).toBe(false);
});

test("a name may be taken by a pool that is imported", () => {
    expect(checkNewPoolName("tank", ["tank"])).toEqual({ kind: "taken" });
    expect(checkNewPoolName("tank", ["tank2"])).toBeUndefined();
    expect(checkNewPoolName("mirror", ["mirror"])).toEqual({ kind: "reserved", word: "mirror" });
});

test("ZFS says who used a pool last", () => {
    const said = [
        "cannot import 'realname': pool was previously in use from another system.",
        "Last accessed by testhost (hostid=4030201) at Sun Nov 22 11:14:06 2026",
        "The pool can be imported, use 'zpool import -f' to import the pool.",
    ].join("\n");
    expect(readRefusal(said)).toEqual({
        lastUser: "testhost (hostid=4030201) at Sun Nov 22 11:14:06 2026",
        canRewind: false,
    });
    expect(readRefusal("cannot import 'tank': I/O error")).toEqual({ lastUser: undefined, canRewind: false });
});

test("ZFS says that it could go back, and how far, on standard output", () => {
    const said = saidBy({
        ...{ state: "failed", recorded: true, stderr: "cannot import 'tank': I/O error\n" },
        stdout: "\tRecovery is possible, but will result in some data loss.\n\tReturning the pool to its state as of…",
    });
    expect(said).toMatch(/^cannot import 'tank': I\/O error\nRecovery is possible/);
    expect(readRefusal(said).canRewind).toBe(true);
});

test("directories are one a line, and may hold colons", () => {
    expect(directoriesIn("")).toEqual([]);
    expect(directoriesIn(" /dev/disk/by-path/pci-0000:00:1f.2-ata-1\n\n/mnt\r\n/mnt\n")).toEqual([
        "/dev/disk/by-path/pci-0000:00:1f.2-ata-1",
        "/mnt",
    ]);
});
