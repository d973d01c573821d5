import { isBelow } from "./dataset.ts";
import { isSameGrantee, isWho } from "./delegation.ts";
import type { Delegation, Grant, Reach } from "./delegation.ts";

/** Somebody on this host, and the groups that count for them; names as `zfs allow` prints them. */
export interface Person {
    readonly user: string;
    readonly groups: readonly string[];
}

/** A line that grants a permission, and where it stands. */
export interface Origin {
    readonly dataset: string;
    readonly through: Extract<Grant["grantee"], { readonly kind: "user" | "group" | "everyone" }>;
    /** The permission sets in which it is, the one that is granted first; none where it is granted itself. */
    readonly sets: readonly string[];
    /** The permission was granted on a dataset above. */
    readonly isInherited: boolean;
}

/** What somebody may do on a dataset, by permission, and all the lines that say so, the nearest first. */
export type Rights = ReadonlyMap<string, readonly Origin[]>;

/** What somebody gets on a dataset that they create below: the permissions, and where that stands. */
export interface CreateTimeRight {
    readonly dataset: string;
    readonly permissions: readonly string[];
}

/** What everybody may do, and who asks. */
export interface Permissions {
    readonly person: Person;
    /** What `zfs allow` shows of a dataset: all about it and the ones above it. */
    readonly delegations: readonly Delegation[];
}

/** A permission set that was granted, on its way up to where it is defined. */
interface OpenSet {
    readonly name: string;
    readonly origin: Origin;
}

/** Takes a permission that is granted. */
type Take = (name: string, origin: Origin) => void;

/**
 * What somebody may do on a dataset, as the module decides it (dsl_deleg_access_impl): up from the dataset to the
 * root, what counts below on all but the dataset itself. A set means what the nearest dataset says that defines it, at
 * or above the one on which it is granted; one that is not defined there means nothing, and one that was defined on the
 * way is not looked up again.
 */
export function rightsOn({ person, delegations }: Permissions, dataset: string): Rights {
    const rights = new Map<string, Origin[]>();
    const take: Take = (name, origin) => rights.set(name, [...(rights.get(name) ?? []), origin]);
    let open: readonly OpenSet[] = [];
    const known = new Set<string>();
    for (const delegation of upFrom(delegations, dataset)) {
        const isInherited = delegation.dataset !== dataset;
        for (const { grantee, permissions } of delegation.grants) {
            if (!isWho(grantee) || !countsFor(grantee, person)) continue;
            for (const [name, reach] of permissions) {
                if (!counts(reach, isInherited)) continue;
                const origin = { dataset: delegation.dataset, through: grantee, sets: [], isInherited };
                if (!name.startsWith("@")) take(name, origin);
                else if (!known.has(name)) open = [...open, { name, origin }];
            }
        }
        const { left, resolved } = resolveSets(delegation, open, take);
        open = left.filter(({ name }) => !known.has(name));
        resolved.forEach((name) => known.add(name));
    }
    return rights;
}

/** Grants what the sets hold that are defined here; gives these, and those that are not. */
function resolveSets({ grants }: Delegation, open: readonly OpenSet[], take: Take) {
    const left: OpenSet[] = [];
    const resolved = new Set<string>();
    const queue = [...open];
    for (let set = queue.shift(); set !== undefined; set = queue.shift()) {
        const { name, origin } = set;
        const definition = grants.find(({ grantee }) => isSameGrantee(grantee, { kind: "set", name }));
        if (!definition) {
            left.push(set);
            continue;
        }
        resolved.add(name);
        const within = { ...origin, sets: [...origin.sets, name] };
        for (const member of definition.permissions.keys())
            if (!member.startsWith("@")) take(member, within);
            // a set may hold itself, by way of others
            else if (!within.sets.includes(member)) queue.push({ name: member, origin: within });
    }
    return { left, resolved };
}

/** What somebody gets on what they create below a dataset: sets as they are, since they are looked up then. */
export const createTimeRights = (
    delegations: readonly Delegation[],
    dataset: string,
): readonly CreateTimeRight[] =>
    upFrom(delegations, dataset).flatMap((delegation) =>
        delegation.grants
            .filter(({ grantee }) => grantee.kind === "creator")
            .map(({ permissions }) => ({
                dataset: delegation.dataset,
                permissions: [...permissions.keys()],
            })),
    );

/** What is delegated on the dataset and on those above it, the nearest first. */
const upFrom = (delegations: readonly Delegation[], dataset: string): readonly Delegation[] =>
    delegations
        .filter((one) => one.dataset === dataset || isBelow(dataset, one.dataset))
        .toSorted((one, other) => other.dataset.length - one.dataset.length);

const counts = ({ local, descendent }: Reach, isInherited: boolean): boolean =>
    isInherited ? descendent : local;

function countsFor(who: Origin["through"], { user, groups }: Person): boolean {
    switch (who.kind) {
        case "everyone":
            return true;
        case "user":
            return who.name === user;
        case "group":
            return groups.includes(who.name);
    }
}

/** Something that can be done without administrative access, where it is delegated. */
export type DelegatedAction =
    | "snapshot"
    | "bookmark"
    | "rollback"
    | "hold"
    | "release"
    | "create"
    | "destroy"
    | "promote"
    | "send"
    | "loadKey"
    | "changeKey"
    | { readonly set: string };

/** What ZFS wants for an action on a dataset, zfs_ioctl.c. Mounting is not there: on Linux only root may. */
const NEEDED: Readonly<Record<Exclude<DelegatedAction, object>, readonly string[]>> = {
    snapshot: ["snapshot"],
    bookmark: ["bookmark"],
    rollback: ["rollback"],
    hold: ["hold"],
    release: ["release"],
    create: ["create", "mount"],
    destroy: ["destroy", "mount"],
    promote: ["promote", "mount"],
    send: ["send"],
    loadKey: ["load-key"],
    changeKey: ["change-key"],
};

/** The permissions that an action takes, all of them. */
export const neededFor = (action: DelegatedAction): readonly string[] =>
    typeof action === "object" ? [permissionToSet(action.set)] : NEEDED[action];

/** Whether somebody may do something on a dataset without administrative access. */
export function mayDo(permissions: Permissions, dataset: string, action: DelegatedAction): boolean {
    const rights = rightsOn(permissions, dataset);
    return neededFor(action).every((name) => rights.has(name));
}

/** The permission that setting a property takes: "userquota" for userquota@anna, "userprop" for one with a colon. */
export function permissionToSet(property: string): string {
    const [name = ""] = property.split("@", 1);
    return name.includes(":") ? "userprop" : name;
}
