import { useEffect, useState } from "react";

/** What came of a question to the host. */
export type Answer<T> =
    | { readonly kind: "waiting" }
    | { readonly kind: "ready"; readonly value: T }
    | { readonly kind: "failed"; readonly error: Error };

/**
 * Asks the host when the component comes, and again whenever `subject` changes; the answer before stands until the
 * new one is there. For what only one component needs; what several show is in a store.
 *
 * @param subject what the question is about, in words that change with it
 */
export function useAnswer<T>(ask: () => Promise<T>, subject: string): Answer<T> {
    const [answer, setAnswer] = useState<Answer<T>>({ kind: "waiting" });
    useEffect(() => {
        let isWanted = true;
        const settle = (result: Answer<T>) => {
            if (isWanted) setAnswer(result);
        };
        ask().then(
            (value) => settle({ kind: "ready", value }),
            (error: Error) => settle({ kind: "failed", error }),
        );
        return () => {
            isWanted = false;
        };
        // `ask` is a new function at every drawing; what it asks is in `subject`
        // eslint-disable-next-line react-hooks/exhaustive-deps
    }, [subject]);
    return answer;
}
