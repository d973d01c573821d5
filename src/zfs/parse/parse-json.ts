import { Fields, isRecord } from "./fields.ts";
import { fail } from "./parse-error.ts";

/**
 * Reads a JSON object that a command printed.
 * @throws ParseError at the place where the JSON ends to be JSON: cut output, or bytes that are no text
 */
export function parseJson(text: string): Fields {
    let value: unknown;
    try {
        value = JSON.parse(text);
    } catch (error) {
        const reason = error instanceof Error ? error.message : String(error);
        const position = Number(/position (\d+)/.exec(reason)?.[1] ?? text.length);
        const before = text.slice(0, position);
        const number = before.split("\n").length;
        return fail("no JSON", { text: text.slice(Math.max(0, position - 100), position + 100), number });
    }
    return isRecord(value) ? new Fields(value) : fail("no JSON object", { text, number: 1 });
}
