import type { UnixTime } from "../zfs/model.ts";

/**
 * Why a pool is looked at: it is silent, or its errors rise; or an I/O or a change of it takes very long, which may be
 * due to disks that are slow and nothing worse.
 */
type Doubt = "trouble" | "slowness";

/** How many times its longest pause a pool may let pass without finishing a transaction group. */
const patience = 3;
/** Seconds that slow disks may take for one at least: ZFS itself calls an I/O slow after 30. */
const slowPatience = 120;

/** What is known of a pool at one moment. */
interface Look {
    /** the last transaction group that it has finished */
    readonly txg: number | undefined;
    readonly now: UnixTime;
    /** seconds that a sound pool needs at most for the next one */
    readonly longestPause: number;
    /** Undefined when there is no reason just now. With one, what moved once more may hang in the next moment. */
    readonly doubt: Doubt | undefined;
}

interface Beat {
    readonly txg: number;
    readonly since: UnixTime;
    /** seconds after which it counts as hung */
    readonly limit: number;
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

    /** Ends the doubt about a pool. */
    forget(pool: string): void {
        this.#beats.delete(pool);
    }

    /** Takes note of a look at a pool; since when it hangs, or undefined when it does not, as far as can be known. */
    look(pool: string, { txg, now, longestPause, doubt }: Look): UnixTime | undefined {
        const before = this.#beats.get(pool);
        const stands = before !== undefined && before.txg === txg;
        if (txg === undefined || (!stands && !doubt)) {
            this.#beats.delete(pool);
            return undefined;
        }
        const since = stands ? before.since : now;
        const limit = Math.min(stands ? before.limit : Infinity, limitOf(doubt, longestPause));
        this.#beats.set(pool, { txg, since, limit });
        return now - since > limit ? since : undefined;
    }
}

function limitOf(doubt: Doubt | undefined, longestPause: number): number {
    if (doubt === undefined) return Infinity;
    return doubt === "trouble" ? patience * longestPause : Math.max(patience * longestPause, slowPatience);
}
