// What moves through a pool, in words: scrubs, resilvers, rebuilds, removals, expansions, trims and the like.
import { _, format, ngettext } from "../i18n.ts";
import { absoluteTime, formatDuration, formatList, formatPercent, relativeTime } from "../ui/dates.ts";
import type {
    Checkpoint,
    DeviceWork,
    Expansion,
    Pool,
    Progress,
    Rebuild,
    Scan,
    UnixTime,
} from "../zfs/model.ts";
import { formatSize } from "../zfs/size.ts";
import { leaves } from "../zfs/vdevs.ts";

import { rateText } from "./rate-text.ts";

/** A line about something that runs or ran. */
export interface ProgressLine {
    readonly text: string;
    /** The exact time of what `text` tells as "3 days ago". */
    readonly time?: string | undefined;
    /** How far it is, while it runs. */
    readonly percent?: number | undefined;
}

/**
 * What a pool did last and does now; the first line, on its scrub or resilver, is always there.
 *
 * @param now by the host's clock
 */
export function progressLines(pool: Pool, now: UnixTime): readonly ProgressLine[] {
    const { scan, errorScrub, removal, expansion, checkpoint } = pool;
    const rebuilds = pool.rebuilds.filter(({ state }) => !scan || state === "inProgress");
    const scans = [...(scan ? [scan] : []), ...rebuilds].map((one) =>
        progressLine(scanName(one), one, now, resultsOf(one)),
    );
    return [
        ...(scans.length > 0 || errorScrub ? scans : [{ text: _("Never scrubbed") }]),
        ...(errorScrub && isNews(errorScrub, scan) ? [errorScrubLine(errorScrub, now)] : []),
        ...(removal && !isOver(removal) ? [progressLine(_("Removal of a device"), removal, now)] : []),
        ...(expansion && !isOver(expansion) ? [expansionLine(expansion, now)] : []),
        ...(checkpoint ? [checkpointLine(checkpoint, now)] : []),
        ...deviceWorkLines(pool),
    ];
}

const isOver = ({ state }: Progress): boolean => state === "finished" || state === "canceled";

/** Whether an error scrub is worth a line: one that ended before the last scan has nothing to tell any more. */
const isNews = (errorScrub: Scan, scan: Scan | undefined): boolean =>
    !isOver(errorScrub) || (errorScrub.end ?? 0) > (scan?.end ?? scan?.start ?? 0);

const errorScrubLine = (errorScrub: Scan, now: UnixTime): ProgressLine =>
    progressLine(scanName(errorScrub), errorScrub, now, blocksOf(errorScrub));

const blocksOf = ({ errorBlocks }: Scan): readonly string[] =>
    errorBlocks === undefined ? [] : [ngettext("$0 block read again", "$0 blocks read again", errorBlocks)];

function scanName(scan: Scan | Rebuild): string {
    if ("vdev" in scan) return format(_("Rebuild of $0"), scan.vdev);
    switch (scan.kind) {
        case "scrub":
            return _("Scrub");
        case "resilver":
            return _("Resilver");
        case "errorScrub":
            return _("Scrub of damaged blocks");
        case "rebuild":
            return _("Rebuild");
        default:
            return scan.kind;
    }
}

function resultsOf({ kind, repaired, errors }: Scan): readonly string[] {
    const size = repaired !== undefined && repaired > 0n && formatSize(repaired);
    return [
        ...(size ? [kind === "scrub" ? format(_("$0 repaired"), size) : format(_("$0 written"), size)] : []),
        ...(errors === 0 ? [_("no errors")] : errors ? [ngettext("$0 error", "$0 errors", errors)] : []),
    ];
}

