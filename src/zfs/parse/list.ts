import type { PoolUsage } from "../model.ts";
import { count, decimal, exactBytes, isBrokenNumber, setOrUndefined } from "../size.ts";
import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** Columns of `zpool list -Hp -o …` in the order in which `parseList` reads them; all exist since 2.1. */
export const LIST_COLUMNS = [
    "name",
    "guid",
    "size",
    "allocated",
    "free",
    "checkpoint",
    "expandsize",
    "fragmentation",
    "capacity",
    "dedupratio",
    "health",
    "altroot",
    "readonly",
    "delegation",
    "autoreplace",
] as const;

const SWITCH: ReadonlyMap<string, boolean> = new Map([
    ["on", true],
    ["off", false],
]);

type Column = (typeof LIST_COLUMNS)[number];

/**
 * Reads `zpool list -Hp -o` with `LIST_COLUMNS`: a line for each pool, separated by TAB, since names hold
 * spaces. "-" is an unset value. Empty output is no pools. See zpool-list(8).
 */
export function parseList(text: string): readonly PoolUsage[] {
    return toLines(text).map(parseLine);
}

function parseLine(line: Line): PoolUsage {
    const values = line.text.split("\t");
    if (values.length !== LIST_COLUMNS.length) fail(`not the ${LIST_COLUMNS.length} columns of a pool`, line);
    const value = (column: Column) => values[LIST_COLUMNS.indexOf(column)] ?? "";
    const number = (column: Column) =>
        isBrokenNumber(value(column)) ? fail(`a pool whose ${column} is no number`, line) : value(column);
    const bytes = (column: Column) => exactBytes(number(column));
    const name = value("name");
    const guid = value("guid");
    if (name === "") fail("a pool without a name", line);
    if (!/^\d{1,20}$/.test(guid)) fail("a pool without a guid", line);
    return {
        name,
        guid,
        size: bytes("size"),
        allocated: bytes("allocated"),
        free: bytes("free"),
        checkpoint: bytes("checkpoint"),
        expandSize: bytes("expandsize"),
        fragmentation: count(number("fragmentation")),
        capacity: count(number("capacity")),
        dedupRatio: decimal(number("dedupratio")),
        health: value("health"),
        altroot: setOrUndefined(value("altroot")),
        readonly: SWITCH.get(value("readonly")),
        delegation: SWITCH.get(value("delegation")),
        autoreplace: SWITCH.get(value("autoreplace")),
    };
}
