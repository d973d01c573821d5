import type { Line } from "../parse-error.ts";
import { fail } from "../parse-error.ts";

/** A labelled part of a pool's block: "scan: …" and the lines after it, up to the next label. */
export interface Entry {
    readonly label: string;
    /** What stands behind the label in its own line. */
    readonly head: string;
    readonly line: Line;
    readonly more: readonly Line[];
}

/*
 * Labels stand behind spaces only, rows of the device tree and continued sentences behind a TAB (or, where a
 * text was pasted, eight spaces); "scan warning" is the only label of two words.
 */
const LABEL = /^ {0,5}([a-z]+|scan warning):(?: (.*)|)$/;

/**
 * Cuts the output of `zpool status` or `zpool import` into pools, and each pool into its entries.
 * @throws ParseError for text before the first pool
 */
export function toPoolEntries(lines: readonly Line[]): readonly (readonly [Entry, ...Entry[]])[] {
    const pools: [Entry, ...Entry[]][] = [];
    let more: Line[] = [];
    for (const line of lines) {
        const entry = startEntry(line, pools.at(-1)?.at(-1));
        if (entry === undefined) {
            if (pools.length === 0) checkPreamble(line);
            more.push(line);
            continue;
        }
        more = entry.more;
        if (entry.label === "pool") pools.push([entry]);
        else (pools.at(-1) ?? fail("text before the first pool", line)).push(entry);
    }
    return pools;
}

/** The entry that a line begins; undefined for a line that goes on with the one before. */
function startEntry(line: Line, before: Entry | undefined): (Entry & { readonly more: Line[] }) | undefined {
    const [, label, head = ""] = LABEL.exec(line.text) ?? [];
    if (label === undefined || (before !== undefined && isFileName(label, before))) return undefined;
    return { label, head, line, more: [] };
}

/** In a list of damaged files a line like a label is the rest of a name with a newline, save after a blank line. */
function isFileName(label: string, { label: list, head, more }: Entry): boolean {
    if (list !== "errors" || !head.startsWith("Permanent errors")) return false;
    return more.at(-1)?.text !== "" || (label !== "pool" && label !== "dedup");
}

/** Lines that may stand without a pool: the time (`-T u`), and that there is nothing to tell (`-x`). */
const PREAMBLE = /^(\d*|no pools available|all pools are healthy|pool '.*' is healthy)$/;

function checkPreamble(line: Line): void {
    if (!PREAMBLE.test(line.text.trim())) fail("text before the first pool", line);
}

/** The sentence of an entry that is continued over lines, on one line. */
export function sentence(entry: Entry | undefined): string | undefined {
    if (entry === undefined) return undefined;
    return foldSpace([entry.head, ...entry.more.map((line) => line.text)].join(" "));
}

/** Text with each run of white space, and so each line break, as one space. */
export function foldSpace(text: string): string {
    return text.replace(/\s+/g, " ").trim();
}

/** The entry as it was printed. */
export function printed(entry: Entry): string {
    return [entry.line, ...entry.more].map((line) => line.text).join("\n");
}

/** The code in the address of an article: ZFS-8000-2Q. */
export function messageId(see: string | undefined): string | undefined {
    return /ZFS-\d+-\w+/.exec(see ?? "")?.[0];
}
