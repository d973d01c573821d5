// Who may do what without being root, zfs-allow(8). Users and groups are always said to be such (-u, -g): otherwise ZFS
// would take a name for that of a user before that of a group, and one word for everyone.
import { granteeKey } from "../delegation.ts";
import type { GrantStep, Grantee, Reach } from "../delegation.ts";

import type { AccessChange } from "./access-purpose.ts";
import type { Command } from "./command.ts";
import { ofDataset, operand } from "./command.ts";
import type { Identity } from "./expect.ts";

/** One call of `zfs allow` or `zfs unallow`. Nothing is taken from anybody that is not named. */
export function grantCommand(dataset: Identity, grantee: Grantee, step: GrantStep): Command {
    const { kind, permissions } = step;
    return {
        argv: [
            ...["zfs", kind, ...granteeWords(grantee, step.reach)],
            ...[operand(permissions.map(checked).join(",")), operand(dataset.name)],
        ],
        danger: kind === "allow" ? "none" : "disruptive",
        purpose: {
            kind: PURPOSES[grantee.kind][kind],
            dataset: dataset.name,
            subject: "name" in grantee ? grantee.name : granteeKey(grantee),
        },
        ...ofDataset(dataset),
    };
}

const delegating = { allow: "delegate", unallow: "undelegate" } as const;

const PURPOSES: Readonly<Record<Grantee["kind"], Readonly<Record<GrantStep["kind"], AccessChange>>>> = {
    user: delegating,
    group: delegating,
    everyone: delegating,
    creator: { allow: "setCreateTime", unallow: "unsetCreateTime" },
    set: { allow: "defineSet", unallow: "undefineSet" },
};

function granteeWords(grantee: Grantee, reach: Reach): readonly string[] {
    switch (grantee.kind) {
        case "user":
            return [reachWord(reach), "-u", operand(checked(grantee.name))];
        case "group":
            return [reachWord(reach), "-g", operand(checked(grantee.name))];
        case "everyone":
            return [reachWord(reach), "-e"];
        case "creator":
            return ["-c"];
        case "set":
            return ["-s", operand(grantee.name)];
    }
}

const reachWord = ({ local, descendent }: Reach): string => `-${local ? "l" : ""}${descendent ? "d" : ""}`;

/** A comma would make two of it. */
function checked(name: string): string {
    if (name.includes(",")) throw new Error(`a comma in ${JSON.stringify(name)}`);
    return name;
}
