import { useDialogs } from "dialogs";
import { Suspense, lazy } from "react";

import { readLockedRoots } from "../../backend/keys.ts";

const LoadKeysDialog = lazy(() => import("./load-keys-dialog.tsx"));

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
            dialogs.show(
                <Suspense>
                    <LoadKeysDialog name={pool} roots={roots} isMounting={isMounting} />
                </Suspense>,
            );
        } catch {
            // the pool is imported all the same; its menu has the way to its keys, also when another dialog is open now
        }
    };
}
