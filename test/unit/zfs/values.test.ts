import { capabilitiesOf } from "../../../src/zfs/capabilities.ts";
import {
    checkDatasetName,
    checkPoolName,
    checkSnapshotName,
    checkUserPropertyName,
} from "../../../src/zfs/names.ts";
import { count, decimal, exactBytes, formatCount, formatSize, parseSize } from "../../../src/zfs/size.ts";
import { parseDate, parseDuration } from "../../../src/zfs/time.ts";

describe("sizes", () => {
    test.each([
        ["0", 0n],
        ["0B", 0n],
        ["512", 512n],
        ["60.3M", 63229133n],
        ["1.5 TiB", 1649267441664n],
        ["10g", 10737418240n],
        ["9007199254740993", 9007199254740993n],
        ["7.99E", 9211842821808707338n],
    ])("%s is %s bytes", (text, bytes) => {
        expect(parseSize(text)).toBe(bytes);
    });

    test.each(["", "-", "G", "1,2,3", "10GG", "-1", "0x10", "1e3", "8E", "18446744073709551611"])(
        "%j is no size",
        (text) => {
            expect(parseSize(text)).toBeUndefined();
        },
    );

    test.each([
        [0n, "0 B"],
        [1023n, "1023 B"],
        [1024n, "1 KiB"],
        [1536n, "1.5 KiB"],
        [63288320n, "60.4 MiB"],
        [251658240n, "240 MiB"],
        [6707000000000n, "6.1 TiB"],
        [(1n << 40n) - 1n, "1024 GiB"],
        [2n ** 63n - 1n, "8 EiB"],
    ])("%s bytes are shown as %s", (bytes, text) => {
        expect(formatSize(bytes)).toBe(text);
    });

    test("what is shown is read again as the same to three digits", () => {
        for (let bytes = 1n; bytes < 2n ** 62n; bytes = bytes * 3n + 7n)
            expect(formatSize(parseSize(formatSize(bytes)) ?? 0n)).toBe(formatSize(bytes));
    });

    test("of a counter above 2^53 no digit is shown that is not known", () => {
        const shown = (text: string) => formatCount(count(text) ?? 0);
        expect(["0", "9007199254740991", "18446744073709551615"].map(shown)).toEqual([
            "0",
            "9007199254740991",
            "≈1.84e+19",
        ]);
    });

    test("counters and fractions", () => {
        expect([count("12"), count("1.13M"), count("-"), count("18446744073709551611")]).toEqual([
            12,
            1184891,
            undefined,
            18446744073709551611,
        ]);
        expect([exactBytes("12"), exactBytes("1K"), exactBytes("-")]).toEqual([12n, undefined, undefined]);
        expect([decimal("11,29"), decimal("120.25"), decimal("-")]).toEqual([11.29, 120.25, undefined]);
    });
});

describe("times", () => {
    test("dates are read as UTC", () => {
        expect(parseDate("Sun Nov 22 11:09:20 2026")).toBe(1795345760);
        expect(parseDate("Tue Sep  1 00:03:05 2021")).toBe(1630454585);
        expect(parseDate("Sun Nov 22 11:11:21 UTC 2026")).toBe(1795345881);
        expect(
            ["yesterday", "Sun Foo 22 11:09:20 2026", "Sun 22 Nov 2026 11:09:20 AM CET"].map(parseDate),
        ).toEqual([undefined, undefined, undefined]);
    });

    test.each([
        ["00:15:42", 942],
        ["0 days 00:00:27", 27],
        ["1 day 00:00:01", 86401],
        ["3 days 01:29:09", 264549],
        ["14h28m", 52080],
        ["soon", undefined],
    ])("%s", (text, seconds) => {
        expect(parseDuration(text)).toBe(seconds);
    });
});

