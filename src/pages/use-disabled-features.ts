import { useState } from "react";

import { readPoolProperties } from "../backend/properties.ts";
import { useAnswer } from "../store/answer.ts";
import { useSteadyCallback } from "../ui/use-steady-callback.ts";
import { disabledFeatures } from "../zfs/features.ts";

/** The features of a pool that are not enabled, as far as anybody asked. */
export interface DisabledFeatures {
    /** None while they are not known: ZFS says it then. */
    readonly disabled: readonly string[];
    /** Asks once more: when a menu opens, so that a page that only lies open asks nothing. */
    readonly ask: () => void;
}

const none: readonly string[] = [];

/**
 * Finds out which features of a pool are not enabled, of those that the ZFS of this host knows.
 *
 * @param isAsked at once, not only when something is opened
 */
export function useDisabledFeatures(pool: string, isAsked = false): DisabledFeatures {
    const [count, setCount] = useState(isAsked ? 1 : 0);
    const answer = useAnswer(
        async () => (count > 0 ? disabledFeatures(await readPoolProperties(pool)) : none),
        `${count} ${pool}`,
    );
    // the same function at every drawing: rows that get it are drawn again only when something changes
    const ask = useSteadyCallback(() => setCount(count + 1));
    return {
        disabled: answer.kind === "ready" ? answer.value : none,
        ask,
    };
}
