import { readBelow } from "../../backend/dataset-properties.ts";
import { useAnswer } from "../../store/answer.ts";
import type { Answer } from "../../store/answer.ts";
import { isInheritable } from "../../zfs/dataset-settable.ts";
import { effectBelow } from "../../zfs/inheritance.ts";
import type { EffectBelow } from "../../zfs/inheritance.ts";

const nothing: EffectBelow = { followers: [], keepers: [] };

/** What lies below datasets and takes what is set on them. */
export const useEffectBelow = (datasets: readonly string[], property: string): Answer<EffectBelow> =>
    useAnswer(
        async () =>
            isInheritable(property)
                ? effectBelow(datasets, property, await readBelow(datasets, property))
                : nothing,
        `${property} ${datasets.join("\n")}`,
    );
