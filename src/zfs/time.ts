import type { UnixTime } from "./model.ts";

const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DATE = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) +(\d{1,2}) (\d{2}):(\d{2}):(\d{2}) (?:UTC )?(\d{4})$/;
const DURATION = /^(?:(\d+) days? )?(?:(\d+):(\d{2}):(\d{2})|(\d+)h(\d+)m)$/;

/**
 * A date as the text forms print it, "Sun Nov 22 11:09:20 2026". It carries no time zone, so the command must
 * run with TZ=UTC, and that is how it is read. Undefined for any other shape.
 */
export function parseDate(text: string): UnixTime | undefined {
    const match = DATE.exec(text.trim());
    if (match === null) return undefined;
    const [, monthName = "", day, hour, minute, second, year] = match;
    const month = MONTHS.indexOf(monthName);
    if (month < 0) return undefined;
    return Date.UTC(Number(year), month, Number(day), Number(hour), Number(minute), Number(second)) / 1000;
}

/** Seconds of "00:15:42", "2 days 02:23:56" or (before 2.0, rounded to minutes) "14h28m". */
export function parseDuration(text: string): number | undefined {
    const match = DURATION.exec(text.trim());
    if (match === null) return undefined;
    // The types do not say that a part which did not take part in the match is undefined.
    const parts: readonly (string | undefined)[] = match;
    const [, days = 0, clockHours = 0, clockMinutes = 0, seconds = 0, hours = 0, minutes = 0] = parts.map(
        (part) => Number(part ?? 0),
    );
    return days * 86400 + (clockHours + hours) * 3600 + (clockMinutes + minutes) * 60 + seconds;
}
