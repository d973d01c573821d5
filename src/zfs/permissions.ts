import type { Delegation, Grantee, Reach } from "./delegation.ts";
import type { Word } from "./model.ts";

/** Something that can be delegated, as the usage text of `zfs allow` lists it. */
export interface Permission {
    readonly name: string;
    /** A subcommand of zfs, a property that can be set, or something else; a set of such. */
    readonly type: Word<"subcommand" | "property" | "other" | "set">;
    /** ZFS's own remark, in English; "" where it has none. */
    readonly note: string;
}

/**
 * What a permission cannot do on Linux, where only root may mount: these have no effect of their own, but ZFS asks for
 * some of them along with others. zfs-allow(8).
 */
export const WITHOUT_EFFECT: ReadonlySet<string> = new Set([
    "mount",
    "share",
    "mountpoint",
    "canmount",
    "rename",
]);

/** What ZFS asks for along with a permission, on the same dataset. zfs-allow(8) and zfs_ioctl.c. */
export const ALONG: Readonly<Record<string, readonly string[]>> = {
    create: ["mount"],
    clone: ["create", "mount"],
    destroy: ["mount"],
    promote: ["mount"],
    receive: ["mount", "create"],
    "receive:append": ["mount", "create"],
    rename: ["mount", "create"],
};

/** Permissions whose name, type and remark hold a text. */
export const filterPermissions = (permissions: readonly Permission[], text: string): readonly Permission[] =>
    permissions.filter(({ name }) => name.toLowerCase().includes(text.trim().toLowerCase()));

/**
 * What can be ticked for a grantee: the permission sets that are defined on the dataset or above it, all that ZFS
 * lists, and what is granted although it is not on the list. What was granted before comes first.
 *
 * @param granted what was granted before, what is now, and what shall be
 * @param grantee a set is not offered to itself
 */
export function offeredPermissions(
    listed: readonly Permission[],
    delegations: readonly Delegation[],
    granted: readonly ReadonlyMap<string, Reach>[],
    grantee: { readonly kind: Grantee["kind"]; readonly name: string },
): readonly Permission[] {
    const sets = new Map(
        delegations.flatMap(({ grants }) =>
            grants.flatMap(({ grantee: { kind, ...rest }, permissions }) =>
                kind === "set" && "name" in rest
                    ? [[rest.name, [...permissions.keys()].toSorted().join(", ")] as const]
                    : [],
            ),
        ),
    );
    const others = granted
        .flatMap((one) => [...one.keys()])
        .filter((name) => !sets.has(name) && listed.every((permission) => permission.name !== name));
    const [before] = granted;
    return [
        ...[...sets].map(([name, note]): Permission => ({ name, type: "set", note })),
        ...[...new Set(others)].map((name): Permission => ({ name, type: "other", note: "" })),
        ...listed,
    ]
        .filter(({ name }) => grantee.kind !== "set" || name !== grantee.name)
        .toSorted((one, other) => Number(before?.has(other.name)) - Number(before?.has(one.name)));
}
