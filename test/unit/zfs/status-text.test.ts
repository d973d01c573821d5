import type { Pool } from "../../../src/zfs/model.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseStatusJson } from "../../../src/zfs/parse/status-json.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { fixture, fixtureNames, jsonFixture } from "./fixtures.ts";

const VERSIONS = ["2.1.11", "2.1.11-suspended", "2.3.9"];
/** `-c` adds columns of scripts, which stay notes, and `-e` leaves titles without devices: the page uses neither. */
const OTHER_FLAGS = ["u.statusc.txt", "s01-flag-e.txt"];
const RECORDINGS = VERSIONS.flatMap((version) =>
    fixtureNames(`zpool-status/${version}`, ".txt")
        .filter((name) => !OTHER_FLAGS.includes(name))
        .map((name) => [version, name] as const),
);

/** The pools that the text names, by its "pool:" lines. */
function namedPools(text: string): readonly string[] {
    return [...text.matchAll(/^ *pool: (.*)$/gm)].map((match) => match[1] ?? "");
}

function only(text: string): Pool {
    const [pool, ...others] = parseStatus(text);
    expect(others).toEqual([]);
    if (pool === undefined) throw new Error("no pool");
    return pool;
}

function recording(name: string, version = "2.3.9"): Pool {
    return only(fixture(`zpool-status/${version}`, `${name}.txt`));
}

/** A one-disk pool with a row to fill in. */
function pool(name: string, row = `\t  sda  ONLINE       0     0     0`, more = ""): string {
    return (
        `  pool: ${name}\n state: ONLINE\n${more}config:\n\n\tNAME  STATE     READ WRITE CKSUM\n` +
        `\t${name}  ONLINE       0     0     0\n${row}\n\nerrors: No known data errors\n`
    );
}

