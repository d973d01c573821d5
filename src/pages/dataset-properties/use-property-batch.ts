import { useState } from "react";

import { readMany } from "../../backend/dataset-properties.ts";
import { batchResults, ranStep } from "../../zfs/batch-results.ts";
import type { BatchResult } from "../../zfs/batch-results.ts";
import { buildRest } from "../../zfs/batch-steps.ts";
import type { BatchStep, PropertyEdit } from "../../zfs/batch-steps.ts";
import type { Dataset } from "../../zfs/dataset.ts";
import { useBatch } from "../change/use-batch.ts";

/** Changes properties of many datasets while its dialog is open, and finds out what became of each. */
export function usePropertyBatch() {
    const batch = useBatch();
    const [results, setResults] = useState<readonly BatchResult[]>();
    const start = async (
        datasets: readonly Dataset[],
        edits: readonly PropertyEdit[],
        steps: readonly BatchStep[],
    ) => {
        setResults(undefined);
        const items = await batch.start(
            steps.map((step) => ({
                command: step.build(step.datasets),
                again: (outcome) => buildRest(step, outcome),
            })),
        );
        const ran = steps.flatMap(
            (step, index) => ranStep(step, items[index]?.tries.map(({ outcome }) => outcome) ?? []) ?? [],
        );
        const now = items.some(({ state }) => state === "failed")
            ? await readMany(
                  datasets.map(({ name }) => name),
                  edits.map(({ name }) => name),
              ).catch(() => undefined)
            : undefined;
        setResults(batchResults(datasets, edits, steps, ran, now));
    };
    return {
        batch,
        /** What became of each dataset; undefined before that is known. */
        results,
        isRunning: batch.phase !== "before" && results === undefined,
        start,
    };
}
