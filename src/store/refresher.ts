import type { FollowEvent } from "../backend/follow-line.ts";
import type { UnixTime } from "../zfs/model.ts";

import { DatasetsRefresher } from "./datasets-refresher.ts";
import type { DatasetsRefreshHost } from "./datasets-refresher.ts";
import { FollowLink } from "./follow-link.ts";
import type { FollowHost, News } from "./follow-link.ts";
import { IostatLink } from "./iostat-link.ts";
import type { IostatHost } from "./iostat-link.ts";
import { ReadQueue } from "./read-queue.ts";

/** What can be read of the pools by itself. */
export type Part = "list" | "status";

export const allParts: readonly Part[] = ["list", "status"];

/** Milliseconds between two things. */
export const periods = {
    /** readings of a page that is told nothing, or to which something did not answer */
    poll: 10_000,
    /** readings of the status while something is in progress */
    progress: 2_000,
    /** readings of the list because space was used */
    space: 10_000,
    /** readings of the status because space was used: it tells how much of it each device took */
    deviceSpace: 60_000,
    /** readings of the audit while a change in it has no end: nobody tells the end of one that nobody watches */
    openChange: 30_000,
    /** the opening of the stream and the first reading, at most: what is read before could be outdated */
    opening: 2_000,
    /** leaving the page's sight and the end of the streams */
    leaving: 300_000,
} as const;

/** The event that comes after a new cache file. */
const cacheWritten = "sysevent.fs.zfs.config_sync";

/** The events that tell of an I/O that takes very long, or does not come back. zpool-events(8). */
const hangSigns = ["ereport.fs.zfs.deadman", "ereport.fs.zfs.delay"];

/** The event by which ZFS tells that it suspends a pool. zpool-events(8). */
const suspension = "ereport.fs.zfs.io_failure";

/** What a reading found, as far as it decides about the next. */
export interface Findings {
    /** The pools that there are, by name. */
    readonly pools: readonly string[];
    /** Something is in progress. */
    readonly isBusy: boolean;
    /** Everything answered, and nothing is in doubt. */
    readonly isComplete: boolean;
}

/** What the refresher needs of the world. */
export interface RefreshHost extends FollowHost, IostatHost {
    /** `null` while that is not known. */
    readonly hasAdminAccess: () => boolean | null;
    readonly isHidden: () => boolean;
    readonly read: (parts: ReadonlySet<Part>) => Promise<Findings>;
    /** Has the next reading look whether a pool hangs. */
    readonly suspect: (pool: string) => void;
    /** ZFS tells that it suspends this pool. */
    readonly suspends: (pool: string, time: UnixTime) => void;
    /** Reads what is new among the recorded changes, if a page needs it. */
    readonly readAudit: () => Promise<void>;
    /** Whether a page shows a recorded change that has no end yet. */
    readonly showsOpenChange: () => boolean;
    readonly datasets: DatasetsRefreshHost;
    /** ZFS told of something that was done, and there is somebody to look at it. */
    readonly onEvent: () => void;
    /** ZFS has written its cache file, in which stands what is imported after a restart. */
    readonly onCacheWritten: () => void;
}

/**
 * Decides when the host is asked again. With administrative access, two streams tell when something has changed, and
 * a page in view that is told nothing asks nothing; without, it is asked every ten seconds. Out of view nothing is
 * asked, and after some time the streams end, too.
 */
export class Refresher {
    readonly #queue = new ReadQueue<Part>((parts) => this.#read(parts));
    readonly #audit = new ReadQueue<"audit">(() => this.host.readAudit());
    readonly #datasets: DatasetsRefresher;
    readonly #follow: FollowLink;
    readonly #iostat: IostatLink;
    #timer: ReturnType<typeof setTimeout> | undefined;
    #spaceTimer: ReturnType<typeof setTimeout> | undefined;
    #auditTimer: ReturnType<typeof setInterval> | undefined;
    #leavingTimer: ReturnType<typeof setTimeout> | undefined;
    /** Space was used since the status was last read. */
    #isSpaceOld = false;
    /** When each part was last read, by the browser's clock in milliseconds; 0 before. */
    readonly #readAt: Record<Part, number> = { list: 0, status: 0 };
    #isAwake = false;
    #findings: Findings = { pools: [], isBusy: false, isComplete: false };

