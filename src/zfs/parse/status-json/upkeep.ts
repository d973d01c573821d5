import type { Checkpoint, DataErrors, DedupTable, Expansion, UnixTime, VdevCopy } from "../../model.ts";
import type { Fields } from "../fields.ts";
import { difference, donePercent, progressState, rateOf, timeLeft } from "./scan.ts";

/** Longer estimates are none, as in the text form: 30 days. */
const LONGEST_ESTIMATE = 30 * 24 * 3600;

/** Reads the last or current removal of a vdev; `now` is the time of the call. */
export function readRemoval(stats: Fields | undefined, now: UnixTime | undefined): VdevCopy | undefined {
    if (stats === undefined || stats.text("state") === "NONE") return undefined;
    return {
        ...readCopy(stats, "removing_vdev", "copied", "to_copy", now),
        vdev: stats.text("name"),
        mappingMemory: stats.bytes("mapping_memory"),
    };
}

/** Reads the last or current raidz expansion. Its name lacks the number, so it is put together. */
export function readExpansion(stats: Fields | undefined, now: UnixTime | undefined): Expansion | undefined {
    if (stats === undefined || stats.text("state") === "NONE") return undefined;
    const copy = readCopy(stats, "expanding_vdev", "reflowed", "to_reflow", now);
    const waiting = copy.state === "inProgress" ? stats.flag("waiting_for_resilver") === true : undefined;
    return { ...copy, vdev: `${stats.text("name") ?? "raidz"}-${copy.vdevId ?? ""}`, waiting };
}

function readCopy(
    stats: Fields,
    idKey: string,
    copiedKey: string,
    totalKey: string,
    now: UnixTime | undefined,
): VdevCopy {
    const state = progressState(stats.required("state", "a copy"));
    const start = stats.time("start_time");
    const copied = stats.bytes(copiedKey);
    const total = stats.bytes(totalKey);
    const common = { state, vdevId: stats.count(idKey), start, copied, total };
    if (state !== "inProgress") {
        const end = stats.time("end_time");
        return { ...common, end, seconds: difference(end, start) };
    }
    const rate = rateOf(copied, difference(now, start));
    const left = timeLeft(total, copied, rate) ?? LONGEST_ESTIMATE;
    return {
        ...common,
        percent: donePercent(copied, total),
        rate,
        secondsLeft: left < LONGEST_ESTIMATE ? left : undefined,
    };
}

/** Reads the checkpoint. */
export function readCheckpoint(stats: Fields | undefined): Checkpoint | undefined {
    const word = stats?.text("state");
    if (stats === undefined || word === undefined || word === "NONE") return undefined;
    return { state: word.toLowerCase(), created: stats.time("start_time"), space: stats.bytes("space") };
}

/** Reads the count and the list of data errors; instead of a list there may be a word why there is none. */
export function readDataErrors(pool: Fields): DataErrors | undefined {
    const count = pool.count("error_count");
    const paths = pool.texts("errlist");
    const reason = paths === undefined ? pool.text("errlist") : undefined;
    if (reason !== undefined) return { kind: "unavailable", reason, count };
    if (count === undefined) return undefined;
    if (count === 0) return { kind: "none" };
    return paths === undefined ? { kind: "count", count } : { kind: "list", count, paths };
}

/** Reads the size of the deduplication table. */
export function readDedup(stats: Fields | undefined): DedupTable | undefined {
    const entries = stats?.count("obj_count");
    if (stats === undefined || entries === undefined) return undefined;
    return { entries, onDisk: stats.bytes("dspace"), inCore: stats.bytes("mspace") };
}
