import type { Identity } from "../commands/expect.ts";

import { fail, toLines } from "./parse-error.ts";

/**
 * What `zfs list -H -o name,guid` lists.
 * @throws ParseError
 */
export const parseIdentities = (text: string): readonly Identity[] =>
    toLines(text).map((line) => {
        const [name, guid, ...more] = line.text.split("\t");
        if (!name || !/^\d+$/.test(guid ?? "") || guid === undefined || more.length > 0)
            return fail("no name with a guid", line);
        return { name, guid };
    });
