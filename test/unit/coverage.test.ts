import { readFileSync } from "node:fs";
import { join } from "node:path";

import { missingIn, optionsInUsage, readCoverage, refusesDoubleDash, vainCalls } from "../coverage.ts";

import { fixture } from "./zfs/fixtures.ts";

const ROOT = join(__dirname, "../..");
const rows = readCoverage(readFileSync(join(ROOT, "docs/coverage.md"), "utf8"));

/** What the helper lets through: the options of each subcommand, by program. */
const helperTable = readFileSync(join(ROOT, "helper/zfsadmin/subcommands.py"), "utf8");

function letThrough(program: string): ReadonlyMap<string, readonly string[]> {
    const [, table = ""] =
        new RegExp(`^${program.toUpperCase()} = """\n(.*?)"""`, "ms").exec(helperTable) ?? [];
    return new Map(
        table
            .trim()
            .split("\n")
            .map((line) => {
                const [subcommand = "", ...options] = (line.split("|")[0] ?? "").trim().split(/\s+/);
                return [subcommand, options.map((option) => option.replace(/=$/, ""))] as const;
            }),
    );
}

const optionsOf = (program: string, subcommand: string, isIncluded: (where: string) => boolean) =>
    rows
        .filter((row) => row.program === program && row.subcommand === subcommand && isIncluded(row.where))
        .flatMap(({ options }) => options);

test("the tables are read, and no option stands in them twice", () => {
    expect(rows.length).toBeGreaterThan(90);
    for (const { program, subcommand } of rows) {
        const options = optionsOf(program, subcommand, () => true);
        expect(options).toEqual([...new Set(options)]);
    }
});

test.each(["zpool", "zfs"])(
    "what the helper lets through of %s is what stands in the tables as let through",
    (program) => {
        const table = letThrough(program);
        expect(table.size).toBeGreaterThan(20);
        for (const [subcommand, options] of table) {
            const told = optionsOf(program, subcommand, (where) => where !== "terminal");
            expect([subcommand, ...told.toSorted()]).toEqual([subcommand, ...options.toSorted()]);
            expect(rows.some((row) => row.program === program && row.subcommand === subcommand)).toBe(true);
        }
    },
);

test("what only the helper runs is something that the helper runs", () => {
    for (const { program, subcommand, where } of rows)
        if (where === "execute") expect(letThrough(program).has(subcommand)).toBe(true);
});

test("no dry run is said to be run by the helper, which refuses them", () => {
    const runs = rows.filter(({ where, options }) => where === "execute" && options.includes("-n"));
    expect(runs).toEqual([]);
});

test.each(["2.1.11-zpool", "2.1.11-zfs", "2.3.9-zpool", "2.3.9-zfs"])("nothing of %s is left out", (name) => {
    const usage = optionsInUsage(fixture("usage", `${name}.txt`));
    expect(usage.size).toBeGreaterThan(25);
    expect(missingIn(rows, name.replace(/.*-/, ""), usage)).toEqual([]);
});

test("options are found however they are written", () => {
    const usage = optionsInUsage(
        "\ttrim [-dw] [-r <rate>] [-c | -s] <-a | <pool> [<device> ...]>\n\tlist [-j [--json-int,\n\t    --json-key]] -V <new-size>\n",
    );
    expect([...(usage.get("trim") ?? [])]).toEqual(["-d", "-w", "-r", "-c", "-s", "-a"]);
    expect([...(usage.get("list") ?? [])]).toEqual(["-j", "--json-int", "--json-key", "-V"]);
    expect(missingIn([], "zpool", usage)).toEqual(["zpool trim", "zpool list"]);
});

test("every subcommand that the helper lets through can be called in vain", () => {
    const calls = vainCalls(helperTable);
    for (const program of ["zpool", "zfs"])
        expect(calls.map(({ argv }) => argv).filter(([name]) => name === program)).toHaveLength(
            letThrough(program).size,
        );
    for (const { operands } of calls) {
        expect(operands).not.toContain("");
        expect(operands.length).toBeGreaterThan(0);
    }
    const lineOf = (name: string) => {
        const call = calls.find(({ argv }) => argv.slice(0, 2).join(" ") === name);
        return [...(call?.argv ?? []), ...(call?.operands ?? [])].join(" ");
    };
    expect(lineOf("zpool reopen")).toBe("zpool reopen nosuchpool");
    expect(lineOf("zpool prefetch")).toBe("zpool prefetch -t ddt nosuchpool");
    expect(lineOf("zfs unallow")).toBe("zfs unallow -e nosuchpool/none");
});

test("what does not take a double dash is known by name", () => {
    const names = refusesDoubleDash(readFileSync(join(ROOT, "helper/zfsadmin/arguments.py"), "utf8"));
    expect(names).toContain("zpool set");
    const known = vainCalls(helperTable).map(({ argv }) => argv.slice(0, 2).join(" "));
    expect(names.filter((name) => !known.includes(name))).toEqual([]);
});
