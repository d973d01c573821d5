import { readCapabilities } from "../backend/capabilities.ts";
import { isHidden, onVisibilityChange } from "../backend/session.ts";
import type { Capabilities } from "../zfs/capabilities.ts";

import { hasNoAnswer } from "./answer.ts";
import { askAgain } from "./ask-again.ts";
import { Store } from "./store.ts";

/** What the ZFS of this host can do, once somebody has asked; undefined while that is not known. */
export const capabilities = new Store<Capabilities | undefined>(undefined);

let isAsked = false;

/**
 * Has it found out, if nobody has done so yet, and as long as no answer comes. It stays the same until the module is
 * loaded anew.
 */
export function askForCapabilities(): void {
    if (isAsked) return;
    isAsked = true;
    readCapabilities().then(
        (found) => capabilities.set(found),
        (error: Error) => {
            isAsked = false;
            if (hasNoAnswer(error)) askAgain({ isHidden, onVisibilityChange }, askForCapabilities);
        },
    );
}
