import { absoluteTime, relativeTime } from "./dates.ts";
import { useTicks } from "./use-ticks.ts";

interface RelativeTimeProps {
    /** Unix seconds. */
    readonly time: number;
    /** What the clock that gave `time` says now. */
    readonly clock: () => number;
}

/** "5 minutes ago", which goes on by itself, with the exact time on hover. */
export const RelativeTime = ({ time, clock }: RelativeTimeProps) => {
    useTicks();
    return (
        <time dateTime={new Date(time * 1000).toISOString()} title={absoluteTime(time)}>
            {relativeTime(time, clock())}
        </time>
    );
};
