import type { SystemFacts } from "../zfs/advice.ts";

import { Store } from "./store.ts";

/** What we know of the host besides its pools; undefined until it is known. */
export const system = new Store<SystemFacts | undefined>(undefined);
