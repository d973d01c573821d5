import type { Dataset } from "./dataset.ts";
import { snapshotOwner } from "./destroy-plan.ts";
import type { SnapshotChoice } from "./parse/snapshot-choices.ts";

/** What changes hands when a clone is promoted. */
export interface Promotion {
    /** The dataset from which it was cloned, which is the clone afterwards. */
    readonly origin: string;
    /** The snapshots that move to it: its origin and those before. The oldest first. */
    readonly moving: readonly SnapshotChoice[];
    /** Of these names both have a snapshot, and ZFS refuses: they have to be renamed or destroyed first. */
    readonly clashing: readonly string[];
    /** Other clones, whose origin is the promoted dataset afterwards. */
    readonly others: readonly Dataset[];
}

const labelOf = (snapshot: string): string => snapshot.slice(snapshot.indexOf("@") + 1);

/**
 * What promoting a clone does. dsl_dataset_promote_check() in dsl_dataset.c.
 *
 * @param origin the snapshot from which it was cloned
 * @param theirs the snapshots of its dataset
 * @param own those of the clone
 * @param datasets all that may be clones of what moves
 */
export function promotionOf(
    clone: string,
    origin: string,
    {
        theirs,
        own,
        datasets,
    }: {
        readonly theirs: readonly SnapshotChoice[];
        readonly own: readonly SnapshotChoice[];
        readonly datasets: readonly Dataset[];
    },
): Promotion {
    const last = theirs.find(({ name }) => name === origin)?.createtxg ?? -1;
    const moving = theirs.filter(({ createtxg }) => createtxg <= last);
    const labels = new Set(own.map(({ name }) => labelOf(name)));
    const names = new Set(moving.map(({ name }) => name));
    return {
        origin: snapshotOwner(origin),
        moving,
        clashing: moving.map(({ name }) => labelOf(name)).filter((label) => labels.has(label)),
        others: datasets.filter(
            (one) => one.name !== clone && one.origin !== undefined && names.has(one.origin),
        ),
    };
}
