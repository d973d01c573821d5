import type { Dataset, SilentPool } from "../zfs/dataset.ts";
import { poolOf } from "../zfs/dataset.ts";

import type { DatasetsState } from "./datasets.ts";
import type { PoolEntry, PoolsState } from "./pools.ts";
import type { Store } from "./store.ts";

export interface DatasetsHost {
    readonly readDatasets: () => Promise<readonly Dataset[]>;
    readonly pools: Pick<Store<PoolsState>, "get" | "subscribe">;
    /** A pool came, went, or answers again: the listing would now be another one. */
    readonly onPoolsChange: () => void;
}

/** The datasets of one pool as they were told last. */
interface Told {
    /** Of the pool then; undefined where it was not known. */
    readonly guid: string | undefined;
    readonly datasets: readonly Dataset[];
}

/**
 * Keeps a store of datasets at what the host says, from the first reading until all is forgotten. Every pool has a
 * dataset: one that is imported and of which none is listed does not answer, whatever it is called, and what was told of
 * it before still stands.
 */
export class DatasetsReader {
    /** By pool, in the order of the listing. */
    #told: ReadonlyMap<string, Told> = new Map();
    #listed: ReadonlySet<string> | undefined;
    #problem: Error | undefined;
    #stopPools: (() => void) | undefined;
    #all: { readonly told: ReadonlyMap<string, Told>; readonly datasets: readonly Dataset[] } | undefined;

    constructor(
        private readonly host: DatasetsHost,
        private readonly store: Store<DatasetsState>,
    ) {}

    /** Asks the host again and puts what it says in the store. */
    async read(): Promise<void> {
        this.#stopPools ??= this.#followPools();
        try {
            this.#take(await this.host.readDatasets());
            this.#problem = undefined;
        } catch (error) {
            this.#problem = error as Error;
        }
        if (this.#isForgotten()) this.forget();
        else this.#update();
    }

    #isForgotten(): boolean {
        return this.#stopPools === undefined;
    }

    #followPools(): () => void {
        let seen = poolsKey(this.host.pools.get());
        return this.host.pools.subscribe(() => {
            const now = poolsKey(this.host.pools.get());
            this.#update();
            if (seen !== undefined && now !== undefined && now !== seen) this.host.onPoolsChange();
            seen = now ?? seen;
        });
    }

    /** Puts in the store what is known, which depends on the pools that there are. */
    #update(): void {
        const before = this.store.get();
        const problem = this.#problem;
        if (this.#listed) {
            const next: DatasetsState = { kind: "ready", ...this.#known(this.#listed), problem };
            if (!isSame(before, next)) this.store.set(next);
        } else if (problem) this.store.set({ kind: "failed", error: problem });
    }

    /** Forgets everything: nobody looks any more. */
    forget(): void {
        this.#stopPools?.();
        this.#stopPools = undefined;
        this.#told = new Map();
        this.#listed = undefined;
        this.#problem = undefined;
        this.store.set({ kind: "waiting" });
    }

    #take(datasets: readonly Dataset[]): void {
        const entries = this.#entries();
        const guidOf = (name: string) => entries?.find(({ usage }) => usage.name === name)?.usage.guid;
        const byPool = new Map<string, Dataset[]>();
        for (const dataset of datasets) {
            const pool = poolOf(dataset.name);
            const known = byPool.get(pool);
            if (known) known.push(dataset);
            else byPool.set(pool, [dataset]);
        }
        const told = [...byPool].map(([pool, own]) => [pool, { guid: guidOf(pool), datasets: own }] as const);
        this.#told = new Map([...this.#told, ...told]);
        this.#listed = new Set(byPool.keys());
    }

    #known(listed: ReadonlySet<string>) {
        const entries = this.#entries();
        // as long as the pools are not known, nothing is gone
        const silent = entries
            ? entries.filter(({ usage }) => !listed.has(usage.name)).map(toSilent)
            : [...this.#told.keys()].filter((name) => !listed.has(name)).map(ofUnknownState);
        const isGone = ([name, { guid }]: readonly [string, Told]): boolean => {
            const entry = entries?.find(({ usage }) => usage.name === name);
            const isOther = guid !== undefined && entry !== undefined && entry.usage.guid !== guid;
            return entries !== undefined && !listed.has(name) && (!entry || isOther);
        };
        const told = [...this.#told];
        if (told.some(isGone)) this.#told = new Map(told.filter((one) => !isGone(one)));
        return { datasets: this.#joined(), silent };
    }

    /** The datasets of all pools; the same array until they are told anew. */
    #joined(): readonly Dataset[] {
        if (this.#all?.told !== this.#told) {
            const names = [...this.#told.keys()].sort();
            const datasets = names.flatMap((name) => this.#told.get(name)?.datasets ?? []);
            this.#all = { told: this.#told, datasets };
        }
        return this.#all.datasets;
    }

    /** Undefined while the pools are not known. */
    #entries(): readonly PoolEntry[] | undefined {
        const state = this.host.pools.get();
        return state.kind === "ready" ? state.pools : undefined;
    }
}

const isSame = (one: DatasetsState, other: DatasetsState & { readonly kind: "ready" }): boolean =>
    one.kind === "ready" &&
    one.datasets === other.datasets &&
    one.problem === other.problem &&
    JSON.stringify(one.silent) === JSON.stringify(other.silent);

/** The state of a pool that says nothing, in the words of whoever knows it. */
const toSilent = ({ usage, kernelState }: PoolEntry): SilentPool => ({
    name: usage.name,
    state: kernelState ?? usage.health,
});

const ofUnknownState = (name: string): SilentPool => ({ name, state: "UNKNOWN" });

/** The same text as long as there are the same pools, in the same states; undefined while they are not known. */
const poolsKey = (state: PoolsState): string | undefined =>
    state.kind === "ready"
        ? JSON.stringify(
              state.pools.map(({ usage, silentSince }) => [
                  ...[usage.name, usage.guid, usage.health === "SUSPENDED", silentSince === undefined],
              ]),
          )
        : undefined;
