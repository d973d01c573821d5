import { isProject } from "../../../src/zfs/account-quota.ts";
import { OperandError } from "../../../src/zfs/commands/command.ts";
import { grantCommand } from "../../../src/zfs/commands/delegation.ts";
import { setAccountQuota, setDefaultQuota, setLimit } from "../../../src/zfs/commands/limit.ts";
import { takeSnapshot } from "../../../src/zfs/commands/snapshot.ts";
import { BELOW, BOTH, HERE, checkSetName, grantSteps } from "../../../src/zfs/delegation.ts";
import type { Grantee, Reach } from "../../../src/zfs/delegation.ts";

const home = { name: "tank/my home", guid: "7" };
const anna: Grantee = { kind: "user", name: "anna" };

const lines = (
    before: Readonly<Record<string, Reach>>,
    after: Readonly<Record<string, Reach>>,
    grantee: Grantee = anna,
) =>
    grantSteps(new Map(Object.entries(before)), new Map(Object.entries(after))).map((step) =>
        grantCommand(home, grantee, step).argv.join(" "),
    );

test("what is ticked becomes one call for each reach, what is given before what is taken", () => {
    expect(lines({}, { send: BOTH, hold: BOTH, diff: HERE, "@b": BELOW })).toEqual([
        "zfs allow -ld -u anna hold,send tank/my home",
        "zfs allow -l -u anna diff tank/my home",
        "zfs allow -d -u anna @b tank/my home",
    ]);
    expect(lines({ send: BOTH, hold: BELOW }, { send: HERE, hold: HERE })).toEqual([
        "zfs allow -l -u anna hold tank/my home",
        "zfs unallow -d -u anna hold,send tank/my home",
    ]);
    expect(lines({ send: HERE }, { send: BOTH })).toEqual(["zfs allow -d -u anna send tank/my home"]);
    expect(lines({ send: BOTH }, {})).toEqual(["zfs unallow -ld -u anna send tank/my home"]);
    expect(lines({ send: BOTH }, { send: BOTH })).toEqual([]);
});

test.each([
    [{ kind: "user", name: "everyone" }, "zfs allow -l -u everyone send tank/my home", "delegate"],
    [{ kind: "user", name: "send" }, "zfs allow -l -u send send tank/my home", "delegate"],
    [{ kind: "user", name: "4242", isUnknown: true }, "zfs allow -l -u 4242 send tank/my home", "delegate"],
    [{ kind: "group", name: "anna" }, "zfs allow -l -g anna send tank/my home", "delegate"],
    [{ kind: "everyone" }, "zfs allow -l -e send tank/my home", "delegate"],
    [{ kind: "creator" }, "zfs allow -c send tank/my home", "setCreateTime"],
    [{ kind: "set", name: "@b" }, "zfs allow -s @b send tank/my home", "defineSet"],
] as const)("%j is named as what it is", (grantee, line, kind) => {
    const command = grantCommand(home, grantee, { kind: "allow", reach: HERE, permissions: ["send"] });
    expect(command.argv.join(" ")).toBe(line);
    expect(command).toMatchObject({
        danger: "none",
        expect: { datasets: [home] },
        touches: [{ pool: "tank", dataset: home.name }],
        purpose: { kind, dataset: home.name },
    });
    const back = grantCommand(home, grantee, { kind: "unallow", reach: HERE, permissions: ["send"] });
    expect(back.argv.join(" ")).toBe(line.replace("allow", "unallow"));
    expect(back.danger).toBe("disruptive");
});

test.each(["-u", "", "anna,bert"])("%j is nobody", (name) => {
    const step = { kind: "allow", reach: HERE, permissions: ["send"] } as const;
    expect(() => grantCommand(home, { kind: "user", name }, step)).toThrow();
    expect(() => grantCommand(home, anna, { ...step, permissions: [] })).toThrow(OperandError);
});

test.each([
    ["@backup", undefined],
    ["@" + "a".repeat(62), undefined],
    ["@" + "a".repeat(63), "tooLong"],
    ["@", "empty"],
    ["", "empty"],
    ["backup", "missingAt"],
    ["@my set", "invalidCharacter"],
    ["@a,b", "invalidCharacter"],
])("the set %j: %s", (name, kind) => {
    expect(checkSetName(name)?.kind).toBe(kind);
});

test("a limit is set in bytes, or not at all", () => {
    expect(setLimit(home, "quota", 10n << 30n).argv).toEqual(["zfs", "set", "quota=10737418240", home.name]);
    expect(setLimit(home, "refreservation", "auto").argv[2]).toBe("refreservation=auto");
    expect(setLimit(home, "quota", "none")).toMatchObject({
        danger: "none",
        expect: { datasets: [home] },
        purpose: { kind: "setLimit", subject: "quota" },
    });
    const value = (quota: bigint | undefined) =>
        setLimit({ ...home, quota }, "quota", 1n).expect.properties?.[0]?.value;
    expect([value(5n), value(undefined)]).toEqual(["5", "0"]);
});

test("a quota is that of a user, group or project, of bytes or objects, or of all others", () => {
    const word = (kind: "user" | "group" | "project", name: string, resource: "bytes" | "objects") =>
        setAccountQuota(home, { kind, name }, resource, 5n).argv[2];
    expect(word("user", "anna", "bytes")).toBe("userquota@anna=5");
    expect(word("group", "domain users", "objects")).toBe("groupobjquota@domain users=5");
    expect(word("user", "anna@ad.example.com", "bytes")).toBe("userquota@anna@ad.example.com=5");
    expect(word("project", "7", "bytes")).toBe("projectquota@7=5");
    expect(setDefaultQuota(home, "project", "objects", "none").argv[2]).toBe("defaultprojectobjquota=none");
});

test.each([
    ["0", true],
    ["4294967294", true],
    ["4294967295", false],
    ["anna", false],
    ["", false],
])("the project %j: %s", (name, isOne) => {
    expect(isProject(name)).toBe(isOne);
});

test("a snapshot is one of the dataset that was seen", () => {
    expect(takeSnapshot(home, "a b")).toMatchObject({
        argv: ["zfs", "snapshot", "tank/my home@a b"],
        expect: { datasets: [home] },
        touches: [{ pool: "tank", dataset: home.name }],
    });
    expect(() => takeSnapshot({ name: "-r", guid: "1" }, "x")).toThrow(OperandError);
});
