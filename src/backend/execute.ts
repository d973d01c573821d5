import type { Command } from "../zfs/commands/command.ts";
import type { Outcome } from "../zfs/outcome.ts";

import { hostError } from "./errors.ts";
import { executeCall } from "./execute-call.ts";
import type { Extras } from "./execute-call.ts";
import { parseExecuteLine } from "./execute-line.ts";
import type { ExecuteLine } from "./execute-line.ts";
import { asRoot, spawnBytes } from "./spawn.ts";

/** What is heard of a change before its end. */
export type ChangeProgress = ExecuteLine & { readonly kind: "waiting" | "started" };

/**
 * Runs a change by `zfsadmin execute`, with administrative access or not at all. This is how the page changes anything,
 * but for what somebody does with rights that were delegated to them (execute-as-person.ts). There is no time limit and nothing to cancel it with: a change that was cut off would leave
 * things half done, and the helper's supervisor would not have it anyway. If the page goes away, the change goes on.
 *
 * Never rejects: whatever happened is an outcome.
 */
export function execute(
    command: Command,
    { onProgress, ...extras }: Extras & { readonly onProgress: (progress: ChangeProgress) => void },
): Promise<Outcome> {
    const { argv, input } = executeCall(command, extras);
    // binary, because a secret may hold any byte, and Cockpit would make text of it
    const process = spawnBytes(argv, asRoot);
    return new Promise((resolve) => {
        const decoder = new TextDecoder();
        const unread: string[] = [];
        let rest = "";

        // its result is what counts: the end of the process says nothing more, and may be lost on its way to us
        const hear = (text: string) => {
            const line = parseExecuteLine(text);
            if (line.kind === "ended") resolve({ kind: "ended", ...line.ended });
            else if (line.kind === "refused") resolve(line);
            else if (line.kind === "unread") unread.push(text);
            else onProgress(line);
        };
        void process.stream((bytes) => {
            const lines = (rest + decoder.decode(bytes, { stream: true })).split("\n");
            rest = lines.pop() ?? "";
            lines.forEach(hear);
        });
        const lose = (error: Error) =>
            resolve({ kind: "lost", error, output: [...unread, rest].join("\n").trim() });
        process.then(
            () => lose(new Error("zfsadmin ended without a result")),
            (cause: unknown) => lose(hostError(argv, cause)),
        );
        void process.input(input);
    });
}
