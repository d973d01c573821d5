import type { Vdev } from "../../../src/zfs/model.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { fixture, fixtureNames, jsonFixture } from "./fixtures.ts";

const FOLDER = "zpool-status/2.3.9";
/** Cut in the middle of a file name by LC_ALL=C, or without a device tree (--json-flat-vdevs): refused. */
const REFUSED = ["s11-cleared.json", "s11-errorsv.json", "s11-vvj.json", "j.statusflat.json"];
const RECORDINGS = fixtureNames(FOLDER, ".json").filter((name) => !REFUSED.includes(name));

/** A pool with one disk, whose keys can be given. */
function onePool(pool: Readonly<Record<string, unknown>>, disk: Readonly<Record<string, unknown>> = {}) {
    const sda = { name: "sda", vdev_type: "disk", state: "ONLINE", ...disk };
    const vdevs = { p: { name: "p", vdev_type: "root", state: "ONLINE", vdevs: { sda } } };
    return parseStatusJson(
        JSON.stringify({ pools: { p: { name: "p", state: "ONLINE", vdevs, ...pool } } }),
        2000,
    )[0];
}

function oneDisk(
    disk: Readonly<Record<string, unknown>>,
    pool: Readonly<Record<string, unknown>> = {},
): Vdev | undefined {
    return onePool(pool, disk)?.root.children[0];
}

/** How many rows a device tree has. */
const rows = (vdev: Vdev): number => vdev.children.reduce((sum, child) => sum + rows(child), 1);

test.each(RECORDINGS)("%s: every pool, every device, and not a word unknown", (name) => {
    const text = jsonFixture(FOLDER, name);
    const pools = parseStatusJson(text);
    const { pools: printed } = JSON.parse(text) as { readonly pools: Record<string, { name: string }> };
    expect(pools.map((pool) => pool.name)).toEqual(Object.values(printed).map((pool) => pool.name));
    expect(pools.flatMap(({ unknown }) => unknown)).toEqual([]);
    const vdevs = pools.flatMap(({ root, sections }) => [root, ...sections.flatMap((each) => each.vdevs)]);
    const count = vdevs.reduce((sum, vdev) => sum + rows(vdev), 0);
    // what tells of a rebuild or a removal names its vdev, too
    const trees = JSON.stringify(printed, (key, value: unknown) => (key.endsWith("_stats") ? null : value));
    expect(count).toBe(trees.match(/"guid":/g)?.length ?? 0);
});

test.each(REFUSED)("%s is refused", (name) => {
    expect(() => parseStatusJson(jsonFixture(FOLDER, name))).toThrow(
        expect.objectContaining({ name: "ParseError" }),
    );
});

const GIB = 2 ** 30;

const SCANNING = {
    function: "SCRUB",
    state: "SCANNING",
    start_time: "900",
    to_examine: String(110 * GIB),
    examined: String(60 * GIB),
    skipped: String(10 * GIB),
    issued: String(50 * GIB),
    issued_bytes_per_scan: String(40 * GIB),
    bytes_per_scan: String(60 * GIB),
    pass_start: "1000",
    scrub_spent_paused: "200",
    scrub_pause: "0",
};

test("rates and time left follow from the time of the call", () => {
    expect(onePool({ scan_stats: SCANNING })?.scan).toMatchObject({
        kind: "scrub",
        state: "inProgress",
        percent: 50,
        rate: Math.floor((40 * GIB) / 800),
        scanRate: Math.floor((60 * GIB) / 800),
        secondsLeft: 1000,
    });
});

test("the time in the output wins, and without any there are no rates", () => {
    const text = jsonFixture(FOLDER, "s09-expanding.json");
    const timed = text.replace("{", '{"time":"1795345839",');
    expect(parseStatusJson(timed, 1)[0]?.expansion?.rate).toBe(4013260);
    expect(parseStatusJson(text)[0]?.expansion).toMatchObject({ state: "inProgress", rate: undefined });
});

test("below 10 MB/s ZFS estimates nothing, and neither do we", () => {
    const slow = { ...SCANNING, issued_bytes_per_scan: String(GIB) };
    expect(onePool({ scan_stats: slow })?.scan).toMatchObject({
        rate: Math.floor(GIB / 800),
        secondsLeft: undefined,
    });
});

