// The tables in which ZFS looks up what is stored once for several: of deduplication, and of cloned blocks.
import type { Command } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/** Reads a table into memory before it is needed. zpool-prefetch(8); it needs 2.3, "brt" 2.4. */
export const prefetchTable = (pool: Identity, table: "ddt" | "brt"): Command => ({
    argv: ["zpool", "prefetch", "-t", table, operand(pool.name)],
    danger: "none",
    purpose: { kind: "prefetchTable", pool: pool.name },
    ...ofPool(pool),
});

/** Which entries of the deduplication table are pruned: those older than so many days, or a part of all. */
export type PruneAmount = { readonly days: number } | { readonly percent: number };

/** Takes entries that stand for one block alone out of the deduplication table. zpool-ddtprune(8); it needs 2.3. */
export const pruneDedup = (pool: Identity, amount: PruneAmount): Command => ({
    argv: [
        ...["zpool", "ddtprune"],
        ...("days" in amount ? ["-d", String(amount.days)] : ["-p", String(amount.percent)]),
        operand(pool.name),
    ],
    danger: "disruptive",
    purpose: { kind: "pruneDedup", pool: pool.name },
    ...ofPool(pool),
});
