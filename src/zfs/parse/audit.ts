import type { Change } from "../audit.ts";

import type { Fields } from "./fields.ts";
import { ParseError, toLines } from "./parse-error.ts";
import type { Line } from "./parse-error.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads `zfsadmin audit list --json`: a change a line, the newest first.
 * @throws ParseError when a line is not one
 */
export const parseAudit = (text: string): readonly Change[] => toLines(text).map(readLine);

function readLine({ text, number }: Line): Change {
    try {
        return readChange(parseJson(text));
    } catch (error) {
        throw error instanceof ParseError ? new ParseError(error.reason, error.line, number) : error;
    }
}

function readChange(fields: Fields): Change {
    const needed = <T>(key: string, value: T | undefined): T =>
        value ?? fields.fail(`a change without "${key}"`);
    return {
        id: needed("id", fields.number("id")),
        time: needed("time", fields.number("time")),
        person: fields.text("person"),
        loginuid: fields.number("loginuid"),
        origin: fields.text("origin"),
        argv: needed("argv", fields.texts("argv")),
        pools: fields.texts("pools") ?? [],
        state: fields.required("state", "a change"),
        exitStatus: fields.number("exitStatus"),
        signal: fields.text("signal"),
        error: fields.text("error"),
        duration: fields.number("duration"),
        ended: fields.number("ended"),
    };
}
