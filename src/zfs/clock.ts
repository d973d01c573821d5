import type { UnixTime } from "./model.ts";

/**
 * The host's time, from what its kernel says in /proc/stat (when it was booted, by the clock of now) and /proc/uptime
 * (how long ago that was); up to a second too early, as the first has no fractions. Undefined for other texts.
 */
export function timeOfHost(stat: string, uptime: string): UnixTime | undefined {
    const [, booted] = /^btime (\d+)$/m.exec(stat) ?? [];
    const [, seconds] = /^(\d+\.\d+) /.exec(uptime) ?? [];
    return booted === undefined || seconds === undefined ? undefined : Number(booted) + Number(seconds);
}
