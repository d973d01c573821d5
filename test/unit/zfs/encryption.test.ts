import { OperandError } from "../../../src/zfs/commands/command.ts";
import { loadKey } from "../../../src/zfs/commands/keys.ts";
import { isKey, isLocked, keyPlace, keySource } from "../../../src/zfs/encryption.ts";
import type { KeyRoot } from "../../../src/zfs/encryption.ts";
import { parseKeys } from "../../../src/zfs/parse/list-keys.ts";
import { ParseError } from "../../../src/zfs/parse/parse-error.ts";

const root: KeyRoot = { name: "tank/a", guid: "7", keyformat: "passphrase", mountable: [] };

const listing = [
    "tank\t1\tfilesystem\t-\tnone\tnone\t-\tyes\ton\t/tank",
    "tank/a\t7\tfilesystem\ttank/a\tpassphrase\tprompt\tunavailable\tno\ton\t/tank/a",
    "tank/a/b c\t8\tfilesystem\ttank/a\tpassphrase\tnone\tunavailable\tno\ton\t/tank/a/b c",
    "tank/a/legacy\t9\tfilesystem\ttank/a\tpassphrase\tnone\tunavailable\tno\ton\tlegacy",
    "tank/a/noauto\t10\tfilesystem\ttank/a\tpassphrase\tnone\tunavailable\tno\tnoauto\t/n",
    "tank/a/own\t11\tfilesystem\ttank/a/own\traw\tfile:///root/own\tavailable\tyes\ton\t/tank/a/own",
    "tank/a/vol\t12\tvolume\ttank/a\tpassphrase\tnone\tunavailable\t-\t-\t-",
].join("\n");

test("the roots of a pool, with what each keeps from being mounted", () => {
    const roots = parseKeys(`${listing}\n`);
    expect(roots).toEqual([
        {
            ...{ name: "tank/a", guid: "7", keyformat: "passphrase", keylocation: "prompt" },
            keystatus: "unavailable",
            mountable: [
                { name: "tank/a", guid: "7" },
                { name: "tank/a/b c", guid: "8" },
            ],
        },
        {
            ...{ name: "tank/a/own", guid: "11", keyformat: "raw", keylocation: "file:///root/own" },
            ...{ keystatus: "available", mountable: [] },
        },
    ]);
    expect(roots.map(isLocked)).toEqual([true, false]);
    expect(parseKeys("")).toEqual([]);
});

test.each(["tank\t1\tfilesystem", listing.slice(0, -2).replace(/\t-\t-$/, "")])("%j is cut", (text) => {
    expect(() => parseKeys(text)).toThrow(ParseError);
});

test.each<[Partial<KeyRoot>, ReturnType<typeof keySource>]>([
    [{ keylocation: "prompt" }, { kind: "typed" }],
    [{ keylocation: undefined }, { kind: "typed" }],
    [{ keylocation: "prompt", keyformat: "hex" }, { kind: "typed" }],
    [{ keylocation: "prompt", keyformat: "raw" }, { kind: "named" }],
    [{ keylocation: "file:///root/a key" }, { kind: "file", path: "/root/a key" }],
    [{ keylocation: "https://anna:geheim@h/key" }, { kind: "address", url: "https://h/key" }],
    [{ keylocation: "https://h/key@home" }, { kind: "address", url: "https://h/key@home" }],
])("with %j the key is %j", (news, source) => {
    expect(keySource({ ...root, ...news })).toEqual(source);
});

test.each([
    ["", "passphrase", false],
    ["short", "passphrase", true],
    ["two\nlines", "passphrase", false],
    ["0aF".padEnd(64, "9"), "hex", true],
    ["0aG".padEnd(64, "9"), "hex", false],
    ["0".repeat(63), "hex", false],
] as const)("%j as %s: %s", (text, format, isOne) => {
    expect(isKey(text, format)).toBe(isOne);
});

test("a key that is typed is a secret, and any other no argument but where it is", () => {
    const load = (news: Partial<KeyRoot>, file?: string) => {
        const one = { ...root, ...news };
        const { argv, secret } = loadKey(one, keyPlace(one, file));
        return [argv.join(" "), secret];
    };
    expect(load({ keylocation: "prompt" })).toEqual(["zfs load-key tank/a", "stdin"]);
    expect(load({ keylocation: "file:///k" })).toEqual(["zfs load-key tank/a", undefined]);
    expect(load({ keylocation: "https://anna:geheim@h/key" })).toEqual(["zfs load-key tank/a", undefined]);
    expect(load({ keyformat: "raw", keylocation: "prompt" }, "/media/k")).toEqual([
        "zfs load-key -L file:///media/k tank/a",
        undefined,
    ]);
});

test("no name is taken for an option", () => {
    expect(() => loadKey({ ...root, name: "-a" }, { kind: "kept" })).toThrow(OperandError);
});
