import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parseJson } from "../../../src/zfs/parse/parse-json.ts";

/** The error for `text` in a browser that says `reason` of it; in this one if nothing is said. */
function errorOf(text: string, reason?: string): ParseError {
    const parse =
        reason === undefined
            ? undefined
            : jest.spyOn(JSON, "parse").mockImplementation(() => {
                  throw new SyntaxError(reason);
              });
    try {
        parseJson(text);
    } catch (error) {
        if (error instanceof ParseError) return error;
        throw error;
    } finally {
        parse?.mockRestore();
    }
    throw new Error("it was read");
}

const before = `{"a":"${"1".repeat(5_000)}",\n`;
const wrong = '"state":ONLINE,';
const after = `"z":"${"2".repeat(5_000)}"}`;
const text = before + wrong + after;
const place = before.length + 8;
/** What stands so many characters around the place. */
const around = (characters: number) => text.slice(place - characters, place + characters);

test.each([
    ["this browser", undefined],
    ["Chrome, which quotes", `Unexpected token 'O', ..."${around(10)}"... is not valid JSON`],
    ["Chrome, which counts", `Unexpected token O in JSON at position ${place}`],
    ["Chrome, which counts in two ways", `Unexpected token O in JSON at position ${place} (line 2 column 9)`],
    ["Firefox", "JSON.parse: unexpected character at line 2 column 9 of the JSON data"],
])("the place where the JSON is wrong, by the words of %s", (_name, reason) => {
    expect(errorOf(text, reason)).toMatchObject({ reason: "no JSON", line: around(100), lineNumber: 2 });
});

test.each([
    ["this browser", undefined],
    ["Chrome", "Unexpected end of JSON input"],
    ["Firefox", "JSON.parse: unterminated string at line 2 column 7 of the JSON data"],
])("output that was cut shows its end, by the words of %s", (_name, reason) => {
    const cut = `${before}"state`;
    expect(errorOf(cut, reason)).toMatchObject({ line: cut.slice(-100), lineNumber: 2 });
});

test("where the browser does not say the place, the beginning is shown", () => {
    expect(errorOf(text, "JSON Parse error: Unexpected identifier")).toMatchObject({
        line: text.slice(0, 100),
        lineNumber: 1,
    });
});

test.each([undefined, "Unexpected end of JSON input"])("a sentence is shown from its beginning", (reason) => {
    const sentence = `cannot open 'tank': no such pool\n${"usage ".repeat(100)}`;
    expect(errorOf(sentence, reason)).toMatchObject({ line: sentence.slice(0, 100), lineNumber: 1 });
});
