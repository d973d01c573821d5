import {
    clonesElsewhere,
    destroyGroups,
    destroyOrder,
    isFree,
    outermost,
    strangers,
} from "../../../src/zfs/destroy-plan.ts";
import { parseDestroyDryRun } from "../../../src/zfs/parse/destroy-dry-run.ts";
import { parseHeld, parseHolds } from "../../../src/zfs/parse/held.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseSnapshotChoices } from "../../../src/zfs/parse/snapshot-choices.ts";
import { parseUses } from "../../../src/zfs/parse/uses.ts";
import { promotionOf } from "../../../src/zfs/promotion.ts";

import { filesystem } from "./dataset-samples.ts";
import { fixture, fixtureNames } from "./fixtures.ts";

test.each(fixtureNames("zfs-destroy", "-destroydry.txt"))("the dry run of a pool's datasets: %s", (name) => {
    const names = parseDestroyDryRun(fixture("zfs-destroy", name));
    expect(names).toContain("tank/with space@snap one");
    expect(names.at(-1)).toBe("tank");
    expect(names).toHaveLength(8);
});

test("a clone that goes with its origin is named once, though the dry run comes to it twice", () => {
    expect(
        parseDestroyDryRun(
            "destroy\ttank/a/copy\ndestroy\ttank/a@x\ndestroy\ttank/a/copy\ndestroy\ttank/a\n",
        ),
    ).toEqual(["tank/a/copy", "tank/a@x", "tank/a"]);
});

test.each(["would destroy tank/a\n", "destroy\n", "destroy\ta\tb\n", "keep\ttank\n"])(
    "what is no dry run is not guessed at: %j",
    (text) => {
        expect(() => parseDestroyDryRun(text)).toThrow(ParseError);
    },
);

test("the held ones among snapshots", () => {
    expect(parseHeld("tank/a@x\t7\t0\ntank/a b@y\t8\t2\n")).toEqual([
        { name: "tank/a@x", guid: "7", isHeld: false },
        { name: "tank/a b@y", guid: "8", isHeld: true },
    ]);
    expect(() => parseHeld("tank/a@x\t7\n")).toThrow(ParseError);
    expect(() => parseHeld("tank/a@x\t7\tmany\n")).toThrow(ParseError);
});

test.each(fixtureNames("zfs-destroy", "-holds.txt"))("the tags of a snapshot: %s", (name) => {
    expect(parseHolds(fixture("zfs-destroy", name)).get("tank/norm@s1")?.toSorted()).toEqual([
        "keep",
        "tag one",
    ]);
    expect(() => parseHolds("tank/a@x\tkeep\n")).toThrow(ParseError);
});

test("another dataset of the same name is not what was chosen", () => {
    const dataset = { name: "tank/a", guid: "2" };
    const plan = {
        ...{ contents: [], held: [] },
        targets: [{ dataset, others: [], snapshots: [], names: ["tank/a"] }],
    };
    expect(strangers([dataset], plan)).toEqual([]);
    expect(
        strangers(
            [
                { ...dataset, guid: "1" },
                { name: "tank/b", guid: "3" },
            ],
            plan,
        ),
    ).toEqual([
        { what: "dataset", name: "tank/a", expected: "1", found: "2" },
        { what: "dataset", name: "tank/b", expected: "3", found: undefined },
    ]);
});

test("of chosen datasets only those are destroyed that go with no other one", () => {
    const names = ["tank/a", "tank/a/b", "tank/ab", "tank/a/b/c"].map((name) => ({ name }));
    expect(outermost(names).map(({ name }) => name)).toEqual(["tank/a", "tank/ab"]);
});

