import { useEffect, useState } from "react";
import type { ReactNode } from "react";

import type { Dataset } from "../../zfs/dataset.ts";
import { emptyGiven, givenBytes, isGivenReady, placeOf } from "../../zfs/given-key.ts";
import type { GivenKey } from "../../zfs/given-key.ts";
import type { Outcome } from "../../zfs/outcome.ts";

import { keyRefusal } from "./key-refusal.ts";

/** What a form needs that takes the key of `root`; the text of it is gone from the page when it is sent. */
export function useGivenKey(root: Dataset) {
    const [given, setGiven] = useState(() => emptyGiven(root));
    return {
        given,
        setGiven,
        place: placeOf(given),
        isReady: isGivenReady(root, given),
        takeSecret: () => {
            const bytes = givenBytes(root, given);
            setGiven((value: GivenKey) => ({ ...value, text: "" }));
            return bytes;
        },
    };
}

interface KeyAttempt {
    readonly done: number;
    readonly outcome: Outcome | undefined;
    readonly notice: ReactNode;
}

/**
 * Puts what ZFS said about a key at its field instead of below it, and the focus back there.
 *
 * @param field the id of the field
 */
export function useKeyRefusal(root: Dataset, { done, outcome, notice }: KeyAttempt, field: string) {
    const refusal = done === 0 ? keyRefusal(root.name, outcome) : undefined;
    useEffect(() => {
        // who types somewhere else by now goes on there
        if (outcome !== undefined && !document.activeElement?.matches("input, select"))
            document.getElementById(field)?.focus();
    }, [outcome, field]);
    return { refusal, notice: refusal === undefined && notice };
}
