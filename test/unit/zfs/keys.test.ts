import { keyWords } from "../../../src/pages/change/key-command-words.ts";
import { bootText } from "../../../src/pages/keys/key-map-text.ts";
import { keyLocationText } from "../../../src/pages/keys/key-text.ts";
import { OperandError } from "../../../src/zfs/commands/command.ts";
import { keyChanges } from "../../../src/zfs/commands/key-purpose.ts";
import {
    changeKey,
    inheritKey,
    loadKey,
    setKeyLocation,
    tryKey,
    unloadKey,
} from "../../../src/zfs/commands/keys.ts";
import type { Dataset } from "../../../src/zfs/dataset.ts";
import {
    emptyGiven,
    givenBytes,
    givenSources,
    isGivenReady,
    isWrongKey,
    placeOf,
} from "../../../src/zfs/given-key.ts";
import { keyBoot, mountsAtBoot } from "../../../src/zfs/key-boot.ts";
import {
    allRoots,
    holdsSystem,
    keyMap,
    legacyOf,
    lockedRoots,
    mountableOf,
    mountedOf,
    toUnmount,
    unloadableRoots,
} from "../../../src/zfs/key-map.ts";
import type { KeyRoot } from "../../../src/zfs/key-map.ts";
import { keyOffers } from "../../../src/zfs/key-offers.ts";
import type { KeyAction } from "../../../src/zfs/key-offers.ts";
import { emptyKey } from "../../../src/zfs/new-key.ts";
import type { Unit } from "../../../src/zfs/units.ts";

const secret = { name: "tank/secret", guid: "42" };
const expected = { datasets: [secret] };

test.each([
    [loadKey(secret, { kind: "kept" }), "zfs load-key tank/secret", undefined, "none"],
    [loadKey(secret, { kind: "given" }), "zfs load-key -L prompt tank/secret", "stdin", "none"],
    [
        loadKey(secret, { kind: "elsewhere", location: "file:///root/k" }),
        "zfs load-key -L file:///root/k tank/secret",
        undefined,
        "none",
    ],
    [tryKey(secret, { kind: "kept" }), "zfs load-key -n tank/secret", undefined, "none"],
    [tryKey(secret, { kind: "given" }), "zfs load-key -n -L prompt tank/secret", "stdin", "none"],
    [unloadKey(secret), "zfs unload-key tank/secret", undefined, "disruptive"],
    [inheritKey(secret), "zfs change-key -i tank/secret", undefined, "disruptive"],
    [setKeyLocation(secret, "prompt"), "zfs set keylocation=prompt tank/secret", undefined, "none"],
    [
        changeKey(secret, { ...emptyKey, passphrase: "correct horse", iterations: "1000000" }),
        "zfs change-key -o keyformat=passphrase -o keylocation=prompt -o pbkdf2iters=1000000 tank/secret",
        "stdin",
        "disruptive",
    ],
    [
        changeKey(secret, { ...emptyKey, source: "location", location: "/root/k" }, true),
        "zfs change-key -l -o keyformat=raw -o keylocation=file:///root/k tank/secret",
        undefined,
        "disruptive",
    ],
])("%#: one call, for the dataset that was seen", (command, line, secretPlace, danger) => {
    expect(command.argv.join(" ")).toBe(line);
    expect(command.secret).toBe(secretPlace);
    expect(command.danger).toBe(danger);
    expect(command.expect).toEqual(expected);
    expect(command.touches).toEqual([{ pool: "tank", dataset: "tank/secret" }]);
    expect(JSON.stringify(command)).not.toContain("correct horse");
});

test("no name is taken for an option", () => {
    expect(() => loadKey({ ...secret, name: "-a" }, { kind: "kept" })).toThrow(OperandError);
});

test("every change of a key has words of its own", () => {
    const all = keyChanges.flatMap((kind) => Object.values(keyWords({ kind, dataset: "tank/secret" })));
    expect(new Set(all).size).toBe(all.length);
    for (const words of all) expect(words).toContain("tank/secret");
});

