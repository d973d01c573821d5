import { useEffect } from "react";

import { isHidden, onVisibilityChange } from "../backend/session.ts";

import { askAgain } from "./ask-again.ts";
import { disks, refreshDisks } from "./disks.ts";
import type { DisksState } from "./disks.ts";
import { useStore } from "./hooks.ts";

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
