import type { AuditPage, AuditRange } from "../backend/audit.ts";
import type { Change } from "../zfs/audit.ts";
import { isOpen } from "../zfs/audit.ts";

/** What we know of the changes that were made on this host. */
export type AuditState =
    | { readonly kind: "waiting" }
    /** They could not be read, ever. */
    | { readonly kind: "failed"; readonly error: Error }
    | {
          readonly kind: "ready";
          /** The newest first, without a gap. */
          readonly changes: readonly Change[];
          /** Whether there is nothing older. */
          readonly isComplete: boolean;
          /** What is to be said of the whole record; see `AuditPage`. */
          readonly isOfNewer: boolean;
          readonly journalOnly: number;
          /** Why the last call gave nothing; the changes are those of before. */
          readonly problem?: Error | undefined;
      };

type Ready = AuditState & { readonly kind: "ready" };

export interface AuditHost {
    readonly readAudit: (range: AuditRange) => Promise<AuditPage>;
    /** Rows that `readAudit` gives at most. */
    readonly auditPage: number;
    readonly setState: (state: AuditState) => void;
}

/** Reads the recorded changes: first the newest, then what is new, and older ones a page at a time. One call at a time. */
export class AuditReader {
    #state: AuditState = { kind: "waiting" };
    #wanted = { news: false, older: false };
    #isReading = false;
    #isStopped = false;
    #whole: Omit<AuditPage, "changes"> = { isOfNewer: false, journalOnly: 0 };

    constructor(private readonly host: AuditHost) {}

    /** Reads what is newer than what is known, and what was not over. */
    async refresh(): Promise<void> {
        this.#wanted.news = true;
        await this.#read();
    }

    /** Reads the next page of older ones. */
    async loadOlder(): Promise<void> {
        this.#wanted.older = true;
        await this.#read();
    }

    /** Nothing is read or told any more. */
    stop(): void {
        this.#isStopped = true;
    }

    async #read(): Promise<void> {
        if (this.#isReading) return;
        this.#isReading = true;
        while (!this.#isStopped && (this.#wanted.news || this.#wanted.older)) {
            const next = this.#wanted.news ? "news" : "older";
            this.#wanted[next] = false;
            try {
                this.#become(await (next === "news" ? this.#withNews() : this.#withOlder()));
            } catch (error) {
                this.#become(withProblem(this.#state, error as Error));
            }
        }
        this.#isReading = false;
    }

    #become(state: AuditState): void {
        if (this.#isStopped || state === this.#state) return;
        this.#state = state;
        this.host.setState(state);
    }

    async #withNews(): Promise<AuditState> {
        if (this.#state.kind !== "ready") return this.#page({});
        const { changes, isComplete } = this.#state;
        const since = lastSettled(changes);
        const news = await this.#newerThan(since);
        return this.#ready([...news, ...changes.filter(({ id }) => id <= since)], isComplete);
    }

    /** All changes after `since`, whether they fit on a page or not. */
    async #newerThan(since: number): Promise<readonly Change[]> {
        const changes = [...(await this.#rows({ since }))];
        let last = changes.length < this.host.auditPage ? undefined : changes.at(-1);
        while (last !== undefined && last.id > since + 1) {
            const page = await this.#rows({ before: last.id });
            changes.push(...page.filter(({ id }) => id > since));
            last = page.at(-1);
        }
        return changes;
    }

    async #withOlder(): Promise<AuditState> {
        const state = this.#state;
        const last = state.kind === "ready" ? state.changes.at(-1) : undefined;
        if (state.kind !== "ready" || state.isComplete || last === undefined) return state;
        const older = await this.#page({ before: last.id });
        return { ...older, changes: [...state.changes, ...older.changes] };
    }

    async #page(range: AuditRange): Promise<Ready> {
        const changes = await this.#rows(range);
        return this.#ready(changes, changes.length < this.host.auditPage);
    }

    async #rows(range: AuditRange): Promise<readonly Change[]> {
        const { changes, ...whole } = await this.host.readAudit(range);
        this.#whole = whole;
        return changes;
    }

    #ready(changes: readonly Change[], isComplete: boolean): Ready {
        return { kind: "ready", changes, isComplete, ...this.#whole };
    }
}

/** The id up to which nothing more is to be told of `changes`; 0 of none. */
const lastSettled = (changes: readonly Change[]): number => {
    const oldestOpen = changes.findLast(isOpen);
    return oldestOpen ? oldestOpen.id - 1 : (changes[0]?.id ?? 0);
};

const withProblem = (state: AuditState, error: Error): AuditState =>
    state.kind === "ready" ? { ...state, problem: error } : { kind: "failed", error };
