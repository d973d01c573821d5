import { HostError } from "../backend/errors.ts";
import { isBusy } from "../zfs/activity.ts";
import type { Pool, PoolUsage, State, UnixTime } from "../zfs/model.ts";
import type { KernelPool } from "../zfs/parse/kernel-pools.ts";
import { leaves } from "../zfs/vdevs.ts";

import { readEachStatus } from "./each-status.ts";
import type { StatusAnswer } from "./each-status.ts";
import { Heartbeat } from "./heartbeat.ts";
import type { PoolEntry, PoolsState } from "./pools.ts";
import type { Findings, Part } from "./refresher.ts";
import type { Store } from "./store.ts";

/** The reads that are needed, as `backend/` has them. */
export interface PoolHost {
    readonly readPoolList: () => Promise<readonly PoolUsage[]>;
    readonly readPoolStatus: (list: Promise<readonly PoolUsage[]>, pool?: string) => Promise<readonly Pool[]>;
    readonly readModuleVersion: () => Promise<string | undefined>;
    readonly readKernelPools: () => Promise<readonly KernelPool[]>;
    readonly readKernelState: (pool: string) => Promise<State | undefined>;
    readonly readLastTxg: (pool: string) => Promise<number | undefined>;
    readonly readTxgTimeout: () => Promise<number | undefined>;
    readonly hostTime: () => UnixTime;
}

type Ready = PoolsState & { readonly kind: "ready" };
type Answers = ReadonlyMap<string, StatusAnswer>;

/** What the kernel takes for `zfs_txg_timeout` when nobody has set it, in seconds. */
const usualTxgTimeout = 5;

/** Milliseconds that the list waits for the status, to be shown in one piece. */
const patience = 1_500;

/** Keeps a store of pools at what the host says. A call that fails never makes a pool disappear. */
export class PoolReader {
    readonly #heartbeat = new Heartbeat();
    /** Pools at whose heartbeat the next reading looks. */
    readonly #suspected = new Set<string>();
    /** When ZFS told that it suspends a pool, as long as that is not over. */
    readonly #suspensions = new Map<string, UnixTime>();

    constructor(
        private readonly host: PoolHost,
        private readonly store: Store<PoolsState>,
    ) {}

    /** Something suggests that this pool hangs, although it answers and tells of no errors. */
    suspect(pool: string): void {
        this.#suspected.add(pool);
    }

    /** ZFS tells that it suspends this pool, which it does for each I/O that fails. */
    suspends(pool: string, time: UnixTime): void {
        if (!this.#suspensions.has(pool)) this.#suspensions.set(pool, time);
    }

    /** Asks the host again, puts what it says in the store, and tells what it found. */
    async read(parts: ReadonlySet<Part>): Promise<Findings> {
        const known = this.#known();
        // what is told later may not show yet in what is read now
        const told = new Set(this.#suspensions.keys());
        const list = parts.has("list") ? this.host.readPoolList() : Promise.resolve(usageOf(known));
        const status = parts.has("status") ? this.#readStatus(list, known) : undefined;

        // without `zpool list`, what is known of the list is as old as before
        const listed = parts.has("list") ? await this.#listed(list) : this.store.get();
        const late = setTimeout(() => this.store.set(listed), patience);
        const answers = await status;
        clearTimeout(late);
        this.store.set(
            listed.kind === "ready" && answers ? await this.#described(listed, answers, told) : listed,
        );
        return this.#findings();
    }

    #known(): readonly PoolEntry[] {
        const state = this.store.get();
        return state.kind === "ready" ? state.pools : [];
    }

    #readStatus(list: Promise<readonly PoolUsage[]>, known: readonly PoolEntry[]): Promise<Answers> {
        const names = async () => (await list.catch(() => usageOf(known))).map(({ name }) => name);
        return readEachStatus((pool) => this.host.readPoolStatus(list, pool), names);
    }

    /** The state after `zpool list`: each pool with what was known of it before. */
    async #listed(list: Promise<readonly PoolUsage[]>): Promise<PoolsState> {
        const before = this.store.get();
        const known = this.#known();
        try {
            const usages = await list;
            const find = ({ guid, name }: PoolUsage) =>
                known.find(({ usage }) => usage.guid === guid && usage.name === name);
            return { kind: "ready", pools: usages.map((usage) => ({ ...find(usage), usage })) };
        } catch (cause) {
            const error = cause as Error;
            const absent = await this.#absent(error);
            if (absent) return absent;
            if (before.kind !== "ready") return (await this.#named(error)) ?? { kind: "failed", error };
            const since = before.outdated?.since ?? this.host.hostTime();
            return { ...before, outdated: { since, problem: error } };
        }
    }

