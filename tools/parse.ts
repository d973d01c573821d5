/*
 * npm run --silent parse -- KIND < FILE
 *
 * Shows what the page makes of the output of a command, for bug reports: the model as JSON (sizes as strings,
 * since they may pass 2^53), or the line that could not be read, with exit code 1. Exit code 2 is a wrong KIND.
 */
import { readFileSync } from "node:fs";

import { parseAudit } from "../src/zfs/parse/audit.ts";
import { parseDisks } from "../src/zfs/parse/disks.ts";
import { parseEvents } from "../src/zfs/parse/events.ts";
import { parseGet, parseGetJson } from "../src/zfs/parse/get.ts";
import { parseImport } from "../src/zfs/parse/import.ts";
import { parseListVdevs } from "../src/zfs/parse/list-vdevs.ts";
import { parseList } from "../src/zfs/parse/list.ts";
import { ParseError } from "../src/zfs/parse/parse-error.ts";
import { parseStatusJson } from "../src/zfs/parse/status-json.ts";
import { parseStatus } from "../src/zfs/parse/status.ts";
import { parseVersion } from "../src/zfs/parse/version.ts";

const PARSERS: ReadonlyMap<string, (text: string) => unknown> = new Map<string, (text: string) => unknown>([
    ["status", parseStatus],
    ["status-json", parseStatusJson],
    ["list", parseList],
    ["list-vdevs", parseListVdevs],
    ["import", parseImport],
    ["events", parseEvents],
    ["version", parseVersion],
    ["get", parseGet],
    ["get-json", parseGetJson],
    ["disks", parseDisks],
    ["audit", parseAudit],
]);

const parse = PARSERS.get(process.argv[2] ?? "");
if (parse === undefined) {
    console.error(`usage: npm run --silent parse -- KIND < FILE\nKIND: ${[...PARSERS.keys()].join(" ")}`);
    process.exit(2);
}

try {
    const model = parse(readFileSync(0, "utf8"));
    console.log(
        JSON.stringify(model, (_, value: unknown) => (typeof value === "bigint" ? String(value) : value), 2),
    );
} catch (error) {
    if (!(error instanceof ParseError)) throw error;
    console.error(error.message);
    process.exit(1);
}
