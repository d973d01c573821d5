import { commandWords } from "../../../src/pages/change/command-words.ts";
import {
    batchSettable,
    draftProblem,
    editsOf,
    emptyDraft,
    settableGroups,
    waysOfMany,
} from "../../../src/pages/dataset-properties/batch-draft.ts";
import {
    datasetFieldHelp,
    datasetPropertyHelp,
    inGroups,
    propertyTitle,
} from "../../../src/pages/dataset-properties/catalog.ts";
import { datasetProblemText, datasetValueText } from "../../../src/pages/dataset-properties/value-text.ts";
import { inheritProperty, setProperties } from "../../../src/zfs/commands/properties.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";
import { parseModule } from "../../../src/zfs/parse/module.ts";
import { waysOf } from "../../../src/zfs/property-ways.ts";
import { fixture } from "../zfs/fixtures.ts";

const rulesOf = (version: string) => parseModule(fixture("zfs-module", `${version}.txt`)).datasetProperties;
const rules = rulesOf("2.3.9");

const home: Dataset = { name: "tank/home", type: "filesystem", guid: "1", used: 4096n };
const disk: Dataset = { name: "tank/disk", type: "volume", guid: "2" };

test.each(["2.1.11", "2.3.9"])("all properties of datasets have a title and help: %s", (version) => {
    const names = [...rulesOf(version)]
        .filter(
            ([, { isVisible, datasets }]) =>
                isVisible && datasets.some((type) => /^(filesystem|volume)$/.test(type)),
        )
        .map(([name]) => name);
    expect(names.length).toBeGreaterThan(70);
    for (const name of names) {
        expect([name, propertyTitle(name)]).not.toEqual([name, name]);
        expect(datasetPropertyHelp(name)).not.toBe("");
    }
    expect(inGroups(names.map((name) => ({ name }))).map(({ id }) => id)).not.toContain("other");
});

test("what is not known here has ZFS's own words, and a place", () => {
    const groups = inGroups([{ name: "org.example:a" }, { name: "later" }, { name: "quota" }]);
    expect(groups.map(({ title, properties }) => [title, ...properties.map(({ name }) => name)])).toEqual([
        ["Limits and reservations", "quota"],
        ["Other", "later"],
        ["User properties", "org.example:a"],
    ]);
    const rule = rules.get("atime");
    expect(propertyTitle("later")).toBe("later");
    expect(datasetPropertyHelp("later", rule)).toBe("It may hold: on | off");
    expect(propertyTitle("constructor")).toBe("constructor");
});

test.each([
    ["quota", /^The most .* It may hold: <size> \| none$/],
    ["snapshot_limit", / It may hold: <count> \| none$/],
    ["recordsize", / It may hold: a power of two from 512 B to 16 MiB, such as 128K$/],
    ["special_small_blocks", / It may hold: 0, or a power of two from 512 B to 16 MiB/],
    ["sync", / It may hold: standard \| always \| disabled$/],
])("the help of %s says what it may hold", (name, help) => {
    expect(datasetPropertyHelp(name, rules.get(name))).toMatch(help);
});

test("what cannot be set, or is in view already, needs no such list", () => {
    expect(datasetPropertyHelp("used", rules.get("used"))).toBe(datasetPropertyHelp("used"));
    const help = (name: string) => {
        const settable = batchSettable(name, [home], rules);
        return settable && datasetFieldHelp(settable, rules.get(name));
    };
    expect(help("atime")).toBe(datasetPropertyHelp("atime"));
    expect(help("quota")).toContain("<size> | none");
    expect(help("org.example:a")).toBe(datasetPropertyHelp("org.example:a"));
});

test.each([
    ["quota", "10737418240", "10 GiB"],
    ["quota", "0", "none"],
    ["recordsize", "131072", "128 KiB"],
    ["special_small_blocks", "0", "0 B"],
    ["compressratio", "1.43", "1.43x"],
    ["guid", "17174601159375627496", "17174601159375627496"],
    ["compression", "zstd", "zstd"],
    ["org.example:a", "4096", "4096"],
    ["org.example:a", "x".repeat(400), `${"x".repeat(300)}…`],
])("%s of %s is %s", (name, value, text) => {
    expect(datasetValueText(value, rules.get(name))).toBe(text);
});

