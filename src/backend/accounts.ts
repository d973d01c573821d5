// Users and groups as the host knows them, wherever it has them from.
import cockpit from "cockpit";

import { findAccount, groupsOf } from "../zfs/reads.ts";
import type { Person } from "../zfs/rights.ts";

import { HostError } from "./errors.ts";
import { listTimeout, read } from "./read.ts";
import { asPerson } from "./spawn.ts";

/** The exit status by which getent(1) says that there is none of that name. */
const notFound = 2;

/**
 * Whether the host knows a user or group, by name or number.
 *
 * @throws HostError when that cannot be found out
 */
export async function isAccount(kind: "user" | "group", name: string): Promise<boolean> {
    try {
        await read(findAccount(kind, name), listTimeout, asPerson);
        return true;
    } catch (error) {
        if (error instanceof HostError && error.exitStatus === notFound) return false;
        throw error;
    }
}

/**
 * A user and their groups; undefined if the host knows no such user.
 *
 * @throws HostError when that cannot be found out
 */
export async function readPerson(user: string): Promise<Person | undefined> {
    if (!(await isAccount("user", user))) return undefined;
    const groups = await read(groupsOf(user), listTimeout, asPerson);
    return { user, groups: groups.split("\0").filter((name) => name.trim() !== "") };
}

/** Who looks at the page, and their groups. It starts no process. */
export async function readSelf(): Promise<Person> {
    const { name, groups } = await cockpit.user();
    return { user: name, groups };
}
