// docs/coverage.md, compared with what the ZFS that runs says of itself.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { missingIn, optionsInUsage, readCoverage, refusesDoubleDash, vainCalls } from "../coverage.ts";

import { expect, test } from "./fixtures.ts";

const text = (path: string) => readFileSync(resolve(import.meta.dirname, "../..", path), "utf8");
const rows = readCoverage(text("docs/coverage.md"));

for (const program of ["zpool", "zfs"])
    test(`every subcommand and option of ${program} stands in the table of what is offered @all`, async ({
        machine,
    }) => {
        const { stderr } = await machine.execute(program, { check: false });
        const usage = optionsInUsage(stderr);
        expect(usage.size).toBeGreaterThan(25);
        expect(missingIn(rows, program, usage)).toEqual([]);
        // what a subcommand says of itself; further words in its text are properties and permissions
        for (const subcommand of usage.keys()) {
            const argv = [program, subcommand, "--no-such-option"];
            const { stderr: own } = await machine.execute(argv, { check: false });
            const options = optionsInUsage(own).get(subcommand);
            if (options) expect(missingIn(rows, program, new Map([[subcommand, options]]))).toEqual([]);
        }
    });

test("a double dash ends the options of every subcommand but of those that the helper knows @all", async ({
    machine,
}) => {
    test.setTimeout(300_000);
    const refusing = refusesDoubleDash(text("helper/zfsadmin/arguments.py"));
    const said = async (words: readonly string[]) => {
        const { stdout, stderr } = await machine.execute(words, { check: false });
        return stdout + stderr;
    };
    const pools = await said(["zpool", "list", "-Hpo", "name,guid"]);
    const [takes, refuses]: [string[], string[]] = [[], []];
    for (const { argv, operands } of vainCalls(text("helper/zfsadmin/subcommands.py"))) {
        const plain = await said([...argv, ...operands]);
        if (plain.startsWith("unrecognized command")) continue; // this release has no such thing
        expect(plain).not.toBe("");
        // who takes it says the same of what is not there
        const isTaken = (await said([...argv, "--", ...operands])) === plain;
        (isTaken ? takes : refuses).push(argv.slice(0, 2).join(" "));
    }
    expect(await said(["zpool", "list", "-Hpo", "name,guid"])).toBe(pools);
    expect(takes.length).toBeGreaterThan(35);
    expect(refuses.filter((name) => !refusing.includes(name))).toEqual([]);
    // since 2.2, and not before
    expect(takes.filter((name) => refusing.includes(name) && name !== "zfs set")).toEqual([]);
});
