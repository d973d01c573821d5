import type { AuditList, Change } from "../audit.ts";

import type { Fields } from "./fields.ts";
import { ParseError, toLines } from "./parse-error.ts";
import type { Line } from "./parse-error.ts";
import { parseJson } from "./parse-json.ts";

/**
 * Reads `zfsadmin audit list --json`: a change a line, the newest first; then perhaps how many more are elsewhere.
 * @throws ParseError when a line is neither
 */
export function parseAudit(text: string): AuditList {
    const lines = toLines(text).map(readLine);
    return {
        changes: lines.filter((line) => typeof line !== "number"),
        journalOnly: lines.find((line) => typeof line === "number") ?? 0,
    };
}

function readLine({ text, number }: Line): Change | number {
    try {
        const fields = parseJson(text);
        return fields.number("journalOnly") ?? readChange(fields);
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
