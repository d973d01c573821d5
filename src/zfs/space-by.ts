import type { Bytes, Word } from "./model.ts";
import { percentOf } from "./size.ts";

/** Whose space is counted. */
export type AccountKind = "user" | "group" | "project";

/** A user, group or project. */
export interface Account {
    readonly kind: AccountKind;
    /** A name, or a number where the system knows none or numbers were asked for; of projects always a number. */
    readonly name: string;
}

/** What is counted: bytes, or files, folders and the like. */
export type Resource = "bytes" | "objects";

/** What one user, group or project takes of a filesystem, and may take; zfs-userspace(8). */
export interface AccountSpace extends Account {
    /** ZFS's own word for what it is: "POSIX User". */
    readonly type: Word<"POSIX User" | "POSIX Group" | "SMB User" | "SMB Group" | "Project">;
    readonly used?: Bytes | undefined;
    /** Undefined is none. */
    readonly quota?: Bytes | undefined;
    /** Undefined where the filesystem does not count objects. */
    readonly objects?: bigint | undefined;
    readonly objectQuota?: bigint | undefined;
}

/** A key that no other user, group or project of a filesystem has. */
export const accountKey = ({ type, name }: AccountSpace): string => `${type}\t${name}`;

/** Whether the system does not know the name; of projects there are none. */
export const isNameless = ({ kind, name }: Account): boolean => kind !== "project" && /^\d+$/.test(name);

/** How far a quota is used up, in percent; undefined where there is none. */
export const usedPercent = (used: bigint | undefined, quota: bigint | undefined): number | undefined =>
    used === undefined || quota === undefined || quota === 0n ? undefined : percentOf(used, quota);

/** By what users, groups and projects are sorted. */
export type SpaceColumn = "name" | "type" | "used" | "quota" | "objects" | "objectQuota";

/** Sorts what they take; those of which something is not known or not set come last. */
export function sortSpace(
    rows: readonly AccountSpace[],
    column: SpaceColumn,
    direction: "asc" | "desc",
): readonly AccountSpace[] {
    const sign = direction === "asc" ? 1 : -1;
    return rows.toSorted((one, other) => {
        const [a, b] = [one[column], other[column]];
        if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
        if (a === b) return byName(one, other);
        return sign * (typeof a === "string" && typeof b === "string" ? byText(a, b) : a < b ? -1 : 1);
    });
}

/** Numbers in names count as numbers. */
const byText = (one: string, other: string): number => one.localeCompare(other, undefined, { numeric: true });

const byName = (one: AccountSpace, other: AccountSpace): number =>
    byText(one.name, other.name) || byText(one.type, other.type);

/** Those whose name holds a text, of one kind or of all. */
export const filterSpace = (
    rows: readonly AccountSpace[],
    { text, kind }: { readonly text: string; readonly kind?: AccountKind | undefined },
): readonly AccountSpace[] =>
    rows.filter(
        (row) =>
            (kind === undefined || row.kind === kind) && row.name.toLowerCase().includes(text.toLowerCase()),
    );
