import type { Vdev } from "../../model.ts";
import { count, setOrUndefined } from "../../size.ts";
import type { Line } from "../parse-error.ts";
import { readRemarks } from "./remarks.ts";

/** What the header line says of the rows under it. */
export interface Layout {
    /** Titles after STATE, of which only those that ZFS itself makes are read. */
    readonly columns: readonly string[];
    /** Where the state begins in a row that was not shifted. */
    readonly stateAt: number;
}

/** A row of the device tree before it has children. */
export interface Row {
    readonly line: Line;
    readonly indent: number;
    readonly vdev: Omit<Vdev, "kind" | "children">;
}

const COUNTER = /^(\d+([.,]\d+)?[KMGTPE]?|-)$/;
const CELLS: ReadonlyMap<string, RegExp> = new Map([
    ["READ", COUNTER],
    ["WRITE", COUNTER],
    ["CKSUM", COUNTER],
    ["SLOW", COUNTER],
    ["POWER", /^(on|off|-)$/],
    ["DIO", COUNTER],
]);

/** Reads the header line "NAME STATE READ WRITE CKSUM …". */
export function readLayout(header: string): Layout {
    const [, , ...columns] = header.trim().split(/\s+/);
    return { columns, stateAt: header.indexOf("STATE") };
}

/** Layout of listings without a header and counters, as `zpool import` prints them. */
export const BARE_LAYOUT: Layout = { columns: [], stateAt: -1 };

/** Reads one row: name, state, the cells under the header's titles, remarks. A section's title has only a name. */
export function readRow(line: Line, layout: Layout): Row {
    const { indent, name, state, rest } = splitRow(line.text, layout.stateAt);
    const { cells, remarks } = takeCells(rest, layout.columns);
    const counter = (title: string) => count(cells.get(title) ?? "");
    return {
        line,
        indent,
        vdev: {
            name,
            state,
            errors: hasCounters(cells)
                ? { read: counter("READ"), write: counter("WRITE"), checksum: counter("CKSUM") }
                : undefined,
            slowIos: counter("SLOW"),
            directIoErrors: counter("DIO"),
            power: setOrUndefined(cells.get("POWER") ?? ""),
            path: name.startsWith("/") ? name : undefined,
            ...readRemarks(name, remarks),
        },
    };
}

/**
 * Names hold spaces, so the state is looked for where the header has it, and in a pasted text whose columns are
 * shifted behind the first two spaces.
 */
function splitRow(text: string, stateAt: number) {
    const [blank = ""] = /^\s*/.exec(text) ?? [];
    const indent = blank.replaceAll("\t", "        ").length;
    const atColumn = stateAt > blank.length && /\s\s$/.test(text.slice(0, stateAt)) ? stateAt : undefined;
    const column = atColumn ?? blank.length + text.slice(blank.length).search(/\s\s(?=\s*[A-Z])/);
    const name = text.slice(blank.length, Math.max(column, blank.length)).trimEnd();
    const match = /^\s*([A-Z][A-Z_]*)(?=\s|$)(.*)$/.exec(name === "" ? "" : text.slice(column));
    if (match === null) return { indent, name: text.trim(), state: undefined, rest: "" };
    return { indent, name, state: match[1], rest: match[2] ?? "" };
}

const hasCounters = (cells: ReadonlyMap<string, string>): boolean =>
    ["READ", "WRITE", "CKSUM"].every((title) => cells.has(title));

/** Cells stand before the remarks. An available spare has none, and a number that stands there is a remark. */
function takeCells(rest: string, columns: readonly string[]) {
    const cells = new Map<string, string>();
    let remarks = rest;
    for (const title of columns) {
        const match = /^\s+(\S+)/.exec(remarks);
        const cell = match?.[1] ?? "";
        if (match === null || CELLS.get(title)?.test(cell) !== true) break;
        cells.set(title, cell);
        remarks = remarks.slice(match[0].length);
    }
    return { cells, remarks: (hasCounters(cells) ? remarks : rest).trim() };
}