/** A dataset of which only what matters for keys is said. */
const dataset = (name: string, more: Partial<Dataset> = {}): Dataset => ({
    name,
    type: "filesystem",
    guid: name,
    mounted: false,
    canmount: "on",
    mountpoint: `/${name}`,
    ...more,
});

const encrypted = (name: string, encryptionRoot: string, more: Partial<Dataset> = {}): Dataset =>
    dataset(name, {
        ...{ encryption: "aes-256-gcm", encryptionRoot, keyStatus: "available", keyFormat: "passphrase" },
        keyLocation: name === encryptionRoot ? "prompt" : "none",
        ...more,
    });

const locked = { keyStatus: "unavailable" } as const;

const all: readonly Dataset[] = [
    dataset("tank", { mounted: true }),
    encrypted("tank/a", "tank/a", { mounted: true }),
    encrypted("tank/a/member", "tank/a", { mounted: true }),
    encrypted("tank/a/own", "tank/a/own", { mounted: true }),
    encrypted("tank/a/own/deep", "tank/a/own"),
    encrypted("tank/a/vol", "tank/a", { type: "volume", mounted: undefined, mountpoint: undefined }),
    dataset("tank/ab"),
    encrypted("tank/b", "tank/b", { ...locked, keyLocation: "file:///root/b" }),
    encrypted("tank/b/legacy", "tank/b", { ...locked, mountpoint: "legacy" }),
    encrypted("tank/b/member", "tank/b", { ...locked, canmount: "noauto" }),
    encrypted("tank/b/zone", "tank/b", { ...locked, zoned: true }),
];

const find = (name: string) => all.find((one) => one.name === name);
const at = (name: string) => find(name) as Dataset;

/** "root(members)[below]" */
const drawn = (roots: readonly KeyRoot[]): string =>
    roots
        .map(
            ({ dataset: { name }, members, below }) =>
                `${name}(${members.map((one) => one.name).join(" ")})[${drawn(below)}]`,
        )
        .join(" ");

const mapOfA = "tank/a(tank/a/member tank/a/vol)[tank/a/own(tank/a/own/deep)[]]";

test.each([
    ["tank", `${mapOfA} tank/b(tank/b/legacy tank/b/member tank/b/zone)[]`],
    ["tank/a", mapOfA],
    ["tank/a/own", "tank/a/own(tank/a/own/deep)[]"],
    ["tank/a/member", "tank/a(tank/a/member tank/a/vol)[]"],
    ["tank/ab", ""],
])("the map of keys for %s", (name, map) => {
    expect(drawn(keyMap(all, at(name)))).toBe(map);
});

const roots = keyMap(all, at("tank"));
const [rootA, , rootB] = allRoots(roots) as [KeyRoot, KeyRoot, KeyRoot];
const names = (some: readonly Dataset[]) => some.map(({ name }) => name);

test("what is locked, mounted, and can be mounted", () => {
    expect(lockedRoots(roots)).toEqual([rootB]);
    expect(names(mountedOf(rootA))).toEqual(["tank/a", "tank/a/member"]);
    expect(names(mountableOf(rootB))).toEqual(["tank/b"]);
    expect(names(mountableOf(rootA))).toEqual([]);
});

test("what is mounted in it is unmounted first, whatever its key, the deepest before the others", () => {
    expect(names(toUnmount([rootA], all))).toEqual(["tank/a/own", "tank/a/member", "tank/a"]);
    const elsewhere = [
        ...all,
        dataset("tank/guest", { mounted: true, mountpoint: "/tank/a/member/guest" }),
        dataset("tank/other", { mounted: true, mountpoint: "/tank/another" }),
    ];
    expect(names(toUnmount([rootA], elsewhere))).toEqual([
        "tank/guest",
        "tank/a/own",
        "tank/a/member",
        "tank/a",
    ]);
    expect(toUnmount([rootB], all)).toEqual([]);
});

test("what is unmounted first lies deepest now, wherever it would be the next time", () => {
    const moved = all.map((one) => {
        if (one.name === "tank/a") return { ...one, place: "/srv/a/member/x", mountpoint: "/" };
        return one.name === "tank/a/member" ? { ...one, place: "/srv/a/member", mountpoint: "none" } : one;
    });
    const [root] = keyMap(moved, at("tank/a")) as [KeyRoot];
    expect(names(toUnmount([root], moved))).toEqual(["tank/a", "tank/a/member"]);
    expect(holdsSystem(root)).toBe(false);
});

