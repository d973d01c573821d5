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
import { readRoot, readSections } from "./status-json/vdev.ts";

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
        sections: readSections(pool, scan),
        errors: readDataErrors(pool),
        dedup: readDedup(pool.object("dedup_stats")),
        unknown: [],
    };
}

function folded(text: string | undefined): string | undefined {
    return text === undefined ? undefined : foldSpace(text);
}
