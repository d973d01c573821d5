import type { Versions } from "../model.ts";
import { fail, toLines } from "./parse-error.ts";

/**
 * Reads `zfs version`: a line for the tools and one for the kernel module, which is missing while it is not
 * loaded. Suffixes of distributions stay: "2.1.11-1+deb12u1".
 * @throws ParseError when there is no line for the tools
 */
export function parseVersion(text: string): Versions {
    const lines = toLines(text);
    const find = (pattern: RegExp) => lines.map((line) => pattern.exec(line.text)?.[1]).find(Boolean);
    const userland = find(/^zfs-(?!kmod-)(\S+)$/);
    if (userland === undefined) return fail("no version of the tools", lines[0] ?? { text: "", number: 1 });
    return { userland, kernel: find(/^zfs-kmod-(\S+)$/) };
}
