import type { Listener, Stream } from "../backend/stream.ts";

import { ReadQueue } from "./read-queue.ts";

/** Milliseconds for which the datasets are kept fresh although no page shows them: from one page to another it is short. */
export const lingering = 10_000;
/** Milliseconds until the stream of mounts is opened again when it ended by itself. */
export const mountsPause = 60_000;

export interface DatasetsRefreshHost {
    /** Asks the host for the datasets and puts them in their store. */
    readonly read: () => Promise<void>;
    readonly openMounts: (listener: Listener<undefined>) => Stream;
    /** Nobody looks at the datasets any more. */
    readonly forget: () => void;
}

/**
 * Reads the datasets for the pages that show them, when `Refresher` says so and when something was mounted; without such
 * a page it does nothing.
 */
export class DatasetsRefresher {
    readonly #queue = new ReadQueue<"datasets">(() => this.host.read());
    #watchers = 0;
    #isAwake = false;
    #mounts: Stream | undefined;
    #retry: ReturnType<typeof setTimeout> | undefined;
    #end: ReturnType<typeof setTimeout> | undefined;

    constructor(private readonly host: DatasetsRefreshHost) {}

    /** Whether the datasets are kept fresh. */
    get isWatched(): boolean {
        return this.#watchers > 0 || this.#end !== undefined;
    }

    /** A page shows the datasets from now on. Gives the way to stop. */
    watch(): () => void {
        clearTimeout(this.#end);
        this.#end = undefined;
        this.#watchers += 1;
        if (this.#isAwake) this.#open();
        return () => {
            this.#watchers -= 1;
            if (this.#watchers === 0) this.#end = setTimeout(() => this.#finish(), lingering);
        };
    }

    #finish(): void {
        this.#end = undefined;
        this.close();
        this.#queue.clear();
        this.host.forget();
    }

    /** The page is in view, and it is known with whose rights. */
    wake(): void {
        this.#isAwake = true;
        this.#open();
    }

    /** The page is out of view: nothing is read. */
    rest(): void {
        this.#isAwake = false;
        this.#queue.clear();
    }

    /** Ends the stream of mounts. */
    close(): void {
        clearTimeout(this.#retry);
        this.#mounts?.close();
        this.#mounts = undefined;
    }

    /** Has the datasets read, if there is somebody to look at them. */
    want(): void {
        if (this.#isWanted()) this.#queue.want(["datasets"]);
    }

    /** Has them read at once. */
    wantNow(): void {
        if (this.#isWanted()) this.#queue.wantNow(["datasets"]);
    }

    #isWanted(): boolean {
        return this.#isAwake && this.isWatched;
    }

    #open(): void {
        if (this.#mounts || !this.isWatched) return;
        clearTimeout(this.#retry);
        this.#mounts = this.host.openMounts({
            onItem: () => this.want(),
            onEnd: () => {
                this.#mounts = undefined;
                this.#retry = setTimeout(() => this.#isWanted() && this.#open(), mountsPause);
            },
        });
    }
}
