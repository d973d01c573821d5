import { useDialogs } from "dialogs";

import { readLockedRoots } from "../../backend/keys.ts";

import { LoadKeysDialog } from "./load-keys-dialog.tsx";

/**
 * What a dialog does that has imported a pool: it closes, and if something in the pool is locked, the dialog that
 * loads keys takes its place.
 */
export function useOfferKeys(): (pool: string, isMounting: boolean) => Promise<void> {
    const dialogs = useDialogs();
    return async (pool, isMounting) => {
        dialogs.close();
        try {
            const roots = await readLockedRoots(pool);
            if (roots.length === 0) return;
            dialogs.show(<LoadKeysDialog name={pool} roots={roots} isMounting={isMounting} />);
        } catch {
            // the pool is imported all the same; its menu has the way to its keys, also when another dialog is open now
        }
    };
}
