import type { KnownSystem } from "../compatibility.ts";

import { fail, toLines } from "./parse-error.ts";

/** "/usr/share/zfs/compatibility.d/grub2:# Features which …" */
const LINE = /^([^:]*)\/([^/:]+):([^#]*)/;

/**
 * Reads the files of features that `compatibilityFiles` of reads.ts print; many are links to others, so files that say
 * the same become one. Of two files of one name the first counts, as for ZFS. zpool-features(7).
 * @throws ParseError
 */
export function parseCompatibility(text: string): readonly KnownSystem[] {
    const files = new Map<string, { readonly folder: string; readonly features: Set<string> }>();
    for (const line of toLines(text)) {
        const match = LINE.exec(line.text) ?? fail("no line of a file of features", line);
        const [, folder = "", name = "", words = ""] = match;
        const file = files.get(name) ?? { folder, features: new Set() };
        files.set(name, file);
        if (file.folder !== folder) continue;
        for (const word of words.split(/[\s,]+/).filter(Boolean)) file.features.add(word);
    }
    const groups = new Map<string, KnownSystem>();
    for (const [name, { features }] of [...files].toSorted(([one], [other]) => byName(one, other))) {
        const content = [...features].toSorted().join();
        groups.set(content, { names: [...(groups.get(content)?.names ?? []), name], features });
    }
    return [...groups.values()];
}

/** "openzfs-2.2" before "openzfs-2.10", whatever the language. */
const byName = (one: string, other: string): number => one.localeCompare(other, "en", { numeric: true });
