import { searchOptions } from "../import-search.ts";
import type { ImportSearch } from "../import-search.ts";

import type { Command, Danger } from "./command.ts";
import { operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/** How a pool is imported. */
export interface ImportChoices {
    /** Its name from now on. */
    readonly name: string;
    readonly isReadOnly: boolean;
    readonly isMounted: boolean;
    /** The folder below which everything is mounted, until the pool is exported. */
    readonly altroot?: string | undefined;
    /** Give up what only a missing log device holds. */
    readonly isWithoutLog: boolean;
    /** Although this host used it last, as ZFS says it. */
    readonly despite?: string | undefined;
    /** Give up what came after the checkpoint, or the last transactions, which are damaged. */
    readonly rewind?: "checkpoint" | "transactions" | undefined;
}

/**
 * Imports a pool that was found: by its number, as two may have one name, and under the name that the person saw, by
 * which the helper lets no other change of it begin before all is mounted. zpool-import(8).
 */
export function importPool({ name, guid }: Identity, search: ImportSearch, choices: ImportChoices): Command {
    const { isReadOnly, isMounted, altroot, isWithoutLog, despite, rewind } = choices;
    const options = [
        ...searchOptions(search),
        ...(despite === undefined ? [] : ["-f"]),
        ...(isWithoutLog ? ["-m"] : []),
        ...(isMounted ? [] : ["-N"]),
        ...(isReadOnly ? ["-o", "readonly=on"] : []),
        ...(altroot === undefined ? [] : ["-R", operand(altroot)]),
        ...(rewind === "transactions" ? ["-F"] : []),
        ...(rewind === "checkpoint" ? ["--rewind-to-checkpoint"] : []),
    ];
    return {
        argv: ["zpool", "import", ...options, operand(guid), operand(choices.name)],
        expect: {},
        danger: dangerOf(choices),
        purpose: { kind: "importPool", pool: name, name: choices.name },
        touches: [{ pool: choices.name }],
    };
}

/**
 * Imports a pool that was exported for this, as it was when its checkpoint was taken; the checkpoint goes with that.
 * zpool-checkpoint(8).
 *
 * The command that exported it (`exportPool`) has made sure that the checkpoint is the one that the person was told of.
 *
 * @param altroot the folder below which it was mounted
 */
export const rewindPool = (pool: Identity, search: ImportSearch, altroot: string | undefined): Command => ({
    ...importPool(pool, search, {
        name: pool.name,
        isReadOnly: false,
        isMounted: true,
        altroot,
        isWithoutLog: false,
        rewind: "checkpoint",
    }),
    purpose: { kind: "rewindPool", pool: pool.name },
});

/** Going back loses what came later, unless the pool is only looked at. */
function dangerOf({ isReadOnly, isWithoutLog, despite, rewind }: ImportChoices): Danger {
    if (rewind && !isReadOnly) return "destructive";
    return despite !== undefined || isWithoutLog ? "disruptive" : "none";
}
