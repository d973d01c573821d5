import { useState } from "react";

import { readDestroyPlan } from "../../backend/destroy-plan.ts";
import { useAnswerInTurn } from "../../store/answer.ts";
import type { Answer } from "../../store/answer.ts";
import { useDatasetNews } from "../../store/hooks.ts";
import type { Identity } from "../../zfs/commands/expect.ts";
import { clonesElsewhere, isFree, strangers } from "../../zfs/destroy-plan.ts";
import type { DestroyPlan, DestroyStops } from "../../zfs/destroy-plan.ts";
import type { Difference } from "../../zfs/outcome.ts";

import { destroyLossLines } from "./destroy-text.ts";
import { useDatasetList } from "./use-datasets.ts";

/** What is known before datasets are destroyed. */
export interface Destruction {
    /** Without a plan, clones elsewhere come first: ZFS does not say what would go as long as they are there. */
    readonly answer: Answer<DestroyPlan | undefined>;
    /** What would go; undefined until it is known, and when it is not of these datasets. */
    readonly plan: DestroyPlan | undefined;
    /** What is lost, in lines; undefined while that is being found out, none while that cannot be. */
    readonly losses: readonly string[] | undefined;
    /** Those of the datasets whose names others have now. */
    readonly changed: readonly Difference[];
    /** How many of the datasets were looked into; undefined while nothing is read. */
    readonly looked: number | undefined;
    readonly stops: DestroyStops;
    /** All is known, and nothing stands in the way. */
    readonly isPossible: boolean;
    readonly look: () => void;
}

/**
 * What would go with datasets and what stands in the way, read again whenever something may have changed.
 *
 * @param wanted the datasets that the person chose, none of which lies in another one: they stay the same
 */
export function useDestroyPlan(wanted: readonly Identity[]): Destruction {
    const names = wanted.map(({ name }) => name);
    const datasets = useDatasetList();
    const [looks, setLooks] = useState(0);
    const [looked, setLooked] = useState<number>();
    const count = useDatasetNews();
    const clones = clonesElsewhere(names, datasets);
    const isBlocked = clones.length > 0;
    const answer = useAnswerInTurn(
        async (signal) => {
            if (isBlocked) return undefined;
            setLooked(0);
            try {
                return await readDestroyPlan(names, { signal, onLook: setLooked });
            } finally {
                if (!signal.aborted) setLooked(undefined);
            }
        },
        [count, looks, isBlocked, ...names].join("\n"),
    );
    const read = answer.kind === "ready" ? answer.value : undefined;
    const changed = read ? strangers(wanted, read) : [];
    const plan = changed.length > 0 ? undefined : read;
    const stops = { held: plan?.held ?? [], clones, uses: plan?.uses };
    return {
        ...{ answer, plan, changed, looked, stops },
        losses: plan ? destroyLossLines(plan) : answer.kind === "waiting" ? undefined : [],
        isPossible: answer.kind !== "failed" && changed.length === 0 && isFree(stops),
        look: () => setLooks(looks + 1),
    };
}
