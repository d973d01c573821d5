import { BELOW, BOTH, HERE } from "../../../src/zfs/delegation.ts";
import type { Delegation, Grantee, Reach } from "../../../src/zfs/delegation.ts";
import { parseAllow } from "../../../src/zfs/parse/allow.ts";
import { createTimeRights, mayDo, permissionToSet, rightsOn } from "../../../src/zfs/rights.ts";

import { fixture } from "./fixtures.ts";

const anna = { user: "anna", groups: ["anna", "staff"] };
const user = (name: string): Grantee => ({ kind: "user", name });
const group = (name: string): Grantee => ({ kind: "group", name });
const set = (name: string): Grantee => ({ kind: "set", name });
const everyone: Grantee = { kind: "everyone" };

const on = (dataset: string, ...grants: readonly (readonly [Grantee, string, Reach])[]): Delegation => ({
    dataset,
    grants: grants.map(([grantee, list, reach]) => ({
        grantee,
        permissions: new Map(list.split(",").map((name) => [name, reach])),
    })),
});

const rights = (dataset: string, ...delegations: readonly Delegation[]) =>
    rightsOn({ person: anna, delegations }, dataset);
const names = (dataset: string, ...delegations: readonly Delegation[]) =>
    [...rights(dataset, ...delegations).keys()].toSorted().join();

test("what counts here counts here alone, and what counts below only there", () => {
    const tank = on(
        "tank",
        [user("anna"), "send", HERE],
        [user("anna"), "hold", BELOW],
        [user("anna"), "diff", BOTH],
    );
    expect(names("tank", tank)).toBe("diff,send");
    expect(names("tank/home", tank)).toBe("diff,hold");
    expect(names("tank/home/anna", tank)).toBe("diff,hold");
    expect(names("tanker", tank)).toBe("");
});

test("somebody has what their groups and everyone have, and nothing of others", () => {
    const tank = on(
        "tank",
        [group("staff"), "send", BOTH],
        [user("staff"), "destroy", BOTH],
        [group("wheel"), "create", BOTH],
        [everyone, "diff", BOTH],
    );
    expect(names("tank", tank)).toBe("diff,send");
    expect(rights("tank/a", tank).get("send")).toEqual([
        { dataset: "tank", through: group("staff"), sets: [], isInherited: true },
    ]);
});

test("a set means what the nearest dataset says at or above the one where it is granted", () => {
    const tank = on("tank", [set("@s"), "send,@inner", HERE], [set("@inner"), "hold", HERE]);
    const home = on("tank/home", [set("@s"), "destroy", HERE]);
    const grant = (dataset: string) => on(dataset, [user("anna"), "@s", BOTH]);
    expect(names("tank/home", grant("tank/home"), tank)).toBe("hold,send");
    expect(names("tank/home/x", { ...tank, grants: [...tank.grants, ...grant("tank").grants] }, home)).toBe(
        "hold,send",
    );
    const both = { ...home, grants: [...home.grants, ...grant("tank/home").grants] };
    expect(names("tank/home", both, tank)).toBe("destroy");
    expect(names("tank/home", both, { ...tank, grants: [...tank.grants, ...grant("tank").grants] })).toBe(
        "destroy",
    );
    expect(rights("tank/home", grant("tank/home"), tank).get("hold")).toEqual([
        { dataset: "tank/home", through: user("anna"), sets: ["@s", "@inner"], isInherited: false },
    ]);
});

test("a set that is not defined means nothing, and one that holds itself comes to an end", () => {
    expect(names("tank", on("tank", [user("anna"), "@gone", BOTH]))).toBe("");
    const ring = on(
        "tank",
        [set("@a"), "@b,send", HERE],
        [set("@b"), "@a,hold", HERE],
        [user("anna"), "@a", BOTH],
    );
    expect(names("tank", ring)).toBe("hold,send");
});

test("all lines that grant a permission are told, the nearest first", () => {
    const found = rights(
        "tank/home",
        on("tank", [everyone, "send", BOTH]),
        on("tank/home", [user("anna"), "send", HERE], [group("staff"), "send", HERE]),
    ).get("send");
    expect(found?.map(({ dataset, through }) => `${dataset} ${through.kind}`)).toEqual([
        "tank/home user",
        "tank/home group",
        "tank everyone",
    ]);
});

test("what was recorded gives nobody what it gives nobody", () => {
    const delegations = parseAllow(fixture("zfs-allow", "2.3.9-norm.txt"));
    const nobody = { person: { user: "nobody", groups: ["nogroup"] }, delegations };
    expect([...rightsOn(nobody, "tank/norm").keys()].toSorted().join()).toBe("create,diff,mount,snapshot");
    expect([...rightsOn(nobody, "tank").keys()].toSorted().join()).toBe("diff,hold,send,snapshot");
    expect(mayDo(nobody, "tank/norm", "snapshot")).toBe(true);
    expect(mayDo(nobody, "tank/norm", "create")).toBe(true);
    // tried: it was refused
    expect(mayDo(nobody, "tank/norm", "destroy")).toBe(false);
    expect(mayDo(nobody, "tank/norm", { set: "compression" })).toBe(false);
    expect(mayDo({ ...nobody, person: { user: "daemon", groups: [] } }, "tank/x", { set: "quota" })).toBe(
        true,
    );
    expect(createTimeRights(delegations, "tank/norm")).toEqual([
        { dataset: "tank", permissions: ["destroy", "mount"] },
    ]);
});

test.each([
    ["quota", "quota"],
    ["userquota@anna", "userquota"],
    ["projectobjquota@7", "projectobjquota"],
    ["org.example:note", "userprop"],
])("setting %s takes %s", (property, permission) => {
    expect(permissionToSet(property)).toBe(permission);
});
