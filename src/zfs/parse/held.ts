import type { Identity } from "../commands/expect.ts";
import { count } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/** A snapshot, and whether anybody holds it. */
export interface ListedSnapshot extends Identity {
    readonly isHeld: boolean;
}

/**
 * The snapshots in `zfs list -Hp -o name,guid,userrefs`.
 * @throws ParseError
 */
export const parseHeld = (text: string): readonly ListedSnapshot[] =>
    toLines(text).map((line) => {
        const [name, guid, holds, ...more] = line.text.split("\t");
        const number = count(holds ?? "");
        if (!name || !guid || number === undefined || more.length > 0)
            return fail("no snapshot with a guid and a number", line);
        return { name, guid, isHeld: number > 0 };
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
