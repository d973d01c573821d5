import { format } from "../../i18n.ts";

/** What is said of a command: to name it, when it is done, and when it is not. */
export interface CommandWords {
    readonly summary: string;
    readonly done: string;
    readonly failed: string;
}

/** These words, in which `$0`, `$1`, … stand for the names. */
export const wordsOf = (
    names: readonly string[],
    summary: string,
    done: string,
    failed: string,
): CommandWords => ({
    summary: format(summary, ...names),
    done: format(done, ...names),
    failed: format(failed, ...names),
});
