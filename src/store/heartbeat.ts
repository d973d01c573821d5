import type { UnixTime } from "../zfs/model.ts";

/** How many times its longest pause a pool may let pass without finishing a transaction group. */
const patience = 3;

/** What is known of a pool at one moment. */
interface Look {
    /** the last transaction group that it has finished */
    readonly txg: number | undefined;
    readonly now: UnixTime;
    /** seconds that a sound pool needs at most for the next one */
    readonly longestPause: number;
    /** There is a reason for doubt just now: what moved once more may hang in the next moment. */
    readonly isTroubled: boolean;
}

interface Beat {
    readonly txg: number;
    readonly since: UnixTime;
}

/**
 * Finds pools that hang although ZFS calls them ONLINE: such a pool tries the same write for ever, answers all
 * questions, and finishes no transaction group. Only pools in doubt are looked at.
 */
export class Heartbeat {
    readonly #beats = new Map<string, Beat>();

    /** Whether the pool was looked at before and has not moved since. */
    isInDoubt(pool: string): boolean {
        return this.#beats.has(pool);
    }

    /** Takes note of a look at a pool; since when it hangs, or undefined when it does not, as far as can be known. */
    look(pool: string, { txg, now, longestPause, isTroubled }: Look): UnixTime | undefined {
        const before = this.#beats.get(pool);
        if (txg === undefined) {
            this.#beats.delete(pool);
            return undefined;
        }
        if (before?.txg !== txg) {
            if (isTroubled) this.#beats.set(pool, { txg, since: now });
            else this.#beats.delete(pool);
            return undefined;
        }
        return now - before.since > patience * longestPause ? before.since : undefined;
    }
}
