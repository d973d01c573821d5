import { looksLikeNumber, parseSize } from "./size.ts";

/** The largest number of a project. */
const LAST_PROJECT = 2n ** 32n - 2n;

/**
 * Whether ZFS takes this for a project, zfs-project(8). A user or group is whatever the host knows under the name, also
 * one with @, such as those of a domain: ZFS asks the host first (userquota_propname_decode() in libzfs_dataset.c).
 */
export const isProject = (name: string): boolean => /^\d{1,10}$/.test(name) && BigInt(name) <= LAST_PROJECT;

/** A quota that a person typed, in bytes; undefined for what is none. 0 takes it away, too. */
export function parseQuota(text: string): bigint | "none" | undefined {
    const value = text.trim().toLowerCase() === "none" ? "none" : parseSize(text);
    return value === 0n ? "none" : value;
}

/** A quota of objects that a person typed. */
export function parseObjectQuota(text: string): bigint | "none" | undefined {
    const word = text.trim().toLowerCase();
    if (word === "none" || word === "0") return "none";
    return looksLikeNumber(word) ? BigInt(word) : undefined;
}
