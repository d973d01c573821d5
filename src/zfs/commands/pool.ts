import type { Command } from "./command.ts";
import { ofPool, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/**
 * Sets a property of a pool. zpoolprops(7).
 *
 * @param value "" unsets a comment or a user property
 */
export const setPoolProperty = (pool: Identity, property: string, value: string): Command => ({
    argv: ["zpool", "set", `${operand(property)}=${value}`, operand(pool.name)],
    danger: "none",
    purpose: { kind: "setPoolProperty", pool: pool.name, property },
    ...ofPool(pool),
});

/**
 * Sets a property of a vdev, which is named by its guid. vdevprops(7).
 *
 * @param value "" unsets a comment or a user property
 */
export const setVdevProperty = (
    pool: Identity,
    vdev: Identity,
    property: string,
    value: string,
): Command => ({
    argv: ["zpool", "set", `${operand(property)}=${value}`, operand(pool.name), operand(vdev.guid)],
    danger: "none",
    purpose: { kind: "setVdevProperty", pool: pool.name, vdev: vdev.name, property },
    ...ofPool(pool),
});

/** Writes all that is in memory of a pool to its disks now. zpool-sync(8). */
export const syncPool = (pool: Identity): Command => ({
    argv: ["zpool", "sync", operand(pool.name)],
    danger: "none",
    purpose: { kind: "syncPool", pool: pool.name },
    ...ofPool(pool),
});

/** Gives a pool another guid, so that it and a copy of its disks are two. zpool-reguid(8). */
export const reguidPool = (pool: Identity): Command => ({
    argv: ["zpool", "reguid", operand(pool.name)],
    danger: "disruptive",
    purpose: { kind: "reguidPool", pool: pool.name },
    ...ofPool(pool),
});
