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
        // what is no JSON at all is best told by its beginning: it may be a sentence
        const isJson = text.trimStart().startsWith("{");
        const reason = error instanceof Error ? error.message : String(error);
        const position = isJson ? (placeOf(reason, text) ?? 0) : 0;
        const number = text.slice(0, position).split("\n").length;
        return fail("no JSON", { text: text.slice(Math.max(0, position - 100), position + 100), number });
    }
    return isRecord(value) ? new Fields(value) : fail("no JSON object", { text, number: 1 });
}

/** Characters before the place in what Chrome quotes. kMaxContextCharacters in V8's json-parser.h. */
const quotedBefore = 10;

/**
 * Where in `text` the JSON is wrong, by what the browser says of it: Chrome counts characters or quotes what stands
 * around the place, Firefox counts lines and columns. Undefined when it says nothing of that, as Safari.
 */
function placeOf(reason: string, text: string): number | undefined {
    if (reason === "Unexpected end of JSON input") return text.length;
    const [, quoted] = /, \.\.\."(.*)"(?:\.\.\.)? is not valid JSON$/s.exec(reason) ?? [];
    if (quoted !== undefined) return text.indexOf(quoted) + quotedBefore;
    const [, position] = /at position (\d+)(?: \(line \d+ column \d+\))?$/.exec(reason) ?? [];
    if (position !== undefined) return Number(position);
    const [, line, column] = /at line (\d+) column (\d+) of the JSON data$/.exec(reason) ?? [];
    if (line === undefined || column === undefined) return undefined;
    const linesBefore = text.split("\n").slice(0, Number(line) - 1);
    return linesBefore.reduce((sum, { length }) => sum + length + 1, 0) + Number(column) - 1;
}
