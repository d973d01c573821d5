import { useDialogs } from "dialogs";
import { Suspense, lazy } from "react";

import { readKeys } from "../../backend/keys.ts";
import { isLocked } from "../../zfs/encryption.ts";

const PoolKeysDialog = lazy(() => import("./pool-keys-dialog.tsx"));

/**
 * What a dialog does that has imported a pool: it closes, and if something in the pool is locked, the dialog that
 * loads keys takes its place.
 */
export function useOfferKeys(): (pool: string, isMounting: boolean) => Promise<void> {
    const dialogs = useDialogs();
    return async (pool, isMounting) => {
        dialogs.close();
        try {
            const roots = await readKeys(pool);
            if (!roots.some(isLocked)) return;
            dialogs.show(
                <Suspense>
                    <PoolKeysDialog pool={pool} isMounting={isMounting} />
                </Suspense>,
            );
        } catch {
            // the pool is imported all the same; its menu has the way to its keys, also when another dialog is open now
        }
    };
}
