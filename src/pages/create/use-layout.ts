import { useState } from "react";

import type { DiskOffer } from "../../zfs/disk-choice.ts";
import type { Disk } from "../../zfs/disk.ts";
import { draftOf } from "../../zfs/layout/draft.ts";
import type { DraftedPart, Part } from "../../zfs/layout/draft.ts";
import type { PlannedVdev } from "../../zfs/layout/plan.ts";
import { selectionOf } from "../../zfs/layout/selection.ts";
import type { Selection, Tick } from "../../zfs/layout/selection.ts";
import { useDiskOffers } from "../disks/use-disk-offers.ts";
import type { DiskOffersState } from "../disks/use-disk-offers.ts";

/** Which disks a person has chosen, what is to become of them, and how that is changed. */
export interface Layout {
    readonly state: DiskOffersState;
    readonly ticks: readonly Tick[];
    readonly parts: readonly Part[];
    readonly selection: Selection;
    readonly drafts: readonly DraftedPart[];
    readonly vdevs: readonly PlannedVdev[];
    /** Disks in them. */
    readonly count: number;
    /** Disks that were chosen, and are in no vdev. */
    readonly unused: readonly Disk[];
    /** Disks are chosen, and what is on them may be overwritten. */
    readonly hasDisks: boolean;
    /** It can be made. */
    readonly isComplete: boolean;
    readonly setTicks: (ticks: readonly Tick[]) => void;
    readonly setParts: (parts: readonly Part[]) => void;
}

const noOffers: readonly DiskOffer[] = [];

/** Keeps the disks and the layout that a wizard asks for. */
export function useLayout(): Layout {
    const state = useDiskOffers();
    const [ticks, setTicks] = useState<readonly Tick[]>([]);
    const [parts, setParts] = useState<readonly Part[]>([{ class: "data", paths: [] }]);
    const selection = selectionOf(state.kind === "ready" ? state.offers : noOffers, ticks);
    const drafts = draftOf(parts, selection.disks);
    const vdevs = drafts.flatMap((draft) => draft.vdevs);
    const hasDisks = selection.disks.length > 0 && selection.isAgreed;
    return {
        ...{ state, ticks, parts, selection, drafts, hasDisks, setTicks, setParts },
        vdevs,
        count: vdevs.reduce((sum, { disks }) => sum + disks.length, 0),
        unused: drafts.flatMap(({ leftover }) => leftover),
        isComplete: hasDisks && drafts.every(({ problem }) => problem === undefined),
    };
}
