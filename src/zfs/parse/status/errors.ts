import type { DataErrors } from "../../model.ts";
import type { Line } from "../parse-error.ts";

/**
 * Reads what follows "errors:". A file name may hold a newline, which is printed as it is: a line that does not
 * begin with the list's eight spaces goes on with the name before.
 * @returns undefined for words that are not known
 */
export function readErrors(text: string, lines: readonly Line[]): DataErrors | undefined {
    if (/^No known (data )?errors$/.test(text)) return { kind: "none" };
    const counted = /^(\d+) data errors, use '-v' for a list$/.exec(text);
    if (counted !== null) return { kind: "count", count: Number(counted[1]) };
    const unavailable = /^List of errors unavailable: (.*)$/.exec(text);
    if (unavailable !== null) return { kind: "unavailable", reason: unavailable[1] ?? "" };
    if (!text.startsWith("Permanent errors have been detected")) return undefined;
    return { kind: "list", paths: readPaths(lines.map((line) => line.text)) };
}

/** Two "errors:" lines, when that of standard error was caught too: no list, but a count. */
export function joinErrors(
    one: DataErrors | undefined,
    other: DataErrors | undefined,
): DataErrors | undefined {
    if (one?.kind === "unavailable" && other?.kind === "count") return { ...one, count: other.count };
    if (one?.kind === "count" && other?.kind === "unavailable") return { ...other, count: one.count };
    return other ?? one;
}

function readPaths(lines: readonly string[]): readonly string[] {
    const paths: string[] = [];
    for (const line of lines.slice(lines.findIndex((candidate) => candidate !== ""))) {
        const indented = /^(?: {8}|\t)(.*)$/.exec(line);
        if (indented !== null || paths.length === 0) paths.push(indented?.[1] ?? line.trim());
        else paths.push(`${paths.pop() ?? ""}\n${line}`);
    }
    const last = paths.pop();
    return last === undefined ? paths : [...paths, last.replace(/\n+$/, "")];
}
