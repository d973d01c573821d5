import {
    checkLocation,
    checkPassphrase,
    ciphers,
    emptyKey,
    encryptionSettings,
    generatedKey,
    groupsOf,
    isIterations,
    isKeyReady,
    keyBytes,
    keySettings,
    keySources,
    locationValue,
    ownEncryption,
} from "../../../src/zfs/new-key.ts";
import type { NewKey } from "../../../src/zfs/new-key.ts";

const passphrase = { passphrase: "correct horse", again: "correct horse" };
const hex = "0123456789abcdefABCDEF0123456789".repeat(2);

test.each([
    ["seven77", "seven77", "tooShort"],
    ["ääää", "ääää", undefined],
    ["x".repeat(513), "x".repeat(513), "tooLong"],
    ["two\nlines", "two\nlines", "lineEnd"],
    ["correct horse", "correct house", "differs"],
    ["correct horse", "correct horse", undefined],
])("a passphrase %j", (passphrase, again, problem) => {
    expect(checkPassphrase(passphrase, again)).toBe(problem);
});

test.each([
    ["/root/tank.key", undefined],
    ["file:///root/tank.key", undefined],
    ["file:///root/a key $(reboot)", undefined],
    ["https://keys.example.org/tank", undefined],
    ["", "noPath"],
    ["root/tank.key", "noPath"],
    ["prompt", "noPath"],
    ["file://root/tank.key", "noPath"],
    ["https://", "noPath"],
    ["-L", "noPath"],
    ["http://keys.example.org/tank", "unprotected"],
    ["https://anna:secret@keys.example.org/tank", "person"],
    ["/root/two\nlines", "lineEnd"],
])("a place for a key %j", (place, problem) => {
    expect(checkLocation(place)).toBe(problem);
});

test("a path becomes an address of the host's own", () => {
    expect(locationValue("/root/tank.key")).toBe("file:///root/tank.key");
    expect(locationValue("file:///root/tank.key")).toBe("file:///root/tank.key");
    expect(locationValue("https://example.org/k")).toBe("https://example.org/k");
});

test.each([
    ["", true],
    ["100000", true],
    ["99999", false],
    ["4294967295", true],
    ["4294967296", false],
    ["1e6", false],
    ["-1", false],
])("iterations %j", (text, isRight) => {
    expect(isIterations(text)).toBe(isRight);
});

test("no key is ready from the beginning, and none is made of nothing", () => {
    for (const source of keySources) {
        expect(isKeyReady({ ...emptyKey, source })).toBe(false);
        expect(ownEncryption({ ...emptyKey, source }).isReady).toBe(false);
    }
});

test.each<[string, Partial<NewKey>, string, string | undefined]>([
    ["a passphrase", passphrase, "keyformat=passphrase keylocation=prompt", "correct horse"],
    [
        "more iterations",
        { ...passphrase, iterations: "1000000" },
        "keyformat=passphrase keylocation=prompt pbkdf2iters=1000000",
        "correct horse",
    ],
    ["digits", { source: "hex", hex }, "keyformat=hex keylocation=prompt", hex],
    [
        "a file of the host",
        { source: "location", location: "/root/k", iterations: "1000000" },
        "keyformat=raw keylocation=file:///root/k",
        undefined,
    ],
    [
        "a passphrase at an address",
        { source: "location", location: "https://example.org/k", locationFormat: "passphrase" },
        "keyformat=passphrase keylocation=https://example.org/k",
        undefined,
    ],
])("%s", (_what, news, options, secret) => {
    const key = { ...emptyKey, ...news };
    const { settings, takeSecret, isReady } = ownEncryption(key);
    expect(isReady).toBe(true);
    expect(settings.map((pair) => pair.join("="))).toEqual(["encryption=on", ...options.split(" ")]);
    expect(keySettings(key).map((pair) => pair.join("="))).toEqual(options.split(" "));
    expect(takeSecret && new TextDecoder().decode(takeSecret())).toBe(secret);
});

test("a raw key goes byte by byte, and has 32", () => {
    const raw = Uint8Array.from({ length: 32 }, (_unused, index) => (index === 7 ? 10 : index));
    const key: NewKey = { ...emptyKey, source: "raw", raw };
    expect(ownEncryption(key).takeSecret?.()).toEqual(raw);
    expect(isKeyReady({ ...key, raw: raw.subarray(1) })).toBe(false);
});

test("a key made here counts when it was saved and a piece of it is typed back", () => {
    const random = Uint8Array.from({ length: 33 }, (_unused, index) => (index === 32 ? 11 : 255 - index));
    const generated = generatedKey(random);
    expect(generated.hex).toMatch(/^fffefdfc[0-9a-f]{56}$/);
    expect(generated.piece).toBe(3);
    const key = (news: object): NewKey => ({
        ...emptyKey,
        source: "generated",
        generated: { ...generated, ...news },
    });
    const typedBack = groupsOf(generated.hex)[3] ?? "";
    expect(typedBack).toHaveLength(8);
    expect(isKeyReady(key({ typedBack }))).toBe(false);
    expect(isKeyReady(key({ isSaved: true, typedBack: groupsOf(generated.hex)[2] }))).toBe(false);
    expect(isKeyReady(key({ isSaved: true, typedBack: "" }))).toBe(false);
    const typed = key({ isSaved: true, typedBack: ` ${typedBack.toUpperCase()} ` });
    expect(isKeyReady(typed)).toBe(true);
    expect(encryptionSettings(typed)[1]).toEqual(["keyformat", "hex"]);
    expect(new TextDecoder().decode(keyBytes(typed))).toBe(generated.hex);
});

test("the cipher is one that ZFS has", () => {
    for (const cipher of ciphers)
        expect(encryptionSettings({ ...emptyKey, cipher })[0]).toEqual(["encryption", cipher]);
});
