import type { Pool, UnixTime } from "../model.ts";
import type { Fields } from "./fields.ts";
import { parseJson } from "./parse-json.ts";
import { foldSpace } from "./status/entries.ts";
import { readErrorScrub, readRebuilds, readScan } from "./status-json/scan.ts";
import {
    readCheckpoint,
    readDataErrors,
    readDedup,
    readExpansion,
    readRemoval,
} from "./status-json/upkeep.ts";
import { holdsVdevs, readRoot, readSections } from "./status-json/vdev.ts";

/** The keys of a pool in all versions until now. status_callback_json() in zpool_main.c. */
const KNOWN_KEYS: ReadonlySet<string> = new Set([
    "name",
    "type",
    "state",
    "pool_guid",
    "txg",
    "spa_version",
    "zpl_version",
    "status",
    "action",
    "msgid",
    "moreinfo",
    "load_info",
    "scan_stats",
    "removal_stats",
    "checkpoint_stats",
    "raidz_expand_stats",
    "vdevs",
    "dedup",
    "special",
    "logs",
    "l2cache",
    "spares",
    "dedup_stats",
    "error_count",
    "errlist",
]);

/**
 * Reads `zpool status -j` (since 2.3), with or without -p -P -s -i -t -v -D -d --power. The JSON has no rates:
 * they follow from the time of the call, which `-T u` puts into it; `now` stands in for that.
 * @throws ParseError when it was cut or is something else
 */
export function parseStatusJson(text: string, now?: UnixTime): readonly Pool[] {
    const output = parseJson(text);
    if (!output.has("pools")) output.fail('no "pools"');
    const time = output.time("time") ?? now;
    return output.objects("pools").map((pool) => readPool(pool, time));
}

function readPool(pool: Fields, now: UnixTime | undefined): Pool {
    const stats = pool.object("scan_stats");
    const scan = readScan(stats, now);
    const unknown = pool.keys().filter((key) => !KNOWN_KEYS.has(key));
    return {
        name: pool.required("name", "a pool"),
        guid: pool.text("pool_guid"),
        state: pool.required("state", "a pool"),
        status: folded(pool.text("status")),
        action: folded(pool.text("action")),
        see: pool.text("moreinfo"),
        messageId: pool.text("msgid"),
        scan,
        errorScrub: readErrorScrub(stats),
        rebuilds: readRebuilds(stats),
        removal: readRemoval(pool.object("removal_stats"), now),
        expansion: readExpansion(pool.object("raidz_expand_stats"), now),
        checkpoint: readCheckpoint(pool.object("checkpoint_stats")),
        root: readRoot(pool, scan),
        sections: readSections(pool, unknown, scan),
        errors: readDataErrors(pool),
        dedup: readDedup(pool.object("dedup_stats")),
        unknown: unknown
            .filter((key) => !holdsVdevs(pool, key))
            .map((key) => `${key}: ${JSON.stringify(pool.raw(key))}`),
    };
}

function folded(text: string | undefined): string | undefined {
    return text === undefined ? undefined : foldSpace(text);
}
