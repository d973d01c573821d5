import type { Rates } from "./iostat-link.ts";
import { Store } from "./store.ts";

/** What the pools, by name, read and wrote lately, the oldest first; a pool that is not watched is not there. */
export const throughput = new Store<ReadonlyMap<string, readonly Rates[]>>(new Map());
