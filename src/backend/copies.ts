import { damagedPlace, isNamedIn } from "../zfs/damage.ts";
import type { DamagedPlace, FoundCopies } from "../zfs/damage.ts";
import { parseCopies } from "../zfs/parse/copies.ts";
import { toLines } from "../zfs/parse/parse-error.ts";
import { LIST_OWN_SNAPSHOTS, copies } from "../zfs/reads.ts";

import { readMounts } from "./mounts.ts";
import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";
import { asRoot } from "./spawn.ts";

/** Milliseconds: more than the helper gives itself. */
const patience = 40_000;

/** Snapshots that are looked into at a time; each is mounted by that. */
const portion = 100;

/** Where a damaged file may be found whole. */
export type Search =
    | Exclude<DamagedPlace, { readonly kind: "file" }>
    | (SearchedFile & {
          readonly kind: "file";
          /** Snapshots that can be looked into, the newest first. */
          readonly snapshots: readonly string[];
      });

type SearchedFile = DamagedPlace & { readonly kind: "file" };

/**
 * The snapshots in which a damaged file may be whole: all of its filesystem but those in which it is damaged, too.
 *
 * @param text the file as the error list names it
 * @param damaged the whole error list
 * @throws HostError
 */
export async function findSnapshots(text: string, damaged: readonly string[]): Promise<Search> {
    const place = damagedPlace(text, (await readMounts()) ?? "");
    if (place.kind !== "file") return place;
    const listing = await readAs([...LIST_OWN_SNAPSHOTS, place.dataset], listTimeout, toLines);
    const names = listing.map((line) => line.text.slice(line.text.indexOf("@") + 1));
    const snapshots = names.filter((name) => name !== place.snapshot && !isNamedIn(damaged, place, name));
    return { ...place, snapshots };
}

/**
 * The copies of a file in the next of the snapshots, beginning behind the first `skipped`.
 *
 * @throws HostError, UnreadableOutput
 */
export async function findCopies(
    { mountpoint, path, snapshots }: Search & { readonly kind: "file" },
    skipped: number,
): Promise<FoundCopies & { readonly searched: number }> {
    const next = snapshots.slice(skipped, skipped + portion);
    const found = await readAs(copies(mountpoint, path, next), patience, parseCopies, asRoot);
    return { ...found, searched: skipped + next.length };
}