test("each target has what lies in it, with its snapshots", () => {
    const [a, b, c] = ["tank/a", "tank/a/b", "tank/ab"].map((name) => filesystem(name));
    const snapshots = ["tank/a@x", "tank/a/b@x", "tank/ab@y"].map((name) => ({ name, guid: "1" }));
    const groups = destroyGroups(
        ["tank/ab", "tank/a", "tank/gone"],
        [a, b, c].flatMap((one) => one ?? []),
        snapshots,
    );
    expect([...groups]).toEqual([
        ["tank/ab", { dataset: c, others: [], snapshots: snapshots.slice(2) }],
        ["tank/a", { dataset: a, others: [b], snapshots: snapshots.slice(0, 2) }],
    ]);
});

test("clones that stay stand in the way, those that go with it do not", () => {
    const datasets = [
        filesystem("tank/a"),
        filesystem("tank/a/copy", { origin: "tank/a@x" }),
        filesystem("tank/b", { origin: "tank/a@x" }),
        filesystem("tank/c", { origin: "tank/a/copy@y" }),
        filesystem("tank/d", { origin: "tank/ab@x" }),
    ];
    const clones = clonesElsewhere(["tank/a"], datasets);
    expect(clones.map(({ name }) => name)).toEqual(["tank/b", "tank/c"]);
    expect(clonesElsewhere(["tank/a", "tank/b", "tank/c"], datasets)).toEqual([]);
    expect(isFree({ held: [], clones, uses: undefined })).toBe(false);
    expect(isFree({ held: [], clones: [], uses: undefined })).toBe(true);
    expect(isFree({ held: [{ name: "tank/a@x", tags: [] }], clones: [], uses: undefined })).toBe(false);
    const uses = parseUses('{"processes":[],"volumes":[{"volume":"tank/v","uses":["swap"]}]}');
    expect(isFree({ held: [], clones: [], uses })).toBe(false);
});

test("a clone that goes, too, goes before what it was made of", () => {
    const datasets = [
        filesystem("tank/a"),
        filesystem("tank/b", { origin: "tank/a/in@x" }),
        filesystem("tank/b/in", { origin: "tank/b@x" }),
        filesystem("tank/c/in", { origin: "tank/b@y" }),
    ];
    const { names, knotted, cloned } = destroyOrder(["tank/a", "tank/b", "tank/c", "tank/d"], datasets);
    expect(names).toEqual(["tank/c", "tank/d", "tank/b", "tank/a"]);
    expect(knotted).toEqual([]);
    expect([...cloned]).toEqual(["tank/a", "tank/b"]);
});

test("what was cloned from each other cannot go in any order, and its clones stand in the way", () => {
    const datasets = [
        filesystem("tank/a/in", { origin: "tank/b@x" }),
        filesystem("tank/b/in", { origin: "tank/a@x" }),
        filesystem("tank/c", { origin: "tank/a@x" }),
    ];
    const chosen = ["tank/a", "tank/b", "tank/c"];
    expect(destroyOrder(chosen, datasets)).toMatchObject({
        names: ["tank/c"],
        knotted: ["tank/a", "tank/b"],
    });
    expect(clonesElsewhere(chosen, datasets).map(({ name }) => name)).toEqual(["tank/a/in", "tank/b/in"]);
});

test("the snapshots up to the origin move to a clone that is promoted", () => {
    const theirs = parseSnapshotChoices("t/a@1\t1\t10\nt/a@2\t2\t20\nt/a@3\t3\t30\n");
    const own = parseSnapshotChoices("t/b@1\t4\t40\nt/b@9\t5\t50\n");
    const datasets = [
        filesystem("t/b", { origin: "t/a@2" }),
        filesystem("t/c", { origin: "t/a@1" }),
        filesystem("t/d", { origin: "t/a@3" }),
    ];
    const promotion = promotionOf("t/b", "t/a@2", { theirs, own, datasets });
    expect(promotion.origin).toBe("t/a");
    expect(promotion.moving.map(({ name }) => name)).toEqual(["t/a@1", "t/a@2"]);
    expect(promotion.clashing).toEqual(["1"]);
    expect(promotion.others.map(({ name }) => name)).toEqual(["t/c"]);
    expect(() => parseSnapshotChoices("t/a@1\t1\n")).toThrow(ParseError);
});
