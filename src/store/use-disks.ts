import { useEffect } from "react";

import { retryDelay } from "./answer.ts";
import { disks, refreshDisks } from "./disks.ts";
import type { DisksState } from "./disks.ts";
import { useStore } from "./hooks.ts";

/**
 * The disks of this host: read when the component comes, again whenever `subject` changes, and as long as they cannot
 * be read.
 */
export function useDisks(subject = ""): DisksState {
    const state = useStore(disks);
    useEffect(() => void refreshDisks(), [subject]);
    useEffect(() => {
        if (state.kind !== "failed") return undefined;
        const timer = setTimeout(() => void refreshDisks(), retryDelay);
        return () => clearTimeout(timer);
    }, [state]);
    return state;
}
