import type { Section, Vdev } from "../../model.ts";
import { vdevKind } from "../../vdev-kind.ts";
import type { Tree } from "../forest.ts";
import { toForest } from "../forest.ts";
import type { Line } from "../parse-error.ts";
import { fail } from "../parse-error.ts";
import type { Row } from "./row.ts";
import { BARE_LAYOUT, readLayout, readRow } from "./row.ts";

/** The device tree of a pool. */
export interface Config {
    readonly root: Vdev;
    readonly sections: readonly Section[];
}

/** What every row of a part of the tree must have; where it lacks, the output was cut. */
type Need = "name" | "state" | "counters";

const CLASSES: ReadonlySet<string> = new Set(["special", "dedup", "logs", "cache", "spares"]);

/**
 * Reads the rows under "config:". Their indent makes the tree: the first row is the pool, and a later row as
 * far left is the title of a class, whatever either is called.
 * @param label the line "config:", where an error is reported when nothing follows
 * @param form whose rows they are: those of `zpool import` have neither header nor counters
 * @throws ParseError for a row that fits nowhere or was cut
 */
export function readConfig(label: Line, lines: readonly Line[], form: "status" | "import"): Config {
    const filled = lines.filter(({ text }) => text.trim() !== "");
    if (filled.length === 0) fail("no devices", label);
    const header = filled.find(({ text }) => /^\s*NAME\s+STATE\b/.test(text));
    const withCounters = form === "status";
    if (withCounters && header === undefined) fail("no header above the devices", label);
    const layout = header === undefined ? BARE_LAYOUT : readLayout(header.text);
    const rows = filled.filter((line) => line !== header).map((line) => readRow(line, layout));
    const [root, ...titles] = toForest(rows);
    if (root === undefined) return fail("no devices", label);
    checkRows(root, withCounters ? "counters" : "state");
    for (const title of titles) checkTitle(title, withCounters);
    return { root: { ...toVdev(root), kind: "root" }, sections: titles.map(toSection) };
}

function checkRows({ row, children }: Tree<Row>, need: Need): void {
    const { line, vdev } = row;
    if (need !== "name" && vdev.state === undefined) fail("a device without a state", line);
    if (need === "counters" && vdev.errors === undefined) fail("a device without error counters", line);
    for (const child of children) checkRows(child, need);
}

function checkTitle({ row, children }: Tree<Row>, withCounters: boolean): void {
    const { name, state } = row.vdev;
    if (state !== undefined && !CLASSES.has(name)) fail("a second pool in one config", row.line);
    if (children.length === 0) fail("a class without devices", row.line);
    for (const child of children) checkRows(child, needIn(name, withCounters));
}

/** Spares have no counters; in import listings spares and caches have no state either. */
function needIn(section: string, withCounters: boolean): Need {
    if (withCounters) return section === "spares" ? "state" : "counters";
    return section === "spares" || section === "cache" ? "name" : "state";
}

/** With `-p`, `-s` prints 0 for groups, of which ZFS counts no slow I/Os; without it, a dash. */
function toVdev({ row: { vdev }, children }: Tree<Row>): Vdev {
    return {
        ...vdev,
        kind: vdevKind(vdev.name, vdev.path),
        slowIos: children.length === 0 ? vdev.slowIos : undefined,
        children: children.map(toVdev),
    };
}

function toSection({ row, children }: Tree<Row>): Section {
    return {
        kind: row.vdev.name,
        vdevs: children.map(toVdev),
        title: row.vdev.state === undefined ? undefined : { ...row.vdev, children: [] },
    };
}
