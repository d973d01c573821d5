import { useEffect } from "react";

import { isHidden } from "../../backend/session.ts";
import { refreshDatasets } from "../../store/refresh.ts";

/** Milliseconds: a key that is loaded or unloaded elsewhere makes no event. */
const period = 30_000;

/** Has the state of the keys read again every 30 s, as long as the page that asks for it is in view. */
export function useKeyWatch(): void {
    useEffect(() => {
        const timer = setInterval(() => {
            if (!isHidden()) refreshDatasets();
        }, period);
        return () => clearInterval(timer);
    }, []);
}
