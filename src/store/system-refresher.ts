import type { PoolsState } from "./pools.ts";
import type { Store } from "./store.ts";

/** Milliseconds between two readings of a page that stays in view: a scrub becomes due by the clock alone. */
export const daily = 86_400_000;

/** What is needed of the world. */
export interface SystemHost {
    readonly pools: Pick<Store<PoolsState>, "get" | "subscribe">;
    readonly isHidden: () => boolean;
    readonly onVisibilityChange: (callback: () => void) => () => void;
    /** Asks the host for its facts and puts them in their store. */
    readonly read: () => Promise<void>;
}

/**
 * Decides when the facts of the host are read again: when the page comes into view, when a pool comes, goes, answers
 * again, or changes its state or that of its scan, and when ZFS has written its cache file, which it does after a pool came. In
 * these moments they may have changed too. By the clock, once a day.
 */
export class SystemRefresher {
    #isRead = false;
    #isWatched = false;
    #isReading = false;
    #isWantedAgain = false;

    constructor(private readonly host: SystemHost) {}

    /** Reads the facts if nobody has done so yet. */
    ask(): void {
        if (!this.#isRead) void this.#read();
    }

    /** ZFS has written its cache file. */
    cacheWritten(): void {
        if (this.#isWatched && !this.host.isHidden()) void this.#read();
    }

    /** Keeps the facts fresh. Gives the way to stop. */
    watch(): () => void {
        const { pools, isHidden, onVisibilityChange } = this.host;
        let seen: string | undefined;
        const check = () => {
            const now = isHidden() ? undefined : fingerprint(pools.get());
            if (now !== undefined && now !== seen) void this.#read();
            seen = now;
        };
        check();
        this.#isWatched = true;
        const stops = [pools.subscribe(check), onVisibilityChange(check)];
        const timer = setInterval(() => {
            if (seen !== undefined && !isHidden()) void this.#read();
        }, daily);
        return () => {
            this.#isWatched = false;
            clearInterval(timer);
            for (const stop of stops) stop();
        };
    }

    /** One read at a time; what is wanted meanwhile is one more. */
    async #read(): Promise<void> {
        this.#isRead = true;
        this.#isWantedAgain = this.#isReading;
        if (this.#isReading) return;
        this.#isReading = true;
        try {
            do {
                this.#isWantedAgain = false;
                await this.host.read();
            } while (this.#isWantedAgain);
        } finally {
            this.#isReading = false;
        }
    }
}

/** The same text as long as nothing of what `watch` waits for has happened; undefined while nothing is known. */
function fingerprint(state: PoolsState): string | undefined {
    if (state.kind === "loading") return undefined;
    if (state.kind !== "ready") return state.kind;
    return JSON.stringify(
        state.pools.map(({ usage, status, silentSince }) => [
            ...[usage.guid, usage.name, usage.health],
            ...[status?.scan?.state, silentSince === undefined],
        ]),
    );
}