test.each(RECORDINGS)("%s %s: every pool, and not a word unknown", (version, name) => {
    const text = fixture(`zpool-status/${version}`, name);
    const pools = parseStatus(text);
    expect(pools.map((candidate) => candidate.name)).toEqual(namedPools(text));
    for (const { unknown, root, sections } of pools) {
        expect(unknown.filter((line) => !line.includes("scan warning"))).toEqual([]);
        const notes = JSON.stringify([root, sections]).match(/"notes":\["[^\]]*\]/g);
        expect(notes).toBeNull();
    }
});

/** All that is said of the devices of pools that are open. */
const devices = (pools: readonly Pool[]) =>
    pools
        .filter(({ state }) => state !== "UNAVAIL")
        .map(({ name, root, sections }) => ({ name, root, sections }));

test.each(RECORDINGS)("%s %s: cut at any line, no device is missing, or all is refused", (version, name) => {
    const text = fixture(`zpool-status/${version}`, name);
    const whole = parseStatus(text);
    const lines = text.split("\n");
    for (let count = 1; count < lines.length; count++) {
        let pools: readonly Pool[] = [];
        try {
            pools = parseStatus(`${lines.slice(0, count).join("\n")}\n`);
        } catch (error) {
            if (!(error instanceof ParseError)) throw error;
        }
        expect(devices(pools)).toEqual(devices(whole.slice(0, pools.length)));
    }
});

test("the devices have an end, or may be some of them only, save of a pool that could not be opened", () => {
    const text = pool("tank").replace(/\n\nerrors: .*\n$/, "\n");
    expect(() => parseStatus(text)).toThrow(
        expect.objectContaining({ name: "ParseError", reason: "devices without an end", lineNumber: 7 }),
    );
    expect(only(`${text}\n`).errors).toBeUndefined();
    expect(parseStatus(text.replace("state: ONLINE", "state: FAULTED"))).toHaveLength(1);
    expect(parseStatus(text, "paste")).toHaveLength(1);
});

test("a paused scrub", () => {
    expect(recording("s04-paused", "2.1.11").scan).toMatchObject({
        kind: "scrub",
        state: "paused",
        start: Date.UTC(2026, 10, 22, 11, 21, 57) / 1000,
        pausedSince: Date.UTC(2026, 10, 22, 11, 22, 2) / 1000,
        scanned: 0n,
        total: 63333990n,
        percent: 0,
    });
});

test("a sequential rebuild stands next to the scrub before it", () => {
    const { scan, rebuilds, root } = recording("s05-rebuild", "2.1.11");
    expect(scan).toMatchObject({ kind: "scrub", state: "finished", errors: 0, seconds: 1 });
    expect(rebuilds).toMatchObject([
        { kind: "rebuild", vdev: "mirror-0", state: "inProgress", percent: 100 },
    ]);
    expect(root.children[0]?.children[2]).toMatchObject({ name: "/mnt/m6", activity: "resilvering" });
});

test("an expansion, a removal and a checkpoint", () => {
    expect(recording("s09-expanding").expansion).toMatchObject({
        vdev: "raidz1-0",
        vdevId: 0,
        state: "inProgress",
        percent: 21.19,
        secondsLeft: 18,
        waiting: false,
    });
    expect(recording("s07-removing").removal).toMatchObject({
        vdev: "mirror",
        state: "inProgress",
        percent: 0.07,
    });
    expect(recording("s07-removed").removal).toMatchObject({
        vdevId: 1,
        state: "finished",
        mappingMemory: 456n,
    });
    expect(recording("s06-checkpoint").checkpoint).toMatchObject({ state: "exists", space: 75264n });
});

test("an error scrub takes the place of the scan", () => {
    const { scan, errorScrub } = recording("s11-afterscrube");
    expect(scan).toBeUndefined();
    expect(errorScrub).toMatchObject({ kind: "errorScrub", state: "finished", errorBlocks: 9, seconds: 0 });
});

test("damaged files, one with a newline in its name", () => {
    expect(recording("s11-errorsv").errors).toEqual({
        kind: "list",
        paths: ["/err/plain", "/err/ünï", "/err/nl\nname", "/err/a b/file with space", "err/um:/inner"],
    });
    expect(recording("s11-errors").errors).toEqual({ kind: "count", count: 18 });
    expect(recording("s11-errors").messageId).toBe("ZFS-8000-8A");
});

test("a file name with newlines cannot pose as a pool or as another line", () => {
    const text = fixture("zpool-status/2.3.9", "s11-errorsv.txt");
    const name = "/err/x\n  pool: evil\n state: ONLINE\nconfig:\nerrors: No known data errors";
    const { errors } = only(`${text.trimEnd()}\n        ${name}\n`);
    expect(errors?.kind === "list" && errors.paths.at(-1)).toBe(name);
    const both = parseStatus(`${text}\n${pool("other")}`);
    expect(both.map((candidate) => candidate.name)).toEqual(["err", "other"]);
});

test("errors that could not be listed", () => {
    // That line goes to standard error, so the recording does not have it.
    const text = fixture("zpool-status/2.3.9", "s11-noroot.txt");
    expect(only(text).errors).toBeUndefined();
    expect(only(`${text}errors: List of errors unavailable: permission denied\n`).errors).toEqual({
        kind: "unavailable",
        reason: "permission denied",
    });
});

test("an errors line of standard error beside that of standard output", () => {
    const text = fixture("zpool-status/2.3.9", "s11-errors.txt");
    const reason = "pool I/O is currently suspended";
    const line = `errors: List of errors unavailable: ${reason}\n`;
    const both = { kind: "unavailable", reason, count: 18 };
    expect(only(text + line).errors).toEqual(both);
    expect(only(text.replace("errors:", `${line}errors:`)).errors).toEqual(both);
});

test.each([
    [
        "scrub in progress, 12.50% done, 0h7m to go",
        { kind: "scrub", state: "inProgress", percent: 12.5, secondsLeft: 420 },
    ],
    [
        "resilver in progress for 0h1m, 4.70% done, 0h35m to go",
        { kind: "resilver", state: "inProgress", percent: 4.7 },
    ],
    [
        "scrub stopped after 0h1m with 0 errors on Wed Jan 20 15:15:09 2010",
        { kind: "scrub", state: "canceled", seconds: 60 },
    ],
    ["error scrub in progress since Sun Nov 22 11:11:23 2026", { kind: "errorScrub", state: "inProgress" }],
])("an old or rare scan line: %s", (words, expected) => {
    const read = only(pool("p", undefined, ` scrub: ${words}\n`));
    expect(read.scan ?? read.errorScrub).toMatchObject(expected);
});

test("a missing device is known by its guid and its last place", () => {
    expect(recording("s14-missinglog").sections).toMatchObject([
        {
            kind: "logs",
            vdevs: [
                {
                    guid: "12762186953998158283",
                    was: "/mnt/gl",
                    path: "/mnt/gl",
                    kind: "file",
                    state: "UNAVAIL",
                },
            ],
        },
    ]);
});

test("initialize and trim", () => {
    const [device] = recording("s10-initsusp").root.children[0]?.children ?? [];
    const start = Date.UTC(2026, 10, 22, 11, 11, 2) / 1000;
    expect(device?.initialize).toEqual({ state: "suspended", percent: 28, time: start });
    expect(device?.trim).toBeUndefined();
    expect(recording("s10-loop").root.children[0]?.trim).toEqual({ state: "none" });
});

test("what the output does not carry is undefined, not 0", () => {
    const { root, guid, scan, dedup } = recording("s01-full");
    expect([guid, root.guid, root.slowIos, root.space, root.trim, scan, dedup]).toEqual(
        Array(7).fill(undefined),
    );
});

test("groups have no slow I/Os, whatever -p prints for them", () => {
    const [, tank] = parseStatus(fixture("zpool-status/2.1.11", "s01-flag-vPLpsit.txt"));
    const [mirror] = tank?.root.children ?? [];
    const [special] = tank?.sections.find(({ kind }) => kind === "special")?.vdevs ?? [];
    const slow = [tank?.root, mirror, special, mirror?.children[0], special?.children[0]];
    expect(slow.map((vdev) => vdev?.slowIos)).toEqual([undefined, undefined, undefined, 0, 0]);
});

test.each([
    "cache",
    "logs",
    "spares",
    "my  pool",
    "<script>alert(1)</script>",
    'a"b',
    "$(reboot)",
    "-x",
    "pool:",
])("a pool called %s", (name) => {
    const read = only(pool(name));
    expect(read.name).toBe(name);
    expect(read.root.name).toBe(name);
    expect(read.sections).toEqual([]);
});

test("a vdev with spaces, markup and a replacement character in its name", () => {
    const name = '/mnt/a  b/<b>"x"</b> \u{fffd} ONLINE';
    const row = `\t  ${name}  DEGRADED     1     2 1.13M  too many errors  (resilvering)`;
    expect(only(pool("p", row)).root.children).toMatchObject([
        {
            name,
            state: "DEGRADED",
            errors: { read: 1, write: 2, checksum: 1184891 },
            aux: "too many errors",
            activity: "resilvering",
        },
    ]);
});

test("words of a later version are kept", () => {
    const text = pool("p", `\t  sda  DREAMING     0     0     0  (dreaming)`, "condense: in progress\n");
    const read = only(text);
    expect(read.unknown).toEqual(["condense: in progress"]);
    expect(read.root.children).toMatchObject([{ state: "DREAMING", notes: ["(dreaming)"] }]);
    const section = `\t  sda  ONLINE       0     0     0\n\tscratch\t\n\t  sdb  ONLINE       0     0     0`;
    expect(only(pool("p", section)).sections).toMatchObject([{ kind: "scratch", vdevs: [{ name: "sdb" }] }]);
});

test("counters above 2^63 keep their first digits: they are errors, too", () => {
    const counted = { read: 2 ** 64, write: 0, checksum: 0 };
    const row = `\t  sda  ONLINE  18446744073709551611     0     0`;
    expect(only(pool("p", row)).root.children[0]?.errors).toEqual(counted);
    const text = jsonFixture("zpool-status/2.3.9", "s01-full.json").replaceAll(
        '"read_errors":"0"',
        '"read_errors":"18446744073709551611"',
    );
    expect(parseStatusJson(text)[0]?.root.errors).toEqual(counted);
});

test.each([
    ["a cut name", 6, "\t    /mnt/a", "a device without a state"],
    ["a cut state", 6, "\t    /mnt/a1  ONL", "a device without error counters"],
    ["a cut counter", 6, "\t    /mnt/a1  ONLINE       0     0", "a device without error counters"],
    ["a class without devices", 8, "\tdedup\t", "a class without devices"],
    ["no devices", 2, "config:", "no devices"],
])("output that ends with %s", (_, index, last, reason) => {
    const lines = fixture("zpool-status/2.3.9", "s01-full.txt").split("\n");
    const text = [...lines.slice(0, index), last].join("\n");
    expect(() => parseStatus(text)).toThrow(ParseError);
    expect(() => parseStatus(text)).toThrow(
        expect.objectContaining({ reason, line: last, lineNumber: index + 1 }),
    );
});

test("devices without the header above them", () => {
    const text = pool("p").replace(/\tNAME .*\n/, "");
    expect(() => parseStatus(text)).toThrow("no header above the devices");
});

test("a listing of unhealthy devices alone is no device tree", () => {
    const text = fixture("zpool-status/2.3.9", "s01-flag-e.txt");
    expect(() => parseStatus(text)).toThrow("a class without devices");
});

test.each(["2.1.11", "2.3.9"])("%s: what the scripts of -c add to rows are notes", (version) => {
    const text = fixture(`zpool-status/${version}`, "u.statusc.txt");
    const { name, unknown, root, sections } = only(text);
    expect([name, unknown]).toEqual(["tank", []]);
    const leaves = [...root.children, ...sections.flatMap(({ vdevs }) => vdevs)].flatMap((vdev) =>
        vdev.children.length > 0 ? vdev.children : [vdev],
    );
    expect(leaves.map((vdev) => vdev.notes)).toEqual(leaves.map(() => ["256M"]));
    expect(leaves.length).toBe(text.match(/ 256M$/gm)?.length);
});

test("JSON that was cut", () => {
    for (const name of ["s11-errorsv.json", "s11-cleared.json"])
        expect(() => parseStatusJson(fixture("zpool-status/2.3.9", name))).toThrow(ParseError);
    const flat = fixture("zpool-status/2.3.9", "j.statusflat.json");
    expect(() => parseStatusJson(flat)).toThrow("no device tree");
});

test("something else than a status", () => {
    for (const text of ["bash: zpool: command not found\n", "{}", "\u{fffd}\u{fffd}"])
        expect(() => parseStatus(text)).toThrow(ParseError);
    for (const text of ["", "null", "[]", "{}", "  pool: tank\n"])
        expect(() => parseStatusJson(text)).toThrow(ParseError);
});

test("nothing to tell is no pools", () => {
    expect(parseStatus("")).toEqual([]);
    expect(parseStatusJson('{"pools":{}}')).toEqual([]);
});

test("10 MB take seconds, not minutes: time grows with length", () => {
    const rows = Array.from(
        { length: 200_000 },
        (_, index) => `\t  /dev/disk/by-id/ata-${index}  ONLINE       0     0     0`,
    );
    const text = pool("p", rows.join("\n"));
    expect(text.length).toBeGreaterThan(10e6);
    const begin = process.cpuUsage();
    expect(only(text).root.children.length).toBe(200_000);
    const { user, system } = process.cpuUsage(begin);
    expect((user + system) / 1e6).toBeLessThan(5);
});
