import type { Command, Identity } from "./command.ts";
import { ofPool, operand } from "./command.ts";

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
