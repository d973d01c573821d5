import type { HistoryEntry } from "../history.ts";

import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** "2026-11-22.11:05:12 ", behind which stands what was done. */
const START = /^(\d{4})-(\d\d)-(\d\d)\.(\d\d):(\d\d):(\d\d) /;
/** " [user 0 (root) on testhost:linux]", with which an entry ends. */
const END = / \[(?:user (\d+) (?:\((.*?)\) )?)?(?:on ([^\]\s]*))?\]$/;
/** "[txg:4] create …", "(315ms) ioctl create", "[internal create txg:4] …", "unrecognized record:" */
const EVENT = /^(?:\[(?:internal .*? )?txg:\d+\] |\(\d+ms\) |ioctl |unrecognized record:)/;

/**
 * Reads `zpool history -il` line by line, as it comes. An argument may hold line ends; so a line goes on with the
 * entry before it as long as that has not ended. The times have no zone: it has to run with TZ=UTC.
 */
export class HistoryReader {
    #count = 0;
    /** The lines of an entry that has not ended. */
    #open: Line[] = [];

    /**
     * Takes the next line, and gives the entry that ends with it.
     * @throws ParseError
     */
    take(line: Line): HistoryEntry | undefined {
        if (this.#open.length === 0 && !START.test(line.text))
            return isBetween(line) ? undefined : fail("no beginning of an entry", line);
        this.#open.push(line);
        const end = END.exec(line.text);
        if (!end) return undefined;
        const text = this.#open.map((part) => part.text).join("\n");
        this.#open = [];
        return readEntry(++this.#count, text.slice(0, text.length - end[0].length), end);
    }

    /**
     * No line comes any more.
     * @throws ParseError
     */
    finish(): void {
        const [first] = this.#open;
        if (first) fail("an entry without an end", first);
    }
}

/** The title of a pool's history, and the empty line behind it. */
const isBetween = ({ text }: Line): boolean => text === "" || /^History for '.*':$/.test(text);

function readEntry(id: number, text: string, end: RegExpExecArray): HistoryEntry {
    const [start = "", ...digits] = START.exec(text) ?? [];
    const [year = 0, month = 0, ...rest] = digits.map(Number);
    const [, uid, user, host] = end;
    const said = text.slice(start.length).trimEnd();
    return {
        id,
        time: Date.UTC(year, month - 1, ...rest) / 1000,
        kind: EVENT.test(said) ? "event" : "command",
        text: said,
        who: user ?? uid,
        host: host === "" ? undefined : host,
    };
}

/**
 * Reads the whole of `zpool history -il`.
 * @throws ParseError
 */
export function parseHistory(text: string): readonly HistoryEntry[] {
    const reader = new HistoryReader();
    const entries = toLines(text).flatMap((line) => reader.take(line) ?? []);
    reader.finish();
    return entries;
}
