/** Output that is not what ZFS prints: cut, damaged, or of a form that is not known. Nothing of it is used. */
export class ParseError extends Error {
    override readonly name = "ParseError";

    /**
     * @param reason what was expected, for the person who reads the bug report
     * @param line the offending line as it stood there
     * @param lineNumber its number, the first is 1
     */
    constructor(
        readonly reason: string,
        readonly line: string,
        readonly lineNumber: number,
    ) {
        super(`line ${lineNumber}: ${reason}: ${JSON.stringify(line)}`);
    }
}

/** A line and where it stood. */
export interface Line {
    readonly text: string;
    readonly number: number;
}

/** Cuts output into lines; the last newline makes no line of its own. */
export function toLines(text: string): readonly Line[] {
    const texts = text.split("\n");
    if (texts.at(-1) === "") texts.pop();
    return texts.map((line, index) => ({ text: line.replace(/\r$/, ""), number: index + 1 }));
}

/** The error for a line. */
export function fail(reason: string, line: Line): never {
    throw new ParseError(reason, line.text.slice(0, 500), line.number);
}
