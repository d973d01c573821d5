// What a new pool is set to from the beginning. ZFS's own defaults are not set, but for those that differ between its
// versions: what a pool is like should not depend on which one made it. The block size is set, too: it stays for good,
// and ZFS would take it from what disks tell of themselves, which is often too little.

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
    /** What encrypts it, as `encryptionSettings` has it; nothing for a pool that is not encrypted. */
    readonly encryption: readonly Setting[];
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
    encryption: [],
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
    ...options.encryption,
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

/** Whether ZFS takes it as the place where the root dataset is mounted. */
export const isMountpoint = (text: string): boolean =>
    text === "" || text === "none" || text === "legacy" || text.startsWith("/");
