import type { Listener, Stream } from "../backend/stream.ts";
import type { IoSample } from "../zfs/parse/iostat.ts";

/** Keeps the stream of `zpool iostat` open for the pools that there are. */
export class IostatLink {
    #stream: Stream | undefined;
    #pools = "";
    #allocated = new Map<string, IoSample["allocated"]>();

    /**
     * @param onSpaceUsed a pool's space changed, which makes no event
     * @param onPoolsGone the stream ended, as it does with the last pool
     */
    constructor(
        private readonly openIostat: (listener: Listener<IoSample>) => Stream,
        private readonly onSpaceUsed: () => void,
        private readonly onPoolsGone: () => void,
    ) {}

    /** Watches these pools; started anew when they are others than before, or when it had ended. */
    watch(pools: readonly string[]): void {
        const key = JSON.stringify([...pools].sort());
        if (this.#stream && key === this.#pools) return;
        this.close();
        if (pools.length === 0) return;
        this.#pools = key;
        this.#stream = this.openIostat({
            onItem: (sample) => this.#hear(sample),
            onEnd: () => this.#ended(),
        });
    }

    close(): void {
        this.#stream?.close();
        this.#stream = undefined;
        this.#allocated.clear();
    }

    #hear({ pool, allocated }: IoSample): void {
        const isChange = this.#allocated.has(pool) && this.#allocated.get(pool) !== allocated;
        this.#allocated.set(pool, allocated);
        if (isChange) this.onSpaceUsed();
    }

    #ended(): void {
        const wasAlive = this.#allocated.size > 0;
        this.close();
        if (wasAlive) this.onPoolsGone(); // one that fails at its start says nothing, and is left for the next read
    }
}
