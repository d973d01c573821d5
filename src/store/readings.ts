import { Store } from "./store.ts";

/**
 * How often the pools were read anew, because something changed or may have. What a component reads besides the
 * stores (see `useAnswer`) is as old as the reading after which it was asked for.
 */
export const readings = new Store(0);

/**
 * How often the list of the pools was read anew: also because space was used, or something was done to a dataset. What
 * of a pool follows from that, such as most of its properties, is as old as that.
 */
export const listReadings = new Store(0);

/** How often ZFS told of something that was done, to a pool or to a dataset in one. */
export const eventsHeard = new Store(0);

/** How often the datasets were read anew, while a page shows them: also how often a snapshot, a hold or a delegation may have come. */
export const datasetReadings = new Store(0);
