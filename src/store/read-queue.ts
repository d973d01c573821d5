/**
 * Reads what is wanted: one read at a time, and what is wanted meanwhile is one more. After each it rests for as long
 * as that took, so that a slow host is asked half of the time at most.
 */
export class ReadQueue<Part> {
    #wanted = new Set<Part>();
    #isReading = false;
    #restUntil = 0;
    #timer: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly read: (parts: ReadonlySet<Part>) => Promise<void>) {}

    /** Reads `parts` as soon as it may. */
    want(parts: readonly Part[]): void {
        for (const part of parts) this.#wanted.add(part);
        this.#next();
    }

    /** Reads `parts`, at once unless a read is under way. */
    wantNow(parts: readonly Part[]): void {
        this.#restUntil = 0;
        this.clear();
        this.want(parts);
    }

    /** Forgets what is wanted. A read under way goes on. */
    clear(): void {
        clearTimeout(this.#timer);
        this.#timer = undefined;
        this.#wanted.clear();
    }

    #next(): void {
        if (this.#isReading || this.#wanted.size === 0 || this.#timer !== undefined) return;
        const rest = this.#restUntil - performance.now();
        if (rest <= 0) void this.#readNow();
        else
            this.#timer = setTimeout(() => {
                this.#timer = undefined;
                void this.#readNow();
            }, rest);
    }

    async #readNow(): Promise<void> {
        const parts = this.#wanted;
        const started = performance.now();
        this.#wanted = new Set();
        this.#isReading = true;
        try {
            await this.read(parts);
        } finally {
            this.#isReading = false;
            this.#restUntil = performance.now() + (performance.now() - started);
            this.#next();
        }
    }
}
