import { useEffect, useState } from "react";

import { isHidden, onVisibilityChange } from "../backend/session.ts";
import type { Outcome } from "../zfs/outcome.ts";

import { askAgain } from "./ask-again.ts";
import { hasSucceeded } from "./change-runner.ts";
import { disks, refreshDisks } from "./disks.ts";
import type { DisksState } from "./disks.ts";
import { useStore } from "./hooks.ts";

/**
 * Reads the disks of this host again when a change that was to use some of them is not done: zpool may have partitioned
 * them before it failed. Gives how often they were.
 */
export function useDisksAfter(outcome: Outcome | undefined): number {
    const [count, setCount] = useState(0);
    useEffect(() => {
        if (!outcome || hasSucceeded({ outcome })) return;
        void refreshDisks().then(() => setCount((before) => before + 1));
    }, [outcome]);
    return count;
}

/**
 * The disks of this host: read when the component comes, again whenever `subject` changes, and as long as they cannot
 * be read and the page is in view.
 */
export function useDisks(subject = ""): DisksState {
    const state = useStore(disks);
    useEffect(() => void refreshDisks(), [subject]);
    useEffect(() => {
        if (state.kind !== "failed") return undefined;
        return askAgain({ isHidden, onVisibilityChange }, () => void refreshDisks());
    }, [state]);
    return state;
}
