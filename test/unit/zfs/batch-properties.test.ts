import { batchResults, ranStep } from "../../../src/zfs/batch-results.ts";
import type { RanStep } from "../../../src/zfs/batch-results.ts";
import { batchSteps, buildRest, progressOf } from "../../../src/zfs/batch-steps.ts";
import { OperandError } from "../../../src/zfs/commands/command.ts";
import { seenProperty } from "../../../src/zfs/commands/expect.ts";
import { inheritProperty, setProperties } from "../../../src/zfs/commands/properties.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";
import { inParts } from "../../../src/zfs/in-parts.ts";
import type { OneOfMany } from "../../../src/zfs/inheritance.ts";
import type { Ended } from "../../../src/zfs/outcome.ts";
import { parseModule } from "../../../src/zfs/parse/module.ts";

import { fixture } from "./fixtures.ts";

const rules = parseModule(fixture("zfs-module", "2.3.9.txt")).datasetProperties;

const dataset = (name: string, type = "filesystem"): Dataset => ({ name, type, guid: `guid of ${name}` });
const identity = ({ name, guid }: Dataset) => ({ name, guid });
const [a, b] = [dataset("tank/a"), dataset("tank/my data")];

test("properties are set in one call for all datasets that were seen", () => {
    const command = setProperties(
        [a, b],
        [
            ["compression", "zstd"],
            ["org.example:note", 'a\n"b" $()'],
        ],
    );
    expect(command).toEqual({
        argv: ["zfs", "set", "compression=zstd", 'org.example:note=a\n"b" $()', "tank/a", "tank/my data"],
        danger: "none",
        purpose: {
            kind: "setProperties",
            properties: ["compression", "org.example:note"],
            datasets: ["tank/a", "tank/my data"],
        },
        expect: { datasets: [identity(a), identity(b)] },
        touches: [
            { pool: "tank", dataset: "tank/a" },
            { pool: "tank", dataset: "tank/my data" },
        ],
    });
});

test.each([
    [setProperties([a], [["mountpoint", "/srv"]]), "zfs set mountpoint=/srv tank/a", "disruptive"],
    [
        setProperties([a], [["mountpoint", "/srv"]], { isNoted: true }),
        "zfs set -u mountpoint=/srv tank/a",
        "none",
    ],
    [
        setProperties([a], [["volsize", "1"]], {
            isDestructive: true,
            seen: [seenProperty(a, { name: "volsize", value: "2" })],
        }),
        "zfs set volsize=1 tank/a",
        "destructive",
    ],
    [inheritProperty([a], "atime"), "zfs inherit atime tank/a", "none"],
    [inheritProperty([a], "quota", { isReceived: true }), "zfs inherit -S quota tank/a", "none"],
    [inheritProperty([a], "atime", { isRecursive: true }), "zfs inherit -r atime tank/a", "disruptive"],
])("%j", ({ argv, danger }, line, howBad) => {
    expect(argv.join(" ")).toBe(line);
    expect(danger).toBe(howBad);
});

test("what was seen of a property is expected, and nothing where nothing was set", () => {
    const seen = [seenProperty(a, { name: "atime", value: "off", source: "local" })];
    const expected = { datasets: [identity(a)], properties: seen };
    expect(seen).toEqual([{ name: "tank/a", property: "atime", value: "off" }]);
    expect(setProperties([a], [["atime", "on"]], { seen }).expect).toEqual(expected);
    expect(inheritProperty([a], "atime", { seen }).expect).toEqual(expected);
    expect(seenProperty(a, { name: "org.example:note" }).value).toBeNull();
});

test("no volume is resized without the size that was seen", () => {
    expect(() => setProperties([a], [["volsize", "1"]])).toThrow("without the size");
    const seen = [seenProperty(a, { name: "volsize", value: "2" })];
    expect(() => setProperties([a, b], [["volsize", "1"]], { seen })).toThrow("without the size");
});

test("many volumes get another size only if each has the one that was seen", () => {
    const volumes = ["tank/v", "tank/w"].map((name) => ({ ...dataset(name, "volume"), volsize: 1n << 30n }));
    const [step] = batchSteps(volumes, [{ name: "volsize", value: "2147483648" }], rules);
    const expected = (some: readonly Dataset[]) => step?.build(some).expect.properties;
    const value = "1073741824";
    expect(expected(volumes)).toEqual([
        { name: "tank/v", property: "volsize", value },
        { name: "tank/w", property: "volsize", value },
    ]);
    expect(expected(volumes.slice(1))).toHaveLength(1);
    const [other] = batchSteps(volumes, [{ name: "compression", value: "zstd" }], rules);
    expect(other?.build(volumes).expect.properties).toBeUndefined();
});

