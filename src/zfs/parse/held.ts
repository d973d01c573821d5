import { count } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/**
 * The names of the held ones of the snapshots in `zfs list -Hp -o name,userrefs`.
 * @throws ParseError
 */
export const parseHeld = (text: string): readonly string[] =>
    toLines(text).flatMap((line) => {
        const [name, holds, ...more] = line.text.split("\t");
        const number = count(holds ?? "");
        if (!name || number === undefined || more.length > 0) return fail("no snapshot with a number", line);
        return number > 0 ? [name] : [];
    });

/**
 * The tags of each snapshot in `zfs holds -H`. See zfs-hold(8). A tag may hold TABs.
 * @throws ParseError
 */
export function parseHolds(text: string): ReadonlyMap<string, readonly string[]> {
    const tags = new Map<string, readonly string[]>();
    for (const line of toLines(text)) {
        const [name, ...rest] = line.text.split("\t");
        const tag = rest.slice(0, -1).join("\t");
        if (!name || tag === "") fail("no snapshot with a tag and a time", line);
        else tags.set(name, [...(tags.get(name) ?? []), tag]);
    }
    return tags;
}
