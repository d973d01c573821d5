import type { Pool, Scan } from "../../model.ts";
import { parseSize } from "../../size.ts";
import { parseDate, parseDuration } from "../../time.ts";
import { readScanProgress } from "./progress.ts";

/** A scan as its first line tells it; a rebuild names its vdev. */
type AnyScan = Scan & { readonly vdev?: string | undefined };

type Words = readonly (string | undefined)[];

/** First lines, newest forms first; the last two are of Solaris and of 0.6. */
const FORMS: readonly (readonly [RegExp, (words: Words, details: string) => AnyScan])[] = [
    [/^(scrub|resilver)(?: \((.+)\))? in progress since (.*)$/, running],
    [/^(scrub) ()paused since (.*)$/, paused],
    [/^(scrub|resilver)(?: \((.+)\))? canceled on (.*)$/, canceled],
    [
        /^(scrub|resilver)(?:ed)?(?: repaired)?(?: \((.+)\))? (\S+) in (.+) with (\d+) errors on (.*)$/,
        finished,
    ],
    [/^(error scrub) ()in progress since (.*)$/, running],
    [/^(error scrub) ()paused since (.*)$/, paused],
    [/^(error scrub) ()canceled on (.*)$/, canceled],
    [/^scrubbed (\d+) error blocks in (.+) on (.*)$/, errorScrubbed],
    [/^(scrub|resilver) in progress(?: for \S+)?, .* done, .* to go$/, runningFor],
    [/^(scrub|resilver) (completed|stopped)(?: after (\S+))? with (\d+) errors on (.*)$/, completed],
];

/** What one "scan:" or "scrub:" entry says. */
type ScanFinding = Pick<Pool, "scan" | "errorScrub"> & Partial<Pick<Pool, "rebuilds">>;

/**
 * Reads an entry: its first line, and the lines after it.
 * @returns undefined for words that are not known
 */
export function readScan(head: string, details: readonly string[]): ScanFinding | undefined {
    if (head === "none requested") return {};
    for (const [pattern, read] of FORMS) {
        const match = pattern.exec(head);
        if (match !== null) return classify(read(match, [head, ...details].join(", ")));
    }
    return undefined;
}

function classify({ vdev, ...scan }: AnyScan): ScanFinding {
    if (vdev) return { rebuilds: [{ ...scan, kind: "rebuild", vdev }] };
    return scan.kind === "errorScrub" ? { errorScrub: scan } : { scan };
}

function scanKind(word = ""): Scan["kind"] {
    return word === "error scrub" ? "errorScrub" : word;
}

function running([, kind, vdev, since = ""]: Words, details: string): AnyScan {
    return {
        kind: scanKind(kind),
        vdev,
        state: "inProgress",
        start: parseDate(since),
        ...readScanProgress(details),
    };
}

function runningFor([, kind]: Words, details: string): AnyScan {
    return { kind: scanKind(kind), state: "inProgress", ...readScanProgress(details) };
}

function paused([, kind, , since = ""]: Words, details: string): AnyScan {
    return {
        kind: scanKind(kind),
        state: "paused",
        start: parseDate(/scrub started on ([^,]*)/.exec(details)?.[1] ?? ""),
        pausedSince: parseDate(since),
        ...readScanProgress(details),
    };
}

function canceled([, kind, vdev, end = ""]: Words): AnyScan {
    return { kind: scanKind(kind), vdev, state: "canceled", end: parseDate(end) };
}

function finished([, kind, vdev, amount = "", duration = "", errors, end = ""]: Words): AnyScan {
    return {
        kind: scanKind(kind),
        vdev,
        repaired: parseSize(amount),
        errors: Number(errors),
        ...ended(duration, end, vdev),
    };
}

function completed([, kind, how, duration = "", errors, end = ""]: Words): AnyScan {
    const state = how === "stopped" ? "canceled" : "finished";
    return { kind: scanKind(kind), errors: Number(errors), ...ended(duration, end), state };
}

function errorScrubbed([, blocks, duration = "", end = ""]: Words): AnyScan {
    return { kind: "errorScrub", errorBlocks: Number(blocks), ...ended(duration, end) };
}

/**
 * A duration to the second gives the start too: not so "14h28m", which is too coarse, and the duration of a
 * rebuild, which leaves out what it waited.
 */
function ended(duration: string, endText: string, rebuilt?: string) {
    const end = parseDate(endText);
    const seconds = parseDuration(duration);
    const exact = end !== undefined && seconds !== undefined && duration.includes(":") && !rebuilt;
    return { state: "finished", end, seconds, start: exact ? end - seconds : undefined };
}