test("what would be read as an option is no property", () => {
    expect(() => setProperties([a], [["-u", "x"]])).toThrow(OperandError);
    expect(() => inheritProperty([a], "-r")).toThrow(OperandError);
});

const many = Array.from({ length: 500 }, (_one, index) => dataset(`tank/home/user${index}`));

test("many datasets are one process for each command line that differs", () => {
    const edits = [
        { name: "compression", value: "zstd" },
        { name: "recordsize", value: "1048576" },
        { name: "atime", value: undefined },
    ];
    const some = many.slice(0, 100);
    const steps = batchSteps([...some, dataset("tank/v", "volume"), dataset("dozer/a")], edits, rules);
    expect(steps.map((step) => step.build(step.datasets).argv.slice(0, 4).join(" "))).toEqual([
        "zfs set compression=zstd recordsize=1048576",
        "zfs inherit atime tank/home/user0",
        "zfs set compression=zstd tank/v",
        "zfs set compression=zstd recordsize=1048576",
        "zfs inherit atime dozer/a",
    ]);
    expect(steps[0]?.datasets).toEqual(some);
    expect(batchSteps([dataset("tank/v", "volume")], edits.slice(1), rules)).toEqual([]);
});

test("a hundred datasets are changed at once, and those count that have nothing before them any more", () => {
    const edits = [
        { name: "compression", value: "zstd" },
        { name: "atime", value: undefined },
    ];
    const steps = batchSteps(many, edits, rules);
    expect(steps.map(({ datasets }) => datasets.length)).toEqual(Array.from({ length: 10 }, () => 100));
    const after = (count: number) =>
        progressOf(
            steps,
            steps.map((_step, index) => index < count),
        );
    expect([0, 1, 2, 3, 10].map((count) => after(count).finished)).toEqual([0, 0, 100, 100, 500]);
    expect(after(3).all).toBe(500);
});

test("what was received comes back by a command line of its own", () => {
    const received = [{ name: "atime", value: undefined, isReceived: true }];
    const steps = batchSteps([a, b], received, rules);
    expect(steps.map((step) => step.build(step.datasets).argv.join(" "))).toEqual([
        "zfs inherit -S atime tank/a tank/my data",
    ]);
    const now = (source: string) => [{ dataset: "tank/a", name: "atime", value: "off", source }];
    const ran = steps.map((step) => ({ step, outcome: ended({}), changed: [] }));
    const state = (source: string) => batchResults([a], received, steps, ran, now(source))[0]?.state;
    expect(["received", "default", "local"].map(state)).toEqual(["done", "done", "failed"]);
});

test("a command line is only so long, whatever the names", () => {
    const long = Array.from({ length: 500 }, (_one, index) => dataset(`tank/${"x".repeat(240)}${index}`));
    const steps = batchSteps(long, [{ name: "atime", value: "off" }], rules);
    expect(steps.flatMap((step) => step.datasets)).toEqual(long);
    expect(steps.length).toBeGreaterThan(1);
    for (const step of steps) {
        const { argv } = step.build(step.datasets);
        expect(JSON.stringify(argv).length).toBeLessThan(65_536);
    }
});

test("parts are as full as they may be", () => {
    const parts = inParts(["aa", "bb", "cc", "ddddddddddddddd"], (name) => name, { bytes: 10 });
    expect(parts).toEqual([["aa", "bb"], ["cc"], ["ddddddddddddddd"]]);
    expect(inParts([], String)).toEqual([]);
});

const ended = (news: Partial<Ended>) =>
    ({
        kind: "ended",
        state: "failed",
        exitStatus: 255,
        stdout: "",
        stderr: "",
        recorded: true,
        ...news,
    }) as const;
const edits = [{ name: "quota", value: "none" }];
const quota = (name: string, value: string): OneOfMany => ({
    dataset: name,
    name: "quota",
    value,
    source: value === "1" ? "default" : "local",
});

function resultsOf(
    names: readonly string[],
    outcome: RanStep["outcome"] | undefined,
    now?: readonly OneOfMany[],
    changed: RanStep["changed"] = [],
) {
    const all = names.map((name) => dataset(name));
    const steps = batchSteps(all, edits, rules);
    const ran = outcome ? steps.map((step) => ({ step, outcome, changed })) : [];
    return batchResults(all, edits, steps, ran, now).map((one) =>
        [
            ...[one.dataset, one.state, ...one.words],
            ...one.changed.flatMap((difference) =>
                difference.what === "property" ? difference.property : [],
            ),
        ].join(": "),
    );
}

