import { useEffect, useReducer } from "react";

import { absoluteTime, relativeTime } from "./dates.ts";

/** Milliseconds after which "5 minutes ago" may not be true any more. */
const period = 30_000;

interface RelativeTimeProps {
    /** Unix seconds. */
    readonly time: number;
    /** What the clock that gave `time` says now. */
    readonly clock: () => number;
}

/** "5 minutes ago", which goes on by itself, with the exact time on hover. */
export const RelativeTime = ({ time, clock }: RelativeTimeProps) => {
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
        const timer = setInterval(redraw, period);
        return () => clearInterval(timer);
    }, []);
    return (
        <time dateTime={new Date(time * 1000).toISOString()} title={absoluteTime(time)}>
            {relativeTime(time, clock())}
        </time>
    );
};
