import { useEffect, useRef, useState } from "react";

import { readMany } from "../../backend/dataset-properties.ts";
import { changeRunner } from "../../store/changes.ts";
import { runBatch } from "../../store/run-steps.ts";
import { batchResults } from "../../zfs/batch-results.ts";
import type { BatchResult } from "../../zfs/batch-results.ts";
import type { BatchStep, PropertyEdit } from "../../zfs/batch-steps.ts";
import type { Dataset } from "../../zfs/dataset.ts";

/** How far a batch is. */
export type BatchState =
    | { readonly kind: "idle" }
    | {
          readonly kind: "running";
          readonly done: number;
          readonly total: number;
          /** The number of the change that runs. */
          readonly id: number | undefined;
          readonly isStopping: boolean;
      }
    | { readonly kind: "ended"; readonly results: readonly BatchResult[] };

/** Runs a batch while its dialog is open; when that closes, nothing more is begun. */
export function useBatch() {
    const [state, setState] = useState<BatchState>({ kind: "idle" });
    const isStopped = useRef(false);
    const id = state.kind === "running" ? state.id : undefined;
    useEffect(() => {
        isStopped.current = false;
        return () => {
            isStopped.current = true;
        };
    }, []);
    useEffect(() => () => (id === undefined ? undefined : changeRunner.leaveDialog(id)), [id]);

    const update = (news: Partial<BatchState & { readonly kind: "running" }>) =>
        setState((now) => (now.kind === "running" ? { ...now, ...news } : now));

    const start = async (
        datasets: readonly Dataset[],
        edits: readonly PropertyEdit[],
        steps: readonly BatchStep[],
    ) => {
        isStopped.current = false;
        setState({ kind: "running", done: 0, total: steps.length, id: undefined, isStopping: false });
        const ran = await runBatch(changeRunner, steps, {
            onStart: (started) => update({ id: started }),
            onEnd: (done) => update({ done, id: undefined }),
            isStopped: () => isStopped.current,
        });
        const hasFailed = ran.some(({ outcome }) => outcome.kind !== "ended" || outcome.state !== "done");
        const now = hasFailed
            ? await readMany(
                  datasets.map(({ name }) => name),
                  edits.map(({ name }) => name),
              ).catch(() => undefined)
            : undefined;
        setState({ kind: "ended", results: batchResults(datasets, edits, steps, ran, now) });
    };

    return {
        state,
        start,
        /** Begins no other command line. */
        stop: () => {
            isStopped.current = true;
            update({ isStopping: true });
        },
    };
}
