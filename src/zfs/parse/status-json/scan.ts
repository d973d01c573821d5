import type { Bytes, Rebuild, Scan, UnixTime } from "../../model.ts";
import { percentOf } from "../../size.ts";
import type { Fields } from "../fields.ts";

/** Below this rate, in bytes a second, ZFS gives no time left for a scan. zpool_main.c. */
const SLOWEST_ESTIMATE = 10 * 1024 * 1024;

const STATE_BY_WORD: ReadonlyMap<string, Scan["state"]> = new Map([
    ["SCANNING", "inProgress"],
    ["ERRORSCRUBBING", "inProgress"],
    ["ACTIVE", "inProgress"],
    ["FINISHED", "finished"],
    ["COMPLETE", "finished"],
    ["CANCELED", "canceled"],
]);

/** The word of the model for a word of the JSON form. */
export function progressState(word: string): Scan["state"] {
    return STATE_BY_WORD.get(word) ?? word;
}

/** done of total in percent, with two digits as the text form has them. */
export const donePercent = (done: Bytes | undefined, total: Bytes | undefined): number | undefined =>
    done === undefined || total === undefined ? undefined : percentOf(done, total);

/** Bytes a second over a number of seconds, which counts as one at least. */
export function rateOf(bytes: Bytes | undefined, seconds: number | undefined): number | undefined {
    if (bytes === undefined || seconds === undefined) return undefined;
    return Math.floor(Number(bytes) / Math.max(seconds, 1));
}

/** Seconds until all is done; undefined when that cannot be told. */
export function timeLeft(
    total: Bytes | undefined,
    done: Bytes | undefined,
    rate: number | undefined,
): number | undefined {
    if (total === undefined || done === undefined || rate === undefined || rate === 0) return undefined;
    return total < done ? undefined : Math.floor(Number(total - done) / rate);
}

/** How far apart two times are that may be unknown. */
export function difference(end: number | undefined, start: number | undefined): number | undefined {
    return end === undefined || start === undefined ? undefined : end - start;
}

function lessBytes(total: Bytes | undefined, part: Bytes | undefined): Bytes | undefined {
    return total === undefined ? undefined : total - (part ?? 0n);
}

function scanTimeLeft(total: Bytes | undefined, done: Bytes | undefined, rate: number | undefined) {
    return (rate ?? 0) < SLOWEST_ESTIMATE ? undefined : timeLeft(total, done, rate);
}

/** Reads the last or current scrub or resilver; `now` is the time of the call. */
export function readScan(stats: Fields | undefined, now: UnixTime | undefined): Scan | undefined {
    const kind = stats?.text("function");
    const word = stats?.text("state");
    if (stats === undefined || kind === undefined || word === undefined || kind === "NONE" || word === "NONE")
        return undefined;
    const start = stats.time("start_time");
    const common = {
        kind: kind.toLowerCase(),
        start,
        scanned: stats.bytes("examined"),
        issued: stats.bytes("issued"),
        total: lessBytes(stats.bytes("to_examine"), stats.bytes("skipped")),
        repaired: stats.bytes("processed"),
        errors: stats.count("errors"),
    };
    const state = progressState(word);
    if (state !== "inProgress") {
        const end = stats.time("end_time");
        return { ...common, state, end, seconds: difference(end, start) };
    }
    const pausedSince = stats.time("scrub_pause");
    const percent = donePercent(common.issued, common.total);
    if (pausedSince !== undefined) return { ...common, state: "paused", pausedSince, percent };
    const passSeconds = difference(
        difference(now, stats.time("pass_start")),
        stats.count("scrub_spent_paused"),
    );
    const rate = rateOf(stats.bytes("issued_bytes_per_scan"), passSeconds);
    return {
        ...common,
        state,
        percent,
        rate,
        scanRate: rateOf(stats.bytes("bytes_per_scan"), passSeconds),
        secondsLeft: scanTimeLeft(common.total, common.issued, rate),
    };
}

/** Reads the last or current error scrub, which the text form shows in place of the scan. */
export function readErrorScrub(stats: Fields | undefined): Scan | undefined {
    const word = stats?.text("err_scrub_state");
    if (stats === undefined || word === undefined || word === "NONE") return undefined;
    const start = stats.time("err_scrub_start_time");
    const end = stats.time("err_scrub_end_time");
    const pausedSince = stats.time("err_scrub_pause");
    const running = progressState(word) === "inProgress" && pausedSince !== undefined;
    return {
        kind: "errorScrub",
        state: running ? "paused" : progressState(word),
        start,
        end,
        pausedSince,
        seconds: difference(end, start),
        errorBlocks: stats.count("err_scrub_examined"),
    };
}

/** Reads the sequential rebuilds. */
export function readRebuilds(stats: Fields | undefined): readonly Rebuild[] {
    return (stats?.object("rebuild_stats")?.entries() ?? [])
        .filter(([, rebuild]) => rebuild.text("state") !== "NONE")
        .map(([vdev, rebuild]) => readRebuild(vdev, rebuild));
}

function readRebuild(vdev: string, stats: Fields): Rebuild {
    const state = progressState(stats.required("state", "a rebuild"));
    const common = {
        vdev,
        kind: "rebuild",
        state,
        start: stats.time("start_time"),
        scanned: stats.bytes("scanned"),
        issued: stats.bytes("issued"),
        total: lessBytes(stats.bytes("to_scan"), stats.bytes("pass_skipped")),
        repaired: stats.bytes("rebuilt"),
        errors: stats.count("errors"),
    };
    if (state !== "inProgress") {
        // Times spent rebuilding are in nanoseconds and leave out what it waited.
        const scanTime = stats.count("scan_time");
        const seconds = scanTime === undefined ? undefined : Math.floor(scanTime / 1e9);
        return { ...common, end: stats.time("end_time"), seconds };
    }
    const passSeconds = (stats.count("pass_time") ?? 0) / 1e9;
    const rate = rateOf(stats.bytes("pass_issued"), passSeconds);
    return {
        ...common,
        rate,
        scanRate: rateOf(stats.bytes("pass_scanned"), passSeconds),
        percent: donePercent(common.issued, common.total),
        secondsLeft: scanTimeLeft(common.total, common.issued, rate),
    };
}
