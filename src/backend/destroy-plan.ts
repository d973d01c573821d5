import { HOLDS, LIST_HELD, destroyDryRun } from "../zfs/action-reads.ts";
import type { Identity } from "../zfs/commands/expect.ts";
import type { PoolUses } from "../zfs/contents.ts";
import { destroyGroups, destroyOrder } from "../zfs/destroy-plan.ts";
import type { DestroyPlan, DestroyTarget, HeldSnapshot } from "../zfs/destroy-plan.ts";
import { parseDestroyDryRun } from "../zfs/parse/destroy-dry-run.ts";
import { parseHeld, parseHolds } from "../zfs/parse/held.ts";
import { parseUses } from "../zfs/parse/uses.ts";

import { readDatasetsIn } from "./datasets.ts";
import { readAs } from "./read-as.ts";
import { asRoot } from "./spawn.ts";

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
 * All that goes when datasets are destroyed with what lies in them, clones before what they were made of, and what
 * stands in the way. What is in use is undefined if it cannot be found out; all else is needed.
 *
 * @param names none of which lies in another one
 * @throws HostError, UnreadableOutput; also when ZFS refuses, as it does for clones elsewhere
 */
export async function readDestroyPlan(
    names: readonly string[],
    { signal, onLook }: Waiter,
): Promise<DestroyPlan> {
    const [contents, snapshots, uses] = await Promise.all([
        readDatasetsIn(names),
        readAs([...LIST_HELD, ...names], patience, parseHeld),
        readUses(names).catch(() => undefined),
    ]);
    const held = await readHolds(snapshots.filter(({ isHeld }) => isHeld));
    const order = destroyOrder(names, contents);
    const groups = destroyGroups(names, contents, snapshots);
    const targets: DestroyTarget[] = [];
    // one after the other: a pool answers no sooner to many
    for (const name of [...order.names, ...order.knotted]) {
        signal.throwIfAborted();
        const group = groups.get(name);
        if (!group) throw new Error(`${name} is not there any more`);
        const isBlocked = order.cloned.has(name) && !order.knotted.includes(name);
        const goes = isBlocked
            ? namesOf(group)
            : await readAs(destroyDryRun(name), patience, parseDestroyDryRun, asRoot);
        targets.push({ ...group, names: goes });
        onLook(targets.length);
    }
    return { targets, contents, held, uses };
}

/**
 * What holds datasets and what lies in them.
 *
 * @throws HostError, UnreadableOutput
 */
export const readUses = (names: readonly string[]): Promise<PoolUses> =>
    readAs(["zfsadmin", "uses", ...names], patience, parseUses, asRoot);

const namesOf = ({ dataset, others, snapshots }: Omit<DestroyTarget, "names">): readonly string[] =>
    [...snapshots, ...others, dataset].map(({ name }) => name);

async function readHolds(held: readonly Identity[]): Promise<readonly HeldSnapshot[]> {
    if (held.length === 0) return [];
    const asked = held.slice(0, askedHolds).map(({ name }) => name);
    const tags = await readAs([...HOLDS, ...asked], patience, parseHolds).catch(
        () => new Map<string, readonly string[]>(),
    );
    return held.map(({ name }) => ({ name, tags: tags.get(name) ?? [] }));
}
