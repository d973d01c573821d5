import type { Change } from "./audit.ts";
import type { UnixTime } from "./model.ts";

/** A record of a pool's own history. zpool-history(8). */
export interface HistoryEntry {
    /** Its place in the history; the first is 1. */
    readonly id: number;
    readonly time: UnixTime;
    /** A command as somebody typed it, or what ZFS noted for itself. */
    readonly kind: "command" | "event";
    /** Not quoted: where an argument ends cannot be seen. Of several lines where an argument or an event is. */
    readonly text: string;
    /** User, by name where the host knows one; undefined where it was nobody in particular. */
    readonly who?: string | undefined;
    readonly host?: string | undefined;
}

/** Which entries to show: those with a part of their words, whatever the case, and with events or without. */
export interface HistoryFilter {
    readonly text: string;
    readonly hasEvents: boolean;
}

/** The entries that a filter lets through, the newest first. */
export function filterHistory(
    entries: readonly HistoryEntry[],
    { text, hasEvents }: HistoryFilter,
): readonly HistoryEntry[] {
    const wanted = text.toLowerCase();
    return entries
        .filter(
            (entry) =>
                (hasEvents || entry.kind === "command") &&
                (wanted === "" || wordsOf(entry).toLowerCase().includes(wanted)),
        )
        .toReversed();
}

/** What ZFS notes when a checkpoint is taken. spa_checkpoint_sync() in spa_checkpoint.c. */
const TAKEN = /^\[txg:\d+\] .*checkpointed uberblock txg=/;

/**
 * The commands since a checkpoint was taken, the newest first: what a rewind undoes, as far as the pool remembers it.
 *
 * @param created when it was taken
 */
export function commandsSince(entries: readonly HistoryEntry[], created: UnixTime): readonly HistoryEntry[] {
    const mark = entries.findLast(({ kind, text }) => kind === "event" && TAKEN.test(text));
    const later = mark
        ? entries.slice(entries.indexOf(mark) + 1)
        : entries.filter(({ time }) => time >= created);
    const commands = later.filter(({ kind }) => kind === "command");
    // the one that took it is written down after it was taken
    const own = commands[0]?.text.startsWith("zpool checkpoint ") ? 1 : 0;
    return commands.slice(own).toReversed();
}

const wordsOf = ({ text, who = "", host = "" }: HistoryEntry): string => `${text}\n${who}\n${host}`;

/** Seconds by which the times of an entry and of a change may differ: both are cut, and taken one after the other. */
const slack = 2;

/** Whether the change of an entry could be older than all of `changes`, the newest of which is first. */
export const mayBeBefore = (changes: readonly Change[], { time }: HistoryEntry): boolean =>
    (changes.at(-1)?.time ?? -Infinity) > time - slack;

/**
 * A function that finds the recorded change of which an entry is.
 *
 * @param pool guid
 */
export function changeFinder(
    changes: readonly Change[],
    pool: string,
): (entry: HistoryEntry) => Change | undefined {
    const byCommand = new Map<string, Change[]>();
    // what made the pool was recorded before that had a guid
    for (const change of changes.filter(({ pools }) => pools.length === 0 || pools.includes(pool))) {
        const line = change.argv.join(" ");
        byCommand.set(line, [...(byCommand.get(line) ?? []), change]);
    }
    return ({ kind, text, time }) =>
        kind === "command"
            ? byCommand
                  .get(text)
                  ?.find(
                      (change) => change.time - slack <= time && time <= (change.ended ?? Infinity) + slack,
                  )
            : undefined;
}