test("a paused scrub is SCANNING with a time", () => {
    const paused = { ...SCANNING, scrub_pause: "1500" };
    expect(onePool({ scan_stats: paused })?.scan).toMatchObject({
        state: "paused",
        pausedSince: 1500,
        percent: 50,
    });
});

test("an error scrub stands beside the scan", () => {
    const [pool] = parseStatusJson(jsonFixture(FOLDER, "s11-afterscrube.json"));
    expect(pool?.scan).toMatchObject({ kind: "scrub", state: "finished", errors: 18 });
    expect(pool?.errorScrub).toMatchObject({ kind: "errorScrub", state: "finished", errorBlocks: 9 });
});

test.each([
    [{ state: "CANT_OPEN", aux: "OPEN_FAILED" }, "UNAVAIL", "cannot open"],
    [{ state: "CANT_OPEN", aux: "CORRUPT_DATA" }, "FAULTED", "corrupted data"],
    [{ state: "CANT_OPEN", aux: "SPLIT_POOL" }, "SPLIT", "split into new pool"],
    [{ state: "CLOSED" }, "OFFLINE", undefined],
    [{ state: "DREAMING", aux: "TOO_TIRED" }, "DREAMING", "TOO_TIRED"],
    [{ state: "constructor", aux: "constructor" }, "constructor", "constructor"],
])("%j is %s in the text's words", (disk, state, aux) => {
    expect(oneDisk(disk)).toMatchObject({ state, aux });
});

test.each(["1a2", "one", "1,2,3", "-1", "0x10", "1e3", "123456789012345678901"])(
    "a count or a size of %j is refused, not taken for none",
    (broken) => {
        const refused = expect.objectContaining({ name: "ParseError", lineNumber: 1 });
        for (const key of ["read_errors", "slow_ios", "total_space", "removing"])
            expect(() => oneDisk({ read_errors: "0", [key]: broken })).toThrow(refused);
        expect(() => onePool({ error_count: broken })).toThrow(refused);
        expect(() => onePool({ scan_stats: { ...SCANNING, errors: broken } })).toThrow(refused);
        expect(() => onePool({ scan_stats: { ...SCANNING, issued: broken } })).toThrow(refused);
    },
);

test("what is not set is no broken number, and neither is one that is too large to be held", () => {
    for (const unset of ["-", "", null])
        expect(oneDisk({ read_errors: unset, total_space: unset })).toMatchObject({
            errors: { read: undefined },
            space: { size: undefined },
        });
    const large = oneDisk({ read_errors: "18446744073709551611", total_space: "18446744073709551611" });
    expect(large).toMatchObject({ errors: { read: 2 ** 64 }, space: { size: undefined } });
    expect(oneDisk({ read_errors: "1.13M", total_space: "8E" })).toMatchObject({
        errors: { read: 1184891 },
        space: { size: undefined },
    });
});

test("a vdev may lack its kind and state", () => {
    expect(oneDisk({ vdev_type: undefined, state: undefined })).toMatchObject({
        kind: undefined,
        state: undefined,
    });
});

test("who takes part in a scan", () => {
    const resilver = { scan_stats: { ...SCANNING, function: "RESILVER" } };
    expect(oneDisk({ scan_processed: "1" }, resilver)?.activity).toBe("resilvering");
    expect(oneDisk({ scan_processed: "1" }, { scan_stats: SCANNING })?.activity).toBe("repairing");
    expect(oneDisk({ resilver_deferred: "1" }, resilver)?.activity).toBe("awaiting resilver");
    expect(oneDisk({}, resilver)?.activity).toBeUndefined();
    expect(oneDisk({ scan_processed: "1" })?.activity).toBeUndefined();
});

test("block sizes are told only when the device wants larger ones", () => {
    const sizes = { configured_ashift: "9", physical_ashift: "12" };
    expect(oneDisk(sizes)?.blockSize).toEqual({ configured: 512n, native: 4096n });
    expect(oneDisk({ ...sizes, configured_ashift: "12" })?.blockSize).toBeUndefined();
});

