import { readCapabilities } from "../backend/capabilities.ts";
import type { Capabilities } from "../zfs/capabilities.ts";

import { Store } from "./store.ts";

/** What the ZFS of this host can do, once somebody has asked; undefined while that is not known. */
export const capabilities = new Store<Capabilities | undefined>(undefined);

let isAsked = false;

/** Has it found out, if nobody has done so yet. It stays the same until the module is loaded anew. */
export function askForCapabilities(): void {
    if (isAsked) return;
    isAsked = true;
    readCapabilities().then(
        (found) => capabilities.set(found),
        () => {
            isAsked = false;
        },
    );
}
