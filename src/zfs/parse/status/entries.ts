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
        const [, label, head = ""] = LABEL.exec(line.text) ?? [];
        if (label === undefined) {
            if (pools.length === 0) checkPreamble(line);
            more.push(line);
            continue;
        }
        more = [];
        const entry: Entry = { label, head, line, more };
        if (label === "pool") pools.push([entry]);
        else (pools.at(-1) ?? fail("text before the first pool", line)).push(entry);
    }
    return pools;
}

/** `-T u` prints the time first. */
function checkPreamble(line: Line): void {
    if (!/^\d*$/.test(line.text.trim())) fail("text before the first pool", line);
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
