/*
 * Who may do what without being root: what `zfs allow` shows of a dataset and of those above it, zfs-allow(8).
 *
 * Nothing is ever denied: what somebody may do is all that any line grants. A line counts for its dataset (local), for
 * what lies below it (descendent), or for both. ZFS keeps the two apart, so they are apart here, too, and are joined
 * only where people read them.
 */

/** To whom something is granted, or what else a line is about. */
export type Grantee =
    | Who
    /** Whoever creates a dataset below, on that dataset. */
    | { readonly kind: "creator" }
    /** A permission set: a name for several permissions; `name` begins with @. */
    | { readonly kind: "set"; readonly name: string };

/** A user or group, or everyone. Where the system knows no name, `name` is the number. */
export type Who =
    | { readonly kind: "user" | "group"; readonly name: string; readonly isUnknown?: true }
    | { readonly kind: "everyone" };

/** Where a permission counts: on the dataset itself, on what lies below it. */
export interface Reach {
    readonly local: boolean;
    readonly descendent: boolean;
}

/** What a grantee may do; of creators and sets all is local. By permission; a name with @ is a permission set. */
export interface Grant {
    readonly grantee: Grantee;
    readonly permissions: ReadonlyMap<string, Reach>;
}

/** What is delegated on one dataset. */
export interface Delegation {
    readonly dataset: string;
    readonly grants: readonly Grant[];
}

export const NOWHERE: Reach = { local: false, descendent: false };
export const HERE: Reach = { local: true, descendent: false };
export const BELOW: Reach = { local: false, descendent: true };
export const BOTH: Reach = { local: true, descendent: true };

/** What a permission counts for, all its lines together. */
export const joinReach = (one: Reach, other: Reach): Reach => ({
    local: one.local || other.local,
    descendent: one.descendent || other.descendent,
});

/** A key that no other grantee has. */
export const granteeKey = (grantee: Grantee): string =>
    "name" in grantee ? `${grantee.kind} ${grantee.name}` : grantee.kind;

export const isSameGrantee = (one: Grantee, other: Grantee): boolean => granteeKey(one) === granteeKey(other);

/** Whether a grantee is somebody, not a set or whoever creates something. */
export const isWho = (grantee: Grantee): grantee is Who =>
    grantee.kind !== "creator" && grantee.kind !== "set";

/** What is delegated on the dataset itself; nothing, if nothing is said of it. */
export const delegationOn = (delegations: readonly Delegation[], dataset: string): Delegation =>
    delegations.find((one) => one.dataset === dataset) ?? { dataset, grants: [] };

/** What is granted to a grantee on one dataset. */
export const grantedTo = ({ grants }: Delegation, grantee: Grantee): ReadonlyMap<string, Reach> =>
    grants.find((grant) => isSameGrantee(grant.grantee, grantee))?.permissions ?? new Map<string, Reach>();

/** A step by which what is granted becomes something else: one call of `zfs allow` or `zfs unallow`. */
export interface GrantStep {
    readonly kind: "allow" | "unallow";
    readonly reach: Reach;
    readonly permissions: readonly string[];
}

/** How each reach changes, in the order of the steps: nobody is without a right between two of them. */
const REACHES = [BOTH, HERE, BELOW] as const;

/** The steps from what is granted to what shall be; none where nothing changes. */
export function grantSteps(
    before: ReadonlyMap<string, Reach>,
    after: ReadonlyMap<string, Reach>,
): readonly GrantStep[] {
    const names = [...new Set([...before.keys(), ...after.keys()])].toSorted();
    const steps = (kind: GrantStep["kind"], from: typeof before, to: typeof before) =>
        REACHES.flatMap((reach): GrantStep[] => {
            const permissions = names.filter((name) => {
                const [was, is] = [from.get(name) ?? NOWHERE, to.get(name) ?? NOWHERE];
                return isSameReach(without(is, was), reach);
            });
            return permissions.length > 0 ? [{ kind, reach, permissions }] : [];
        });
    return [...steps("allow", before, after), ...steps("unallow", after, before)];
}

/** What is granted when a step is done. */
export function afterStep(
    granted: ReadonlyMap<string, Reach>,
    { kind, reach, permissions }: GrantStep,
): ReadonlyMap<string, Reach> {
    const change = kind === "allow" ? joinReach : without;
    const after = new Map(granted);
    for (const name of permissions) after.set(name, change(after.get(name) ?? NOWHERE, reach));
    return onlyGranted(after);
}

/** All that either grants. */
export const joinGrants = (
    one: ReadonlyMap<string, Reach>,
    other: ReadonlyMap<string, Reach>,
): ReadonlyMap<string, Reach> =>
    new Map(
        [...one, ...other].map(
            ([name, reach]) => [name, joinReach(reach, one.get(name) ?? NOWHERE)] as const,
        ),
    );

/** Without what counts nowhere. */
export const onlyGranted = (granted: ReadonlyMap<string, Reach>): ReadonlyMap<string, Reach> =>
    new Map([...granted].filter(([, reach]) => reach.local || reach.descendent));

const without = (one: Reach, other: Reach): Reach => ({
    local: one.local && !other.local,
    descendent: one.descendent && !other.descendent,
});

const isSameReach = (one: Reach, other: Reach): boolean =>
    one.local === other.local && one.descendent === other.descendent;

/** Why ZFS would not take the name of a permission set; the @ belongs to it. */
export type SetNameProblem =
    | { readonly kind: "empty" | "missingAt" }
    | { readonly kind: "tooLong"; readonly limit: number }
    | { readonly kind: "invalidCharacter"; readonly character: string };

/** With the @, and without the zero at its end: ZFS_PERMSET_MAXLEN. */
const SET_NAME_LIMIT = 63;

/** Checks the name of a permission set. ZFS takes spaces, too, but then nothing can tell where it ends in a list. */
export function checkSetName(name: string): SetNameProblem | undefined {
    if (name === "" || name === "@") return { kind: "empty" };
    if (!name.startsWith("@")) return { kind: "missingAt" };
    if (name.length > SET_NAME_LIMIT) return { kind: "tooLong", limit: SET_NAME_LIMIT };
    const character = /[^A-Za-z0-9\-_.:]/u.exec(name.slice(1))?.[0];
    return character === undefined ? undefined : { kind: "invalidCharacter", character };
}
