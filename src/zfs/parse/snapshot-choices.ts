import { count } from "../size.ts";

import { fail, toLines } from "./parse-error.ts";

/** A snapshot, as far as it has to be told from others. */
export interface SnapshotChoice {
    /** In full. */
    readonly name: string;
    readonly guid: string;
    /** The transaction group in which it was taken: what is older has a smaller one. */
    readonly createtxg: number;
}

/**
 * Reads `zfs list -Hp -t snapshot -o name,guid,createtxg`.
 * @throws ParseError
 */
export const parseSnapshotChoices = (text: string): readonly SnapshotChoice[] =>
    toLines(text).map((line) => {
        const [name, guid, group, ...more] = line.text.split("\t");
        const createtxg = count(group ?? "");
        if (!name || !guid || createtxg === undefined || more.length > 0)
            return fail("no snapshot with a guid and a transaction group", line);
        return { name, guid, createtxg };
    });
