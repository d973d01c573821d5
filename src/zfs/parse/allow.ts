import { BELOW, BOTH, HERE, NOWHERE, granteeKey, joinReach } from "../delegation.ts";
import type { Delegation, Grantee, Reach } from "../delegation.ts";

import type { Line } from "./parse-error.ts";
import { fail, toLines } from "./parse-error.ts";

/** "---- Permissions on tank ------…": a name may end with a dash or hold a space, so its end is the last space. */
const HEADER = /^---- Permissions on (.+) -*$/;

/** What the lines below a title are about, and how far they reach. */
const TITLES: ReadonlyMap<string, Section> = new Map([
    ["Permission sets:", { read: readSet, reach: HERE }],
    ["Create time permissions:", { read: readCreator, reach: HERE }],
    ["Local permissions:", { read: readWho, reach: HERE }],
    ["Descendent permissions:", { read: readWho, reach: BELOW }],
    ["Local+Descendent permissions:", { read: readWho, reach: BOTH }],
]);

interface Section {
    readonly read: (line: Line) => Entry;
    readonly reach: Reach;
}

interface Entry {
    readonly grantee: Grantee;
    readonly permissions: readonly string[];
}

interface Draft {
    readonly dataset: string;
    readonly grants: Map<string, { readonly grantee: Grantee; readonly permissions: Map<string, Reach> }>;
}

/**
 * Reads `zfs allow DATASET`: what is delegated on the dataset, then on each above it, as far as anything is. Who has
 * permissions and permission sets has two lines in one section; they are joined.
 * @throws ParseError
 */
export function parseAllow(text: string): readonly Delegation[] {
    const drafts: Draft[] = [];
    let section: Section | undefined;
    for (const line of toLines(text)) {
        const [, dataset] = HEADER.exec(line.text) ?? [];
        if (dataset !== undefined) {
            drafts.push({ dataset, grants: new Map() });
            section = undefined;
            continue;
        }
        const draft = drafts.at(-1) ?? fail("no dataset before it", line);
        if (line.text.startsWith("\t")) add(draft, section ?? fail("no title before it", line), line);
        else section = TITLES.get(line.text) ?? fail("no title of zfs allow", line);
    }
    return drafts.map(({ dataset, grants }) => ({ dataset, grants: [...grants.values()] }));
}

function add({ grants }: Draft, { read, reach }: Section, line: Line): void {
    const { grantee, permissions } = read(line);
    const key = granteeKey(grantee);
    const grant = grants.get(key) ?? { grantee, permissions: new Map<string, Reach>() };
    for (const name of permissions)
        grant.permissions.set(name, joinReach(grant.permissions.get(name) ?? NOWHERE, reach));
    grants.set(key, grant);
}

/** "\t@backup hold,send" */
function readSet(line: Line): Entry {
    const [, name = "", list = ""] =
        /^\t(@[^\s,]+) (\S+)$/.exec(line.text) ?? fail("no permission set", line);
    return { grantee: { kind: "set", name }, permissions: readList(list, line) };
}

/** "\tdestroy,mount" */
function readCreator(line: Line): Entry {
    const [, list = ""] = /^\t(\S+)$/.exec(line.text) ?? fail("no list of permissions", line);
    return { grantee: { kind: "creator" }, permissions: readList(list, line) };
}

/** "\tuser anna snapshot,@backup"; the name of a user or group of a directory service may hold spaces. */
function readWho(line: Line): Entry {
    const [, everyone] = /^\teveryone (\S+)$/.exec(line.text) ?? [];
    if (everyone !== undefined)
        return { grantee: { kind: "everyone" }, permissions: readList(everyone, line) };
    const [, kind, name = "", list = ""] =
        /^\t(user|group) (\S(?:.*\S)?) (\S+)$/.exec(line.text) ??
        fail("neither user, group nor everyone", line);
    // a permission set whose name holds a space looks like the end of a longer name
    if (/\s@/.test(name)) fail("cannot tell the name from the permissions", line);
    const [, number] = /^\(unknown: (-?\d+)\)$/.exec(name) ?? [];
    return {
        grantee: {
            kind: kind === "user" ? "user" : "group",
            // printed as a signed number, which it is not
            ...(number === undefined ? { name } : { name: String(Number(number) >>> 0), isUnknown: true }),
        },
        permissions: readList(list, line),
    };
}

function readList(list: string, line: Line): readonly string[] {
    const permissions = list.split(",");
    return permissions.includes("") ? fail("an empty permission", line) : permissions;
}
