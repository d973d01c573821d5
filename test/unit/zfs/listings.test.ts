import { joinStatus } from "../../../src/zfs/join-status.ts";
import type { Vdev } from "../../../src/zfs/model.ts";
import { parseImport } from "../../../src/zfs/parse/import.ts";
import { parseListVdevs } from "../../../src/zfs/parse/list-vdevs.ts";
import { LIST_COLUMNS, parseList } from "../../../src/zfs/parse/list.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseStatus } from "../../../src/zfs/parse/status.ts";
import { parseVersion } from "../../../src/zfs/parse/version.ts";
import { fixture, fixtureNames } from "./fixtures.ts";

const VERSIONS = ["2.1.11", "2.3.9"];

describe("zpool list", () => {
    const line = ["my pool", "11499723671100887423", "251658240", "112128", "251546112"].join("\t");

    test("a line for each pool, unset values undefined", () => {
        expect(parseList(`${line}\t-\t-\t4\t0\t1.00\tONLINE\t-\toff\ton\toff\n`)).toEqual([
            {
                name: "my pool",
                guid: "11499723671100887423",
                size: 251658240n,
                allocated: 112128n,
                free: 251546112n,
                checkpoint: undefined,
                expandSize: undefined,
                fragmentation: 4,
                capacity: 0,
                dedupRatio: 1,
                health: "ONLINE",
                altroot: undefined,
                readonly: false,
                delegation: true,
                autoreplace: false,
            },
        ]);
        expect(LIST_COLUMNS).toHaveLength(15);
    });

    test.each([
        ["size", ["1a2", "4", "0", "1.00"]],
        ["fragmentation", ["251658240", "4%", "0", "1.00"]],
        ["capacity", ["251658240", "4", "none", "1.00"]],
        ["dedupratio", ["251658240", "4", "0", "1.0.0"]],
    ])("a broken %s is refused with its line", (column, [size, fragmentation, capacity, ratio]) => {
        const numbers = [size, "0", "0", "-", "-", fragmentation, capacity, ratio].join("\t");
        const whole = `${line}\t-\t-\t4\t0\t1.00\tONLINE\t-\toff\ton\toff\n`;
        expect(() => parseList(`${whole}tank\t12\t${numbers}\tONLINE\t-\toff\ton\toff\n`)).toThrow(
            expect.objectContaining({
                name: "ParseError",
                reason: `a pool whose ${column} is no number`,
                lineNumber: 2,
            }),
        );
    });

    test("a pool that cannot be opened has no numbers, and one from 2^63 on is not held", () => {
        const none = `tank\t12${"\t-".repeat(8)}\tUNAVAIL\t-\toff\ton\toff\n`;
        expect(parseList(none)).toMatchObject([{ size: undefined, capacity: undefined }]);
        const large = none.replace("12\t-", "12\t18446744073709551611");
        expect(parseList(large)).toMatchObject([{ size: undefined, health: "UNAVAIL" }]);
    });

    test("no pools, and a line that was cut", () => {
        expect(parseList("")).toEqual([]);
        expect(() => parseList(`${line}\t-\t-\t4\t0\t1.0`)).toThrow(ParseError);
        expect(() => parseList("tank\tno guid\t-\t-\t-\t-\t-\t-\t-\t-\tONLINE\t-\toff\ton\toff\n")).toThrow(
            "without a guid",
        );
    });
});

describe("zpool import", () => {
    test.each(VERSIONS)("%s: every listing, and not a word unknown", (version) => {
        const names = fixtureNames(`zpool-import/${version}`, ".txt");
        expect(names.length).toBeGreaterThan(8);
        for (const name of names) {
            const text = fixture(`zpool-import/${version}`, name);
            const pools = parseImport(text);
            const named = [...text.matchAll(/^ *pool: (.*)$/gm)].map((match) => match[1]);
            expect(pools.map((pool) => pool.name)).toEqual(named);
            expect(pools.every((pool) => pool.root.name === pool.name && pool.action !== undefined)).toBe(
                true,
            );
            expect(
                pools.flatMap((pool) => pool.unknown).filter((words) => !words.startsWith("Additional")),
            ).toEqual([]);
        }
    });

    test.each(VERSIONS)("%s: classes, of which caches and spares have no state", (version) => {
        const [pool] = parseImport(fixture(`zpool-import/${version}`, "listing.txt"));
        const row = (vdev: Vdev) => [vdev.name, vdev.state];
        expect(pool?.sections.map(({ kind, vdevs }) => [kind, vdevs.map(row)])).toEqual([
            ["cache", [["/mnt/c1", undefined]]],
            [
                "spares",
                [
                    ["/mnt/sp1", undefined],
                    ["/mnt/sp2", undefined],
                ],
            ],
            ["dedup", [["mirror-3", "ONLINE"]]],
            ["special", [["mirror-2", "ONLINE"]]],
            ["logs", [["/mnt/l1", "ONLINE"]]],
        ]);
    });

    test("destroyed pools, two of one name, a missing log", () => {
        expect(parseImport(fixture("zpool-import/2.1.11", "destroyed.txt"))).toMatchObject([
            { name: "dead", guid: "15956554051941731491", destroyed: true, state: "ONLINE" },
        ]);
        expect(parseImport(fixture("zpool-import/2.3.9", "dup.txt")).map(({ guid }) => guid)).toEqual([
            "7978003731852329702",
            "16789153744093140796",
        ]);
        expect(parseImport(fixture("zpool-import/2.1.11", "missinglog.txt"))).toMatchObject([
            {
                state: "UNAVAIL",
                messageId: "ZFS-8000-6X",
                root: { aux: "missing device" },
                sections: [{ kind: "logs", vdevs: [{ state: "UNAVAIL", aux: "cannot open" }] }],
                unknown: [expect.stringContaining("Additional devices")],
            },
        ]);
    });

    test("a listing that was cut", () => {
        const text = fixture("zpool-import/2.3.9", "listing.txt");
        expect(() => parseImport(text.slice(0, text.indexOf("config:")))).toThrow("without its devices");
        expect(() => parseImport(text.slice(0, text.indexOf("    id:")))).toThrow(ParseError);
    });
});

