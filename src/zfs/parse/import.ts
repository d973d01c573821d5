import type { ImportablePool } from "../model.ts";
import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";
import { readConfig } from "./status/config.ts";
import type { Entry } from "./status/entries.ts";
import { foldSpace, messageId, printed, sentence, toPoolEntries } from "./status/entries.ts";

const LABELS = new Set(["pool", "id", "state", "status", "action", "comment", "see", "config"]);

/**
 * Reads the listing of `zpool import` [-D]: labels stand one column further right up to 2.2. Empty output is
 * no pools. The layout is that of show_import() in zpool_main.c.
 * @throws ParseError when the text was cut or is something else
 */
export function parseImport(text: string): readonly ImportablePool[] {
    return toPoolEntries(toLines(text)).map(readPool);
}

function readPool(entries: readonly [Entry, ...Entry[]]): ImportablePool {
    const [pool] = entries;
    const find = (label: string) => entries.find((entry) => entry.label === label);
    const config = find("config") ?? fail("a pool without its devices", pool.line);
    const guid = find("id")?.head.trim() ?? "";
    const [, state, destroyed] = /^(\S+)( \(DESTROYED\))?$/.exec(find("state")?.head ?? "") ?? [];
    if (pool.head === "") fail("a pool without a name", pool.line);
    if (!/^\d{1,20}$/.test(guid)) fail("a pool without an identifier", pool.line);
    if (state === undefined) fail("a pool without a state", pool.line);
    const see = sentence(find("see"));
    const { rows, remarks } = splitConfig(config.more);
    return {
        name: pool.head,
        guid,
        state,
        destroyed: destroyed !== undefined,
        status: sentence(find("status")),
        action: sentence(find("action")),
        comment: sentence(find("comment")),
        see,
        messageId: messageId(see),
        ...readConfig(config.line, rows, "import"),
        unknown: [...entries.filter(({ label }) => !LABELS.has(label)).map(printed), ...remarks],
    };
}

/** A blank line ends the device tree; a sentence about further devices may follow. */
function splitConfig(lines: readonly Line[]) {
    const isBlank = ({ text }: Line) => text.trim() === "";
    const begin = lines.findIndex((line) => !isBlank(line));
    const length = lines.slice(begin).findIndex(isBlank);
    const end = begin < 0 || length < 0 ? lines.length : begin + length;
    const remark = foldSpace(
        lines
            .slice(end)
            .map(({ text }) => text)
            .join(" "),
    );
    return { rows: lines.slice(0, end), remarks: remark === "" ? [] : [remark] };
}
