import { HOLDS, LIST_HELD, destroyDryRun } from "../zfs/action-reads.ts";
import type { PoolUses } from "../zfs/contents.ts";
import { isBelow } from "../zfs/dataset.ts";
import type { Dataset } from "../zfs/dataset.ts";
import type { DestroyPlan, DestroyTarget, HeldSnapshot } from "../zfs/destroy-plan.ts";
import { parseDestroyDryRun } from "../zfs/parse/destroy-dry-run.ts";
import { parseHeld, parseHolds } from "../zfs/parse/held.ts";
import { parseUses } from "../zfs/parse/uses.ts";

import { readDatasetsIn } from "./datasets.ts";
import { readAs } from "./read-as.ts";
import { asRoot } from "./read.ts";

/** Milliseconds: there may be a hundred thousand snapshots. */
const patience = 60_000;
/** Held snapshots whose holders are asked for. */
const askedHolds = 20;

/** Who waits for a plan, which takes a dry run for each dataset. */
interface Waiter {
    /** Nobody waits any more: no further dry run is begun. */
    readonly signal: AbortSignal;
    /** Told how many of the datasets were looked into. */
    readonly onLook: (count: number) => void;
}

/**
 * All that goes when datasets are destroyed with what lies in them, and what stands in the way. What is in use is
 * undefined if it cannot be found out; all else is needed.
 *
 * @param names none of which lies in another one
 * @throws HostError, UnreadableOutput; also when ZFS refuses, as it does for clones elsewhere
 */
export async function readDestroyPlan(
    names: readonly string[],
    { signal, onLook }: Waiter,
): Promise<DestroyPlan> {
    const [contents, held, uses] = await Promise.all([
        readDatasetsIn(names),
        readHeld(names),
        readUses(names).catch(() => undefined),
    ]);
    const targets: DestroyTarget[] = [];
    const snapshots: string[] = [];
    // one after the other: a pool answers no sooner to many
    for (const name of names) {
        signal.throwIfAborted();
        const run = await readAs(destroyDryRun(name), patience, parseDestroyDryRun, asRoot);
        targets.push(targetOf(name, contents, run.lines));
        snapshots.push(...run.names.filter((one) => one.includes("@")));
        onLook(targets.length);
    }
    return { targets, contents, snapshots, held, uses };
}

/**
 * What holds datasets and what lies in them.
 *
 * @throws HostError, UnreadableOutput
 */
export const readUses = (names: readonly string[]): Promise<PoolUses> =>
    readAs(["zfsadmin", "uses", ...names], patience, parseUses, asRoot);

function targetOf(name: string, contents: readonly Dataset[], lines: readonly string[]): DestroyTarget {
    const own = contents.find((one) => one.name === name);
    if (!own) throw new Error(`${name} is not there any more`);
    return { dataset: own, others: contents.filter((one) => isBelow(one.name, name)), lines };
}

async function readHeld(names: readonly string[]): Promise<readonly HeldSnapshot[]> {
    const held = await readAs([...LIST_HELD, ...names], patience, parseHeld);
    if (held.length === 0) return [];
    const tags = await readAs([...HOLDS, ...held.slice(0, askedHolds)], patience, parseHolds).catch(
        () => new Map<string, readonly string[]>(),
    );
    return held.map((name) => ({ name, tags: tags.get(name) ?? [] }));
}
