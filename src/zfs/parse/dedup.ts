import { count } from "../size.ts";

import { fail } from "./parse-error.ts";

/** The deduplication table of a pool. */
export interface DedupTable {
    /** How many blocks it knows. */
    readonly entries: number;
    /** What ZFS says of it, with how often blocks are used; before 2.3 its sizes are those of one entry. */
    readonly words: string;
}

/**
 * Reads the end of `zpool status -D` of one pool.
 * @returns undefined where ZFS says nothing of a table, as of a pool that is faulted
 * @throws ParseError
 */
export function parseDedup(text: string): DedupTable | undefined {
    const start = text.search(/^ dedup: /m);
    if (start < 0) return undefined;
    const words = text
        .slice(start)
        .replace(/^ dedup: /, "")
        .trim();
    const [line = ""] = words.split("\n");
    if (line === "no DDT entries") return { entries: 0, words };
    const entries = count(/^DDT entries (\S+), /.exec(line)?.[1] ?? "");
    return { entries: entries ?? fail("no deduplication table", { text: line, number: 1 }), words };
}
