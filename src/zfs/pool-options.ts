// What a new pool is set to from the beginning. ZFS's own defaults are not set, but for those that differ between its
// versions: what a pool is like should not depend on which one made it.

/** What a person chooses for a new pool. */
export interface PoolOptions {
    readonly name: string;
    /** The exponent of the sector size; undefined leaves it to ZFS. */
    readonly ashift?: number | undefined;
    readonly autotrim: boolean;
    /** The name of a file of features; undefined for all that this ZFS has. */
    readonly compatibility?: string | undefined;
    readonly compression: Compression;
    readonly accessTimes: AccessTimes;
    /** Access lists, and extended attributes where they are quickly found. */
    readonly posixAcls: boolean;
    /** A folder, "none" or "legacy"; "" for the usual one, the pool's name below the root. */
    readonly mountpoint: string;
    readonly isEncrypted: boolean;
}

export const compressions = ["lz4", "zstd", "off"] as const;
export type Compression = (typeof compressions)[number];

/** Whether files keep when they were read: never, about once a day, always. */
export const accessTimes = ["off", "relatime", "on"] as const;
export type AccessTimes = (typeof accessTimes)[number];

/** Sector sizes that can be asked for: 512 bytes to 16 KiB. */
export const ashifts = [9, 12, 13, 14] as const;

/** What the form begins with. */
export const usualOptions: PoolOptions = {
    name: "",
    autotrim: false,
    compression: "lz4",
    accessTimes: "off",
    posixAcls: true,
    mountpoint: "",
    isEncrypted: false,
};

/** A property and its value, as `-o` and `-O` of `zpool create` take them. */
export type Setting = readonly [property: string, value: string];

/** The properties of the pool that are set. zpoolprops(7) */
export const poolSettings = ({ ashift, autotrim, compatibility }: PoolOptions): readonly Setting[] => [
    ...(ashift === undefined ? [] : [["ashift", String(ashift)] as const]),
    ...(autotrim ? [["autotrim", "on"] as const] : []),
    ...(compatibility === undefined ? [] : [["compatibility", compatibility] as const]),
];

/** The properties of its root dataset that are set, which all others inherit. zfsprops(7) */
export const rootSettings = (options: PoolOptions): readonly Setting[] => [
    ["compression", options.compression],
    ...timeSettings[options.accessTimes],
    ...(options.posixAcls ? ([["xattr", "sa"] as const, ["acltype", "posixacl"] as const] as const) : []),
    ...(options.isEncrypted ? encryptionSettings : []),
];

const timeSettings: Readonly<Record<AccessTimes, readonly Setting[]>> = {
    off: [["atime", "off"]],
    relatime: [
        ["atime", "on"],
        ["relatime", "on"],
    ],
    on: [
        ["atime", "on"],
        ["relatime", "off"],
    ],
};

const encryptionSettings: readonly Setting[] = [
    ["encryption", "on"],
    ["keyformat", "passphrase"],
    ["keylocation", "prompt"],
];

/** Whether ZFS takes it as the place where the root dataset is mounted. */
export const isMountpoint = (text: string): boolean =>
    text === "" || text === "none" || text === "legacy" || text.startsWith("/");

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
