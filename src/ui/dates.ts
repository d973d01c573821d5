// Dates, durations and shares for people, in the language of the page. Times are Unix seconds.
import { dateTimeSeconds, distanceToNow } from "timeformat";

import { _, format, language, ngettext } from "../i18n.ts";

/**
 * "3 days ago"; people find the exact time by hovering over it, see `absoluteTime`.
 *
 * @param time something past: a clock that was set back since makes it no future
 * @param now by the clock that gave `time`
 */
export const relativeTime = (time: number, now: number): string =>
    distanceToNow(Date.now() - Math.max(0, now - time) * 1000);

/** "Nov 22, 2026, 11:09:20 AM" */
export const absoluteTime = (time: number): string => dateTimeSeconds(time * 1000);

/** How long something takes, in its two largest units: "2 h 10 min". */
export function formatDuration(seconds: number): string {
    const minutes = Math.round(seconds / 60);
    if (minutes < 1) return _("less than a minute");
    const hours = Math.floor(minutes / 60);
    if (hours === 0) return format(_("$0 min"), minutes);
    if (hours < 24) return format(_("$0 h $1 min"), hours, minutes % 60);
    return format(_("$0 $1 h"), ngettext("$0 day", "$0 days", Math.floor(hours / 24)), hours % 24);
}

/** How long something took: "0.012 sec", "12 sec", and from a minute on as `formatDuration` says it. */
export function formatElapsed(seconds: number): string {
    if (seconds >= 60) return formatDuration(seconds);
    return new Intl.NumberFormat(language(), {
        style: "unit",
        unit: "second",
        maximumSignificantDigits: 2,
    }).format(seconds);
}

/** "41%", "2.8%": a decimal only where it can be seen moving. */
export const formatPercent = (percent: number): string =>
    new Intl.NumberFormat(language(), {
        style: "percent",
        maximumFractionDigits: percent < 10 ? 1 : 0,
    }).format(percent / 100);

/** "a, b and 3 more": names, but not so many that nobody reads them. */
export function formatNames(names: readonly string[], limit = 3): string {
    if (names.length <= limit + 1) return formatList(names);
    return format(_("$0 and $1 more"), formatList(names.slice(0, limit)), names.length - limit);
}

/** "a, b, c" */
export const formatList = (items: readonly string[]): string => listFormat(language()).format(items);

const listFormats = new Map<string, Intl.ListFormat>();

/** Kept, since to make one costs far more than to use it, and each row of a long table uses it. */
function listFormat(locale: string): Intl.ListFormat {
    const known = listFormats.get(locale);
    if (known) return known;
    const made = new Intl.ListFormat(locale, { style: "narrow" });
    listFormats.set(locale, made);
    return made;
}
