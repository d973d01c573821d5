import type { HistoryEntry } from "../zfs/history.ts";
import { HistoryReader } from "../zfs/parse/history.ts";
import { ParseError } from "../zfs/parse/parse-error.ts";
import { history } from "../zfs/reads.ts";

import { UnreadableOutput } from "./read-as.ts";
import { asRoot } from "./spawn.ts";
import { openStream } from "./stream.ts";
import type { Stream } from "./stream.ts";

/** What is heard of a history that is being read. */
export interface HistoryListener {
    readonly onEntry: (entry: HistoryEntry) => void;
    /** No entry comes any more; with what went wrong, a HostError or UnreadableOutput, if something did. */
    readonly onEnd: (error: Error | undefined) => void;
}

/** Reads the history of a pool, the oldest entry first. A pool may have hundreds of thousands. It needs root. */
export function openHistory(pool: string, { onEntry, onEnd }: HistoryListener): Stream {
    const argv = history(pool);
    const reader = new HistoryReader();
    let number = 0;
    /** Does what reads, and ends all with the line that could not be read. */
    const guard = (read: () => void) => {
        try {
            read();
        } catch (error) {
            if (!(error instanceof ParseError)) throw error;
            stream.close();
            onEnd(new UnreadableOutput(argv, error.line, error));
        }
    };
    const stream = openStream(argv, asRoot, {
        onItem: (text) =>
            guard(() => {
                const entry = reader.take({ text, number: ++number });
                if (entry) onEntry(entry);
            }),
        onEnd: (error) =>
            guard(() => {
                if (!error) reader.finish();
                onEnd(error);
            }),
    });
    return stream;
}