    /** The pools that the kernel names while no list of them comes; undefined if it names none. */
    async #named(problem: Error): Promise<Ready | undefined> {
        const silentSince = problem instanceof HostError ? problem.since : undefined;
        if (silentSince === undefined) return undefined;
        const found = await this.host.readKernelPools().catch(() => []);
        const pools = found.map(({ name, guid = "", state }) => ({
            usage: { name, guid, health: state },
            ...{ problem, silentSince, kernelState: state },
        }));
        return pools.length > 0
            ? { kind: "ready", pools, outdated: { since: silentSince, problem } }
            : undefined;
    }

    async #absent(error: Error): Promise<PoolsState | undefined> {
        if (!(error instanceof HostError)) return undefined;
        const { kind } = error;
        if (kind === "missing") return { kind: "absent", part: "tools", error };
        if (kind !== "failed" || (await this.host.readModuleVersion()) !== undefined) return undefined;
        return { kind: "absent", part: "module", error };
    }

    /** The state after `zpool status`. */
    async #described(state: Ready, answers: Answers, told: ReadonlySet<string>): Promise<Ready> {
        const pools = state.pools.map(async (entry) => {
            const answer = answers.get(entry.usage.name);
            const isSaid = answer && "problem" in answer && isSame(answer.problem, state.outdated?.problem);
            const next = answer && !isSaid ? await this.#answered(entry, answer) : entry;
            const { name, health } = next.usage;
            if (health !== "SUSPENDED" && told.has(name)) this.#suspensions.delete(name);
            const suspendedSince = health === "SUSPENDED" ? this.#suspensions.get(name) : undefined;
            return { ...next, suspendedSince, hungSince: await this.#hungSince(entry, next) };
        });
        return { ...state, pools: await Promise.all(pools) };
    }

    async #answered({ usage, status }: PoolEntry, answer: StatusAnswer): Promise<PoolEntry> {
        if ("status" in answer) {
            // of a pool whose I/O is stopped, `zpool status -j` may still say ONLINE
            const health = usage.health === "SUSPENDED" ? usage.health : answer.status.state;
            return { usage: { ...usage, health }, status: answer.status };
        }
        const { problem } = answer;
        const silentSince = problem instanceof HostError ? problem.since : undefined;
        if (silentSince === undefined) return { usage, problem };
        const kernelState = await this.host.readKernelState(usage.name);
        return { usage, status, problem, silentSince, kernelState };
    }

    /** Looks at the heartbeat of a pool that gives a reason to. */
    async #hungSince(before: PoolEntry, entry: PoolEntry): Promise<UnixTime | undefined> {
        const { name, health } = entry.usage;
        const isTroubled =
            entry.silentSince !== undefined || errorsOf(entry.status) > errorsOf(before.status);
        const isSuspected = this.#suspected.delete(name);
        const doubt = isTroubled ? "trouble" : isSuspected ? "slowness" : undefined;
        if (health === "SUSPENDED") {
            // that it stands still is known and told: nothing is in doubt
            this.#heartbeat.forget(name);
            return undefined;
        }
        if (!doubt && !this.#heartbeat.isInDoubt(name)) return undefined;
        const [txg, pause] = await Promise.all([this.host.readLastTxg(name), this.host.readTxgTimeout()]);
        const longestPause = pause ?? usualTxgTimeout;
        return this.#heartbeat.look(name, { txg, now: this.host.hostTime(), longestPause, doubt });
    }

    #findings(): Findings {
        const state = this.store.get();
        const pools = this.#known();
        return {
            pools: pools.map(({ usage }) => usage.name),
            isBusy: pools.some(
                ({ usage, status, problem }) =>
                    status && !problem && usage.health !== "SUSPENDED" && isBusy(status),
            ),
            isComplete:
                state.kind === "ready" &&
                !state.outdated &&
                pools.every(
                    ({ usage, status, problem }) =>
                        status && !problem && !this.#heartbeat.isInDoubt(usage.name),
                ),
        };
    }
}

/** Whether one reason keeps both the list and a pool's status from us: it is told once, of the list. */
const isSame = (one: Error, other: Error | undefined): boolean => one.message === other?.message;

const usageOf = (pools: readonly PoolEntry[]): readonly PoolUsage[] => pools.map(({ usage }) => usage);

/** All errors of all devices; 0 for a pool of which nothing is known. */
const errorsOf = (pool: Pool | undefined): number =>
    (pool ? leaves(pool) : [])
        .flatMap(({ errors }) => [errors?.read, errors?.write, errors?.checksum])
        .reduce<number>((sum, count) => sum + (count ?? 0), 0);
