import { useEffect, useRef, useState } from "react";
import type { Dispatch, SetStateAction } from "react";

import { openHistory } from "../backend/history.ts";
import type { HistoryEntry } from "../zfs/history.ts";

import { ReadQueue } from "./read-queue.ts";

/** The history of a pool, as far as it has come. */
export interface PoolHistory {
    /** The oldest first. */
    readonly entries: readonly HistoryEntry[];
    readonly isComplete: boolean;
    readonly error?: Error | undefined;
}

/** Milliseconds between two drawings of what has come. */
const period = 250;

/**
 * Reads the history of a pool, and again when `subject` has changed; what was read before stands until all is read anew.
 * One reading comes to its end before the next, and it rests in between as long as that took: ZFS gives a history whole
 * only, and one of a busy pool is long. It needs administrative access.
 */
export function usePoolHistory(pool: string, subject: string): PoolHistory {
    const [history, setHistory] = useState<PoolHistory>({ entries: [], isComplete: false });
    const queue = useRef<ReadQueue<"history">>();
    useEffect(() => {
        let stop: (() => void) | undefined;
        const read = () =>
            new Promise<void>((resolve) => {
                stop = readHistory(pool, setHistory, resolve);
            });
        const reader = new ReadQueue<"history">(read);
        queue.current = reader;
        return () => {
            reader.clear();
            stop?.();
        };
    }, [pool]);
    useEffect(() => queue.current?.want(["history"]), [pool, subject]);
    return history;
}

/** Reads the history once, and shows what has come until then. Gives the way to stop; then it does not come to `onEnd`. */
function readHistory(
    pool: string,
    show: Dispatch<SetStateAction<PoolHistory>>,
    onEnd: () => void,
): () => void {
    const entries: HistoryEntry[] = [];
    const showSome = () =>
        show((before) =>
            entries.length < before.entries.length ? before : { entries: [...entries], isComplete: false },
        );
    const timer = setInterval(showSome, period);
    const stream = openHistory(pool, {
        onEntry: (entry) => entries.push(entry),
        onEnd: (error) => {
            clearInterval(timer);
            show({ entries, isComplete: true, error });
            onEnd();
        },
    });
    return () => {
        clearInterval(timer);
        stream.close();
    };
}
