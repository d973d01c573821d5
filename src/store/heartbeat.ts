import type { UnixTime } from "../zfs/model.ts";

/** How many times its longest pause a pool may let pass without finishing a transaction group. */
const patience = 3;

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

    /**
     * Takes note of the last transaction group that a pool has finished.
     *
     * @param longestPause seconds that a sound pool needs at most for the next one
     * @param isTroubled there is a reason for doubt just now: what moved once more may hang in the next moment
     * @returns since when the pool hangs; undefined when it does not, as far as can be known
     */
    look(
        pool: string,
        txg: number | undefined,
        now: UnixTime,
        longestPause: number,
        isTroubled: boolean,
    ): UnixTime | undefined {
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
