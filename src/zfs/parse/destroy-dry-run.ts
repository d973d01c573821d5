import { exactBytes } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/** What `zfs destroy` would do. */
export interface DestroyDryRun {
    /** As printed, a line each. */
    readonly lines: readonly string[];
    /** Names of what goes, in their order. */
    readonly names: readonly string[];
    /** Bytes that come free with snapshots; undefined where ZFS does not reckon it. */
    readonly reclaim?: bigint | undefined;
}

/**
 * Reads `zfs destroy -nvp`. See zfs-destroy(8).
 * @throws ParseError
 */
export function parseDestroyDryRun(text: string): DestroyDryRun {
    const lines = toLines(text);
    const names: string[] = [];
    let reclaim: bigint | undefined;
    for (const line of lines) {
        const [verb, value = "", ...more] = line.text.split("\t");
        if (value === "" || more.length > 0) fail("not a word and a value", line);
        if (verb === "destroy") names.push(value);
        else if (verb === "reclaim") reclaim = exactBytes(value);
        else fail("neither what is destroyed nor what comes free", line);
    }
    return { lines: lines.map((line) => line.text), names, reclaim };
}
