import type { Command } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/** Enables one feature of a pool, for good. zpool-features(7). */
export const enableFeature = (pool: Identity, feature: string): Command => ({
    argv: ["zpool", "set", `feature@${feature}=enabled`, operand(pool.name)],
    danger: "destructive",
    purpose: { kind: "enableFeature", pool: pool.name, feature },
    ...ofPool(pool),
});

/** Enables all features that this ZFS knows and the pool's `compatibility` allows, for good. zpool-upgrade(8). */
export const upgradePool = (pool: Identity): Command => ({
    argv: ["zpool", "upgrade", operand(pool.name)],
    danger: "destructive",
    purpose: { kind: "upgradePool", pool: pool.name },
    ...ofPool(pool),
});
