import { useMemo } from "react";

import type { DisksState } from "../../store/disks.ts";
import { useStore } from "../../store/hooks.ts";
import { pools } from "../../store/pools.ts";
import { useDisks } from "../../store/use-disks.ts";
import { diskOffers } from "../../zfs/disk-choice.ts";
import type { DiskOffer } from "../../zfs/disk-choice.ts";
import type { Bytes } from "../../zfs/model.ts";

/** The disks to choose from, or why they are not known. */
export type DiskOffersState =
    | Exclude<DisksState, { readonly kind: "ready" }>
    | { readonly kind: "ready"; readonly offers: readonly DiskOffer[] };

/**
 * The disks of the host as they can be given to a pool, looked at anew when a dialog opens.
 *
 * @param least bytes that a disk must have
 */
export function useDiskOffers(least?: Bytes): DiskOffersState {
    const state = useDisks();
    const known = useStore(pools);
    return useMemo(() => {
        if (state.kind !== "ready") return state;
        const imported = known.kind === "ready" ? known.pools : [];
        const all = imported.map(({ usage, status }) => ({ name: usage.name, status }));
        return { kind: "ready", offers: diskOffers(state.disks, all, least) };
    }, [state, known, least]);
}
