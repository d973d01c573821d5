// What can be done to the key of a dataset now, and why not; by the rules in libzfs_crypto.c.
import { isEncryptionRoot, isLocked, parentOf } from "./dataset.ts";
import type { Dataset } from "./dataset.ts";

export type KeyAction = "load" | "mount" | "test" | "unload" | "change" | "place" | "inherit" | "own";

/** Why something cannot be done to a key. */
export type KeyReason =
    | "loaded"
    | "locked"
    | "clone"
    | "noParent"
    | "plainParent"
    | "lockedParent"
    | "mounted";

export interface KeyOffer {
    readonly action: KeyAction;
    /** Undefined when it can be done. */
    readonly reason?: KeyReason | undefined;
}

/** Whether the host can read a key by itself. */
export const isKept = ({ keyLocation }: Dataset): boolean => /^(file|https?):\/\//.test(keyLocation ?? "");

/**
 * What can be done to the key of an encryption root, or of what inherits one.
 *
 * @param find a dataset by its name
 * @param mountable how many filesystems that the key opens could be mounted
 */
export function keyOffers(
    dataset: Dataset,
    find: (name: string) => Dataset | undefined,
    mountable: number,
): readonly KeyOffer[] {
    const lock = isLocked(dataset) ? "locked" : undefined;
    const clone = dataset.origin === undefined ? undefined : "clone";
    if (!isEncryptionRoot(dataset)) return [{ action: "own", reason: clone ?? lock }];
    return [
        { action: "load", reason: lock ? undefined : "loaded" },
        { action: "mount", reason: lock ?? (mountable === 0 ? "mounted" : undefined) },
        { action: "test" },
        // the old key can be read on the way where the host knows where it is
        { action: "change", reason: clone ?? (isKept(dataset) ? undefined : lock) },
        { action: "place" },
        { action: "inherit", reason: clone ?? inheritReason(dataset, find) ?? lock },
        { action: "unload", reason: lock },
    ];
}

function inheritReason(
    { name }: Dataset,
    find: (name: string) => Dataset | undefined,
): KeyReason | undefined {
    const above = parentOf(name);
    if (above === undefined) return "noParent";
    const parent = find(above);
    if (parent?.encryptionRoot === undefined) return "plainParent";
    return isLocked(parent) ? "lockedParent" : undefined;
}
