import { useEffect, useState } from "react";

import { Batch } from "../../store/batch.ts";
import type { BatchItem, BatchJob } from "../../store/batch.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { refreshNow } from "../../store/refresh.ts";
import { Store } from "../../store/store.ts";

/** Many changes that are run from a dialog. */
export interface BatchInDialog {
    /** None before it has begun. */
    readonly items: readonly BatchItem[];
    readonly phase: "before" | "running" | "after";
    /** No further one will be begun. */
    readonly isStopping: boolean;
    /** Runs these, and gives what has become of them. */
    readonly start: (jobs: readonly BatchJob[]) => Promise<readonly BatchItem[]>;
    /** Begins no further one. */
    readonly stop: () => void;
}

const nothing = new Store<readonly BatchItem[]>([]);

/** Runs changes one after the other, whatever becomes of each. They end between two of them when the dialog goes. */
export function useBatch(): BatchInDialog {
    const [batch, setBatch] = useState<Batch>();
    const [phase, setPhase] = useState<BatchInDialog["phase"]>("before");
    const [isStopping, setStopping] = useState(false);
    const items = useStore(batch?.items ?? nothing);
    useEffect(() => () => batch?.leave(), [batch]);
    return {
        ...{ items, phase, isStopping },
        start: async (jobs) => {
            const begun = new Batch(jobs, changeRunner, refreshNow);
            setBatch(begun);
            setPhase("running");
            setStopping(false);
            const ended = await begun.run();
            setPhase("after");
            return ended;
        },
        stop: () => {
            batch?.stop();
            setStopping(true);
        },
    };
}