describe("zfs version", () => {
    test("tools and module, or no module", () => {
        expect(parseVersion("zfs-2.1.11-1+deb12u1\nzfs-kmod-2.1.10-1\n")).toEqual({
            userland: "2.1.11-1+deb12u1",
            kernel: "2.1.10-1",
        });
        expect(parseVersion("zfs-2.3.9-0+deb13u1\n")).toEqual({
            userland: "2.3.9-0+deb13u1",
            kernel: undefined,
        });
        expect(() => parseVersion("zfs-kmod-2.1.10-1\n")).toThrow(ParseError);
        expect(() => parseVersion("")).toThrow(ParseError);
    });
});

describe("the three calls before 2.3", () => {
    const status = parseStatus(fixture("zpool-status/2.1.11", "s01-flag-vPLpsit.txt"));
    const guids = parseStatus(fixture("zpool-status/2.1.11", "s01-g.txt"));
    const sizes = parseListVdevs(fixture("zpool-list", "2.1.11-v.txt"));
    const usage = parseList(
        "tank\t6350291166902429056\t1\t1\t1\t-\t-\t0\t0\t1.00\tONLINE\t-\toff\ton\toff\n",
    );

    test("make one model", () => {
        const [other, tank] = joinStatus({ status, guids, sizes, usage });
        expect(tank).toMatchObject({ guid: "6350291166902429056", root: { space: { size: 754974720n } } });
        expect(tank?.root.children[0]).toMatchObject({
            name: "mirror-0",
            guid: guids[0]?.root.children[0]?.name,
            space: { size: 251658240n, allocated: 0n, free: 251658240n, fragmentation: 0 },
        });
        const spares = tank?.sections.find(({ kind }) => kind === "spares")?.vdevs;
        expect(spares?.map((spare) => [spare.name, /^\d+$/.test(spare.guid ?? ""), spare.space])).toEqual([
            ["/mnt/sp1", true, { physical: 268435456n }],
            ["/mnt/sp2", true, { physical: 268435456n }],
        ]);
        // -g was asked for tank alone.
        expect(other?.root.children[0]?.guid).toBeUndefined();
        expect(other?.root.children[0]?.space?.fragmentation).toBe(3);
    });

    test("the size of a device is not the space that ZFS made of it", () => {
        const tank = joinStatus({ status, guids, sizes, usage })[1];
        const space = (kind: string) =>
            tank?.sections.find((section) => section.kind === kind)?.vdevs[0]?.space;
        expect(tank?.root.children[0]?.children[0]?.space).toEqual({ physical: 268435456n });
        expect(space("logs")).toMatchObject({ size: 251658240n, allocated: 0n, physical: 268435456n });
        expect(space("cache")).toMatchObject({ size: 263192576n, allocated: 0n, physical: 268435456n });
        expect(space("special")?.size).toBe(251658240n);
        expect(space("special")?.physical).toBeUndefined();
    });

    test("a missing log has the space that it had, and no size of its own", () => {
        const missing = parseListVdevs(
            "tank  100  40  60  -  -  0%  40%  1.00x  DEGRADED  -\n" +
                "logs  -  -  -  -  -  -  -  -  -\n" +
                "  127621869  251658240  0  251658240  -  -  0%  0.00%  -  UNAVAIL\n",
        );
        expect(missing[0]?.sections[0]?.children[0]?.space).toMatchObject({
            size: 251658240n,
            physical: undefined,
        });
    });

    test("a tree that changed in between gets no guids", () => {
        const changed = guids.map((pool) => ({ ...pool, sections: pool.sections.slice(1) }));
        const tank = joinStatus({ status, guids: changed, sizes: [], usage: [] })[1];
        expect(tank?.root.children[0]).toMatchObject({ name: "mirror-0", state: "ONLINE" });
        expect(tank?.root.children[0]?.guid).toBeUndefined();
        expect(tank?.guid).toBeUndefined();
    });

    test("a line that is no row", () => {
        expect(() => parseListVdevs("NAME  SIZE  ALLOC\ntank  240\n")).toThrow(ParseError);
    });
});
