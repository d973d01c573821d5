import { looksLikeNumber, parseSize } from "./size.ts";
import type { Account } from "./space-by.ts";

/** Why there can be no quota for a name. */
export type AccountProblem = { readonly kind: "noProject" } | { readonly kind: "foreign" };

/** The largest number of a project. */
const LAST_PROJECT = 2n ** 32n - 2n;

/** Checks a name before ZFS would refuse it, and its words would say less. zfs-project(8). */
export function checkAccount({ kind, name }: Account): AccountProblem | undefined {
    if (kind === "project")
        return /^\d{1,10}$/.test(name) && BigInt(name) <= LAST_PROJECT ? undefined : { kind: "noProject" };
    return name.includes("@") ? { kind: "foreign" } : undefined;
}

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
