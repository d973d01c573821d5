import type { Listener, Stream } from "../backend/stream.ts";
import type { IoSample } from "../zfs/parse/iostat.ts";

/** How many samples of a pool are kept: five minutes of them. */
export const keptSamples = 60;

/** Bytes a second that a pool read and wrote in one interval. */
export interface Rates {
    readonly read: number;
    readonly write: number;
}

export interface IostatHost {
    readonly openIostat: (listener: Listener<IoSample>) => Stream;
    /** Takes what the pools that are watched read and wrote lately, the oldest first. */
    readonly setThroughput: (rates: ReadonlyMap<string, readonly Rates[]>) => void;
}

/** Keeps the stream of `zpool iostat` open for the pools that there are. */
export class IostatLink {
    #stream: Stream | undefined;
    #pools = "";
    #allocated = new Map<string, IoSample["allocated"]>();
    #rates: ReadonlyMap<string, readonly Rates[]> = new Map();

    /**
     * @param onSpaceUsed a pool's space changed, which makes no event
     * @param onPoolsGone the stream ended, as it does with the last pool
     */
    constructor(
        private readonly host: IostatHost,
        private readonly onSpaceUsed: () => void,
        private readonly onPoolsGone: () => void,
    ) {}

    /** Watches these pools; started anew when they are others than before, or when it had ended. */
    watch(pools: readonly string[]): void {
        const key = JSON.stringify([...pools].sort());
        if (this.#stream && key === this.#pools) return;
        this.#stop();
        this.#tell(new Map(pools.map((pool) => [pool, this.#rates.get(pool) ?? []])));
        if (pools.length === 0) return;
        this.#pools = key;
        this.#stream = this.host.openIostat({
            onItem: (sample) => this.#hear(sample),
            onEnd: () => this.#ended(),
        });
    }

    close(): void {
        this.#stop();
        this.#tell(new Map());
    }

    #stop(): void {
        this.#stream?.close();
        this.#stream = undefined;
        this.#allocated.clear();
    }

    #tell(rates: ReadonlyMap<string, readonly Rates[]>): void {
        this.#rates = rates;
        this.host.setThroughput(rates);
    }

    #hear(sample: IoSample): void {
        const { pool, allocated } = sample;
        const isFirst = !this.#allocated.has(pool);
        const isChange = !isFirst && this.#allocated.get(pool) !== allocated;
        this.#allocated.set(pool, allocated);
        if (isChange) this.onSpaceUsed();
        if (!isFirst) this.#note(sample); // the first spans all the time since the import
    }

    #note({ pool, readRate: read, writeRate: write }: IoSample): void {
        const before = this.#rates.get(pool);
        if (!before || read === undefined || write === undefined) return;
        this.#tell(new Map(this.#rates).set(pool, [...before, { read, write }].slice(-keptSamples)));
    }

    #ended(): void {
        const wasAlive = this.#allocated.size > 0;
        this.close();
        if (wasAlive) this.onPoolsGone(); // one that fails at its start says nothing, and is left for the next read
    }
}
