import { useEffect, useState } from "react";

import type { Store } from "./store.ts";

/**
 * How often a store has had news since the component came. What is read besides a store (see `useAnswer`), and may
 * change when it does, is asked for anew with this number.
 */
export function useNews(store: Pick<Store<unknown>, "subscribe">): number {
    const [count, setCount] = useState(0);
    useEffect(() => store.subscribe(() => setCount((before) => before + 1)), [store]);
    return count;
}
