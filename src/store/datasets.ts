import type { Dataset, SilentPool } from "../zfs/dataset.ts";

import { Store } from "./store.ts";

/** What we know of the filesystems and volumes of this host. */
export type DatasetsState =
    | { readonly kind: "waiting" }
    /** They could not be read, ever. */
    | { readonly kind: "failed"; readonly error: Error }
    | {
          readonly kind: "ready";
          /** By name, parents before what lies in them. */
          readonly datasets: readonly Dataset[];
          /** The pools of which nothing new is known: their datasets are those of before, as far as they were known. */
          readonly silent: readonly SilentPool[];
          /** Why the last call gave nothing; the datasets are those of before. */
          readonly problem?: Error | undefined;
      };

/** The filesystems and volumes of this host, as long as a page needs them. */
export const datasets = new Store<DatasetsState>({ kind: "waiting" });
