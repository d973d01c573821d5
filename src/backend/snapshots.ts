import { SnapshotsParser } from "../zfs/parse/snapshots.ts";
import { snapshotsOf } from "../zfs/reads.ts";
import type { Snapshot } from "../zfs/snapshot.ts";

import { readWith } from "./read-as.ts";

/** Milliseconds: what each of a hundred thousand takes is read from the disks when nobody has looked for long. */
const patience = 120_000;

/**
 * The snapshots of one dataset alone, the oldest first, in one process whatever their number.
 *
 * @throws HostError, UnreadableOutput
 */
export const readSnapshots = (dataset: string): Promise<readonly Snapshot[]> =>
    readWith(snapshotsOf(dataset), patience, new SnapshotsParser());
