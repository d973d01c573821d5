import { parseGet } from "../zfs/parse/get.ts";
import { parseSpaceBy } from "../zfs/parse/space-by.ts";
import type { Property } from "../zfs/property.ts";
import { defaultQuotas, spaceBy } from "../zfs/reads.ts";
import type { AccountSpace } from "../zfs/space-by.ts";

import { readAs } from "./read-as.ts";
import { listTimeout } from "./read.ts";

/** Milliseconds: a filesystem may have files of many thousand users. */
const patience = 60_000;

/**
 * What users, groups and projects take of a filesystem, and may take. It needs root, or the like of `userused`
 * delegated, and a key that is loaded; it need not be mounted.
 *
 * @throws HostError, UnreadableOutput
 */
export async function readSpaceBy(dataset: string, isNumeric: boolean): Promise<readonly AccountSpace[]> {
    const kinds = ["user", "group", "project"] as const;
    const lists = await Promise.all(
        kinds.map((kind) => readAs(spaceBy(kind, dataset, isNumeric), patience, parseSpaceBy)),
    );
    return lists.flat();
}

/**
 * How much each user, group and project may take for which nothing else is said; only where the module knows that (2.4).
 *
 * @throws HostError, UnreadableOutput
 */
export const readDefaultQuotas = (dataset: string): Promise<readonly Property[]> =>
    readAs(defaultQuotas(dataset), listTimeout, parseGet);
