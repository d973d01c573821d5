import { useEffect, useRef, useState } from "react";

import { Batch } from "../../store/batch.ts";
import type { BatchItem } from "../../store/batch.ts";
import { changeRunner } from "../../store/changes.ts";
import { useStore } from "../../store/hooks.ts";
import { refreshNow } from "../../store/refresh.ts";
import { Store } from "../../store/store.ts";
import type { Command } from "../../zfs/commands/command.ts";

/** How many changes are run from a dialog. */
export interface BatchInDialog {
    /** None before it has begun. */
    readonly items: readonly BatchItem[];
    readonly phase: "before" | "running" | "after";
    /** Runs commands, once. */
    readonly start: (commands: readonly Command[]) => void;
    /** Begins no further one. */
    readonly stop: () => void;
}

const nothing = new Store<readonly BatchItem[]>([]);

/** Runs commands one after the other. They end between two of them when the dialog goes. */
export function useBatch(): BatchInDialog {
    const [batch, setBatch] = useState<Batch>();
    const [isOver, setOver] = useState(false);
    const current = useRef<Batch>();
    const items = useStore(batch?.items ?? nothing);
    useEffect(() => () => current.current?.leave(), []);
    return {
        items,
        phase: batch === undefined ? "before" : isOver ? "after" : "running",
        start: (commands) => {
            if (batch) return;
            const begun = new Batch(commands, changeRunner, refreshNow);
            current.current = begun;
            setBatch(begun);
            void begun.run().then(() => setOver(true));
        },
        stop: () => batch?.stop(),
    };
}
