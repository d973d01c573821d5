import { useEffect, useState } from "react";

import { openHistory } from "../backend/history.ts";
import type { HistoryEntry } from "../zfs/history.ts";

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
 * Reads the history of a pool, and again whenever `subject` changes; what was read before stands until all is read
 * anew. It needs administrative access.
 */
export function usePoolHistory(pool: string, subject: string): PoolHistory {
    const [history, setHistory] = useState<PoolHistory>({ entries: [], isComplete: false });
    useEffect(() => {
        const entries: HistoryEntry[] = [];
        const show = () =>
            setHistory((before) =>
                entries.length < before.entries.length
                    ? before
                    : { entries: [...entries], isComplete: false },
            );
        const timer = setInterval(show, period);
        const stream = openHistory(pool, {
            onEntry: (entry) => entries.push(entry),
            onEnd: (error) => {
                clearInterval(timer);
                setHistory({ entries, isComplete: true, error });
            },
        });
        return () => {
            clearInterval(timer);
            stream.close();
        };
    }, [pool, subject]);
    return history;
}