test("data errors: none, a count, a list, or why there is none", () => {
    const errors = (keys: Readonly<Record<string, unknown>>) => onePool(keys)?.errors;
    expect(errors({ error_count: "0" })).toEqual({ kind: "none" });
    expect(errors({ error_count: "18" })).toEqual({ kind: "count", count: 18 });
    expect(errors({ error_count: "18", errlist: ["/a\nb"] })).toEqual({
        kind: "list",
        count: 18,
        paths: ["/a\nb"],
    });
    expect(errors({ error_count: "1", errlist: "Permission denied" })).toEqual({
        kind: "unavailable",
        count: 1,
        reason: "Permission denied",
    });
    expect(errors({})).toBeUndefined();
});

test("rounded numbers of --json-int are unknown, sizes for people are read", () => {
    const [pool] = parseStatusJson(fixture(FOLDER, "s01-full.json"));
    expect(pool?.guid).toBeUndefined();
    expect(pool?.root.space?.size).toBe(754974720n);
    const [, tank] = parseStatusJson(fixture(FOLDER, "j.status.json"));
    expect(tank).toMatchObject({
        name: "tank",
        guid: "9610273138761160755",
        root: { space: { size: 754974720n } },
    });
});

test("names that are dangerous elsewhere are kept byte for byte", () => {
    for (const name of [
        "<script>alert(1)</script>",
        "$(reboot)",
        '"',
        "a  b",
        "__proto__",
        "constructor",
        "\u{fffd}",
    ])
        expect(oneDisk({ name })?.name).toBe(name);
});

test("a class of vdevs and other keys of a later version are kept under their own words", () => {
    const sdb = { name: "sdb", vdev_type: "disk", guid: "7", state: "DEGRADED", read_errors: "1" };
    const rebuilds = { sda: { name: "sda", guid: "8", state: "ACTIVE" } };
    const condense = { log_spacemap: { start_time: "1", processed: "2" } };
    const pool = onePool({
        spread: { sdb },
        rebuilds,
        condense,
        mood: "good",
        logs: { sdc: { name: "sdc", guid: "8" } },
    });
    expect(pool?.sections).toMatchObject([
        { kind: "logs", vdevs: [{ name: "sdc" }] },
        { kind: "spread", vdevs: [{ name: "sdb", guid: "7", state: "DEGRADED" }] },
    ]);
    expect(pool?.unknown).toEqual([
        'rebuilds: {"sda":{"name":"sda","guid":"8","state":"ACTIVE"}}',
        'condense: {"log_spacemap":{"start_time":"1","processed":"2"}}',
        'mood: "good"',
    ]);
});

test.each([
    [{ vdevs: 5 }, '"vdevs" is no object'],
    [{ vdevs: null }, '"vdevs" is no object'],
    [{ vdevs: { p: "ONLINE" } }, '"p" is no object'],
    [{ vdevs: undefined }, "a pool without its devices"],
    [{ state: ["ONLINE"] }, '"state" is no text'],
    [{ name: {} }, '"name" is no text'],
    [{ pool_guid: true }, '"pool_guid" is no text'],
    [{ scan_stats: "SCRUB" }, '"scan_stats" is no object'],
    [{ spares: [] }, '"spares" is no object'],
    [{ error_count: {} }, '"error_count" is no text'],
    [{ errlist: {}, error_count: "1" }, '"errlist" is no text'],
])("a pool with %j is refused: %s", (pool, reason) => {
    expect(() => onePool(pool)).toThrow(expect.objectContaining({ name: "ParseError", reason }));
});

test.each([
    [{ vdevs: 5 }, '"vdevs" is no object'],
    [{ vdevs: { sdb: null } }, '"sdb" is no object'],
    [{ name: 1.5 }, 'a vdev without "name"'],
    [{ state: {} }, '"state" is no text'],
    [{ guid: ["1"] }, '"guid" is no text'],
    [{ aux: false }, '"aux" is no text'],
    [{ read_errors: {} }, '"read_errors" is no text'],
])("a device with %j is refused: %s", (disk, reason) => {
    expect(() => oneDisk(disk)).toThrow(expect.objectContaining({ name: "ParseError", reason }));
});

test.each([[], null, "tank", undefined])("%j in place of the pools is refused", (pools) => {
    expect(() => parseStatusJson(JSON.stringify({ pools }))).toThrow(/"pools"/);
});
