// docs/coverage.md, compared with what the ZFS that runs says of itself.
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

import { missingIn, optionsInUsage, readCoverage } from "../coverage.ts";

import { expect, test } from "./fixtures.ts";

const rows = readCoverage(readFileSync(resolve(import.meta.dirname, "../../docs/coverage.md"), "utf8"));

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
