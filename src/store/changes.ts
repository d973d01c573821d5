import { executeAsPerson } from "../backend/execute-as-person.ts";
import { execute } from "../backend/execute.ts";

import { ChangeRunner } from "./change-runner.ts";
import type { ChangeRequest } from "./change-runner.ts";
import { refreshNow } from "./refresh.ts";
import { Store } from "./store.ts";

/** The changes that this page runs, and those of which the person has not yet seen the end. */
export const changes = new Store<readonly ChangeRequest[]>([]);

/** Runs the page's changes. */
export const changeRunner = new ChangeRunner(changes, { execute, executeAsPerson, refresh: refreshNow });

/** A change, once it has come to an end; undefined if nobody keeps it any more. */
export const endOf = (id: number): Promise<ChangeRequest | undefined> =>
    new Promise((resolve) => {
        const stop = changes.subscribe(() => look());
        const look = () => {
            const change = changes.get().find((one) => one.id === id);
            if (change && !change.outcome) return;
            stop();
            resolve(change);
        };
        look();
    });
