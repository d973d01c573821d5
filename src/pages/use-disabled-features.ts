import { useState } from "react";

import { readPoolProperties } from "../backend/properties.ts";
import { useAnswer } from "../store/answer.ts";
import { disabledFeatures } from "../zfs/features.ts";

/** The features of a pool that are not enabled, as far as anybody asked. */
export interface DisabledFeatures {
    /** None while they are not known: ZFS says it then. */
    readonly disabled: ReadonlySet<string>;
    /** Asks once more: when a menu opens, so that a page that only lies open asks nothing. */
    readonly ask: () => void;
}

const none: ReadonlySet<string> = new Set();

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
    return {
        disabled: answer.kind === "ready" ? answer.value : none,
        ask: () => setCount(count + 1),
    };
}
