import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { SNAPSHOT_COLUMNS, SnapshotsParser, parseSnapshots } from "../../../src/zfs/parse/snapshots.ts";
import { snapshotsOf } from "../../../src/zfs/reads.ts";
import { filterSnapshots, labelOf, sortSnapshots } from "../../../src/zfs/snapshot.ts";
import type { SnapshotColumn } from "../../../src/zfs/snapshot.ts";

const text = [
    "tank/my data@day 2\t11\t100\t1795345499\t0\t98304\t0",
    "tank/my data@Day 10\t12\t200\t1795355499\t65536\t98304\t2",
    "tank/my data@last\t18446744073709551615\t150\t-\t-\t1099511627776\t-",
    "",
].join("\n");
const snapshots = parseSnapshots(text);

test("one process lists the snapshots of a dataset, without those of what lies in it", () => {
    expect(snapshotsOf("tank/my data").join(" ")).toBe(
        "zfs list -Hp -t snapshot -d 1 -o name,guid,createtxg,creation,used,referenced,userrefs -s createtxg tank/my data",
    );
});

test("what is not told is not known, and 0 is 0", () => {
    expect(snapshots).toEqual([
        {
            ...{ name: "tank/my data@day 2", guid: "11", createtxg: 100, creation: 1795345499 },
            ...{ used: 0n, referenced: 98304n, holds: 0 },
        },
        {
            ...{ name: "tank/my data@Day 10", guid: "12", createtxg: 200, creation: 1795355499 },
            ...{ used: 65536n, referenced: 98304n, holds: 2 },
        },
        {
            ...{ name: "tank/my data@last", guid: "18446744073709551615", createtxg: 150 },
            ...{ creation: undefined, used: undefined, referenced: 1n << 40n, holds: undefined },
        },
    ]);
    expect(parseSnapshots("")).toEqual([]);
});

test("pieces may be cut anywhere", () => {
    for (let size = 1; size < text.length; size += 7) {
        const parser = new SnapshotsParser();
        for (let at = 0; at < text.length; at += size) parser.add(text.slice(at, at + size));
        expect(parser.end()).toEqual(snapshots);
    }
});

const line = "tank@a\t1\t2\t3\t4\t5\t6";

test.each([
    "tank\t1\t2\t3\t4\t5\t6\n",
    "tank@a\t-\t2\t3\t4\t5\t6\n",
    "tank@a\t1\t-\t3\t4\t5\t6\n",
    `${line}\t7\n`,
    `${line.slice(0, -2)}\n`,
    line,
    "\n",
])("%j is refused", (damaged) => {
    expect(SNAPSHOT_COLUMNS).toHaveLength(line.split("\t").length);
    expect(() => parseSnapshots(damaged)).toThrow(ParseError);
    expect(() => parseSnapshots(`${line}\n${damaged}`)).toThrow(/^line 2: /);
});

test("they are found by what stands behind the @", () => {
    expect(filterSnapshots(snapshots, " DAY ").map(labelOf)).toEqual(["day 2", "Day 10"]);
    expect(filterSnapshots(snapshots, "data")).toEqual([]);
    expect(filterSnapshots(snapshots, "")).toBe(snapshots);
});

test("what is not known comes last, numbers in names count, and what is alike is in the order of time", () => {
    const by = (column: SnapshotColumn, direction: "asc" | "desc") =>
        sortSnapshots(snapshots, column, direction).map(labelOf);
    expect(by("created", "desc")).toEqual(["Day 10", "last", "day 2"]);
    expect(by("name", "asc")).toEqual(["day 2", "Day 10", "last"]);
    expect(by("used", "asc")).toEqual(["day 2", "Day 10", "last"]);
    expect(by("used", "desc")).toEqual(["Day 10", "day 2", "last"]);
    expect(by("referenced", "asc")).toEqual(["day 2", "Day 10", "last"]);
    expect(by("referenced", "desc")).toEqual(["last", "Day 10", "day 2"]);
    expect(by("holds", "desc")).toEqual(["Day 10", "day 2", "last"]);
});
