import type { HostError } from "./errors.ts";
import { hostError } from "./errors.ts";
import { spawnText } from "./spawn.ts";
import type { Rights } from "./spawn.ts";

/** A process that tells things as long as it runs. */
export interface Stream {
    /** Ends it; nothing is heard of it any more. */
    close(): void;
}

/** What is heard of a stream whose items are `Item`. */
export interface Listener<Item> {
    readonly onItem: (item: Item) => void;
    /** It ended without being closed; with what went wrong, if something did. */
    readonly onEnd: (error: HostError | undefined) => void;
}

/** Starts `argv` and hands on its output line by line. Standard input stays open until the stream is closed. */
export function openStream(
    argv: readonly string[],
    rights: Rights,
    { onItem, onEnd }: Listener<string>,
): Stream {
    const process = spawnText(argv, rights);
    let closed = false;
    void process.stream((text: string) => {
        const consumed = text.lastIndexOf("\n") + 1;
        for (const line of text.slice(0, consumed).split("\n").slice(0, -1)) if (!closed) onItem(line);
        return consumed; // Cockpit gives the rest again, with what comes next
    });
    void process.then(
        () => !closed && onEnd(undefined),
        (cause: unknown) => !closed && onEnd(hostError(argv, cause)),
    );
    return {
        close() {
            closed = true;
            process.close("cancelled");
        },
    };
}
