import type { FileFacts, FoundCopies } from "../damage.ts";

import type { Fields } from "./fields.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads `zfsadmin copies`. See zfsadmin(8).
 * @throws ParseError when it is not that
 */
export function parseCopies(text: string): FoundCopies {
    const output = parseJson(text);
    const items = (key: string) => output.items(key) ?? output.fail(`no "${key}"`);
    const now = output.object("now");
    return {
        now: now && factsOf(now),
        copies: items("copies").map((copy) => ({
            snapshot: copy.required("snapshot", "a copy"),
            ...factsOf(copy),
        })),
        unread: items("unread").map((one) => ({
            snapshot: one.required("snapshot", "what was not read"),
            error: one.text("error") ?? "",
        })),
    };
}

const factsOf = (fields: Fields): FileFacts => ({
    size: fields.number("size") ?? fields.fail("a file without a size"),
    time: fields.number("time") ?? fields.fail("a file without a time"),
});