describe("names", () => {
    const long = (length: number) => "a".repeat(length);

    test.each(["tank", "my pool", "a", "a b:c_d.e-f", "cache", "logs", "Mirror", " tank".trim(), long(239)])(
        "pool %j",
        (name) => {
            expect(checkPoolName(name)).toBeUndefined();
        },
    );

    test.each([
        ["", { kind: "empty" }],
        [long(240), { kind: "tooLong", limit: 239 }],
        ["1tank", { kind: "mustBeginWithLetter" }],
        [" tank", { kind: "mustBeginWithLetter" }],
        ["tänk", { kind: "invalidCharacter", character: "ä" }],
        ["tank😀", { kind: "invalidCharacter", character: "😀" }],
        ["tank/a", { kind: "invalidCharacter", character: "/" }],
        ["tank%", { kind: "invalidCharacter", character: "%" }],
        ["mirror-pool", { kind: "reserved", word: "mirror" }],
        ["spares", { kind: "reserved", word: "spare" }],
        ["log", { kind: "reserved", word: "log" }],
    ])("no pool %j", (name, problem) => {
        expect(checkPoolName(name)).toEqual(problem);
    });

    test.each([
        ["tank/a b/c", undefined],
        ["tank//a", { kind: "emptyComponent" }],
        ["/tank", { kind: "emptyComponent" }],
        ["tank/", { kind: "emptyComponent" }],
        ["tank/..", { kind: "selfReference" }],
        ["tank/a@b", { kind: "invalidCharacter", character: "@" }],
        [`tank/${long(250)}`, undefined],
        [`tank/${long(251)}`, { kind: "tooLong", limit: 255 }],
        [`tank${"/a".repeat(49)}`, undefined],
        [`tank${"/a".repeat(50)}`, { kind: "tooDeep", limit: 49 }],
    ])("dataset %j", (name, problem) => {
        expect(checkDatasetName(name)).toEqual(problem);
    });

    test("snapshots and user properties", () => {
        expect(checkSnapshotName("tank/a", "b c")).toBeUndefined();
        expect(checkSnapshotName("tank", "")).toEqual({ kind: "empty" });
        expect(checkSnapshotName("tank", "a@b")).toEqual({ kind: "invalidCharacter", character: "@" });
        expect(checkSnapshotName("tank", long(251))).toEqual({ kind: "tooLong", limit: 255 });
        expect(checkUserPropertyName("org.zfsadmin:job")).toBeUndefined();
        expect(checkUserPropertyName("job")).toEqual({ kind: "missingColon" });
        expect(checkUserPropertyName("Org:job")).toEqual({ kind: "invalidCharacter", character: "O" });
        expect(checkUserPropertyName("-a:b")).toEqual({ kind: "beginsWithDash" });
    });
});

describe("capabilities", () => {
    const nothing = new Set<string>();
    const asked = (userland: string, kernel = userland) =>
        capabilitiesOf({
            versions: { userland, kernel },
            json: false,
            features: nothing,
            datasetProperties: nothing,
            vdevProperties: nothing,
        });

    test("what the system shows counts, whatever its version", () => {
        const shown = capabilitiesOf({
            versions: { userland: "2.1.11", kernel: "2.1.11" },
            json: true,
            features: new Set(["raidz_expansion", "head_errlog"]),
            datasetProperties: new Set(["direct"]),
            vdevProperties: new Set(["autosit"]),
        });
        expect(shown).toMatchObject({
            json: true,
            raidzExpansion: true,
            scrubNew: true,
            errorScrub: true,
            directIo: true,
            autoSit: true,
            vdevProperties: true,
            fastDedup: false,
        });
        expect(asked("2.4.4")).toMatchObject({ json: false, raidzExpansion: false, vdevProperties: false });
    });

    test.each([
        ["2.1.11-1+deb12u1", false, false],
        ["2.1.15", true, false],
        ["2.2.2", false, false],
        ["2.2.3-pve1", true, false],
        ["2.3.3", true, false],
        ["2.3.4", true, true],
        ["2.4.0", true, true],
        ["3.0.0", true, true],
        ["0.8.6", false, false],
    ])("%s: slot power %s, rewrite %s", (version, slotPower, rewrite) => {
        expect(asked(version)).toMatchObject({ slotPower, rewrite });
    });

    test("tools and module both have to know it", () => {
        expect(asked("2.3.9", "2.3.3").rewrite).toBe(false);
    });
});
