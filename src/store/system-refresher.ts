import type { PoolsState } from "./pools.ts";
import { ReadQueue } from "./read-queue.ts";
import type { Store } from "./store.ts";

/** Milliseconds between two readings of a page that stays in view: a scrub becomes due by the clock alone. */
export const daily = 86_400_000;
/** Milliseconds between two readings because the space of pools changed, at least. */
export const newsPause = 60_000;

/** What is needed of the world. */
export interface SystemHost {
    readonly pools: Pick<Store<PoolsState>, "get" | "subscribe">;
    readonly isHidden: () => boolean;
    readonly onVisibilityChange: (callback: () => void) => () => void;
    /** Asks the host for its facts and puts them in their store. */
    readonly read: () => Promise<void>;
    /** The same for those alone that change while pools are written to. */
    readonly readNews: () => Promise<void>;
}

/**
 * Decides when the facts of the host are read again: when the page comes into view, when a pool comes, goes, answers
 * again, or changes its state or that of its scan, and when ZFS has written its cache file, which it does after a pool came. In
 * these moments they may have changed too. By the clock, once a day. What changes with the data, as the compression does,
 * is read after the space of a pool changed, once a minute at most: a page at rest reads nothing.
 */
export class SystemRefresher {
    readonly #queue = new ReadQueue<"facts" | "news">((parts) => this.#read(parts));
    #isWatched = false;
    /** When something was last read, by the browser's clock in milliseconds. */
    #readAt = 0;

    constructor(private readonly host: SystemHost) {}

    /** Reads the facts: now, or after the reading that is under way. */
    ask(): void {
        this.#queue.want(["facts"]);
    }

    /** ZFS has written its cache file. */
    cacheWritten(): void {
        if (this.#isWatched && !this.host.isHidden()) this.ask();
    }

    /** Keeps the facts fresh. Gives the way to stop. */
    watch(): () => void {
        const { pools, isHidden, onVisibilityChange } = this.host;
        let seen: string | undefined;
        let seenSpace: string | undefined;
        let newsTimer: ReturnType<typeof setTimeout> | undefined;
        const readNews = () => {
            newsTimer = undefined;
            if (!isHidden()) this.#queue.want(["news"]);
        };
        const check = () => {
            const now = isHidden() ? undefined : fingerprint(pools.get());
            const space = spaceOf(pools.get());
            // on return all is read anyway
            if (isHidden()) this.#queue.clear();
            if (now !== undefined && now !== seen) this.ask();
            else if (now !== undefined && space !== seenSpace)
                newsTimer ??= setTimeout(readNews, Math.max(0, this.#readAt + newsPause - performance.now()));
            seen = now;
            seenSpace = space;
        };
        check();
        this.#isWatched = true;
        const stops = [pools.subscribe(check), onVisibilityChange(check)];
        const timer = setInterval(() => {
            if (seen !== undefined && !isHidden()) this.ask();
        }, daily);
        return () => {
            this.#isWatched = false;
            clearInterval(timer);
            clearTimeout(newsTimer);
            this.#queue.clear();
            for (const stop of stops) stop();
        };
    }

    /** Reads the news alone, unless all facts are wanted, too. */
    async #read(parts: ReadonlySet<"facts" | "news">): Promise<void> {
        this.#readAt = performance.now();
        await (parts.has("facts") ? this.host.read() : this.host.readNews());
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

/** Changes when data was written or freed. */
const spaceOf = (state: PoolsState): string | undefined =>
    state.kind === "ready" ? state.pools.map(({ usage }) => String(usage.allocated ?? "")).join() : undefined;
