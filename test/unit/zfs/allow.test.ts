import { BELOW, BOTH, HERE, NOWHERE, afterStep, joinGrants } from "../../../src/zfs/delegation.ts";
import { parseAllow } from "../../../src/zfs/parse/allow.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";
import { parsePermissions } from "../../../src/zfs/parse/permissions.ts";
import { offeredPermissions } from "../../../src/zfs/permissions.ts";

import { fixture } from "./fixtures.ts";

const header = (dataset: string) => `---- Permissions on ${dataset} `.padEnd(70, "-");
const below = (...lines: readonly string[]) => [header("tank"), ...lines, ""].join("\n");

const onTank = {
    dataset: "tank",
    grants: [
        {
            grantee: { kind: "set", name: "@backup" },
            permissions: new Map([
                ["hold", HERE],
                ["send", HERE],
                ["snapshot", HERE],
            ]),
        },
        {
            grantee: { kind: "creator" },
            permissions: new Map([
                ["destroy", HERE],
                ["mount", HERE],
            ]),
        },
        { grantee: { kind: "user", name: "nobody" }, permissions: new Map([["@backup", HERE]]) },
        {
            grantee: { kind: "user", name: "daemon" },
            permissions: new Map([
                ["compression", BELOW],
                ["quota", BELOW],
            ]),
        },
        { grantee: { kind: "everyone" }, permissions: new Map([["diff", BOTH]]) },
    ],
};

test.each(["2.1.11", "2.3.9"])("what ZFS %s shows of a dataset and of those above it is read", (version) => {
    expect(parseAllow(fixture("zfs-allow", `${version}-above.txt`))).toEqual([onTank]);
    const [own, above] = parseAllow(fixture("zfs-allow", `${version}-norm.txt`));
    expect(above).toEqual(onTank);
    expect(own?.dataset).toBe("tank/norm");
    expect(own?.grants.map(({ grantee }) => grantee)).toEqual([
        { kind: "user", name: "4242", isUnknown: true },
        { kind: "user", name: "nobody" },
        { kind: "group", name: "games" },
    ]);
    expect(own?.grants[2]?.permissions).toEqual(
        new Map([
            ["hold", BOTH],
            ["send", BOTH],
        ]),
    );
});

test("nothing is delegated where nothing is printed", () => {
    expect(parseAllow("")).toEqual([]);
});

test("the lines of one user are one grant, wherever they stand", () => {
    const text = below(
        "Local permissions:",
        "\tuser anna @backup",
        "\tuser anna hold,send",
        "Descendent permissions:",
        "\tuser anna send,destroy",
        "Local+Descendent permissions:",
        "\tgroup anna snapshot",
    );
    expect(parseAllow(text)[0]?.grants).toEqual([
        {
            grantee: { kind: "user", name: "anna" },
            permissions: new Map([
                ["@backup", HERE],
                ["hold", HERE],
                ["send", BOTH],
                ["destroy", BELOW],
            ]),
        },
        { grantee: { kind: "group", name: "anna" }, permissions: new Map([["snapshot", BOTH]]) },
    ]);
});

test.each(["tank", "a b/c- -", "tank/x ---", "tank/" + "long ".repeat(40) + "-"])(
    "the dataset %j is told from the dashes behind it",
    (dataset) => {
        const text = `${header(dataset)}\nLocal permissions:\n\tuser anna send\n`;
        expect(parseAllow(text).map((one) => one.dataset)).toEqual([dataset]);
    },
);

test.each([
    ["user domain users send", { kind: "user", name: "domain users" }],
    ["group anna@corp.example send", { kind: "group", name: "anna@corp.example" }],
    ["user everyone send", { kind: "user", name: "everyone" }],
    ["user send send", { kind: "user", name: "send" }],
    ["everyone send", { kind: "everyone" }],
    ["user (unknown: -2) send", { kind: "user", name: "4294967294", isUnknown: true }],
])("%j is about somebody", (line, grantee) => {
    expect(parseAllow(below("Local permissions:", `\t${line}`))[0]?.grants[0]?.grantee).toEqual(grantee);
});

test.each([
    ["Permission sets:\n\t@a send\n", 1],
    [below("\tuser anna send"), 2],
    [below("Odd permissions:", "\tuser anna send"), 2],
    [below("Local permissions:", "\trole anna send"), 3],
    [below("Local permissions:", "\tuser anna"), 3],
    [below("Local permissions:", "\tuser anna send,,hold"), 3],
    [below("Local permissions:", "\tuser anna @my set"), 3],
    [below("Permission sets:", "\tsend,hold"), 3],
    [below("Permission sets:", "\t@my set send"), 3],
    [below("Create time permissions:", "\t@a send"), 3],
])("%j is not understood, and said to be so", (text, lineNumber) => {
    expect(() => parseAllow(text)).toThrow(ParseError);
    try {
        parseAllow(text);
    } catch (error) {
        expect(error).toMatchObject({ lineNumber });
    }
});

test.each([
    ["2.1.11", 85],
    ["2.3.9", 89],
])("the permissions of ZFS %s are read, with its remarks", (version, count) => {
    const permissions = parsePermissions(fixture("zfs-allow", `${version}-permissions.txt`));
    expect(permissions.length).toBe(count);
    expect(permissions[0]).toEqual({
        name: "allow",
        type: "subcommand",
        note: "Must also have the permission that is being allowed",
    });
    expect(permissions.find(({ name }) => name === "rollback")).toEqual({
        name: "rollback",
        type: "subcommand",
        note: "",
    });
    expect(permissions.find(({ name }) => name === "special_small_blocks")?.type).toBe("property");
    expect(permissions.at(-1)?.name).toBe("zoned");
});

test("a list of permissions of another form is not guessed", () => {
    const text = fixture("zfs-allow", "2.3.9-permissions.txt");
    expect(() => parsePermissions("")).toThrow(ParseError);
    expect(() => parsePermissions(text.replace("NOTES", "REMARKS"))).toThrow(ParseError);
    expect(() => parsePermissions(text.replace("hold    ", "*hold*  "))).toThrow(ParseError);
});

test("sets, and what ZFS does not list, can be ticked, too; what is granted comes first", () => {
    const listed = parsePermissions(fixture("zfs-allow", "2.3.9-permissions.txt"));
    const granted = new Map([
        ["zoned", HERE],
        ["new-in-2.5", HERE],
    ]);
    const names = (kind: "user" | "set", name: string) =>
        offeredPermissions(listed, [onTank as never], [granted], { kind, name }).map((one) => one.name);
    expect(names("user", "anna").slice(0, 4)).toEqual(["new-in-2.5", "zoned", "@backup", "allow"]);
    expect(names("user", "anna")).toHaveLength(listed.length + 2);
    expect(names("set", "@backup")).not.toContain("@backup");
});

test("a step changes what is granted by what it names", () => {
    const granted = new Map([["send", BOTH]]);
    const step = { reach: BELOW, permissions: ["send", "hold"] };
    expect(afterStep(granted, { kind: "allow", ...step })).toEqual(
        new Map([
            ["send", BOTH],
            ["hold", BELOW],
        ]),
    );
    expect(afterStep(granted, { kind: "unallow", ...step })).toEqual(new Map([["send", HERE]]));
    expect(joinGrants(granted, new Map([["send", NOWHERE]]))).toEqual(granted);
    expect(joinGrants(new Map([["send", HERE]]), new Map([["send", BELOW]]))).toEqual(granted);
});