test("keys go together, those that lie in another before it, with all that is mounted of them", () => {
    const rootNames = (some: readonly KeyRoot[]) => names(some.map((root) => root.dataset));
    expect(rootNames(unloadableRoots(roots, "tank"))).toEqual(["tank/a/own", "tank/a"]);
    expect(names(toUnmount(unloadableRoots(roots, "tank"), all))).toEqual([
        ...["tank/a/own", "tank/a/member", "tank/a"],
    ]);
    expect(rootNames(unloadableRoots(roots, "tank/b"))).toEqual([]);
    // its key is that of tank/a, which others have as well
    expect(rootNames(unloadableRoots(keyMap(all, at("tank/a/member")), "tank/a/member"))).toEqual([]);
    const booted = all.map((one) => (one.name === "tank/a/member" ? { ...one, mountpoint: "/" } : one));
    expect(rootNames(unloadableRoots(keyMap(booted, at("tank")), "tank"))).toEqual(["tank/a/own"]);
});

test("what is mounted by mount(8) is not for ZFS to unmount", () => {
    const legacy = encrypted("tank/a/legacy", "tank/a", { mounted: true, mountpoint: "legacy" });
    const [root] = keyMap([...all, legacy], at("tank/a")) as [KeyRoot];
    expect(names(toUnmount([root], [...all, legacy]))).toEqual(["tank/a/own", "tank/a/member", "tank/a"]);
    expect(legacyOf(root)).toEqual([legacy]);
    expect(legacyOf(rootB)).toEqual([]);
});

test("of what happens at boot only what is known is said", () => {
    expect(bootText({ kind: "nothing" })).toBe("No zfs-load-key service is enabled for it");
    expect(bootText(undefined)).toBe("");
});

const offered = (name: string, changes: Partial<Dataset> = {}) =>
    Object.fromEntries(
        keyOffers({ ...at(name), ...changes }, find, 1).map(({ action, reason }) => [
            action,
            reason ?? "yes",
        ]),
    );

test.each<[string, Partial<Dataset>, Partial<Record<KeyAction, string>>]>([
    [
        "tank/a",
        {},
        {
            load: "loaded",
            mount: "yes",
            test: "yes",
            change: "yes",
            place: "yes",
            inherit: "plainParent",
            unload: "yes",
        },
    ],
    ["tank/a/own", {}, { load: "loaded", inherit: "yes" }],
    [
        "tank/a/own",
        { ...locked },
        { load: "yes", mount: "locked", change: "locked", inherit: "locked", unload: "locked" },
    ],
    ["tank/a/own", { origin: "tank/a@x" }, { change: "clone", inherit: "clone" }],
    // where the host knows where the old key is, it reads it on the way
    ["tank/b", {}, { load: "yes", change: "yes", inherit: "plainParent", unload: "locked" }],
    ["tank/a/member", {}, { own: "yes" }],
    ["tank/a/member", { origin: "tank/a@x" }, { own: "clone" }],
    ["tank/b/member", {}, { own: "locked" }],
])("what can be done to the key of %s %j", (name, changes, offers) => {
    expect(offered(name, changes)).toMatchObject(offers);
});

test("a root dataset has no parent, and a locked parent gives no key", () => {
    const top = encrypted("vault", "vault");
    const below = encrypted("vault/x", "vault/x");
    const reasonOf = (one: Dataset, parent?: Dataset) =>
        keyOffers(one, () => parent, 0).find(({ action }) => action === "inherit")?.reason;
    expect(reasonOf(top)).toBe("noParent");
    expect(reasonOf(below, { ...top, ...locked })).toBe("lockedParent");
    expect(reasonOf(below, top)).toBeUndefined();
});

const units = (some: Readonly<Record<string, Unit>>) => new Map(Object.entries(some));
const generated = { fileState: "generated", activeState: "active" };

