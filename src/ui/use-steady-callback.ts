import { useCallback, useLayoutEffect, useRef } from "react";

/** A function that is the same at every drawing and calls the `callback` of the last one: for rows that are drawn seldom. */
export function useSteadyCallback<Args extends readonly unknown[]>(
    callback: (...args: Args) => void,
): (...args: Args) => void {
    const latest = useRef(callback);
    useLayoutEffect(() => {
        latest.current = callback;
    });
    return useCallback((...args: Args) => latest.current(...args), []);
}
