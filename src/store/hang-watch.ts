import { isStuck } from "./pools.ts";
import type { PoolsState } from "./pools.ts";
import type { Store } from "./store.ts";

/** Milliseconds between two looks at all pools. */
export const hangPeriod = 30_000;

/** What is needed of the world. */
export interface HangWatchHost {
    readonly pools: Pick<Store<PoolsState>, "get">;
    readonly isHidden: () => boolean;
    /** The last transaction group that a pool has finished, from a file that the kernel keeps. */
    readonly readLastTxg: (pool: string) => Promise<number | undefined>;
    /** Seconds after which a pool begins a new transaction group at the latest. */
    readonly readTxgTimeout: () => Promise<number | undefined>;
    /** Has the next readings look whether these pools hang. */
    readonly suspect: (pools: readonly string[]) => void;
}

/**
 * Looks every 30 s whether each pool of a page in view finishes transaction groups, without starting a process: of a
 * disk that gives no answer at all, ZFS tells only after minutes, and meanwhile answers every question.
 *
 * @returns the way to stop
 */
export function watchForHangs(host: HangWatchHost): () => void {
    let before: ReadonlyMap<string, number | undefined> = new Map();
    let isLooking = false;
    const look = async () => {
        const names = movingPools(host.pools.get());
        if (isLooking || host.isHidden() || names.length === 0) return;
        isLooking = true;
        const found = await Promise.all(
            names.map(async (name) => [name, await host.readLastTxg(name)] as const),
        );
        const pause = ((await host.readTxgTimeout()) ?? 0) * 1000;
        const standing = found.filter(([name, txg]) => txg !== undefined && txg === before.get(name));
        before = new Map(found);
        isLooking = false;
        // where that is usual between two groups, it says nothing
        if (standing.length > 0 && pause < hangPeriod) host.suspect(standing.map(([name]) => name));
    };
    const timer = setInterval(() => void look(), hangPeriod);
    return () => clearInterval(timer);
}

/** Those of which it is not known already that they stand still. */
function movingPools(state: PoolsState): readonly string[] {
    if (state.kind !== "ready") return [];
    return state.pools.filter((pool) => !isStuck(pool)).map(({ usage }) => usage.name);
}
