import type { TriedCommand } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity, SeenVdev } from "./expect.ts";

/** How a pool of mirrors is split. */
export interface SplitChoices {
    /** The name of the new pool. */
    readonly name: string;
    /** Paths of the devices that leave, where it is not the last of a mirror. */
    readonly devices: readonly string[];
    /** The folder below which the new pool is mounted at once; it is left exported if there is none. */
    readonly altroot?: string | undefined;
    /** The mirrors as they were seen: which disk is the last of one is for ZFS to say. */
    readonly mirrors: readonly SeenVdev[];
}

const splitWords = (
    pool: Identity,
    options: readonly string[],
    { name, devices }: Pick<SplitChoices, "name" | "devices">,
) => [...["zpool", "split", ...options, operand(pool.name), operand(name)], ...devices.map(operand)];

/** Makes a new pool of a disk of each mirror. zpool-split(8). */
export const splitPool = (pool: Identity, choices: SplitChoices): TriedCommand => ({
    dryRun: splitWords(pool, ["-n"], choices),
    argv: splitWords(pool, choices.altroot === undefined ? [] : ["-R", operand(choices.altroot)], choices),
    danger: "disruptive",
    purpose: { kind: "splitPool", pool: pool.name, name: choices.name },
    ...ofPool(pool, { vdevs: choices.mirrors }),
    touches: [{ pool: pool.name }, { pool: choices.name }],
});
