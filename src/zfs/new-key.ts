// A key that a person makes up, and the properties that go with it: zfs-change-key(8), "Encryption" in zfs-load-key(8).
// What is typed is state of a dialog and ends with it; the bytes of the key are made at the moment they are sent.
import type { Setting } from "./pool-options.ts";

/** How a key is written: 8 to 512 bytes for people to remember, 64 hexadecimal digits, or any 32 bytes. */
export const keyFormats = ["passphrase", "hex", "raw"] as const;
export type KeyFormat = (typeof keyFormats)[number];

/** Whence the key comes: typed, made here by chance, from a file of the person's, or from where the host finds it. */
export const keySources = ["passphrase", "generated", "hex", "raw", "location"] as const;
export type KeySource = (typeof keySources)[number];

/** Values of `encryption`; "on" leaves the choice to ZFS, which is aes-256-gcm. */
export const ciphers = [
    "on",
    "aes-256-gcm",
    "aes-192-gcm",
    "aes-128-gcm",
    "aes-256-ccm",
    "aes-192-ccm",
    "aes-128-ccm",
] as const;
export type Cipher = (typeof ciphers)[number];

/** What is typed and chosen for a new key. */
export interface NewKey {
    readonly source: KeySource;
    readonly cipher: Cipher;
    readonly passphrase: string;
    readonly again: string;
    /** How often the passphrase is hashed; "" for as often as ZFS does by itself. */
    readonly iterations: string;
    /** Typed by the person. */
    readonly hex: string;
    /** Made by chance; undefined until it is. */
    readonly generated?: GeneratedKey | undefined;
    /** A key file of the person's. */
    readonly raw?: Uint8Array | undefined;
    /** Where the host finds it: a path, or an address. */
    readonly location: string;
    /** How what is found there is written. */
    readonly locationFormat: KeyFormat;
}

/** A key made by chance, which nobody has yet. */
export interface GeneratedKey {
    /** 64 digits. */
    readonly hex: string;
    /** The number of the group of digits that has to be typed back, from 0. */
    readonly piece: number;
    /** The person has taken it somewhere. */
    readonly isSaved: boolean;
    readonly typedBack: string;
}

/** What a form begins with. */
export const emptyKey: NewKey = {
    source: "passphrase",
    cipher: "on",
    passphrase: "",
    again: "",
    iterations: "",
    hex: "",
    location: "",
    locationFormat: "raw",
};

/** Bytes of a key that is no passphrase. */
export const keyLength = 32;

/** The digits of a key in groups that people can read out. */
export const groupsOf = (hex: string): readonly string[] => hex.match(/.{1,8}/g) ?? [];

/** A new key of random bytes: `keyLength` of them, and one that chooses what is typed back. */
export function generatedKey(random: Uint8Array): GeneratedKey {
    const hex = hexOf(random.subarray(0, keyLength));
    return {
        hex,
        piece: (random[keyLength] ?? 0) % groupsOf(hex).length,
        isSaved: false,
        typedBack: "",
    };
}

