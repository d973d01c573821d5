import { isBelow, poolOf } from "../zfs/dataset.ts";
import type { Dataset } from "../zfs/dataset.ts";
import type { OneOfMany } from "../zfs/inheritance.ts";

import type { DatasetsState } from "./datasets.ts";
import type { Store } from "./store.ts";

/** Milliseconds: a key that is loaded or unloaded elsewhere makes no event. */
export const keyPeriod = 30_000;

/** What is needed of the world. */
export interface KeyWatchHost {
    readonly datasets: Pick<Store<DatasetsState>, "get">;
    readonly isHidden: () => boolean;
    /** Some properties of datasets, in one process. */
    readonly readMany: (
        datasets: readonly string[],
        properties: readonly string[],
    ) => Promise<readonly OneOfMany[]>;
    /** Has all datasets read again. */
    readonly refresh: () => void;
}

/**
 * Asks every 30 s whether the keys of the datasets on a page in view are loaded, and has the datasets read again when
 * that has changed. Where nothing is encrypted it asks nothing.
 *
 * @param at the dataset that is shown with all that lies in it; undefined is all
 * @returns the way to stop
 */
export function watchKeys(host: KeyWatchHost, at?: string): () => void {
    let isAsking = false;
    const look = async () => {
        const roots = shownRoots(host.datasets.get(), at);
        if (isAsking || host.isHidden() || roots.length === 0) return;
        isAsking = true;
        try {
            const names = roots.map(({ name }) => name);
            const found = await host.readMany(names, ["keystatus"]);
            const now = new Map(found.map(({ dataset, value }) => [dataset, value]));
            if (roots.some(({ name, keyStatus }) => now.has(name) && now.get(name) !== keyStatus))
                host.refresh();
        } catch {
            // what does not answer is asked again the next time
        } finally {
            isAsking = false;
        }
    };
    const timer = setInterval(() => void look(), keyPeriod);
    return () => clearInterval(timer);
}

/** Those whose keys open what is shown: a clone may be opened by one elsewhere. A pool that says nothing is not asked. */
function shownRoots(state: DatasetsState, at: string | undefined): readonly Dataset[] {
    if (state.kind !== "ready") return [];
    const silent = new Set(state.silent.map(({ name }) => name));
    const roots = new Set(
        state.datasets
            .filter(({ name }) => at === undefined || name === at || isBelow(name, at))
            .map(({ encryptionRoot }) => encryptionRoot),
    );
    return state.datasets.filter(({ name }) => roots.has(name) && !silent.has(poolOf(name)));
}
