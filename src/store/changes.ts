import { executeAsPerson } from "../backend/execute-as-person.ts";
import { execute } from "../backend/execute.ts";

import { ChangeRunner } from "./change-runner.ts";
import type { ChangeRequest } from "./change-runner.ts";
import { helper } from "./helper.ts";
import { refreshNow, suspectPools } from "./refresh.ts";
import { Store } from "./store.ts";

/** The changes that this page runs, and those of which the person has not yet seen the end. */
export const changes = new Store<readonly ChangeRequest[]>([]);

/** Runs the page's changes. */
export const changeRunner = new ChangeRunner(changes, {
    execute,
    executeAsPerson,
    refresh: refreshNow,
    setHelper: (state) => helper.set(state),
    suspect: suspectPools,
});
