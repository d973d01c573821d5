import type { Pool, Rebuild } from "../model.ts";
import { fail, toLines } from "./parse-error.ts";
import { readConfig } from "./status/config.ts";
import type { Entry } from "./status/entries.ts";
import { messageId, printed, sentence, toPoolEntries } from "./status/entries.ts";
import { joinErrors, readErrors } from "./status/errors.ts";
import { readScan } from "./status/scan.ts";
import { readCheckpoint, readDedup, readExpansion, readRemoval } from "./status/upkeep.ts";

/** What one entry says of its pool; undefined when its words are not known. */
type Finding = Partial<Pool> | undefined;

/** How the entries are read that may stand in any number, by label. */
const READERS: ReadonlyMap<string, (entry: Entry) => Finding> = new Map([
    ["scan", readScanEntry],
    ["scrub", readScanEntry],
    ["remove", (entry: Entry) => found("removal", readRemoval(entry.head, moreTexts(entry)))],
    ["expand", (entry: Entry) => found("expansion", readExpansion(entry.head, moreTexts(entry)))],
    ["checkpoint", (entry: Entry) => found("checkpoint", readCheckpoint(entry.head))],
    ["errors", (entry: Entry) => found("errors", readErrors(entry.head, entry.more))],
    ["dedup", (entry: Entry) => found("dedup", readDedup(entry.head))],
]);

/** Labels that stand once and are read by `readPool` itself. */
const PLAIN_LABELS = new Set(["pool", "state", "status", "action", "see", "config"]);

/**
 * Reads the text of `zpool status` in any form since 2006; of the flags -v -P -p -s -i -t -g -D -d --power and
 * -T u are understood. Dates are read as UTC, so run it with TZ=UTC. Empty output is no pools. The layout is that
 * of status_callback() in zpool_main.c.
 * @param source text that a person pasted may end with the devices, since what comes after them is often left out
 * @throws ParseError when the text was cut or is something else
 */
export function parseStatus(text: string, source: "command" | "paste" = "command"): readonly Pool[] {
    return toPoolEntries(toLines(text)).map((entries) => readPool(entries, source === "command"));
}

function readPool(entries: readonly [Entry, ...Entry[]], isWhole: boolean): Pool {
    const find = (label: string) => entries.find((entry) => entry.label === label);
    const [pool] = entries;
    const config = find("config") ?? fail("a pool without its devices", pool.line);
    const state = find("state")?.head.trim();
    if (pool.head === "") fail("a pool without a name", pool.line);
    if (!state) fail("a pool without a state", pool.line);
    const devices = readConfig(config.line, config.more, "status");
    if (isWhole && find("errors") === undefined) checkEnd(config, state);
    const see = sentence(find("see"));
    return {
        name: pool.head,
        state,
        status: sentence(find("status")),
        action: sentence(find("action")),
        see,
        messageId: messageId(see),
        ...readFindings(entries.filter(({ label }) => !PLAIN_LABELS.has(label))),
        ...devices,
    };
}

/** States of pools that could not be opened: only of these ZFS counts no errors. */
const CLOSED = ["FAULTED", "UNAVAIL"];

/**
 * After the devices there is a blank line, and then "errors:", save that "errors: List of errors unavailable" goes to
 * standard error. Neither is there for a pool without ZPOOL_CONFIG_ERRCOUNT, which spa_get_stats() in spa.c gives all
 * that are open. status_callback() in zpool_main.c and zpool_get_errlog() in libzfs_pool.c, 2.1 to 2.4.
 * @throws ParseError when the devices have no end, so that some may be missing
 */
function checkEnd({ line, more }: Entry, state: string): void {
    const last = more.at(-1) ?? line;
    if (last.text.trim() !== "" && !CLOSED.includes(state)) fail("devices without an end", last);
}

function readFindings(entries: readonly Entry[]) {
    let findings: Partial<Pool> = {};
    const rebuilds: Rebuild[] = [];
    const unknown: string[] = [];
    for (const entry of entries) {
        const finding = READERS.get(entry.label)?.(entry);
        if (finding === undefined) unknown.push(printed(entry));
        rebuilds.push(...(finding?.rebuilds ?? []));
        findings = { ...findings, ...finding, errors: joinErrors(findings.errors, finding?.errors) };
    }
    return { ...findings, rebuilds, unknown };
}

function readScanEntry(entry: Entry): Finding {
    return readScan(entry.head, moreTexts(entry));
}

function found<Key extends keyof Pool>(key: Key, value: Pool[Key] | undefined): Finding {
    return value === undefined ? undefined : { [key]: value };
}

function moreTexts(entry: Entry): readonly string[] {
    return entry.more.map((line) => line.text.trim());
}
