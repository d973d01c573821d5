import type { HostError } from "../backend/errors.ts";
import type { FollowLine, Identity } from "../backend/follow-line.ts";
import type { Listener, Stream } from "../backend/stream.ts";

import type { HelperState } from "./helper.ts";

/** Milliseconds until a stream that ended is opened again, doubled each time. */
const pauses = { first: 1_000, last: 60_000 };
/** Milliseconds after which a stream that ends did not fail at its start. */
const steady = 60_000;

/** "live" is when every change is told; "opening" is before the first answer; "down" is when it has to be polled. */
export type FollowState = "closed" | "opening" | "live" | "down";

/** A line that says that something has changed on the host. */
export type News = FollowLine & { readonly kind: "event" | "audit" | "everything" };

export interface FollowHost {
    readonly openFollow: (listener: Listener<FollowLine>) => Stream;
    /** The helper that the page was built for. */
    readonly expectedHelper: Identity;
    readonly setHelper: (state: HelperState) => void;
}

/** Keeps the stream of `zfsadmin follow` open, from `open` to `close`. */
export class FollowLink {
    state: FollowState = "closed";
    #stream: Stream | undefined;
    #retry: ReturnType<typeof setTimeout> | undefined;
    #pause = pauses.first;
    #opened = 0;

    /**
     * @param onState the state has changed
     * @param onNews something has changed on the host
     */
    constructor(
        private readonly host: FollowHost,
        private readonly onState: () => void,
        private readonly onNews: (line: News) => void,
    ) {}

    open(): void {
        if (this.state !== "closed") return;
        this.state = "opening";
        this.#connect();
    }

    close(): void {
        clearTimeout(this.#retry);
        this.#stream?.close();
        this.#stream = undefined;
        this.#pause = pauses.first;
        this.state = "closed";
    }

    #connect(): void {
        this.#opened = performance.now();
        this.#stream = this.host.openFollow({
            onItem: (line) => this.#hear(line),
            onEnd: (error) => this.#ended(error),
        });
    }

    #hear(line: FollowLine): void {
        switch (line.kind) {
            case "identity":
                this.host.setHelper(helperState(line.identity, this.host.expectedHelper));
                break;
            case "source":
                this.#become(line.state === "running" ? "live" : "down");
                break;
            case "event":
            case "audit":
            case "everything":
                this.onNews(line);
        }
    }

    #ended(error: HostError | undefined): void {
        if (error?.kind === "missing") this.host.setHelper({ kind: "missing" });
        if (performance.now() - this.#opened >= steady) this.#pause = pauses.first;
        this.#retry = setTimeout(() => this.#connect(), this.#pause);
        this.#pause = Math.min(this.#pause * 2, pauses.last);
        this.#become("down");
    }

    #become(state: FollowState): void {
        this.state = state;
        this.onState();
    }
}

const helperState = ({ protocol, version }: Identity, expected: Identity): HelperState =>
    protocol === expected.protocol && version === expected.version
        ? { kind: "ready" }
        : { kind: "updated", version };
