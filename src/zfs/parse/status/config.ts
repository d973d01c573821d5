import type { Section, Vdev } from "../../model.ts";
import { vdevKind } from "../../vdev-kind.ts";
import type { Line } from "../parse-error.ts";
import { fail } from "../parse-error.ts";
import type { Row } from "./row.ts";
import { BARE_LAYOUT, readLayout, readRow } from "./row.ts";

/** The device tree of a pool. */
export interface Config {
    readonly root: Vdev;
    readonly sections: readonly Section[];
}

interface Node {
    readonly row: Row;
    readonly children: Node[];
}

const CLASSES = new Set(["special", "dedup", "logs", "cache", "spares"]);

/**
 * Reads the rows under "config:". Their indent makes the tree: the first row is the pool, and a later row as
 * far left is the title of a class, whatever either is called.
 * @param label the line "config:", where an error is reported when nothing follows
 * @throws ParseError for a row that fits nowhere or was cut
 */
export function readConfig(label: Line, lines: readonly Line[]): Config {
    const filled = lines.filter(({ text }) => text.trim() !== "");
    const header = filled.find(({ text }) => /^\s*NAME\s+STATE\b/.test(text));
    const layout = header === undefined ? BARE_LAYOUT : readLayout(header.text);
    const rows = filled.filter((line) => line !== header).map((line) => readRow(line, layout));
    const [root, ...titles] = buildTree(label, rows);
    const withCounters = layout.columns.includes("CKSUM");
    checkRows(root, withCounters);
    for (const title of titles) checkTitle(title, withCounters);
    return { root: { ...toVdev(root), kind: "root" }, sections: titles.map(toSection) };
}

/** The nodes as far left as the pool, which is the first of them. */
function buildTree(label: Line, rows: readonly Row[]): readonly [Node, ...Node[]] {
    const [first, ...others] = rows;
    if (first === undefined) return fail("no devices", label);
    const root: Node = { row: first, children: [] };
    const tops: [Node, ...Node[]] = [root];
    let path: Node[] = [root];
    for (const row of others) {
        path = path.filter((node) => node.row.indent < row.indent);
        const node: Node = { row, children: [] };
        (path.at(-1)?.children ?? tops).push(node);
        path.push(node);
    }
    return tops;
}

/** A device without state or counters was cut; only spares have no counters, and import listings. */
function checkRows(node: Node, withCounters: boolean): void {
    const { line, vdev } = node.row;
    if (vdev.state === undefined) fail("a device without a state", line);
    if (withCounters && vdev.errors === undefined) fail("a device without error counters", line);
    for (const child of node.children) checkRows(child, withCounters);
}

function checkTitle({ row, children }: Node, withCounters: boolean): void {
    const { name, state } = row.vdev;
    if (state !== undefined && !CLASSES.has(name)) fail("a second pool in one config", row.line);
    if (children.length === 0) fail("a class without devices", row.line);
    if (name === "spares" || name === "cache") return;
    for (const child of children) checkRows(child, withCounters);
}

function toVdev({ row, children }: Node): Vdev {
    const { vdev } = row;
    return { ...vdev, kind: vdevKind(vdev.name, vdev.path), children: children.map(toVdev) };
}

function toSection({ row, children }: Node): Section {
    return {
        kind: row.vdev.name,
        vdevs: children.map(toVdev),
        title: row.vdev.state === undefined ? undefined : { ...row.vdev, children: [] },
    };
}