const hexOf = (bytes: Uint8Array): string =>
    [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Why a passphrase is not taken. */
export type PassphraseProblem = "tooShort" | "tooLong" | "lineEnd" | "differs";

/** Bytes of a passphrase: MIN_PASSPHRASE_LEN and MAX_PASSPHRASE_LEN in libzfs_crypto.c. */
export const passphraseLimits = { least: 8, most: 512 } as const;

/** Checks a passphrase that was typed twice. ZFS reads it up to the end of a line. */
export function checkPassphrase(passphrase: string, again: string): PassphraseProblem | undefined {
    const { length } = new TextEncoder().encode(passphrase);
    if (length < passphraseLimits.least) return "tooShort";
    if (length > passphraseLimits.most) return "tooLong";
    if (/[\n\r\0]/.test(passphrase)) return "lineEnd";
    return passphrase === again ? undefined : "differs";
}

/** Whether it is a key in hexadecimal digits. */
export const isHexKey = (text: string): boolean => /^[0-9A-Fa-f]{64}$/.test(text);

/** How often a passphrase is hashed: the least that ZFS takes, and what it does by itself. */
export const iterationLimits = { least: 100_000, usual: 350_000, most: 2 ** 32 - 1 } as const;

/** Whether ZFS takes it as the number of iterations; "" leaves it to ZFS. */
export const isIterations = (text: string): boolean =>
    text === "" ||
    (/^\d{1,10}$/.test(text) &&
        Number(text) >= iterationLimits.least &&
        Number(text) <= iterationLimits.most);

/** Why a place is not one where a key can be looked for. */
export type LocationProblem = "noPath" | "unprotected" | "person" | "lineEnd";

/** Checks the place of a key: an absolute path, also as file://, or an address of https. */
export function checkLocation(text: string): LocationProblem | undefined {
    if (/[\n\r\0]/.test(text)) return "lineEnd";
    if (text.startsWith("http://")) return "unprotected";
    if (/^https:\/\/[^/]*@/.test(text)) return "person";
    if (/^https:\/\/[^/]/.test(text)) return undefined;
    return /^(file:\/\/)?\/[^/]/.test(text) ? undefined : "noPath";
}

/** The place as the property `keylocation` has it. */
export const locationValue = (text: string): string => (text.startsWith("/") ? `file://${text}` : text);

/** Whether all is there, and right. */
export function isKeyReady(key: NewKey): boolean {
    switch (key.source) {
        case "passphrase":
            return checkPassphrase(key.passphrase, key.again) === undefined && isIterations(key.iterations);
        case "hex":
            return isHexKey(key.hex);
        case "generated":
            return key.generated !== undefined && isTypedBack(key.generated);
        case "raw":
            return key.raw?.length === keyLength;
        case "location":
            return (
                checkLocation(key.location) === undefined &&
                (key.locationFormat !== "passphrase" || isIterations(key.iterations))
            );
    }
}

/** Whether the person has the key: it was saved, and a piece of it is typed back. */
export const isTypedBack = ({ hex, piece, isSaved, typedBack }: GeneratedKey): boolean =>
    isSaved && typedBack.trim().toLowerCase() === groupsOf(hex)[piece];

/** The format that the key will have. */
function formatOfKey({ source, locationFormat }: NewKey): KeyFormat {
    if (source === "location") return locationFormat;
    return source === "generated" ? "hex" : source;
}

/** The properties that go with a key: all that `change-key` takes. */
export function keySettings(key: NewKey): readonly Setting[] {
    const format = formatOfKey(key);
    const hasIterations = format === "passphrase" && key.iterations !== "";
    return [
        ["keyformat", format],
        ["keylocation", key.source === "location" ? locationValue(key.location) : "prompt"],
        ...(hasIterations ? [["pbkdf2iters", key.iterations] as const] : []),
    ];
}

/** The properties of what is made with a key of its own. */
export const encryptionSettings = (key: NewKey): readonly Setting[] => [
    ["encryption", key.cipher],
    ...keySettings(key),
];

/** Whether the command that sets these reads the key from its standard input. */
export const asksForKey = (settings: readonly Setting[]): boolean =>
    settings.some(([property, value]) => property === "keylocation" && value === "prompt");

/** The bytes of the key as ZFS reads them; undefined where the host finds them itself. */
export function keyBytes(key: NewKey): Uint8Array | undefined {
    const text = (words: string) => new TextEncoder().encode(words);
    switch (key.source) {
        case "passphrase":
            return text(key.passphrase);
        case "hex":
            return text(key.hex);
        case "generated":
            return text(key.generated?.hex ?? "");
        case "raw":
            return key.raw;
        case "location":
            return undefined;
    }
}

/** How something new is encrypted. */
export interface EncryptionChoice {
    /** The properties that are set for it; none where it is as the dataset above, or not encrypted. */
    readonly settings: readonly Setting[];
    /** Gives the bytes of the key at the moment they are sent, as `useChange` wants it; undefined where none are. */
    readonly takeSecret?: (() => Uint8Array) | undefined;
    /** Whether all is filled in rightly. */
    readonly isReady: boolean;
    /** What is filled in, for the fields alone. */
    readonly key?: NewKey | undefined;
}

/** As the dataset above; of a pool, not at all. */
export const inheritedEncryption: EncryptionChoice = { settings: [], isReady: true };

/** With a key of its own. */
export function ownEncryption(key: NewKey): EncryptionChoice {
    const settings = encryptionSettings(key);
    return {
        settings,
        takeSecret: asksForKey(settings) ? () => keyBytes(key) ?? new Uint8Array() : undefined,
        isReady: isKeyReady(key),
        key,
    };
}
