import type { KnownSystem } from "../compatibility.ts";

import { fail, toLines } from "./parse-error.ts";

/** "/usr/share/zfs/compatibility.d/grub2:# Features which …" */
const LINE = /^[^:]*\/([^/:]+):([^#]*)/;

/**
 * Reads the files of features that `COMPATIBILITY` of reads.ts prints; many are links to others, so files that say the
 * same become one. zpool-features(7).
 * @throws ParseError
 */
export function parseCompatibility(text: string): readonly KnownSystem[] {
    const files = new Map<string, Set<string>>();
    for (const line of toLines(text)) {
        const [, name = "", words = ""] = LINE.exec(line.text) ?? fail("no line of a file of features", line);
        const features = files.get(name) ?? new Set<string>();
        for (const word of words.split(/[\s,]+/).filter(Boolean)) features.add(word);
        files.set(name, features);
    }
    const groups = new Map<string, KnownSystem>();
    for (const [name, features] of [...files].toSorted(([one], [other]) => byName(one, other))) {
        const content = [...features].toSorted().join();
        groups.set(content, { names: [...(groups.get(content)?.names ?? []), name], features });
    }
    return [...groups.values()];
}

/** "openzfs-2.2" before "openzfs-2.10", whatever the language. */
const byName = (one: string, other: string): number => one.localeCompare(other, "en", { numeric: true });