    constructor(private readonly host: RefreshHost) {
        this.#datasets = new DatasetsRefresher(host.datasets);
        this.#follow = new FollowLink(
            host,
            () => this.#wantAll(),
            (line) => this.#hear(line),
        );
        this.#iostat = new IostatLink(
            host,
            () => this.#spaceUsed(),
            () => this.#want(allParts),
        );
    }

    /** Administrative access was gained, lost or first known: what runs was started with other rights. */
    accessChanged(): void {
        this.stop();
        this.host.setHelper({ kind: "unknown" });
        this.#wake();
    }

    /** The page came into view or left it. */
    visibilityChanged(): void {
        if (this.host.isHidden()) {
            this.#rest();
            this.#leavingTimer = setTimeout(() => this.#closeStreams(), periods.leaving);
        } else {
            clearTimeout(this.#leavingTimer);
            this.#wake();
        }
    }

    /** Reads everything now, for instance because a person pressed "Try again". */
    readNow(): void {
        if (!this.#isAwake) return;
        this.#queue.wantNow(allParts);
        this.#audit.wantNow(["audit"]);
        this.#datasets.wantNow();
    }

    /** Something suggests that these pools hang, such as a change that takes long: reads them with a look at that. */
    suspect(pools: readonly string[]): void {
        pools.forEach(this.host.suspect);
        this.#want(allParts);
    }

    /** Reads the datasets, and again whenever they may have changed, for a page that shows them. Gives the way to stop. */
    watchDatasets(): () => void {
        const isFirst = !this.#datasets.isWatched;
        const stop = this.#datasets.watch();
        // what is read before the stream is open could be outdated: then all is read anyway
        if (isFirst && (this.#follow.state !== "opening" || this.#readAt.list > 0)) this.#datasets.want();
        return stop;
    }

    /** Reads the datasets, if a page shows them, because of something that makes no event, such as a key that was loaded. */
    refreshDatasets(): void {
        this.#datasets.want();
    }

    /** Ends everything. */
    stop(): void {
        this.#rest();
        clearTimeout(this.#leavingTimer);
        this.#closeStreams();
    }

    #closeStreams(): void {
        this.#follow.close();
        this.#iostat.close();
        this.#datasets.close();
    }

    /** Asks nothing more by itself. */
    #rest(): void {
        this.#isAwake = false;
        clearTimeout(this.#timer);
        clearTimeout(this.#spaceTimer);
        this.#spaceTimer = undefined;
        clearInterval(this.#auditTimer);
        this.#queue.clear();
        this.#audit.clear();
        this.#datasets.rest();
    }

    #wake(): void {
        // before Cockpit knows who we are, a read would run without the rights that the person has
        const access = this.host.hasAdminAccess();
        if (access === null || this.host.isHidden()) return;
        this.#isAwake = true;
        clearInterval(this.#auditTimer);
        this.#auditTimer = setInterval(() => {
            if (this.host.showsOpenChange()) this.#wantAudit();
        }, periods.openChange);
        this.#datasets.wake();
        if (access) this.#follow.open();
        if (this.#follow.state === "opening") this.#readAfter(periods.opening, allParts);
        else this.#wantAll();
    }

    #hear(line: News): void {
        if (line.kind === "event") this.#note(line.event);
        if (line.kind === "everything") this.#wantAll();
        else if (line.kind === "audit") this.#wantAudit();
        else if (line.event.dataset === undefined) this.#want(allParts);
        else {
            // what is done to a dataset changes of a pool its space alone
            this.#want(["list"]);
            this.#datasets.want();
        }
    }

    #note({ class: name, pool, time }: FollowEvent): void {
        if (this.#isAwake) this.host.onEvent();
        if (name === cacheWritten) this.host.onCacheWritten();
        if (pool !== undefined && hangSigns.includes(name)) this.host.suspect(pool);
        if (pool !== undefined && time !== undefined && name === suspension) this.host.suspends(pool, time);
    }

    #wantAll(): void {
        this.#want(allParts);
        this.#wantAudit();
        this.#datasets.want();
    }

    #wantAudit(): void {
        if (this.#isAwake) this.#audit.want(["audit"]);
    }

    /** Has `parts` of the pools read, if there is somebody to look at them; otherwise all is read on return. */
    #want(parts: readonly Part[]): void {
        if (this.#isAwake) this.#queue.want(parts);
    }

    async #read(parts: ReadonlySet<Part>): Promise<void> {
        clearTimeout(this.#timer);
        for (const part of parts) this.#readAt[part] = performance.now();
        if (parts.has("status")) this.#isSpaceOld = false;
        this.#findings = await this.host.read(parts);
        if (!this.#isAwake) return;
        if (this.#follow.state === "live") this.#iostat.watch(this.#findings.pools);
        this.#schedule();
    }

    /** Sets the time of the next reading that nobody asks for. A part that was just read makes the other no newer. */
    #schedule(): void {
        const { isBusy, isComplete } = this.#findings;
        const { list, status } = this.#readAt;
        const isTold = this.#follow.state === "live" && isComplete;
        const pollAt = isTold ? Infinity : Math.min(list, status) + periods.poll;
        const progressAt = isBusy ? status + periods.progress : Infinity;
        const spaceAt = this.#isSpaceOld ? status + periods.deviceSpace : Infinity;
        const next = Math.min(pollAt, progressAt, spaceAt);
        if (next < Infinity)
            this.#readAfter(next - performance.now(), next === pollAt ? allParts : ["status"]);
    }

    #readAfter(delay: number, parts: readonly Part[]): void {
        clearTimeout(this.#timer);
        const read = () => {
            this.#want(parts);
            if (parts === allParts && this.#follow.state !== "live") this.#datasets.want();
        };
        // a timer could be cleared by a reading of the other part that is wanted already
        if (delay > 0) this.#timer = setTimeout(read, delay);
        else read();
    }

    #spaceUsed(): void {
        this.#isSpaceOld = true;
        if (this.#spaceTimer !== undefined) return;
        this.#spaceTimer = setTimeout(
            () => {
                this.#spaceTimer = undefined;
                this.#want(["list"]);
                this.#datasets.want();
            },
            Math.max(0, this.#readAt.list + periods.space - performance.now()),
        );
    }
}
