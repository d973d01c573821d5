import { useEffect, useState } from "react";

import { HostError } from "../backend/errors.ts";
import { isHidden, onVisibilityChange } from "../backend/session.ts";

import { askAgain } from "./ask-again.ts";

/** What came of a question to the host. */
export type Answer<T> =
    | { readonly kind: "waiting" }
    | { readonly kind: "ready"; readonly value: T }
    | { readonly kind: "failed"; readonly error: Error };

/**
 * Asks the host when the component comes, and again whenever `subject` changes, and as long as no answer comes; the
 * answer before stands until the new one is there. For what only one component needs; what several show is in a store.
 *
 * @param ask told by its signal when nobody waits for the answer any more
 * @param subject what the question is about, in words that change with it
 */
export function useAnswer<T>(ask: (signal: AbortSignal) => Promise<T>, subject: string): Answer<T> {
    const [answer, setAnswer] = useState<Answer<T>>({ kind: "waiting" });
    useEffect(() => {
        const waiter = new AbortController();
        const { signal } = waiter;
        let stopAsking: (() => void) | undefined;
        const settle = (result: Answer<T>) => {
            if (!signal.aborted) setAnswer(result);
        };
        const run = (): void =>
            void ask(signal).then(
                (value) => settle({ kind: "ready", value }),
                (error: Error) => {
                    settle({ kind: "failed", error });
                    if (!signal.aborted && hasNoAnswer(error))
                        stopAsking = askAgain({ isHidden, onVisibilityChange }, run);
                },
            );
        run();
        return () => {
            waiter.abort();
            stopAsking?.();
        };
        // `ask` is a new function at every drawing; what it asks is in `subject`
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [subject]);
    return answer;
}

/**
 * The same for what may take longer than it takes until `subject` changes again, and would never have an answer: a
 * question is answered to its end before the next one is asked.
 */
export function useAnswerInTurn<T>(ask: (signal: AbortSignal) => Promise<T>, subject: string): Answer<T> {
    const [isAsking, setAsking] = useState(false);
    const [taken, setTaken] = useState(subject);
    if (!isAsking && taken !== subject) setTaken(subject);
    return useAnswer(async (signal) => {
        setAsking(true);
        try {
            return await ask(signal);
        } finally {
            setAsking(false);
        }
    }, taken);
}

/** Whether the host said nothing, which says nothing of the next time. */
export const hasNoAnswer = (error: Error): boolean => error instanceof HostError && error.kind === "timeout";