test("ZFS names those that it refuses; of the others the values tell", () => {
    const stderr =
        "cannot set property for 'tank/b': size is less than current used or reserved space\ncannot open 'tank/d': dataset does not exist\n";
    const now = [quota("tank/a", "0"), quota("tank/b", "1"), quota("tank/c", "1")];
    expect(resultsOf(["tank/a", "tank/b", "tank/c", "tank/d"], ended({ stderr }), now)).toEqual([
        "tank/a: done",
        "tank/b: failed: cannot set property for 'tank/b': size is less than current used or reserved space",
        "tank/c: failed",
        "tank/d: failed: cannot open 'tank/d': dataset does not exist",
    ]);
});

test("what was set, and could only not be mounted or shared again, was set", () => {
    const stderr =
        "cannot mount '/ro': Read-only file system\ncannot share 'tank/a': SMB share creation failed\nproperty may be set but unable to remount filesystem\n";
    const words = "cannot share 'tank/a': SMB share creation failed";
    expect(resultsOf(["tank/a"], ended({ state: "done", exitStatus: 0, stderr }))).toEqual([
        `tank/a: done: ${words}`,
    ]);
    expect(resultsOf(["tank/a"], ended({ stderr }), [quota("tank/a", "0")])).toEqual([
        `tank/a: done: ${words}`,
    ]);
});

test("what is known is said, and nothing else", () => {
    expect(resultsOf(["tank/a"], ended({ state: "done", exitStatus: 0 }))).toEqual(["tank/a: done"]);
    expect(resultsOf(["tank/a"], undefined)).toEqual(["tank/a: notRun"]);
    expect(resultsOf(["tank/a"], ended({}))).toEqual(["tank/a: unknown"]);
    const lost = { kind: "lost", error: new Error("gone"), output: "" } as const;
    expect(resultsOf(["tank/a", "tank/b"], lost, [quota("tank/a", "0"), quota("tank/b", "1")])).toEqual([
        "tank/a: done",
        "tank/b: unknown",
    ]);
    const refused = { kind: "refused", refusal: { reason: "busy", message: "busy" } } as const;
    expect(resultsOf(["tank/a"], refused)).toEqual(["tank/a: failed: busy"]);
    const larger = {
        what: "property",
        name: "tank/b",
        property: "volsize",
        expected: "1",
        found: "2",
    } as const;
    expect(resultsOf(["tank/a", "tank/b"], ended({ state: "done" }), undefined, [larger])).toEqual([
        "tank/a: done",
        "tank/b: failed: volsize",
    ]);
});

test("a dataset that has none of the properties is left alone", () => {
    const volume = dataset("tank/v", "volume");
    const edit = [{ name: "recordsize", value: "512" }];
    expect(batchResults([volume], edit, batchSteps([volume], edit, rules), [], [])).toEqual([
        { dataset: "tank/v", state: "none", words: [], changed: [] },
    ]);
});

test("what is gone is left out, and the rest is done without it", () => {
    const [step] = batchSteps([a, b], [{ name: "atime", value: "off" }], rules);
    if (!step) throw new Error("there is a step");
    const gone = (...names: readonly string[]) => ({
        kind: "refused" as const,
        refusal: {
            reason: "changed" as const,
            message: "it changed since you looked",
            differences: names.map((name) => ({ what: "dataset" as const, name, expected: "1" })),
        },
    });
    expect(buildRest(step, gone("tank/a"))?.argv.join(" ")).toBe("zfs set atime=off tank/my data");
    expect(buildRest(step, gone("tank/a", "tank/my data"))).toBeUndefined();
    expect(buildRest(step, ended({}))).toBeUndefined();
    const differences = [{ what: "property" as const, name: "tank/a", property: "volsize", found: "2" }];
    const refusal = { reason: "changed" as const, message: "", differences };
    expect(buildRest(step, { kind: "refused", refusal })?.argv.at(-1)).toBe("tank/my data");
    const done = ended({ state: "done" });
    expect(ranStep(step, [gone("tank/a"), done])).toEqual({
        step,
        outcome: done,
        changed: gone("tank/a").refusal.differences,
    });
    expect(ranStep(step, [])).toBeUndefined();
});