function progressLine(
    name: string,
    progress: Progress,
    now: UnixTime,
    results: readonly string[] = [],
): ProgressLine {
    switch (progress.state) {
        case "inProgress":
            return {
                text: formatList([
                    format(_("$0: $1"), name, runningText(progress)),
                    ...(progress.start ? [format(_("started $0"), relativeTime(progress.start, now))] : []),
                ]),
                time: exact(progress.start),
                percent: progress.percent,
            };
        case "paused": {
            const { pausedSince }: Partial<Scan> = progress;
            const since = ago(pausedSince, now);
            return {
                text:
                    progress.percent === undefined
                        ? format(_("$0 paused $1"), name, since)
                        : format(_("$0 paused $1: $2"), name, since, formatPercent(progress.percent)),
                time: exact(pausedSince),
                percent: progress.percent,
            };
        }
        case "finished":
            return {
                text: formatList([format(_("$0 finished $1"), name, ago(progress.end, now)), ...results]),
                time: exact(progress.end),
            };
        case "canceled":
            return {
                text: format(_("$0 canceled $1"), name, ago(progress.end, now)),
                time: exact(progress.end),
            };
        default:
            return { text: format(_("$0: $1"), name, progress.state) };
    }
}

/** How far something is that runs: "41%, 212 MiB/s, 2 h 10 min left". */
export function runningText(progress: Progress): string {
    const { rate, secondsLeft } = progress;
    return formatList([
        percentText(progress),
        ...(rate ? [rateText(rate)] : []),
        ...(secondsLeft === undefined ? [] : [format(_("$0 left"), formatDuration(secondsLeft))]),
    ]);
}

const percentText = ({ percent }: Progress): string =>
    percent === undefined ? _("under way") : formatPercent(percent);

const ago = (time: UnixTime | undefined, now: UnixTime): string =>
    time === undefined ? _("some time ago") : relativeTime(time, now);

const exact = (time: UnixTime | undefined): string | undefined =>
    time === undefined ? undefined : absoluteTime(time);

function expansionLine(expansion: Expansion, now: UnixTime): ProgressLine {
    const name = expansion.vdev ? format(_("Expansion of $0"), expansion.vdev) : _("Expansion");
    if (!expansion.waiting) return progressLine(name, expansion, now);
    return {
        text: format(_("$0: waits for a resilver or for “zpool clear”"), name),
        percent: expansion.percent,
    };
}

function checkpointLine({ state, created, space }: Checkpoint, now: UnixTime): ProgressLine {
    const size = space === undefined ? _("unknown space") : formatSize(space);
    if (state === "exists")
        return {
            text: format(_("Checkpoint made $0 holds $1"), ago(created, now), size),
            time: exact(created),
        };
    if (state === "discarding") return { text: format(_("Checkpoint is being discarded: $0 left"), size) };
    return { text: format(_("Checkpoint: $0"), state) };
}

/** One line for all devices that do the same. */
function deviceWorkLines(pool: Pool): readonly ProgressLine[] {
    const devices = leaves(pool);
    const trims = devices.map(({ trim }) => trim);
    const initializes = devices.map(({ initialize }) => initialize);
    return [
        ...workLine(trims, "active", (n) => ngettext("Trimming $0 device", "Trimming $0 devices", n)),
        ...workLine(trims, "suspended", (n) =>
            ngettext("Suspended trim of $0 device", "Suspended trim of $0 devices", n),
        ),
        ...workLine(initializes, "active", (n) =>
            ngettext("Initializing $0 device", "Initializing $0 devices", n),
        ),
        ...workLine(initializes, "suspended", (n) =>
            ngettext("Suspended initializing of $0 device", "Suspended initializing of $0 devices", n),
        ),
    ];
}

function workLine(
    works: readonly (DeviceWork | undefined)[],
    state: DeviceWork["state"],
    words: (n: number) => string,
): readonly ProgressLine[] {
    const some = works.filter((work) => work?.state === state);
    if (some.length === 0) return [];
    const percent = some.reduce((sum, work) => sum + (work?.percent ?? 0), 0) / some.length;
    return [{ text: format(_("$0: $1"), words(some.length), formatPercent(percent)), percent }];
}
