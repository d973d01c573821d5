import { useEffect, useReducer } from "react";

/** Milliseconds after which "5 minutes ago" may not be true any more. */
const period = 30_000;

/** Draws the component again every half minute, so that what it says by the clock stays true. */
export function useTicks(): void {
    const [, redraw] = useReducer((count: number) => count + 1, 0);
    useEffect(() => {
        const timer = setInterval(redraw, period);
        return () => clearInterval(timer);
    }, []);
}
