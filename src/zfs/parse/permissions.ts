import type { Permission } from "../permissions.ts";

import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** The line behind which the permissions stand, with a header of their own. */
const START = "The following permissions are supported:";
const HEADER = /^NAME\s+TYPE\s+NOTES$/;
/** "snapshot         subcommand    \t" */
const ENTRY = /^([a-z][a-z0-9_:-]*) +([a-z]+) *\t(.*)$/;
/** A remark goes on below itself. */
const MORE = /^\t\t\t\t(.*)$/;

/**
 * Reads the permissions out of `zfs allow -h`.
 * @throws ParseError
 */
export function parsePermissions(text: string): readonly Permission[] {
    const lines = toLines(text);
    const start = lines.findIndex((line) => line.text === START);
    const [header, ...rest] = lines.slice(start + 1).filter((line) => line.text.trim() !== "");
    const first: Line = lines[0] ?? { text: "", number: 1 };
    if (start < 0 || header === undefined) return fail("no list of permissions", first);
    if (!HEADER.test(header.text)) return fail("no header of permissions", header);
    return rest.reduce<readonly Permission[]>((permissions, line) => {
        const [, name, type = "", note = ""] = ENTRY.exec(line.text) ?? [];
        if (name !== undefined) return [...permissions, { name, type, note: note.trim() }];
        const [, more] = MORE.exec(line.text) ?? [];
        const last = permissions.at(-1);
        if (more === undefined || last === undefined) return fail("no permission", line);
        return [...permissions.slice(0, -1), { ...last, note: `${last.note} ${more.trim()}`.trim() }];
    }, []);
}