test("problems are sentences", () => {
    expect(datasetProblemText({ kind: "noMultiple", block: 16384n })).toBe(
        "A multiple of the block size, 16 KiB",
    );
    expect(datasetProblemText({ kind: "noSize", words: [] })).toBe("A size such as 10G");
    expect(datasetProblemText({ kind: "noSize", words: ["none"] })).toBe("A size such as 10G, or none");
});

test("commands are told by what they do, and to what", () => {
    const atime = setProperties([home], [["atime", "off"]]);
    expect(commandWords(atime.purpose).done).toBe("atime of tank/home set");
    expect(commandWords(inheritProperty([home, disk], "atime").purpose).summary).toBe(
        "Inherit atime of 2 datasets",
    );
    expect(commandWords(inheritProperty([home], "atime", { isReceived: true }).purpose).failed).toBe(
        "atime of tank/home was not set back to what was received",
    );
});

test("a value can be taken back only where it was set, and reverted only where another was received", () => {
    expect(waysOf({ name: "atime", source: "default" })).toEqual(["set"]);
    expect(waysOf({ name: "atime", source: "local", received: "off" })).toEqual([
        "set",
        "inherit",
        "received",
    ]);
    expect(waysOf({ name: "atime", source: "received", received: "off" })).toEqual(["set", "inherit"]);
    expect(waysOf({ name: "quota", source: "local", received: "1" })).toEqual(["set", "received"]);
    expect(waysOf({ name: "volsize", source: "local", received: "1" })).toEqual(["set"]);
    expect(waysOf({ name: "org.example:a", source: "local" })).toEqual(["set", "inherit"]);
});

const draft = (name: string, value: string, more = {}) => ({ ...emptyDraft(0), name, value, ...more });

test("what many datasets can be given is what one of them has, and nothing is wrong with", () => {
    const names = (datasets: readonly Dataset[]) =>
        settableGroups(datasets, rules).flatMap((group) => group.names);
    expect(names([disk])).toContain("volsize");
    expect(names([disk])).not.toContain("recordsize");
    expect(names([home, disk])).toEqual(expect.arrayContaining(["recordsize", "volsize", "compression"]));
    expect(names([home, disk])).not.toContain("encryption");
    expect(editsOf([draft("quota", "1M")], [home, disk], rules)).toEqual([
        { name: "quota", value: "1048576" },
    ]);
    expect(draftProblem(draft("quota", "1K"), [disk, home], rules)).toEqual({
        problem: { kind: "belowUsed", least: 4096n },
        dataset: "tank/home",
    });
    expect(draftProblem(draft("quota", "x"), [home], rules)?.dataset).toBeUndefined();
});

test.each([
    [[emptyDraft(0)]],
    [[draft("quota", "")]],
    [[draft("quota", "1K")]],
    [[draft("atime", "on"), draft("atime", "off")]],
    [[draft("Big:name", "x", { isUser: true })]],
    [[draft(":", "x", { isUser: true })]],
])("%j is not ready", (drafts) => {
    expect(editsOf(drafts, [home], rules)).toBeUndefined();
});

test("what is inherited needs no value", () => {
    expect(editsOf([draft("org.example:a", "", { isUser: true, way: "inherit" })], [home], rules)).toEqual([
        { name: "org.example:a", value: undefined, isReceived: false },
    ]);
    expect(editsOf([draft("atime", "", { way: "received" })], [home], rules)).toEqual([
        { name: "atime", value: undefined, isReceived: true },
    ]);
    expect(waysOfMany("atime")).toEqual(["set", "inherit", "received"]);
    expect(waysOfMany("quota")).toEqual(["set"]);
});

test("many filesystems are not mounted at one place, over each other", () => {
    const other: Dataset = { ...home, name: "tank/other", guid: "9" };
    const problem = (value: string, datasets: readonly Dataset[]) =>
        draftProblem(draft("mountpoint", value), datasets, rules)?.problem.kind;
    expect(problem("/srv", [home, other])).toBe("onePlace");
    expect(problem("/srv", [home])).toBeUndefined();
    // a volume is mounted nowhere
    expect(problem("/srv", [home, disk])).toBeUndefined();
    expect(["none", "legacy"].map((value) => problem(value, [home, other]))).toEqual([undefined, undefined]);
    expect(
        draftProblem(draft("mountpoint", "/srv", { way: "inherit" }), [home, other], rules),
    ).toBeUndefined();
});