test.each<[string, Readonly<Record<string, Unit>>, KeyRoot, object]>([
    ["nothing", { "zfs-mount.service": { fileState: "enabled" } }, rootA, { kind: "nothing" }],
    [
        "the unit of the generator",
        { "zfs-load-key-tank-a.service": generated },
        rootA,
        { kind: "unit", unit: "zfs-load-key-tank-a.service", asks: true },
    ],
    [
        "an instance of a template",
        { "zfs-load-key@tank-b.service": { fileState: "enabled" } },
        rootB,
        { kind: "unit", unit: "zfs-load-key@tank-b.service", asks: false },
    ],
    [
        "one for all keys",
        { "zfs-load-key.service": { fileState: "enabled" } },
        rootB,
        { kind: "unit", unit: "zfs-load-key.service", asks: false },
    ],
    [
        "units that do not start",
        {
            "zfs-load-key.service": { fileState: "masked" },
            "zfs-load-key@.service": { fileState: "disabled" },
            "zfs-load-key@tank-a.service": { fileState: "enabled" },
        },
        rootB,
        { kind: "nothing" },
    ],
])("at boot: %s", (_what, found, root, boot) => {
    expect(keyBoot(root, units(found))).toEqual(boot);
});

test("what the system lies on is open before there are units, and what is not known is not told", () => {
    const system = { ...rootA, dataset: { ...rootA.dataset, mountpoint: "/" } };
    expect(keyBoot(system, undefined)).toEqual({ kind: "system" });
    expect(keyBoot(rootA, undefined)).toBeUndefined();
    expect(mountsAtBoot(undefined)).toBeUndefined();
    expect(mountsAtBoot(units({ "zfs-mount.service": { fileState: "enabled" } }))).toBe(true);
    expect(mountsAtBoot(units({ "zfs-mount.service": { fileState: "disabled" } }))).toBe(false);
});

test("a key is given in the way that its root has it", () => {
    const [a, b] = [rootA.dataset, rootB.dataset];
    expect(givenSources(a)).toEqual(["given", "elsewhere"]);
    expect(givenSources(b)).toEqual(["kept", "given", "elsewhere"]);
    const given = emptyGiven(a);
    expect(isGivenReady(a, given)).toBe(false);
    expect(isGivenReady(b, emptyGiven(b))).toBe(true);
    expect(isGivenReady(a, { ...given, text: "correct horse" })).toBe(true);
    expect(isGivenReady({ ...a, keyFormat: "hex" }, { ...given, text: "correct horse" })).toBe(false);
    expect(isGivenReady({ ...a, keyFormat: "hex" }, { ...given, text: "0f".repeat(32) })).toBe(true);
    const raw = new Uint8Array(32).fill(10);
    expect(isGivenReady({ ...a, keyFormat: "raw" }, { ...given, raw })).toBe(true);
    expect(isGivenReady({ ...a, keyFormat: "raw" }, { ...given, raw: raw.subarray(1) })).toBe(false);
    expect(givenBytes({ ...a, keyFormat: "raw" }, { ...given, raw })).toBe(raw);
    expect(new TextDecoder().decode(givenBytes(a, { ...given, text: "grün" }))).toBe("grün");
    const elsewhere = { ...given, source: "elsewhere", location: "/root/k" } as const;
    expect(isGivenReady(a, elsewhere)).toBe(true);
    expect(isGivenReady(a, { ...elsewhere, location: "k" })).toBe(false);
    expect(placeOf(elsewhere)).toEqual({ kind: "elsewhere", location: "file:///root/k" });
});

test("where a key is kept is told without the name and password of a user", () => {
    expect(keyLocationText("file:///root/a key")).toBe("/root/a key");
    expect(keyLocationText("https://anna:geheim@h/key")).toBe("https://h/key");
    expect(keyLocationText("https://h/key@home")).toBe("https://h/key@home");
});

test("a wrong key is told from other troubles", () => {
    expect(isWrongKey("Key load error: Incorrect key provided for 'tank/encp'.")).toBe(true);
    expect(isWrongKey("Key load error: Key already loaded for 'tank/encp'.")).toBe(false);
});
