import { exactBytes } from "../size.ts";
import type { AccountKind, AccountSpace } from "../space-by.ts";

import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** The columns of `zfs userspace -Hp -o …` in the order in which `parseSpaceBy` reads them. */
export const SPACE_COLUMNS = ["type", "name", "used", "quota", "objused", "objquota"] as const;

const KINDS: readonly (readonly [end: string, kind: AccountKind])[] = [
    ["User", "user"],
    ["Group", "group"],
    ["Project", "project"],
];

/**
 * Reads `zfs userspace`, `groupspace` or `projectspace` with -Hp and `SPACE_COLUMNS`, a line each. Nobody without a
 * file is there, unless there is a quota for them.
 * @throws ParseError
 */
export const parseSpaceBy = (text: string): readonly AccountSpace[] => toLines(text).map(readLine);

function readLine(line: Line): AccountSpace {
    const fields = line.text.split("\t");
    const [type = "", name = "", used = "", quota = "", objects = "", objectQuota = ""] = fields;
    if (fields.length !== SPACE_COLUMNS.length || name === "")
        return fail("not the columns of userspace", line);
    const [, kind] =
        KINDS.find(([end]) => type.endsWith(end)) ?? fail("neither user, group nor project", line);
    return {
        kind,
        type,
        name,
        used: amount(used, line),
        quota: limit(amount(quota, line)),
        objects: amount(objects, line),
        objectQuota: limit(amount(objectQuota, line)),
    };
}

/** "-" is what this filesystem does not count. */
const amount = (text: string, line: Line): bigint | undefined =>
    text === "-" ? undefined : (exactBytes(text) ?? fail("no number", line));

/** 0 is none. */
const limit = (value: bigint | undefined): bigint | undefined => (value === 0n ? undefined : value);
